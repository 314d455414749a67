import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import type { KindFigures, RecordedPair } from './run.ts'

/** The figures of one live run over edits. */
export interface SavedMutants {
  readonly istio: string
  readonly seed: string
  readonly worlds: number
  readonly requests: number
  /** Requests that a real Envoy answered too. */
  readonly observed: number
  readonly kinds: Readonly<Record<string, KindFigures>>
}

const file = fileURLToPath(new URL('runs.json', import.meta.url))

export function readMutants(): SavedMutants | null {
  // Written by saveMutants.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SavedMutants) : null
}

export function saveMutants(run: SavedMutants): void {
  writeFileSync(file, `${JSON.stringify(run, null, 1)}\n`)
}

/** Two runs of one minor as one; kinds of which `again` says so count from the later one alone. */
export function mergedMutants(
  known: SavedMutants,
  run: SavedMutants,
  again: ReadonlySet<string>
): SavedMutants {
  const kinds: Record<string, KindFigures> = { ...known.kinds }
  for (const [kind, figures] of Object.entries(run.kinds)) {
    const old = kinds[kind]
    kinds[kind] = old === undefined || again.has(kind) ? figures : summed(old, figures)
  }
  return {
    istio: run.istio,
    seed: `${known.seed}, ${run.seed}`,
    worlds: known.worlds + run.worlds,
    requests: known.requests + run.requests,
    observed: known.observed + run.observed,
    kinds
  }
}

function summed(a: KindFigures, b: KindFigures): KindFigures {
  return {
    pairs: a.pairs + b.pairs,
    differing: a.differing + b.differing,
    widened: a.widened + b.widened,
    narrowed: a.narrowed + b.narrowed,
    missed: a.missed + b.missed,
    confirmed: a.confirmed + b.confirmed,
    contradicted: a.contradicted + b.contradicted,
    unknown: a.unknown + b.unknown,
    untold: a.untold + b.untold,
    falseAlarms: a.falseAlarms + b.falseAlarms
  }
}

const recording = fileURLToPath(new URL('recorded.json.br', import.meta.url))

/** Edits of which `npm test` replays what the judge said. */
export interface MutantRecording {
  readonly istio: string
  readonly pairs: readonly RecordedPair[]
}

export function readMutantRecording(): MutantRecording {
  // Written by writeMutantRecording.
  return JSON.parse(brotliDecompressSync(readFileSync(recording)).toString()) as MutantRecording
}

export function writeMutantRecording(made: MutantRecording): void {
  writeFileSync(recording, brotliCompressSync(JSON.stringify(made)))
}
