import { readFileSync, writeFileSync } from 'node:fs'
import { openDefects } from './open.ts'
import type { Finding } from './telling.ts'

/** What a run found, edit by edit: conformance/metamorphic.json. */
export interface Figures {
  readonly istio: string
  readonly seed: string
  /** Pairs whose bytes differ, by edit. */
  readonly neutral: Readonly<Record<string, NeutralFigures>>
  readonly telling: Readonly<Record<string, Readonly<Partial<Record<Finding, number>>>>>
  /** Pairs of which what is reached was compared, and everything beside it. */
  readonly reach: { readonly pairs: number; readonly different: number }
}

export interface NeutralFigures {
  readonly pairs: number
  /** Pairs about which something was said although nothing happened. */
  readonly alarms: number
  /** The same, by a defect that is listed as open. */
  readonly listed: number
}

const file = new URL('../metamorphic.json', import.meta.url)

export function readFigures(): Figures {
  // Written by writeFigures, here below.
  return JSON.parse(readFileSync(file, 'utf8')) as Figures
}

export function writeFigures(figures: Figures): void {
  writeFileSync(file, `${JSON.stringify(figures, null, 1)}\n`)
}

/** Pairs in which Istio's answers are known to differ, and those of them that were said rightly. */
export function detection(found: Readonly<Partial<Record<Finding, number>>>) {
  const count = (...findings: readonly Finding[]): number => {
    let total = 0
    for (const one of findings) total += found[one] ?? 0
    return total
  }
  return {
    pairs: count('confirmed', 'contradicted', 'other kind', 'unknown', 'missed'),
    detected: count('confirmed'),
    missed: count('missed')
  }
}

/** The figures as tables. */
export function tablesOf(figures: Figures): string[] {
  const neutral = Object.entries(figures.neutral)
  const telling = Object.entries(figures.telling)
  const sum = (numbers: readonly number[]): number => {
    let total = 0
    for (const one of numbers) total += one
    return total
  }
  const pairs = sum(neutral.map(([, one]) => one.pairs))
  const alarms = sum(neutral.map(([, one]) => one.alarms))
  const found = telling.map(([, one]) => detection(one))
  return [
    `Istio ${figures.istio}, seed \`${figures.seed}\`. Edits that mean the same: ${pairs} pairs, ${alarms} false alarms.`,
    `Edits that mean something: ${sum(found.map(one => one.pairs))} pairs in which Istio's answers differ, ${sum(found.map(one => one.detected))} of them said rightly with a witness that Istio confirms, ${sum(found.map(one => one.missed))} said to be no change.`,
    `What a change reaches, beside everything: ${figures.reach.pairs} pairs, ${figures.reach.different} different.`,
    '',
    ...(openDefects.length === 0
      ? []
      : [
          'Open, and counted apart:',
          ...openDefects.map(({ says, why }) => `- "${says}": ${why}`),
          ''
        ]),
    '| edit that means the same | pairs | false alarms | by an open defect |',
    '|---|---|---|---|',
    ...neutral.map(([name, one]) => `| ${name} | ${one.pairs} | ${one.alarms} | ${one.listed} |`),
    '',
    '| edit that means something | pairs | detected | other kind | unknown | contradicted | missed | nothing to see | not judged |',
    '|---|---|---|---|---|---|---|---|---|',
    ...telling.map(([name, one]) => {
      const { pairs: all, detected } = detection(one)
      const cells = [
        all,
        all === 0 ? '' : `${((100 * detected) / all).toFixed(1)} %`,
        one['other kind'] ?? 0,
        one.unknown ?? 0,
        one.contradicted ?? 0,
        one.missed ?? 0,
        one['nothing to see'] ?? 0,
        (one.unjudged ?? 0) + (one['not taken'] ?? 0)
      ]
      return `| ${name} | ${cells.join(' | ')} |`
    })
  ]
}
