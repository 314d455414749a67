import type { Accepted } from './compare/accepted.ts'
import type { OlderBehaviour } from './older-minors.ts'
import type { Replay } from './record/replay.ts'
import type { LiveRun } from './record/runs.ts'

/** Everything that docs/conformance.md says; a pure function makes the page of it. */
export interface Facts {
  readonly replays: readonly Replay[]
  readonly runs: readonly LiveRun[]
  readonly accepted: readonly Accepted[]
  readonly regressions: readonly { readonly title: string }[]
  readonly older: readonly OlderBehaviour[]
  /** Minor → the feature flags that it reads. */
  readonly flags: Readonly<Record<string, readonly string[]>>
  /** Minor → version of Envoy. */
  readonly envoys: Readonly<Record<string, string>>
}

/** docs/conformance.md. */
export function page(facts: Facts): string {
  return [
    '# Conformance',
    '',
    'Written by `npm run jest -- __tests__/conformance -u`; not by hand. How it is measured:',
    '[conformance/README.md](../conformance/README.md).',
    '',
    '## Judges',
    '',
    ...judges(facts),
    '',
    '## Recorded answers',
    '',
    'Replayed by `npm test`, without Go or Envoy. A decision is one request at one proxy; outcome, status,',
    'destinations with their shares, path, authority, redirect, response and the way through the configuration',
    'are compared. A proxy is compared by its whole route configurations and clusters.',
    '',
    ...recorded(facts.replays),
    '',
    '## Live runs',
    '',
    'Fresh worlds, asked of the judges themselves (`npm run conformance -- --save`): the latest of each minor.',
    '',
    ...live(facts.runs),
    '',
    '## Accepted differences',
    '',
    ...(facts.accepted.length === 0
      ? ['None.']
      : facts.accepted.map(({ id, reason }) => `- \`${id}\`: ${reason}`)),
    '',
    '## What no judge here can see',
    '',
    ...blind.map(line => `- ${line}`),
    '',
    '## Behaviours of older minors',
    '',
    ...olderMinors(facts),
    '',
    '## Worlds in which the engine was once wrong',
    '',
    'Each is kept in `conformance/regressions` with both answers and replayed by `npm test`.',
    '',
    ...facts.regressions.map(({ title }) => `- ${title}`),
    ''
  ].join('\n')
}

/** Stated by hand: a judge cannot list what it does not see. */
const blind: readonly string[] = [
  'Istio before 1.30: its modules cannot be had from the Go module proxy, or do not build. See below.',
  "Envoy as Istio builds it: core Envoy is asked, without Istio's own filters (telemetry, metadata exchange, ALPN).",
  'ztunnel, and so ambient traffic between workloads; waypoints are not asked yet.',
  'The handshake between two sidecars: each end is asked by itself.',
  'Which of several endpoints is taken; retries, timeouts, ejection, locality: configuration is compared, not time.',
  'Faults and mirrors of some percent, and weights: shares are compared, not lots.',
  'EnvoyFilter, Wasm, Lua, rate limits, external authorization servers, JWKS fetched over the network.',
  "Endpoints of a service that is exported nowhere: istiod's answer depends on the order in which it hears of them.",
  'Worlds over which istiod panics (a Gateway with the hosts `*/*` and a later one with a namespace): counted apart.'
]

function judges({ replays, envoys }: Facts): string[] {
  const modules = new Map(replays.map(({ istio, module }) => [istio, module]))
  return table(
    ['Istio', 'module istio.io/istio', 'Envoy'],
    [...modules].sort().map(([minor, module]) => [minor, module, envoys[minor] ?? ''])
  )
}

function recorded(replays: readonly Replay[]): string[] {
  const rows = replays.map(({ area, istio, worlds, objects, tally, wrong }) => [
    area,
    istio,
    String(worlds),
    String(objects),
    String(tally.proxies),
    String(tally.decisions),
    String(tally.observed),
    String(tally.unknown),
    String(tally.unjudged),
    String(wrong.length)
  ])
  const sum = (of: (replay: Replay) => number) => {
    let total = 0
    for (const each of replays) total += of(each)
    return String(total)
  }
  rows.push([
    'all',
    '',
    sum(({ worlds }) => worlds),
    sum(({ objects }) => objects),
    sum(({ tally }) => tally.proxies),
    sum(({ tally }) => tally.decisions),
    sum(({ tally }) => tally.observed),
    sum(({ tally }) => tally.unknown),
    sum(({ tally }) => tally.unjudged),
    sum(({ wrong }) => wrong.length)
  ])
  return table(
    [
      'area',
      'Istio',
      'worlds',
      'objects',
      'proxies',
      'decisions',
      'asked of Envoy',
      'engine: unknown',
      'judge: unjudged',
      'different'
    ],
    rows
  )
}

function live(runs: readonly LiveRun[]): string[] {
  if (runs.length === 0) return ['None yet.']
  return table(
    ['Istio', 'seed', 'worlds', 'proxies', 'decisions', 'by Envoy', 'different', 'requests/s'],
    runs.map(run => [
      run.istio,
      `\`${run.seed}\``,
      String(run.worlds),
      String(run.proxies),
      String(run.decisions),
      String(run.observed),
      String(run.mismatches),
      String(Math.round(run.requests / run.seconds))
    ])
  )
}

function olderMinors({ older, flags }: Facts): string[] {
  const minors = Object.keys(flags).sort()
  const judged = older.filter(({ flag }) => readers(flag?.name, flags).length > 0)
  return [
    `A flag that ${minors.join(' or ')} still reads lets the judge show an older behaviour; the engine has one switch`,
    'for each, which the minor and the flag set alike. All others rest on the release note of the minor.',
    '',
    `${judged.length} of ${older.length} can be judged.`,
    '',
    ...table(
      ['since', 'behaviour', 'flag', 'read by'],
      older.map(({ minor, what, flag }) => {
        const by = readers(flag?.name, flags)
        return [
          minor,
          what,
          flag === undefined ? '' : `\`${flag.name}=${flag.value}\``,
          by.length > 0 ? by.join(', ') : 'release note'
        ]
      })
    )
  ]
}

function readers(name: string | undefined, flags: Facts['flags']): string[] {
  return Object.keys(flags)
    .sort()
    .filter(minor => name !== undefined && flags[minor]?.includes(name) === true)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}
