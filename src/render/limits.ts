/** Bounds of one run of a renderer; what goes beyond them is a finding. */
export interface Limits {
  /** Seconds of a clock. */
  readonly seconds: number
  /** Of standard output. */
  readonly outputBytes: number
  /** Of address space, where the system can bound it. */
  readonly memoryBytes: number
  /** What is copied for a renderer. */
  readonly files: number
  readonly inputBytes: number
  /** Renderers that run at the same time. */
  readonly parallel: number
}

export const renderLimits: Limits = {
  seconds: 60,
  outputBytes: 64 * 1024 * 1024,
  memoryBytes: 4 * 1024 * 1024 * 1024,
  files: 20_000,
  inputBytes: 256 * 1024 * 1024,
  parallel: 2
}

/** Of all processors together: only what outlives its clock meets it, for a renderer works on several at a time. */
export function processorSeconds(seconds: number): number {
  return Math.ceil(seconds) * 8
}
