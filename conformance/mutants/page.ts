import { isNeutral } from './kinds.ts'
import type { KindFigures } from './run.ts'
import type { SavedMutants } from './store.ts'

/** What docs/conformance.md says of edits, as lines. */
export function mutantLines(run: SavedMutants | null): readonly string[] {
  if (run === null) return []
  const kinds = Object.entries(run.kinds)
  const sum = (of: (figures: KindFigures) => number): number => {
    let total = 0
    for (const [, figures] of kinds) total += of(figures)
    return total
  }
  return [
    '## Edits of policies',
    '',
    'Policies, mutual TLS, tokens, Services and labels of generated worlds are edited, and `diff` is held against what',
    'Istio answers on both sides to requests aimed at the edit and to the witness of every effect',
    '(`node conformance/mutants.ts`). Found is a widening or narrowing of which an effect of that direction tells;',
    'confirmed is a witness that the judge answers on both sides as the effect says. Differing are pairs of which some',
    'request in truth fares otherwise; untold those of them of which nothing is said but that something is unknown.',
    '',
    `Istio ${run.istio}, seed \`${run.seed}\`: ${sum(({ pairs }) => pairs)} edits of ${kinds.length} kinds over ${run.worlds} worlds, ${run.requests} requests, ${run.observed} of them answered by Envoy too.`,
    '',
    '| edit | pairs | differing | widen | narrow | not found | witnesses confirmed | contradicted | unknown | untold | false alarms |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...kinds.map(
      ([kind, each]) =>
        `| ${[
          kind,
          each.pairs,
          each.differing,
          each.widened,
          each.narrowed,
          each.missed,
          each.confirmed,
          each.contradicted,
          each.unknown,
          each.untold,
          isNeutral(kind) ? each.falseAlarms : ''
        ].join(' | ')} |`
    ),
    ''
  ]
}
