import { readFileSync, writeFileSync } from 'node:fs'
import { openDefects } from './open.ts'
import type { Finding } from './telling.ts'

/** What runs found, edit by edit: conformance/metamorphic.json. */
export interface Figures {
  readonly istio: string
  /** Over generated worlds. */
  readonly neutral: Readonly<Record<string, NeutralFigures>>
  readonly telling: Readonly<Record<string, TellingFigures>>
  /** Pairs of which what is reached was compared, and everything beside it. */
  readonly reach: ReachFigures
  /** Over the public samples. */
  readonly samples: {
    readonly neutral: Readonly<Record<string, NeutralFigures>>
    readonly telling: Readonly<Record<string, TellingFigures>>
  }
}

/** Of which runs the numbers are: those of several seeds are added. */
interface Seeded {
  readonly seeds: readonly string[]
}

export interface NeutralFigures extends Seeded {
  /** Pairs whose bytes differ. */
  readonly pairs: number
  /** Pairs about which something was said although nothing happened. */
  readonly alarms: number
  /** The same, by a defect that is listed as open. */
  readonly listed: number
}

export interface TellingFigures extends Seeded {
  /** Pairs whose bytes differ, by what became of them. */
  readonly found: Readonly<Partial<Record<Finding, number>>>
  /** Of those that are confirmed: where Envoy answered the witness on both sides. */
  readonly observed: number
}

export interface ReachFigures extends Seeded {
  readonly pairs: number
  readonly different: number
}

export const noFigures: Figures = {
  istio: '',
  neutral: {},
  telling: {},
  reach: { pairs: 0, different: 0, seeds: [] },
  samples: { neutral: {}, telling: {} }
}

const file = new URL('../metamorphic.json', import.meta.url)

export function readFigures(): Figures {
  // Written by writeFigures, here below.
  return JSON.parse(readFileSync(file, 'utf8')) as Figures
}

export function writeFigures(figures: Figures): void {
  writeFileSync(file, `${JSON.stringify(figures, null, 1)}\n`)
}

/** Known figures with those of a run: each edit's are replaced, or (`add`) those of another seed are added to them. */
export function merged(known: Figures, run: Figures, add: boolean): Figures {
  const neutral = (one: NeutralFigures, other: NeutralFigures): NeutralFigures => ({
    pairs: one.pairs + other.pairs,
    alarms: one.alarms + other.alarms,
    listed: one.listed + other.listed,
    seeds: seedsOf(one, other)
  })
  const telling = (one: TellingFigures, other: TellingFigures): TellingFigures => ({
    found: added(one.found, other.found),
    observed: one.observed + other.observed,
    seeds: seedsOf(one, other)
  })
  const reach = (one: ReachFigures, other: ReachFigures): ReachFigures => ({
    pairs: one.pairs + other.pairs,
    different: one.different + other.different,
    seeds: seedsOf(one, other)
  })
  return {
    istio: run.istio,
    neutral: byEdit(known.neutral, run.neutral, add ? neutral : null),
    telling: byEdit(known.telling, run.telling, add ? telling : null),
    reach: run.reach.pairs === 0 ? known.reach : add ? reach(known.reach, run.reach) : run.reach,
    samples: {
      neutral: byEdit(known.samples.neutral, run.samples.neutral, add ? neutral : null),
      telling: byEdit(known.samples.telling, run.samples.telling, add ? telling : null)
    }
  }
}

type ByEdit<Value> = Readonly<Record<string, Value>>

function byEdit<Value extends Seeded>(
  known: ByEdit<Value>,
  run: ByEdit<Value>,
  join: ((one: Value, other: Value) => Value) | null
): ByEdit<Value> {
  const out: Record<string, Value> = { ...known }
  for (const [name, fresh] of Object.entries(run)) {
    const old = known[name]
    // The same seed again holds the same pairs.
    const isNew = old === undefined || !fresh.seeds.some(seed => old.seeds.includes(seed))
    out[name] = old !== undefined && join !== null && isNew ? join(old, fresh) : fresh
  }
  return out
}

function seedsOf(one: Seeded, other: Seeded): readonly string[] {
  return [...new Set([...one.seeds, ...other.seeds])]
}

