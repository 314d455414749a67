import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkFailover, type FailoverOptions, TOPOLOGY_LABELS } from './failover.ts'

const priorityByPlace = refusal(
  'conflicting-zone-priority',
  '{field} is {value}, but zone-aware balancing orders regions and zones by itself. Remove it; failover orders regions.'
)

/** Since 1.31 (ValidateZoneAwareLbSetting). */
export function checkZoneAware(
  setting: Message<'ZoneAwareLoadBalancerSetting'> | undefined,
  field: Field,
  options: FailoverOptions
): void {
  if (setting === undefined) return
  for (const [index, label] of setting.failoverPriority.entries()) {
    if (TOPOLOGY_LABELS.includes(label)) field.at('failoverPriority', index).report(priorityByPlace)
  }
  checkFailover(setting, field, options)
}
