import type { Place } from '../finding.ts'
import type { TraceStep } from './request.ts'

/** A step with the line of what decided it. */
export function traceStep(layer: string, text: string, at: Place | undefined): TraceStep {
  if (at === undefined) return { layer, text }
  const range = at.manifest.locate(at.path, at.part)
  return { layer, text, file: range.file, line: range.start.line }
}
