import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { lostWarning, refusal, warning } from '../problem.ts'
import { checkDuration } from '../values/duration.ts'
import { checkLocality } from './locality.ts'
import type { PolicyOptions } from './policy-options.ts'
import { checkZoneAware } from './zone-aware.ts'

const noCookieName = refusal(
  'missing-cookie-name',
  '{field} is not set: the cookie to hash by needs a name.'
)

const noCookieTtl = refusal(
  'missing-cookie-ttl',
  '{field} is not set: before Istio 1.20 the cookie to hash by needs one; 0s makes it a cookie of the session.',
  { until: 20 }
)

const noAttributeName = refusal(
  'missing-cookie-attribute-name',
  '{field} is not set: an attribute of the cookie needs a name.',
  { since: 28 }
)

const duplicateAttribute = refusal(
  'duplicate-cookie-attribute',
  '{field} is {value}, as is the name of an earlier attribute of the cookie.',
  { since: 28 }
)

const RING = '{field} is deprecated: write ringHash.minimumRingSize.'
const deprecatedRing = warning('deprecated-minimum-ring-size', RING)
const lostDeprecatedRing = lostWarning('deprecated-minimum-ring-size', RING)

const ringWithAlgorithm = refusal(
  'conflicting-ring-size',
  '{field} is set beside an algorithm (ringHash or maglev). Put it into ringHash.'
)

const noTable = refusal(
  'missing-table-size',
  '{field} is not set: maglev needs the size of its table.',
  {
    since: 22
  }
)

const largeTable = refusal('invalid-table-size', '{field} is {value}, but must be below 5000011.', {
  since: 22
})

const compositeTable = refusal(
  'invalid-table-prime',
  '{field} is {size}, but maglev needs a prime number, such as 65537.',
  {
    since: 22
  }
)

const twoLocalities = refusal(
  'conflicting-locality',
  '{field} sets both localityLbSetting and zoneAwareLbSetting, of which only one may be set.',
  { since: 31 }
)

const noWarmup = refusal('missing-warmup-duration', '{field} is not set: warmup needs a duration.')

const highMinimum = refusal(
  'invalid-warmup-percent',
  '{field} is {value}, but must be at most 100.'
)

const lowAggression = refusal('invalid-aggression', '{field} is {value}, but must be above 0.', {
  since: 31
})

const lowAggressionBefore = refusal(
  'invalid-aggression',
  '{field} is {value}, but must be at least 1.',
  {
    until: 31
  }
)

export function checkLoadBalancer(
  balancer: Message<'LoadBalancerSettings'> | undefined,
  outlier: Message<'OutlierDetection'> | undefined,
  field: Field,
  options: PolicyOptions
): void {
  if (balancer === undefined) return
  if (balancer.consistentHash !== undefined) {
    checkHash(balancer.consistentHash, field.at('consistentHash'), options)
  }
  const { localityLbSetting, zoneAwareLbSetting, warmup } = balancer
  if (localityLbSetting !== undefined && zoneAwareLbSetting !== undefined) {
    field.report(twoLocalities)
  }
  const failover = { isDetecting: outlier !== undefined, ...options }
  checkLocality(localityLbSetting, field.at('localityLbSetting'), failover)
  checkZoneAware(zoneAwareLbSetting, field.at('zoneAwareLbSetting'), failover)
  if (warmup !== undefined) checkWarmup(warmup, field.at('warmup'))
}

function checkHash(
  hash: Message<'LoadBalancerSettings.ConsistentHashLB'>,
  field: Field,
  { losesWarnings = false }: PolicyOptions
): void {
  if (hash.httpCookie !== undefined) checkCookie(hash.httpCookie, field.at('httpCookie'))
  if (hash.minimumRingSize !== 0) {
    const place = field.at('minimumRingSize')
    place.report(losesWarnings ? lostDeprecatedRing : deprecatedRing)
    if ((hash.ringHash ?? hash.maglev) !== undefined) place.report(ringWithAlgorithm)
  }
  if (hash.maglev === undefined) return
  const size = hash.maglev.tableSize
  const place = field.at('maglev', 'tableSize')
  if (size === 0) place.report(noTable)
  if (size >= 5000011) place.report(largeTable)
  if (!isPrime(size)) place.report(compositeTable, { size })
}

function checkCookie(
  cookie: Message<'LoadBalancerSettings.ConsistentHashLB.HTTPCookie'>,
  field: Field
): void {
  if (cookie.name === '') field.at('name').report(noCookieName)
  if (cookie.ttl === undefined) field.at('ttl').report(noCookieTtl)
  const names = new Set<string>()
  for (const [index, { name }] of cookie.attributes.entries()) {
    const place = field.at('attributes', index, 'name')
    if (name === '') place.report(noAttributeName)
    else if (names.has(name)) place.report(duplicateAttribute)
    names.add(name)
  }
}

function checkWarmup(warmup: Message<'WarmupConfiguration'>, field: Field): void {
  if (warmup.duration === undefined) field.at('duration').report(noWarmup)
  else checkDuration(warmup.duration, field.at('duration'))
  if ((warmup.minimumPercent ?? 0) > 100) field.at('minimumPercent').report(highMinimum)
  const { aggression } = warmup
  if (aggression === undefined) return
  if (aggression <= 0) field.at('aggression').report(lowAggression)
  if (aggression < 1) field.at('aggression').report(lowAggressionBefore)
}

/** As Envoy tests it, which takes 1 for a prime and 0 for none. What is far too large is not factored. */
function isPrime(size: number): boolean {
  if (size >= 2 ** 32) return true
  if (size !== 0 && size < 4) return true
  if (size % 2 === 0) return false
  for (let factor = 3; factor <= Math.sqrt(size); factor += 2) if (size % factor === 0) return false
  return true
}
