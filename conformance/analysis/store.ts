import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import type { Theirs } from './compare.ts'
import type { AnalysisWorld } from './world.ts'

/** Worlds with what istioctl of one minor says of them: data, replayed without Go. */
export interface AnalysisRecording {
  readonly istio: string
  readonly seed: string
  readonly worlds: readonly { readonly world: AnalysisWorld; readonly answers: Theirs }[]
}

/** The figures of one live run. */
export interface AnalysisRun {
  readonly istio: string
  readonly seed: string
  readonly worlds: number
  readonly objects: number
  readonly refused: number
  readonly messages: number
  readonly codes: number
  readonly accepted: number
  readonly mismatches: number
}

const folder = fileURLToPath(new URL('recorded/', import.meta.url))
const runsFile = fileURLToPath(new URL('runs.json', import.meta.url))

export function analysisRecordings(): readonly string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.json.br'))
    .sort()
    .map(name => join(folder, name))
}

export function readAnalysis(file: string): AnalysisRecording {
  // Written by writeAnalysis.
  return JSON.parse(brotliDecompressSync(readFileSync(file)).toString('utf8')) as AnalysisRecording
}

export function writeAnalysis(recording: AnalysisRecording): void {
  const file = join(folder, `analysis-${recording.istio}.json.br`)
  writeFileSync(file, brotliCompressSync(JSON.stringify(recording)))
}

/** The saved runs, one of each minor. */
export function readAnalysisRuns(): readonly AnalysisRun[] {
  // Written by saveAnalysisRun.
  return existsSync(runsFile) ? (JSON.parse(readFileSync(runsFile, 'utf8')) as AnalysisRun[]) : []
}

export function saveAnalysisRun(run: AnalysisRun): void {
  const others = readAnalysisRuns().filter(({ istio }) => istio !== run.istio)
  const all = [...others, run].sort((a, b) => (a.istio < b.istio ? 1 : -1))
  writeFileSync(runsFile, `${JSON.stringify(all, null, 1)}\n`)
}
