import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** An error that was planted in a copy of the engine, and how many recorded answers said so. */
export interface PlantedResult {
  readonly place: string
  readonly differences: number
}

/** What a step costs. Processor time does not depend on what else a machine does; the clock does. */
export interface Step {
  readonly step: string
  /** Seconds of processor time. */
  readonly cpu: number
  /** Megabytes at most. */
  readonly memory: number
}

const plantedFile = fileURLToPath(new URL('../planted.json', import.meta.url))
const stepsFile = fileURLToPath(new URL('../steps.json', import.meta.url))

/** As `node conformance/planted.ts` found them last. */
export function readPlanted(): readonly PlantedResult[] {
  // Written by savePlanted.
  return existsSync(plantedFile)
    ? (JSON.parse(readFileSync(plantedFile, 'utf8')) as PlantedResult[])
    : []
}

export function savePlanted(results: readonly PlantedResult[]): void {
  writeFileSync(plantedFile, `${JSON.stringify(results, null, 1)}\n`)
}

/** As `node conformance/measure.ts` measured them last. */
export function readSteps(): readonly Step[] {
  // Written by saveSteps.
  return existsSync(stepsFile) ? (JSON.parse(readFileSync(stepsFile, 'utf8')) as Step[]) : []
}

/** Replaces the steps of these names, and keeps the others. */
export function saveSteps(steps: readonly Step[]): void {
  const others = readSteps().filter(old => !steps.some(({ step }) => step === old.step))
  writeFileSync(stepsFile, `${JSON.stringify([...others, ...steps], null, 1)}\n`)
}
