import type { AcceptedMessage } from './accepted.ts'
import type { AnalysisRun } from './store.ts'

/** What docs/conformance.md says of validation and analysis, as lines. */
export function analysisLines(
  runs: readonly AnalysisRun[],
  accepted: readonly AcceptedMessage[]
): readonly string[] {
  return [
    '## Validation and analysis',
    '',
    'All analyzers of istioctl, those that it skips over files included, are asked of generated and changed worlds with',
    'everything in them taken as given (`node conformance/analysis.ts`); compared are code, kind, namespace and name as',
    'multisets, once for IST0106 and IST0140. Each world is asked three times, since istioctl goes through Go maps: what',
    'it says now so, now so agrees with either. Messages that istioctl drops as equal texts count once here too. A part',
    'is recorded and replayed by `npm test`. The webhook alone is asked by `node conformance/validation.ts`.',
    '',
    '| Istio | seed | worlds | objects | refused | messages | codes | accepted | different |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...runs.map(
      run =>
        `| ${[
          run.istio,
          `\`${run.seed}\``,
          run.worlds,
          run.objects,
          run.refused,
          run.messages,
          run.codes,
          run.accepted,
          run.mismatches
        ].join(' | ')} |`
    ),
    '',
    'Where we differ on purpose, with the place in `pkg/config/analysis` of istio.io/istio:',
    '',
    ...accepted.map(({ id, source, reason }) => `- \`${id}\` (${source}): ${reason}`),
    ''
  ]
}
