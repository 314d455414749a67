import type { Dataplane } from '../../src/dataplane/dataplane.ts'
import { type Inbound, securityOf } from '../../src/dataplane/security/inbound.ts'
import { accept } from '../../src/dataplane/security/transport.ts'
import type { ProxyOf } from '../generate/world.ts'
import { badCustom } from './access-decision.ts'
import type {
  CanonicalDoor,
  CanonicalGateFilter,
  CanonicalInbound,
  CanonicalPolicy,
  CanonicalProvider
} from './canonical-access.ts'
import { gateOf } from './engine-gate.ts'
import { normaliseNode } from './normalise-access.ts'

/** The two sides of a comparison, in one form. */
export interface Sides {
  readonly ours: unknown
  readonly theirs: unknown
}

/** A port that no object of a generated world names. */
const otherPort = 61234

/** What a proxy lets in: each way to arrive at each port, and the filters behind. */
export function inboundSides(plane: Dataplane, proxy: ProxyOf, theirs: CanonicalInbound): Sides {
  const [namespace = '', name = ''] = proxy.pod.split('/')
  const workload = plane.mesh.workloadsIn(namespace).find(one => one.name === name)
  if (workload === undefined) throw new Error(`the world has no pod ${proxy.pod}`)
  const security = securityOf(plane.compilation)
  if (proxy.type === 'gateway') {
    const keeper = security.gatekeeper(workload)
    const kinds = [...new Set((theirs.chains ?? []).map(({ kind }) => kind))].sort()
    return {
      ours: Object.fromEntries(
        kinds.map(kind => [kind, gateForm(gateOf(keeper, readingOf(kind)), readingOf(kind))])
      ),
      theirs: Object.fromEntries(kinds.map(kind => [kind, gateOfChains(theirs, kind)]))
    }
  }
  const inbound = security.inbound(workload)
  const named = new Set((theirs.ports ?? []).map(({ port }) => port))
  for (const { port } of inbound.ports.declared) named.add(port)
  const ports = [...named].sort((a, b) => a - b)
  const others = theirs.ports?.find(({ port }) => port === 0)
  return {
    ours: {
      ports: Object.fromEntries(
        ports.map(port => [port, ourDoors(inbound, security.trusted, port)])
      ),
      gates: {
        http: gateForm(gateOf(inbound, 'http'), 'http'),
        tcp: gateForm(gateOf(inbound, 'tcp'), 'tcp')
      }
    },
    theirs: {
      ports: Object.fromEntries(
        ports.map(port => {
          const found = theirs.ports?.find(each => each.port === port) ?? others
          return [port, theirDoors(found?.doors ?? {})]
        })
      ),
      gates: theirGates(theirs, inbound)
    }
  }
}

function readingOf(kind: string): 'http' | 'tcp' {
  return kind === 'http' ? 'http' : 'tcp'
}

function ourDoors(
  inbound: Inbound,
  trusted: readonly string[] | null,
  port: number
): Readonly<Record<string, unknown>> {
  const number = port === 0 ? otherPort : port
  const out: Record<string, unknown> = {}
  for (const transport of ['plaintext', 'mtls', 'tls'] as const) {
    for (const speaks of ['http', 'tcp']) {
      const arriving = { transport, http: speaks === 'http', trusted: true }
      const acceptance = accept(inbound.mode(number).mode, inbound.ports.port(number), arriving)
      out[`${transport} ${speaks}`] =
        acceptance.kind !== 'accepted'
          ? { kind: acceptance.kind }
          : {
              kind: acceptance.reading,
              certificate: acceptance.authenticated,
              trusts: acceptance.authenticated
                ? (trusted ?? []).map(domain => `spiffe://${domain}/`).sort()
                : []
            }
    }
  }
  return out
}

function theirDoors(
  doors: Readonly<Record<string, CanonicalDoor>>
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(doors).map(([name, { kind, certificate, trusts }]) => [
      name,
      kind === 'reset' || kind === 'bad-request'
        ? { kind }
        : { kind, certificate: certificate ?? false, trusts: trusts ?? [] }
    ])
  )
}

