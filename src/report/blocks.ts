/**
 * A text made of blocks that must fit a budget. Each block keeps its head and foot together with as many
 * items as fit, so that a table, a fence or a `<details>` is never cut open; what was left out is counted.
 */
export interface Block {
  readonly head: string
  readonly items: Items
  readonly foot: string
  /** 0: always there, whole. Then the smaller number is filled first. */
  readonly priority: number
  /** Part of the budget that the items may take before every other block had its turn. */
  readonly share: number
  /** Says how many items are missing; printed after the foot. */
  readonly left: (missing: number) => string
}

/** Texts that are made when they are first looked at: most of a huge report is never printed. */
export interface Items {
  readonly length: number
  /** Ends with its own newline. */
  text(index: number): string
}

export function items<T>(list: readonly T[], render: (item: T) => string): Items {
  const made = new Map<number, string>()
  return {
    length: list.length,
    text(index) {
      let text = made.get(index)
      const item = list[index]
      if (text === undefined && item !== undefined) {
        text = render(item)
        made.set(index, text)
      }
      return text ?? ''
    }
  }
}

/** A block without items that is always printed. */
export function fixed(text: string): Block {
  return { head: text, items: items([], String), foot: '', priority: 0, share: 0, left: () => '' }
}

const SEPARATOR = '\n\n'

/** UTF-8 bytes of the result are at most `budget` (0: unlimited), given that the fixed blocks fit. */
export function assemble(blocks: readonly Block[], budget: number): string {
  const present = blocks.filter(block => block.head !== '' || block.items.length > 0)
  const taken = new Map<Block, number>()
  if (budget === 0) {
    for (const block of present) taken.set(block, block.items.length)
    return print(present, taken)
  }
  let free = budget - 1
  for (const block of present) {
    // The line that counts what is missing is paid for in advance, so that it can always be said.
    free -= bytes(SEPARATOR) * 2
    free -= block.priority === 0 ? bytes(block.head) : bytes(block.left(block.items.length))
  }
  const order = present.filter(block => block.priority > 0).sort((a, b) => a.priority - b.priority)
  for (const capped of [true, false]) {
    for (const block of order) {
      const cap = capped ? Math.min(free, Math.floor(budget * block.share)) : free
      free -= take(block, taken, cap)
    }
  }
  return print(present, taken)
}

/** Takes items in order while they fit into `cap` bytes; returns what was spent. */
function take(block: Block, taken: Map<Block, number>, cap: number): number {
  let count = taken.get(block) ?? 0
  let spent = count === 0 ? bytes(block.head) + bytes(block.foot) : 0
  const start = count
  while (count < block.items.length) {
    const cost = bytes(block.items.text(count))
    if (spent + cost > cap) break
    spent += cost
    count++
  }
  if (count === start) return 0
  taken.set(block, count)
  return spent
}

function print(blocks: readonly Block[], taken: ReadonlyMap<Block, number>): string {
  const texts: string[] = []
  for (const block of blocks) {
    const count = taken.get(block) ?? 0
    if (block.priority === 0) {
      texts.push(block.head)
      continue
    }
    const missing = block.items.length - count
    if (count > 0) {
      const shown = Array.from({ length: count }, (_, index) => block.items.text(index))
      texts.push((block.head + shown.join('') + block.foot).trimEnd())
    }
    if (missing > 0) texts.push(block.left(missing))
  }
  return `${texts.join(SEPARATOR)}\n`
}

export function bytes(text: string): number {
  let size = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) size += 1
    else if (code < 0x800) size += 2
    else if (code >= 0xd800 && code <= 0xdbff && i + 1 < text.length) {
      size += 4
      i++
    } else size += 3
  }
  return size
}
