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
