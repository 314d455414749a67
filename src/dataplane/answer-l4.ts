import { worst } from '../finding.ts'
import { UNSPECIFIED } from '../mesh/service.ts'
import { chooseChain } from './chain-choice.ts'
import type { FilterChain, Listener } from './config.ts'
import { PLAINTEXT_HTTP } from './http-chain.ts'
import type { Outcome, OutcomeDestination, Request, TraceStep } from './request.ts'
import { traceStep } from './trace-step.ts'
import type { ProxyView } from './view.ts'

/** The listener that takes a connection: the one on the address, else on the wildcard. */
export function chooseListener(
  view: ProxyView,
  port: number,
  address: string
): Listener | undefined {
  const onPort = view.listenersOn(port)
  return (
    onPort.find(listener => listener.address === address) ??
    onPort.find(listener => listener.address === UNSPECIFIED) ??
    view.rest ??
    undefined
  )
}

/** The chain of a connection, by what the request shows of it. */
export function chainOf(
  listener: Listener,
  request: Request,
  address: string
): FilterChain | undefined {
  const tls = request.transport !== 'plaintext'
  return chooseChain(listener, {
    address,
    sni: tls ? (request.sni ?? '') : '',
    transport: tls ? 'tls' : 'raw_buffer',
    alpn: tls ? (request.alpn ?? '').split(',').filter(name => name !== '') : inspected(request)
  })
}

/** What the HTTP inspector finds in plaintext bytes. */
function inspected(request: Request): readonly string[] {
  return request.protocol === 'http' ? PLAINTEXT_HTTP.slice(0, 1) : []
}

/** Does the chain wait for a TLS handshake that never comes? */
export function isUnreadable({ tls }: FilterChain, { transport }: Request): boolean {
  return tls !== undefined && transport === 'plaintext'
}

export const unreadable = 'plaintext to a chain that terminates TLS'

/** Bytes forwarded to clusters. */
export function overBytes(
  view: ProxyView,
  chain: FilterChain,
  trace: NonNullable<Outcome['trace']>,
  steps: readonly TraceStep[]
): Outcome {
  const targets = chain.tcp ?? []
  const destinations: OutcomeDestination[] = []
  const walked = [...steps]
  let certainty = worst(view.proxy.certainty, chain.certainty)
  const assumptions = [...view.proxy.assumptions, ...chain.assumptions]
  let missing = 0
  for (const to of targets) {
    const special = to.host === ''
    const cluster = special ? undefined : view.clusters.get(to.cluster)
    if (!special && cluster === undefined) missing += 1
    if (cluster !== undefined) {
      certainty = worst(certainty, cluster.certainty)
      assumptions.push(...cluster.assumptions)
    }
    destinations.push({
      cluster: to.cluster,
      host: to.host,
      ...(to.subset === '' ? {} : { subset: to.subset }),
      port: to.port,
      weight: to.weight,
      ...(special || cluster !== undefined ? {} : { missing: true }),
      ...(cluster?.endpoints === 0 ? { empty: true } : {})
    })
    walked.push(traceStep('cluster', to.cluster, to.at ?? chain.origins[0]))
  }
  const common = { protocol: 'tcp', trace, steps: walked, certainty, assumptions } as const
  const [only] = targets
  if (only?.cluster === 'PassthroughCluster') {
    return { ...common, outcome: 'passthrough', destinations: [] }
  }
  if (only?.cluster === 'BlackHoleCluster') {
    return { ...common, outcome: 'blackhole', destinations: [] }
  }
  if (missing > 0 && missing === targets.length) {
    return { ...common, outcome: 'closed', destinations, reason: 'no destination has a cluster' }
  }
  const settings = chain.hashSourceIp === true ? { hashPolicy: [{ sourceIp: true }] } : {}
  return { ...common, outcome: 'served', destinations, settings }
}
