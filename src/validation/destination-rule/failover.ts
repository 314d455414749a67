import type { Field } from '../field.ts'
import { lostWarning, refusal, warning } from '../problem.ts'

const OUTLIER =
  '{field} sets failover, but without outlierDetection no endpoint is ever taken for unhealthy, so that nothing fails over. Set outlierDetection beside it.'

const withoutDetection = warning('ineffective-failover', OUTLIER)
const lostWithoutDetection = lostWarning('ineffective-failover', OUTLIER)

const sameRegion = refusal(
  'invalid-failover-target',
  '{field} leads from {region} to itself. Name another region.'
)

const zone = refusal(
  'invalid-failover-zone',
  '{field} names a zone, but failover is between regions: zones within a region are tried by themselves.'
)

const wildcard = refusal(
  'invalid-failover-wildcard',
  '{field} has *, but failover is between named regions.'
)

export interface FailoverOptions {
  readonly isDetecting: boolean
  readonly losesWarnings?: boolean
}

/** Labels of where a pod runs, which locality settings order by themselves. */
export const TOPOLOGY_LABELS = [
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
  'topology.istio.io/subzone'
]

interface Failover {
  readonly failover: readonly { readonly from: string; readonly to: string }[]
  readonly failoverPriority: readonly string[]
}

export function checkFailover(
  { failover, failoverPriority }: Failover,
  field: Field,
  { isDetecting, losesWarnings = false }: FailoverOptions
): void {
  if (failover.length + failoverPriority.length > 0 && !isDetecting) {
    field.report(losesWarnings ? lostWithoutDetection : withoutDetection)
  }
  for (const [index, { from, to }] of failover.entries()) {
    const place = field.at('failover', index)
    if (from === to) place.report(sameRegion, { region: from })
    if (from.includes('/') || to.includes('/')) place.report(zone)
    if (from.includes('*') || to.includes('*')) place.report(wildcard)
  }
}
