import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { isLabel } from './label.ts'

const duplicateEntry = refusal(
  'duplicate-export',
  '{field} names the namespace {namespace} a second time (. is the own one). Remove one.'
)

const nobody = refusal(
  'invalid-export-to-nobody',
  '{field} is ~ (nobody), which only a ServiceEntry may say.'
)

const invalidNamespace = refusal(
  'invalid-export',
  '{field} is {value}, which is neither a namespace, nor . (the own one), nor * (all).'
)

const publicAndMore = refusal(
  'conflicting-exports',
  '{field} holds * (all namespaces) beside others, which adds nothing: leave * alone or remove it.'
)

const nobodyAndMore = refusal(
  'conflicting-export-to-nobody',
  '{field} holds ~ (nobody) beside others: leave ~ alone or remove it.'
)

const selectorAndSeveral = refusal(
  'invalid-selector-exports',
  '{field} has several entries, but a DestinationRule with a workloadSelector holds for its own namespace alone: leave . alone.'
)

const selectorAndOthers = refusal(
  'invalid-selector-export',
  '{field} leaves out the own namespace, but a DestinationRule with a workloadSelector holds there alone: write . or nothing.'
)

export interface ExportOptions {
  /** Only a ServiceEntry may be exported to nobody. */
  readonly allowsNobody?: boolean
  /** A DestinationRule that selects workloads. */
  readonly hasSelector?: boolean
}

export function checkExportTo(
  exportTo: readonly string[],
  field: Field,
  { allowsNobody = false, hasSelector = false }: ExportOptions = {}
): void {
  const { namespace } = field.recorder.manifest.ref
  const seen = new Set<string>()
  for (const [index, entry] of exportTo.entries()) {
    const key = entry === '.' ? namespace : entry
    if (seen.has(key)) field.at(index).report(duplicateEntry, { namespace: key })
    else if (entry === '~' && allowsNobody) seen.add(key)
    else if (key === '~') field.at(index).report(nobody)
    else if (key !== '*' && key !== '.' && !isLabel(key)) field.at(index).report(invalidNamespace)
    else seen.add(key)
  }
  if (hasSelector && seen.size > 0) {
    if (!seen.has(namespace)) field.report(selectorAndOthers)
    else if (seen.size > 1) field.report(selectorAndSeveral)
  }
  if (exportTo.length < 2) return
  if (seen.has('*')) field.report(publicAndMore)
  if (seen.has('~')) field.report(nobodyAndMore)
}
