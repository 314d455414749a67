import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkSubsetName } from '../values/destination.ts'
import { checkExportTo } from '../values/export-to.ts'
import { wildcardDomainFault } from '../values/host.ts'
import { checkLabels } from '../values/labels.ts'
import { checkSelector } from '../values/selector.ts'
import { checkTrafficPolicy } from './traffic-policy.ts'

const duplicateSubset = refusal(
  'duplicate-subset',
  '{field} is {name}, as is the name of an earlier subset. Give each a name of its own.',
  { since: 22 }
)

/** Source: istio pkg/config/validation/validation.go ValidateDestinationRule. */
export function checkDestinationRule(spec: Message<'DestinationRule'>, field: Field): void {
  field.at('host').check(wildcardDomainFault(spec.host))
  checkTrafficPolicy(spec.trafficPolicy, field.at('trafficPolicy'))
  const names = new Set<string>()
  for (const [index, subset] of spec.subsets.entries()) {
    const place = field.at('subsets', index)
    if (names.has(subset.name)) place.at('name').report(duplicateSubset, { name: subset.name })
    names.add(subset.name)
    checkSubsetName(subset.name, place.at('name'))
    checkLabels(subset.labels, place.at('labels'))
    checkTrafficPolicy(subset.trafficPolicy, place.at('trafficPolicy'), { losesWarnings: true })
  }
  checkExportTo(spec.exportTo, field.at('exportTo'), {
    hasSelector: spec.workloadSelector !== undefined
  })
  checkSelector(spec.workloadSelector, field.at('workloadSelector'))
}
