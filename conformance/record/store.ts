import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { World } from '../generate/world.ts'
import type { Answer } from '../judge/protocol.ts'

/** Worlds of one area with the answers of one Istio minor: data, replayed without Go or Envoy. */
export interface Recording {
  readonly area: string
  /** Minor of the judge, and the version of the module that it links. */
  readonly istio: string
  readonly module: string
  readonly seed: string
  readonly worlds: readonly RecordedWorld[]
}

export interface RecordedWorld {
  /** Without the objects that Istio refuses. */
  readonly world: World
  readonly answer: Pick<
    Answer,
    'istio' | 'result' | 'configs' | 'outcomes' | 'observations' | 'error'
  >
}

/** A world in which the engine was once wrong, with both answers. */
export interface Regression {
  readonly name: string
  /** What was wrong, in one line. */
  readonly title: string
  readonly istio: string
  readonly world: World
  readonly answer: RecordedWorld['answer']
  /** What the engine said when it was found, and what Istio says. */
  readonly differences: readonly {
    readonly path: string
    readonly ours?: unknown
    readonly theirs?: unknown
  }[]
}

export const recordedFolder = fileURLToPath(new URL('../recorded/', import.meta.url))
export const regressionFolder = fileURLToPath(new URL('../regressions/', import.meta.url))

export function recordingFiles(): readonly string[] {
  return readdirSync(recordedFolder)
    .filter(name => name.endsWith('.json.br'))
    .sort()
    .map(name => join(recordedFolder, name))
}

export function readRecording(file: string): Recording {
  // Written by writeRecording.
  return JSON.parse(brotliDecompressSync(readFileSync(file)).toString('utf8')) as Recording
}

export function writeRecording(recording: Recording): string {
  const file = join(recordedFolder, `${recording.area}-${recording.istio}.json.br`)
  mkdirSync(dirname(file), { recursive: true })
  const text = JSON.stringify(recording)
  const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants
  const bytes = brotliCompressSync(text, {
    params: {
      [BROTLI_PARAM_QUALITY]: 11,
      [BROTLI_PARAM_LGWIN]: 24,
      [BROTLI_PARAM_SIZE_HINT]: text.length
    }
  })
  writeFileSync(file, bytes)
  return file
}

export function regressionFiles(): readonly string[] {
  return readdirSync(regressionFolder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => join(regressionFolder, name))
}

export function readRegression(file: string): Regression {
  // Written by writeRegression.
  return JSON.parse(readFileSync(file, 'utf8')) as Regression
}

export function writeRegression(regression: Regression): string {
  mkdirSync(regressionFolder, { recursive: true })
  const file = join(regressionFolder, `${regression.name}.json`)
  writeFileSync(file, `${JSON.stringify(regression, null, 1)}\n`)
  return file
}
