import type { Assumption, AssumptionKind } from '../finding.ts'
import { byText } from './order.ts'
import { assumptionWords } from './words.ts'

export interface FoldedAssumption {
  readonly kind: AssumptionKind
  /** "17 services are assumed to exist". */
  readonly line: string
  /** Each once, in code-unit order; empty texts left out. Untrusted. */
  readonly items: readonly string[]
}

/** One line a kind, in the order of the words table. */
export function foldAssumptions(assumptions: readonly Assumption[]): FoldedAssumption[] {
  const byKind = new Map<AssumptionKind, Set<string>>()
  for (const { kind, params } of assumptions) {
    const items = byKind.get(kind) ?? new Set()
    items.add(assumptionWords[kind].item(params))
    byKind.set(kind, items)
  }
  const folded: FoldedAssumption[] = []
  // The keys of a total Record are its kinds, which Object.keys forgets.
  for (const kind of Object.keys(assumptionWords) as AssumptionKind[]) {
    const items = byKind.get(kind)
    if (items === undefined) continue
    folded.push({
      kind,
      line: assumptionWords[kind].fold(items.size),
      items: [...items].filter(item => item !== '').sort(byText)
    })
  }
  return folded
}
