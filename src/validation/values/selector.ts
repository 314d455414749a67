import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal, warning } from '../problem.ts'

const emptyKey = refusal('missing-selector-key', '{field} selects by a label without a name.')

const wildcard = refusal(
  'invalid-selector-wildcard',
  '{field} selects by {key}={label}, but a selector knows no wildcards: labels are compared as they stand.'
)

const emptySelector = warning(
  'ineffective-selector',
  '{field} names no labels, so that the {kind} applies to every workload of its namespace. Leave the selector out to say so, or name labels.'
)

/** The selector of policies, which names `matchLabels`. */
export function checkSelector(
  selector: Message<'type.WorkloadSelector'> | undefined,
  field: Field
): void {
  if (selector === undefined) return
  checkSelectorLabels(selector.matchLabels, field.at('matchLabels'))
  if (selector.matchLabels.size === 0) field.report(emptySelector)
}

/**
 * The selector of Sidecar, ServiceEntry and EnvoyFilter, which names `labels`. Istio reports nothing else of an object
 * whose selector is wrong: false means to stop.
 */
export function checkWorkloadSelector(
  selector: Message<'WorkloadSelector'> | undefined,
  field: Field
): boolean {
  return selector === undefined || checkSelectorLabels(selector.labels, field.at('labels'))
}

export function warnOfEmptySelector(
  selector: Message<'WorkloadSelector'> | undefined,
  field: Field
): void {
  if (selector?.labels.size === 0) field.report(emptySelector)
}

function checkSelectorLabels(labels: ReadonlyMap<string, string>, field: Field): boolean {
  let isValid = true
  for (const [key, label] of labels) {
    if (key === '') field.key(key).report(emptyKey)
    if (key.includes('*') || label.includes('*')) field.at(key).report(wildcard, { key, label })
    if (key === '' || key.includes('*') || label.includes('*')) isValid = false
  }
  return isValid
}
