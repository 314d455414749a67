import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { isLabelKey, isLabelValue } from './label.ts'

const invalidKey = refusal(
  'invalid-label-key',
  '{field} has the label key {key}, which Kubernetes does not allow: a name of at most 63 letters, digits, dashes, dots and underscores, if need be after a domain and a slash.'
)

const invalidValue = refusal(
  'invalid-label-value',
  '{field} has the label value {label}, which Kubernetes does not allow: letters, digits and inner dashes, dots and underscores.'
)

/** Labels that workloads carry or are chosen by (labels.Instance.Validate). */
export function checkLabels(labels: ReadonlyMap<string, string>, field: Field): void {
  for (const [key, label] of labels) {
    if (!isLabelKey(key)) field.key(key).report(invalidKey, { key })
    if (!isLabelValue(label)) field.at(key).report(invalidValue, { label })
  }
}

export function areLabels(labels: ReadonlyMap<string, string>): boolean {
  for (const [key, label] of labels) if (!isLabelKey(key) || !isLabelValue(label)) return false
  return true
}
