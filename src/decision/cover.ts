import { at } from './indexed.ts'

/** A set of numbers that may be taken as a whole. */
export interface Choice {
  readonly holds: readonly number[]
  /** Breaks ties: smaller first. */
  readonly order: number
}

/**
 * Few choices that cover all targets that can be covered: greedy by gain per cost, then everything that became
 * superfluous is dropped. In order of `order`.
 */
export function cover<Kind extends Choice>(
  targets: readonly number[],
  choices: readonly Kind[],
  cost: (choice: Kind) => number
): readonly Kind[] {
  const open = new Set(targets)
  const gain = (choice: Kind) => {
    let count = 0
    for (const one of choice.holds) if (open.has(one)) count += 1
    return count / cost(choice)
  }
  const queue = choices.map(choice => ({ choice, gain: gain(choice) })).sort(worseFirst)
  const chosen: Kind[] = []
  while (open.size > 0) {
    const top = queue.pop()
    if (top === undefined || top.gain === 0) break
    const now = { choice: top.choice, gain: gain(top.choice) }
    const next = queue.at(-1)
    if (next !== undefined && worseFirst(now, next) < 0) {
      insert(queue, now)
      continue
    }
    if (now.gain === 0) break
    chosen.push(top.choice)
    for (const one of top.choice.holds) open.delete(one)
  }
  return needed(targets, chosen).sort((a, b) => a.order - b.order)
}

interface Ranked {
  readonly choice: Choice
  readonly gain: number
}

function worseFirst(a: Ranked, b: Ranked): number {
  return a.gain - b.gain || b.choice.order - a.choice.order
}

/** Gains only shrink, so a choice that fell back is put where it now belongs. */
function insert<Kind extends Ranked>(queue: Kind[], ranked: Kind): void {
  let low = 0
  let high = queue.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (worseFirst(at(queue, middle), ranked) < 0) low = middle + 1
    else high = middle
  }
  queue.splice(low, 0, ranked)
}

/** Without choices all of whose targets others hold; the smallest are tried first. */
function needed<Kind extends Choice>(targets: readonly number[], chosen: readonly Kind[]): Kind[] {
  const wanted = new Set(targets)
  const times = new Map<number, number>()
  for (const { holds } of chosen) {
    for (const one of holds) if (wanted.has(one)) times.set(one, (times.get(one) ?? 0) + 1)
  }
  const kept = new Set(chosen)
  for (const choice of [...chosen].sort((a, b) => a.holds.length - b.holds.length)) {
    const mine = choice.holds.filter(one => wanted.has(one))
    if (!mine.every(one => (times.get(one) ?? 0) > 1)) continue
    kept.delete(choice)
    for (const one of mine) times.set(one, (times.get(one) ?? 0) - 1)
  }
  return [...kept]
}
