import type { Token } from '../dataplane/request.ts'
import { UserError } from '../errors.ts'
import type { AskedCaller } from './expectation.ts'
import {
  booleanField,
  hint,
  isMapped,
  textField,
  textMapField,
  textsField,
  wrong
} from './fields.ts'
import type { Placed } from './place.ts'

const CALLER = ['namespace', 'serviceAccount', 'labels', 'pod', 'sidecar', 'gateway', 'outside']
const JWT = ['issuer', 'audience', 'claims', 'expired', 'signature']

/** Who calls: a shorthand of docs/requests.md, or its parts. */
export function readCallerField(placed: Placed | undefined): AskedCaller | null {
  if (placed === undefined || placed.value === null) return null
  if (typeof placed.value === 'string') return { kind: 'shorthand', text: placed.value }
  if (!isMapped(placed)) throw wrong(placed, 'from', 'a caller, such as shop/frontend')
  refuseUnknown(placed, 'from', CALLER)
  const field = (name: string) => placed.members.get(name)
  const gateway = textField(field('gateway'), 'from.gateway')
  if (gateway !== undefined) return { kind: 'caller', caller: { gateway } }
  if (booleanField(field('outside'), 'from.outside') === true) {
    return { kind: 'caller', caller: 'outside' }
  }
  const namespace = textField(field('namespace'), 'from.namespace')
  if (namespace === undefined) {
    throw wrong(placed, 'from', 'a caller with a namespace, a gateway, or outside: true')
  }
  if (booleanField(field('sidecar'), 'from.sidecar') === false) return { kind: 'bare', namespace }
  const serviceAccount = textField(field('serviceAccount'), 'from.serviceAccount')
  const labels = textMapField(field('labels'), 'from.labels')
  const pod = textField(field('pod'), 'from.pod')
  if (serviceAccount !== undefined && field('labels') === undefined && pod === undefined) {
    return { kind: 'shorthand', text: `${namespace}/${serviceAccount}` }
  }
  return {
    kind: 'caller',
    caller: {
      namespace,
      ...(serviceAccount !== undefined && { serviceAccount }),
      ...(field('labels') !== undefined && { labels }),
      ...(pod !== undefined && { pod })
    }
  }
}

/** One token of a test; an expired one ended long before the time that tests are asked at. */
export function readTokens(placed: Placed | undefined): readonly Token[] {
  if (placed === undefined || placed.value === null) return []
  if (!isMapped(placed)) throw wrong(placed, 'jwt', 'a map of issuer, audience and claims')
  refuseUnknown(placed, 'jwt', JWT)
  const field = (name: string) => placed.members.get(name)
  const issuer = textField(field('issuer'), 'jwt.issuer')
  const audience = textsField(field('audience'), 'jwt.audience')
  const claims = field('claims')
  if (claims !== undefined && !isMapped(claims)) throw wrong(claims, 'jwt.claims', 'a map')
  const signature = textField(field('signature'), 'jwt.signature') ?? 'good'
  if (signature !== 'good' && signature !== 'broken') {
    throw wrong(field('signature') ?? placed, 'jwt.signature', 'good or broken')
  }
  const expired = booleanField(field('expired'), 'jwt.expired') === true
  return [
    {
      claims: {
        ...(issuer !== undefined && { iss: issuer }),
        ...(audience.length > 0 && { aud: audience.length === 1 ? audience[0] : audience }),
        ...(expired && { exp: 946_684_800 }),
        ...(claims?.value as Readonly<Record<string, unknown>> | undefined) // a map, see above
      },
      signature
    }
  ]
}

/** Keys of ours are never ignored: a misspelt one would assert nothing. */
export function refuseUnknown(placed: Placed, name: string, known: readonly string[]): void {
  for (const [key, { where }] of placed.members) {
    if (known.includes(key)) continue
    throw new UserError(
      `${where}: unknown key "${key}" in "${name}"; known are ${known.join(', ')}.`,
      hint
    )
  }
}
