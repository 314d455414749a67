import { parseCluster } from '../dataplane/cluster-name.ts'
import type { FilterChain, ServerTls } from '../dataplane/config.ts'
import type { ConnectionAction } from '../dataplane/lower/connections.ts'
import { worst } from '../finding.ts'
import { canonical } from '../fingerprint.ts'
import { behaviourOf } from './action.ts'
import { type Behaviour, type BehaviourContext, finish } from './behaviour.ts'
import { type FacetValue, plainFacets } from './facet.ts'
import { forwarded } from './forward.ts'
import { listWords, serviceOf } from './words.ts'

/** The clusters of one proxy, and the pods behind them, to see connections with. */
export type ConnectionContext = Omit<
  BehaviourContext,
  'matched' | 'certainty' | 'assumptions' | 'bytes'
>

/** What becomes of a connection, seen with the clusters of its proxy. */
export function connectionBehaviour(action: ConnectionAction, given: ConnectionContext): Behaviour {
  const context: BehaviourContext = {
    ...given,
    matched: null,
    certainty: 'certain',
    assumptions: [],
    bytes: true
  }
  switch (action.kind) {
    case 'chain':
      return chainBehaviour(action.chain, context)
    case 'reset':
      return behaviourOf({ kind: 'no-listener' }, context)
    case 'refused': {
      const { refused } = action.listener
      const at = refused === undefined ? [] : [refused.at]
      return behaviourOf({ kind: 'refused', reason: refused?.reason ?? '', at }, context)
    }
    case 'unknown': {
      const { filterChains } = action.listener
      const at = filterChains.flatMap(chain => chain.origins)
      const reason = 'the address of the Service decides, and git does not hold it'
      const unknown = behaviourOf({ kind: 'unknown', reason, at }, context)
      const chains = filterChains.map(({ match, tcp }) => [match, tcp?.map(one => one.cluster)])
      return { ...unknown, id: canonical([unknown.id, chains]) }
    }
  }
}

function chainBehaviour(chain: FilterChain, plain: BehaviourContext): Behaviour {
  // Names are said as the object says them that made the chain.
  const namespace = chain.origins[0]?.manifest.ref.namespace ?? homeOf(chain) ?? plain.namespace
  const { certainty: sure, assumptions } = chain
  const context = { ...plain, namespace, certainty: sure, assumptions }
  if (chain.tcp === undefined) return throughHttp(chain, context)
  const [only] = chain.tcp
  if (only?.cluster === 'PassthroughCluster') {
    return behaviourOf({ kind: 'passthrough', cluster: only.cluster }, context)
  }
  if (only?.cluster === 'BlackHoleCluster') {
    const text = 'closed by the proxy (blackholed)'
    return finish('blackhole', 1, [], { ...plainFacets, destinations: { key: '', text } }, context)
  }
  const settings = chain.hashSourceIp === true ? { hashPolicy: [{ sourceIp: true }] } : {}
  const forward = { kind: 'forward', destinations: chain.tcp, settings } as const
  const made = forwarded({ ...forward, clusterNotFound: 503 }, context)
  const values = { ...made.facets, 'server TLS': tlsFacet(chain.tls) }
  const settled = { ...context, assumptions: made.assumptions }
  const certainty = worst(made.certainty, context.certainty)
  return finish(made.fate, made.lost, made.destinations, values, { ...settled, certainty })
}

/** A chain that no object wrote is the Service's own, which git may not hold. */
function homeOf({ tcp }: FilterChain): string | undefined {
  const host = parseCluster(tcp?.[0]?.cluster ?? '')?.host
  return host === undefined ? undefined : serviceOf(host)?.namespace
}

/** HTTP is compared by its routes; here only that it is HTTP counts, and how its TLS ends. */
function throughHttp({ tls }: FilterChain, context: BehaviourContext): Behaviour {
  const destinations = { key: 'http', text: 'read as HTTP, by its routes' }
  const values = { ...plainFacets, destinations, 'server TLS': tlsFacet(tls) }
  return finish('http', 0, [], values, context)
}

function tlsFacet(tls: ServerTls | undefined): FacetValue {
  if (tls === undefined) return { key: '', text: 'none' }
  return { key: canonical([tls.mode, tls.settings]), text: serverTlsWords(tls) }
}

/** `SIMPLE, credentialName shop-cert`. */
export function serverTlsWords({ mode, settings }: ServerTls): string {
  const said = [mode]
  for (const name of Object.keys(settings).sort()) {
    const value = settings[name]
    if (name === 'mode' || value === undefined) continue
    const list = Array.isArray(value)
      ? listWords(value.map(one => (typeof one === 'object' ? canonical(one) : String(one))))
      : null
    said.push(`${name} ${list ?? (typeof value === 'string' ? value : JSON.stringify(value))}`)
  }
  return said.join(', ')
}
