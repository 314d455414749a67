import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkSelector } from './selector.ts'

type TargetRef = Message<'type.PolicyTargetReference'>

const conflictingTargets = refusal(
  'conflicting-targets',
  '{field} names its workloads by {names}, of which only one may be set. Remove all but one.'
)

const missingName = refusal('missing-target-name', '{field} names no object: set its name.')

const foreignNamespace = refusal(
  'unsupported-target-namespace',
  '{field} is {value}, but a {kind} can only be attached to objects of its own namespace: remove it, and put the {kind} there.'
)

const unknownTarget = refusal(
  'invalid-target-kind',
  '{field} is a {group}/{target}, to which a {kind} cannot be attached. Possible are {possible}.'
)

export interface Targeted {
  readonly selector: Message<'type.WorkloadSelector'> | undefined
  readonly targetRef?: TargetRef | undefined
  readonly targetRefs: readonly TargetRef[]
}

/** Which workloads a policy is for: at most one of three ways. */
export function checkTargets(spec: Targeted, field: Field): void {
  const names: string[] = []
  if (spec.selector !== undefined) names.push('selector')
  if (spec.targetRef !== undefined) names.push('targetRef')
  if (spec.targetRefs.length > 0) names.push('targetRefs')
  if (names.length > 1) field.report(conflictingTargets, { names: names.join(' and ') })
  checkSelector(spec.selector, field.at('selector'))
  if (spec.targetRef !== undefined) checkTargetRef(spec.targetRef, field.at('targetRef'))
  for (const [index, target] of spec.targetRefs.entries()) {
    checkTargetRef(target, field.at('targetRefs', index))
  }
}

/** The kinds by the minor (1.x) that allows them. Versions do not count. */
const TARGETS = [
  { group: 'gateway.networking.k8s.io', kind: 'Gateway', since: 20 },
  { group: 'core', kind: 'Service', since: 22 },
  { group: 'networking.istio.io', kind: 'ServiceEntry', since: 24 },
  { group: 'gateway.networking.k8s.io', kind: 'GatewayClass', since: 25 }
]

function checkTargetRef(target: TargetRef, field: Field): void {
  if (target.name === '') field.report(missingName)
  if (target.namespace !== '') field.at('namespace').report(foreignNamespace)
  const allowed = TARGETS.filter(({ since }) => since <= field.recorder.minor)
  const group = target.group === '' ? 'core' : target.group
  if (allowed.some(each => each.kind === target.kind && each.group === group)) return
  field.report(unknownTarget, {
    group,
    target: target.kind,
    possible: allowed.map(each => `${each.group}/${each.kind}`).join(', ')
  })
}
