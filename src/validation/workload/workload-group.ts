import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { areLabels, checkLabels } from '../values/labels.ts'
import { checkProbe } from './probe.ts'

const noTemplate = refusal(
  'missing-template',
  '{field} is not set: a WorkloadGroup needs the template of its WorkloadEntries, be it empty.'
)

/** The template itself is not tested; what is wrong with labels hides the rest (ValidateWorkloadGroup). */
export function checkWorkloadGroup(spec: Message<'WorkloadGroup'>, field: Field): void {
  if (spec.template === undefined) {
    field.at('template').report(noTemplate)
    return
  }
  const labels = spec.metadata?.labels ?? new Map<string, string>()
  if (areLabels(labels)) {
    if (spec.probe !== undefined) checkProbe(spec.probe, field.at('probe'))
  } else checkLabels(labels, field.at('metadata', 'labels'))
}
