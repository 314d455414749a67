import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkFailover, type FailoverOptions, TOPOLOGY_LABELS } from './failover.ts'
import { localitiesFault } from './localities.ts'

const both = refusal(
  'conflicting-failover',
  '{field} sets both distribute and failover, of which only one may be set.'
)

const failoverByLabel = refusal(
  'conflicting-failover-priority',
  '{field} is {value} beside failover, which orders regions as well. Remove one of them.'
)

const invalidWeight = refusal(
  'invalid-locality-weight',
  '{field} is {weight}, but must be from 1 to 100.'
)

const invalidTotal = refusal(
  'invalid-locality-total',
  'The weights of {field} add up to {total}, but must add up to 100.'
)

/** Where traffic goes by place. Istio stops at the first fault of several (ValidateLocalityLbSetting). */
export function checkLocality(
  setting: Message<'LocalityLoadBalancerSetting'> | undefined,
  field: Field,
  options: FailoverOptions
): void {
  if (setting === undefined) return
  const { distribute, failover, failoverPriority } = setting
  if (distribute.length > 0 && failover.length > 0) {
    field.report(both)
    return
  }
  if (failover.length > 0) {
    const index = failoverPriority.findIndex(label => TOPOLOGY_LABELS.includes(label))
    if (index >= 0) {
      field.at('failoverPriority', index).report(failoverByLabel)
      return
    }
  }
  for (const [index, { to }] of distribute.entries()) {
    const place = field.at('distribute', index, 'to')
    if (!checkWeights(to, place)) return
    place.check(localitiesFault([...to.keys()]))
  }
  field.at('distribute').check(localitiesFault(distribute.map(({ from }) => from)))
  checkFailover(setting, field, options)
}

function checkWeights(weights: ReadonlyMap<string, number>, field: Field): boolean {
  let total = 0
  for (const [locality, weight] of weights) {
    if (weight <= 0 || weight > 100) {
      field.at(locality).report(invalidWeight, { weight })
      return false
    }
    total += weight
  }
  if (total !== 100) field.report(invalidTotal, { total })
  return total === 100
}