/** The filters behind the doors of one kind; several where istiod sends different ones. */
function theirGates(theirs: CanonicalInbound, inbound: Inbound): Readonly<Record<string, unknown>> {
  const doors = (theirs.ports ?? []).flatMap(({ doors }) => Object.values(doors))
  const of = (kind: 'http' | 'tcp'): unknown => {
    const places = new Set(doors.filter(each => each.kind === kind).map(({ gate }) => gate))
    // A gate that no door leads to was not sent.
    if (places.size === 0) return gateForm(gateOf(inbound, kind), kind)
    return one([...places].map(place => gateForm(theirs.gates[place ?? -1]?.filters ?? [], kind)))
  }
  return { http: of('http'), tcp: of('tcp') }
}

function gateOfChains(theirs: CanonicalInbound, kind: string): unknown {
  const places = new Set(
    (theirs.chains ?? []).filter(chain => chain.kind === kind).map(({ gate }) => gate)
  )
  return one(
    [...places].map(place => gateForm(theirs.gates[place]?.filters ?? [], readingOf(kind)))
  )
}

function one(all: readonly unknown[]): unknown {
  const [first] = all
  return all.length === 1 ? first : { several: all }
}

function gateForm(
  filters: readonly CanonicalGateFilter[],
  reading: 'http' | 'tcp'
): readonly unknown[] {
  return filters.map(({ filter, action, rules, shadow, shadowPrefix, tokens, ask }) => ({
    filter,
    ...(filter === 'rbac' ? { action } : {}),
    ...(rules === undefined ? {} : { rules: policiesForm(rules) }),
    ...(shadow === undefined
      ? {}
      : { shadow: policiesForm(shadow), shadowPrefix: shadowPrefix ?? '' }),
    ...(ask === undefined ? {} : { ask: askForm(ask, reading) }),
    ...(tokens === undefined
      ? {}
      : {
          tokens: {
            providers: (tokens.providers ?? []).map(providerForm),
            requires: tokens.requires,
            bypassPreflight: tokens.bypassPreflight ?? false
          }
        })
  }))
}

function askForm(
  { protocol, failOpen, statusOnError, where }: NonNullable<CanonicalGateFilter['ask']>,
  reading: 'http' | 'tcp'
): unknown {
  return {
    protocol,
    failOpen: failOpen ?? false,
    // Connections know no status.
    ...(reading === 'tcp' ? {} : { statusOnError: statusOnError || 403 }),
    where: where.replace(/^istio-ext-authz-/, '').replace(/-$/, '')
  }
}

function policiesForm(policies: Readonly<Record<string, CanonicalPolicy>>): unknown {
  return Object.fromEntries(
    Object.entries(policies).map(([name, { permissions, principals }]) => [
      name.replace(badCustom, ''),
      {
        permissions: normaliseNode({ any: permissions }),
        principals: normaliseNode({ any: principals })
      }
    ])
  )
}

const defaultLocations: NonNullable<CanonicalProvider['locations']> = [
  { in: 'header', name: 'authorization', prefix: 'Bearer ' },
  { in: 'query', name: 'access_token' }
]

function providerForm(provider: CanonicalProvider): unknown {
  const { issuer, audiences, keys, locations, forward, payloadHeader, claims } = provider
  return {
    issuer: issuer ?? '',
    audiences: [...(audiences ?? [])].sort(),
    keys: keys ?? '',
    locations: (locations ?? defaultLocations).map(each => ({
      in: each.in,
      name: each.in === 'header' ? each.name.toLowerCase() : each.name,
      prefix: each.prefix ?? ''
    })),
    forward: forward ?? false,
    payloadHeader: (payloadHeader ?? '').toLowerCase(),
    claims: (claims ?? []).map(({ header, claim }) => ({ header: header.toLowerCase(), claim })),
    spaceDelimited: [...(provider.spaceDelimited ?? [])].sort()
  }
}
