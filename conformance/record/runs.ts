import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The figures of one live run of one minor, over all areas that it was asked for. */
export interface LiveRun {
  readonly istio: string
  readonly seed: string
  readonly areas: readonly string[]
  readonly worlds: number
  /** Worlds over which istiod panics, that it refuses, or whose judge died. */
  readonly unanswered: number
  readonly mismatches: number
  /** Differences that were gone when the judge was asked again; older runs did not count them. */
  readonly varying?: number
  readonly proxies: number
  /** Clusters and listeners; older runs did not compare them. */
  readonly clusters?: number
  readonly listeners?: number
  readonly decisions: number
  readonly observed: number
  readonly unknown: number
  readonly unjudged: number
  readonly requests: number
  /** By the clock. */
  readonly seconds: number
  /** Seconds of all processes together: the engine, the judge, Envoy. */
  readonly cpu?: number
  /** Megabytes at most: this process, and the judge with its workers and Envoys. */
  readonly memory?: { readonly engine: number; readonly judge: number }
}

const runsFile = fileURLToPath(new URL('../runs.json', import.meta.url))
const flagsFile = fileURLToPath(new URL('../flags.json', import.meta.url))

/** The saved runs, one of each minor and list of areas. */
export function readRuns(): readonly LiveRun[] {
  // Written by saveRun.
  return existsSync(runsFile) ? (JSON.parse(readFileSync(runsFile, 'utf8')) as LiveRun[]) : []
}

/** Saves a run in place of the one of its minor and areas. */
export function saveRun(run: LiveRun): void {
  const subject = ({ istio, areas }: LiveRun) => `${istio} ${[...areas].sort().join(' ')}`
  const others = readRuns().filter(other => subject(other) !== subject(run))
  const all = [...others, run].sort((a, b) => (subject(a) < subject(b) ? 1 : -1))
  writeFileSync(runsFile, `${JSON.stringify(all, null, 1)}\n`)
}

/** Minor → the feature flags that its istiod reads, as the judges printed them. */
export function readFlags(): Readonly<Record<string, readonly string[]>> {
  // Written by saveFlags.
  return JSON.parse(readFileSync(flagsFile, 'utf8')) as Record<string, string[]>
}

/** Saves the flags of one minor. */
export function saveFlags(minor: string, names: readonly string[]): void {
  const known = existsSync(flagsFile) ? readFlags() : {}
  writeFileSync(flagsFile, `${JSON.stringify({ ...known, [minor]: names }, null, 1)}\n`)
}