function added(
  one: TellingFigures['found'],
  other: TellingFigures['found']
): TellingFigures['found'] {
  const out: Partial<Record<Finding, number>> = { ...one }
  // The keys of these records are findings.
  for (const [finding, count] of Object.entries(other) as [Finding, number][]) {
    out[finding] = (out[finding] ?? 0) + count
  }
  return out
}

/** Pairs in which Istio's answers are known to differ, and those of them that were said rightly. */
export function detection({ found }: Pick<TellingFigures, 'found'>) {
  const count = (...findings: readonly Finding[]): number =>
    sum(findings.map(one => found[one] ?? 0))
  return {
    pairs: count('confirmed', 'contradicted', 'other kind', 'unknown', 'missed'),
    detected: count('confirmed'),
    missed: count('missed')
  }
}

/** The figures as tables. */
export function tablesOf(figures: Figures): string[] {
  const { istio, neutral, telling, reach, samples } = figures
  return [
    `Istio ${istio}. ${summary(neutral, telling)}`,
    `What a change reaches, beside everything: ${reach.pairs} pairs, ${reach.different} different (${seedWords(reach.seeds)}). Effects are held against each other in all their words, those of the region too.`,
    '',
    ...(openDefects.length === 0 ? [] : ['Open, and counted apart:']),
    ...openDefects.map(({ says, why }) => `- "${says}": ${why}`),
    ...(openDefects.length === 0 ? [] : ['']),
    ...neutralTable(neutral),
    '',
    ...tellingTable(telling),
    ...(Object.keys(samples.neutral).length === 0
      ? []
      : [
          '',
          '## Over the samples of Istio',
          '',
          `The same edits of public samples, which are not part of this repository. ${summary(samples.neutral, samples.telling)}`,
          '',
          ...neutralTable(samples.neutral),
          '',
          ...tellingTable(samples.telling)
        ])
  ]
}

function summary(neutral: Figures['neutral'], telling: Figures['telling']): string {
  const same = Object.values(neutral)
  const found = Object.values(telling).map(one => ({ ...detection(one), observed: one.observed }))
  const total = {
    pairs: sum(found.map(one => one.pairs)),
    detected: sum(found.map(one => one.detected)),
    missed: sum(found.map(one => one.missed)),
    observed: sum(found.map(one => one.observed))
  }
  return `Edits that mean the same: ${sum(same.map(one => one.pairs))} pairs of ${same.length} kinds, ${sum(same.map(one => one.alarms))} false alarms. Edits that mean something: ${total.pairs} pairs of ${found.length} kinds in which Istio's answers differ, ${total.detected} of them said rightly with a witness that Istio confirms (${total.observed} of these by Envoy on both sides), ${total.missed} said to be no change.`
}

function neutralTable(neutral: Figures['neutral']): string[] {
  return [
    '| edit that means the same | pairs | false alarms | by an open defect | seeds |',
    '|---|---|---|---|---|',
    ...Object.entries(neutral).map(
      ([name, one]) =>
        `| ${name} | ${one.pairs} | ${one.alarms} | ${one.listed} | ${one.seeds.join(', ')} |`
    )
  ]
}

function tellingTable(telling: Figures['telling']): string[] {
  return [
    '| edit that means something | pairs | detected | by Envoy | other kind | unknown | contradicted | missed | nothing to see | not judged | not asked | seeds |',
    '|---|---|---|---|---|---|---|---|---|---|---|---|',
    ...Object.entries(telling).map(([name, one]) => {
      const { pairs: all, detected } = detection(one)
      const { found } = one
      const cells = [
        all,
        all === 0 ? '' : `${((100 * detected) / all).toFixed(1)} %`,
        one.observed,
        found['other kind'] ?? 0,
        found.unknown ?? 0,
        found.contradicted ?? 0,
        found.missed ?? 0,
        found['nothing to see'] ?? 0,
        (found.unjudged ?? 0) + (found['not taken'] ?? 0),
        found['not asked'] ?? 0,
        one.seeds.join(', ')
      ]
      return `| ${name} | ${cells.join(' | ')} |`
    })
  ]
}

function seedWords(seeds: readonly string[]): string {
  return seeds.length === 1 ? `seed ${seeds[0]}` : `seeds ${seeds.join(', ')}`
}

function sum(numbers: readonly number[]): number {
  let total = 0
  for (const one of numbers) total += one
  return total
}
