import type { FindingDraft, SourceRange } from '../finding.ts'
import { type Limits, processorSeconds } from './limits.ts'
import type { Ended } from './process.ts'
import { lineAt, otherJob, renderFinding } from './refusal.ts'

/** How a renderer failed, told at the place that it names. */
export interface Failure {
  /** `kustomize`, `helm`, or the program's name. */
  readonly tool: string
  readonly ended: Ended
  readonly limits: Limits
  /** Where it is told when no place is named: the kustomization or chart. */
  readonly subject: string
  /** Its message, cleaned of scratch paths and secrets. */
  readonly message: string
  /** A path as the renderer writes it → a file of the repository; null where it names none. */
  readonly fileOf: (written: string) => string | null
}

export function failureFinding(failure: Failure): FindingDraft {
  const { tool, ended, limits, subject, message } = failure
  const at = placeOf(failure)
  switch (ended.how) {
    case 'time':
      return renderFinding(
        'render/timeout',
        'error',
        `${tool} had not finished ${subject} after ${limits.seconds} seconds and was stopped. Look for a template that loops. ${otherJob}`,
        at,
        { subject }
      )
    case 'output':
      return renderFinding(
        'render/too-large',
        'error',
        `${tool} wrote more than ${limits.outputBytes} bytes for ${subject} and was stopped. Look for a template that loops. ${otherJob}`,
        at,
        { subject }
      )
    case 'killed':
      return renderFinding(
        'render/out-of-bounds',
        'error',
        `${tool} was ended by the system while it rendered ${subject}: it used more memory or processor time than a renderer may (${limits.memoryBytes} bytes, ${processorSeconds(limits.seconds)} seconds). ${otherJob}`,
        at,
        { subject }
      )
    case 'exit': {
      if (
        /out of memory|cannot allocate memory|failed to (?:create new OS thread|reserve)/i.test(
          ended.stderr
        )
      ) {
        return failureFinding({ ...failure, ended: { ...ended, how: 'killed' } })
      }
      const said = firstWords(message)
      return renderFinding(
        'render/failed',
        'error',
        `${tool} could not render ${subject}: ${said === '' ? `exit code ${ended.code}` : said}`,
        at,
        { subject, said: said.replace(/\b\d+\b/g, '') }
      )
    }
  }
}

/** The last part is the cause, the ones before say how kustomize got there. */
function firstWords(message: string): string {
  const plain = message
    .replace(/^Error: /, '')
    .replace(/\n\nUse --debug flag[\s\S]*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return plain.length > 600 ? `${plain.slice(0, 597)}…` : plain
}

/** Helm: `(shop/templates/a.yaml:3:7)`, `template: shop/templates/a.yaml:3:7:`. kustomize: `in File: a.yaml`. */
function placeOf({ message, fileOf, subject }: Failure): SourceRange {
  for (const { 1: path = '', 2: line, 3: column } of message.matchAll(
    /([\w.@+-][\w./@+-]*\.[A-Za-z]{2,6})(?::(\d+))?(?::(\d+))?/g
  )) {
    const file = fileOf(path)
    if (file === null) continue
    return lineAt(file, Math.max(1, Number(line ?? 1)), Math.max(1, Number(column ?? 0) + 1))
  }
  return lineAt(subject)
}
