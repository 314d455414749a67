import type { AcceptedMessage } from './analysis/accepted.ts'
import { analysisLines } from './analysis/page.ts'
import type { AnalysisRun } from './analysis/store.ts'
import type { Accepted } from './compare/accepted.ts'
import { mutantLines } from './mutants/page.ts'
import type { SavedMutants } from './mutants/store.ts'
import type { OlderBehaviour } from './older-minors.ts'
import type { PlantedResult, Step } from './record/measured.ts'
import type { Replay } from './record/replay.ts'
import type { LiveRun } from './record/runs.ts'

/** Everything that docs/conformance.md says; a pure function makes the page of it. */
export interface Facts {
  readonly replays: readonly Replay[]
  readonly runs: readonly LiveRun[]
  readonly accepted: readonly Accepted[]
  /** Runs of conformance/analysis.ts, and where it accepts a difference. */
  readonly analysis: readonly AnalysisRun[]
  readonly acceptedMessages: readonly AcceptedMessage[]
  /** The run of conformance/mutants.ts. */
  readonly mutants: SavedMutants | null
  readonly regressions: readonly { readonly title: string }[]
  readonly older: readonly OlderBehaviour[]
  /** Minor → the feature flags that it reads. */
  readonly flags: Readonly<Record<string, readonly string[]>>
  readonly planted: readonly PlantedResult[]
  readonly steps: readonly Step[]
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
    'Replayed by `npm test`, without Go or Envoy: our own worlds, from 5 to 500 objects, of which one in five runs',
    'under a feature flag that restores an older behaviour.',
    '',
    '- A decision is one request at one proxy; outcome, status, destinations with their shares, path, authority,',
    '  redirect, response and the way through the configuration are compared.',
    '- A proxy is compared by its whole configuration: route configurations with virtual hosts and routes in order;',
    '  outbound and gateway listeners with their filter chains, matches, TCP destinations; clusters with load',
    '  balancing, circuit breakers, timeouts, protocol, keep-alive, outlier detection, locality, TLS and PROXY protocol.',
    '- What a proxy lets in (`access-` areas) is compared by its chains, as what becomes of every way to arrive at every',
    '  port, and by its RBAC policies, providers and token filters, rule by rule in one Boolean form; decisions there are',
    '  outcome, status, deciding policy and rule, path, and the headers that a token leaves behind.',
    '',
    ...recorded(facts.replays),
    '',
    '## Live runs',
    '',
    'Fresh worlds, asked of the judges themselves (`npm run conformance -- --save`). Processor',
    'time is that of the engine, the judge and Envoy together, so that requests a second of it are requests a second',
    'and core. Unanswered are worlds over which istiod panics or that it refuses; what varies are differences that were',
    'gone when the same question was asked again.',
    '',
    ...live(facts.runs),
    '',
    ...analysisLines(facts.analysis, facts.acceptedMessages),
    ...mutantLines(facts.mutants),
    '## Planted errors',
    '',
    'Put into a copy of the engine one at a time, each against the recorded answers (`node conformance/planted.ts`).',
    '',
    ...table(
      ['error', 'differences'],
      facts.planted.map(({ place, differences }) => [place, String(differences)])
    ),
    '',
    '## Time and memory',
    '',
    'Processor time, which a busy machine does not change, and the most memory of one process',
    '(`node conformance/measure.ts`). Cold is without any compiled package of Istio.',
    '',
    ...table(
      ['step', 'seconds', 'MB'],
      facts.steps.map(({ step, cpu, memory }) => [step, String(cpu), String(memory)])
    ),
    '',
    '## Accepted differences',
    '',
    ...(facts.accepted.length === 0
      ? ['None.']
      : facts.accepted.map(({ id, reason }) => `- \`${id}\`: ${reason}`)),
    '',
    '## What is not compared',
    '',
    'The judge sees it and the engine does not hold it, or no request can tell.',
    '',
    ...uncompared.map(line => `- ${line}`),
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

/** Stated by hand, as compare/normalise.ts leaves them out. */
const uncompared: readonly string[] = [
  "the names that Istio's own mutual TLS expects of a server (service accounts of its pods), and ALPN, which follows from mode and protocol;",
  'the panic threshold of 0 that istiod 1.31 gives every cluster without outlier detection;',
  'priorities and weights of localities among endpoints, and tunnels of TCP proxies;',
  'names of statistics, metadata for telemetry, tracing, access logs, and filters that only the Envoy of Istio has;',
  'how names are resolved: refresh rates, families of addresses;',
  'HTTP/2 settings of ports that carry no HTTP.'
]

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
  'Which of two equally old ServiceEntries of one host and namespace comes first: istiod takes now this one, now that one.',
  'A gateway in a namespace without a Sidecar whose sidecars istiod has compiled before: it is given their scope, and with it services that are not exported to the namespace (pilot/pkg/model/push_context.go doGetSidecarScope). The judge compiles gateways first, so each is answered as if it were alone.',
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
  const figures = ({ worlds, objects, tally, wrong }: Replay): readonly number[] => [
    worlds,
    objects,
    tally.proxies,
    tally.routeConfigs,
    tally.listeners,
    tally.clusters,
    tally.decisions,
    tally.observed,
    tally.unknown,
    tally.unjudged,
    wrong.length
  ]
  const sums: number[] = []
  const rows = replays.map(replay => {
    const all = figures(replay)
    for (const [at, figure] of all.entries()) sums[at] = (sums[at] ?? 0) + figure
    return [replay.area, replay.istio, ...all.map(String)]
  })
  rows.push(['all', '', ...sums.map(String)])
  return table(
    [
      'area',
      'Istio',
      'worlds',
      'objects',
      'proxies',
      'route configurations',
      'listeners',
      'clusters',
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
    [
      'Istio',
      'seed',
      'areas',
      'worlds',
      'unanswered',
      'proxies',
      'decisions',
      'by Envoy',
      'different',
      'varies',
      'seconds by the clock',
      'of processors',
      'requests/s and core',
      'MB: engine',
      'judge and Envoy'
    ],
    [...new Set(runs.map(({ istio }) => istio))].flatMap(istio => {
      const own = runs.filter(run => run.istio === istio)
      return own.length > 1 ? [...own.map(liveRow), liveSum(istio, own)] : own.map(liveRow)
    })
  )
}

/** What an older run did not measure. */
const unmeasured = ''

function liveRow(run: LiveRun): string[] {
  const { cpu, memory, varying } = run
  return [
    run.istio,
    `\`${run.seed}\``,
    run.areas.join(', '),
    ...[run.worlds, run.unanswered, run.proxies, run.decisions, run.observed].map(String),
    String(run.mismatches),
    String(varying ?? unmeasured),
    String(run.seconds),
    String(cpu ?? unmeasured),
    cpu === undefined ? unmeasured : String(Math.round(run.requests / cpu)),
    String(memory?.engine ?? unmeasured),
    String(memory?.judge ?? unmeasured)
  ]
}

function liveSum(istio: string, runs: readonly LiveRun[]): string[] {
  const sum = (of: (run: LiveRun) => number) => {
    let total = 0
    for (const run of runs) total += of(run)
    return String(total)
  }
  return [
    istio,
    'all',
    '',
    sum(run => run.worlds),
    sum(run => run.unanswered),
    sum(run => run.proxies),
    sum(run => run.decisions),
    sum(run => run.observed),
    sum(run => run.mismatches),
    ...Array.from({ length: 6 }, () => unmeasured)
  ]
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
