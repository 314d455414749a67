import { analyzers } from '../analyzers/index.ts'
import type { Finding } from '../finding.ts'
import type { Reading } from '../manifest/read.ts'
import { unusedConfigured, withoutConfigured } from './configured-suppressions.ts'
import { findingOf } from './findings.ts'
import type { ReviewInput } from './input.ts'
import { applied, suppressedNote, unusedSuppressions, withoutSuppressed } from './suppressed.ts'

export interface WithSuppressions {
  readonly base: readonly Finding[]
  readonly head: readonly Finding[]
  readonly notes: readonly string[]
}

/** Both sides without what their manifests suppress, and with what they suppress in vain. */
export function withSuppressions(
  found: { readonly base: readonly Finding[]; readonly head: readonly Finding[] },
  readings: { readonly base: Reading | null; readonly head: Reading },
  { command, config }: Pick<ReviewInput, 'command' | 'config'>,
  mesh: string
): WithSuppressions {
  const codes = new Set(analyzers.flatMap(({ id, sources }) => [id, ...sources]))
  const side = (findings: readonly Finding[], reading: Reading | null) => {
    const result = applied(findings, reading?.suppressions ?? [])
    const configured = withoutConfigured(result.kept, config.suppressions)
    // Analyzers did not run: most suppressions meet nothing.
    const unused =
      command === 'validate'
        ? []
        : [
            ...unusedSuppressions(result.unused, codes),
            ...unusedConfigured(reading === null ? [] : configured.unused)
          ]
    return {
      kept: [...configured.kept, ...unused.map(draft => findingOf(draft, mesh))],
      suppressed: [...result.suppressed, ...configured.suppressed]
    }
  }
  const base = side(found.base, readings.base)
  const head = side(found.head, readings.head)
  const note = suppressedNote(head.suppressed)
  return {
    base: withoutSuppressed(base.kept, head.suppressed),
    head: head.kept,
    notes: note === null ? [] : [note]
  }
}
