import type { Cluster, Proxy as ProxyClass } from '../dataplane/config.ts'
import type { Dataplane } from '../dataplane/dataplane.ts'
import { type Backend, backendsOf } from '../dataplane/security/backends.ts'
import { securityOf } from '../dataplane/security/inbound.ts'
import { accept } from '../dataplane/security/transport.ts'
import type { ProxyView } from '../dataplane/view.ts'
import type { Service, ServicePort } from '../mesh/service.ts'

/** How a client's proxy and the pods behind a cluster meet. */
export interface PairState {
  readonly kind: 'mutual' | 'tls' | 'plaintext' | 'broken'
  readonly words: string
  /** The pods that show it: the worst of several. */
  readonly backend: Backend
}

/** One client class, one port of a service and one subset, on both sides. */
export interface PairChange {
  readonly proxy: ProxyClass
  readonly service: Service
  readonly port: ServicePort
  readonly subset: string
  readonly before: PairState
  readonly after: PairState
}

const WORST: readonly PairState['kind'][] = ['broken', 'plaintext', 'tls', 'mutual']

/** Whether both ends agree on TLS, and on which; `null`: there is no such cluster, or nobody behind it. */
export function pairState(
  dataplane: Dataplane,
  view: ProxyView,
  cluster: Cluster | undefined
): PairState | null {
  if (cluster === undefined || cluster.endpoints === 0) return null
  const states = backendsOf(dataplane, view, cluster).flatMap(
    one => stateOf(dataplane, cluster, one) ?? []
  )
  const [worst] = states.sort((a, b) => WORST.indexOf(a.kind) - WORST.indexOf(b.kind))
  return worst ?? null
}

function stateOf(dataplane: Dataplane, { tls }: Cluster, backend: Backend): PairState | null {
  const { transport, guard, pod, port } = backend
  if (guard === 'unknown') return null
  if (guard === 'none') {
    if (transport !== 'mtls') return sent(transport, tls.mode, backend)
    const words = 'broken: the client sends mutual TLS, and no proxy ends it there'
    return { kind: 'broken', words, backend }
  }
  const inbound = securityOf(dataplane.compilation).inbound(pod)
  const found = accept(inbound.mode(port).mode, inbound.ports.port(port), {
    transport,
    http: inbound.ports.port(port).reading !== 'tcp',
    trusted: true
  })
  if (found.kind === 'accepted') return sent(found.arrived, tls.mode, backend)
  const words = `broken: the client sends ${sentWords[transport]}, and ${found.reason}`
  return { kind: 'broken', words, backend }
}

/** What a client's proxy sends, in words. */
export const sentWords = {
  mtls: 'mutual TLS',
  plaintext: 'plaintext',
  tls: 'TLS of its own'
} as const

function sent(
  transport: Backend['transport'],
  mode: Cluster['tls']['mode'],
  backend: Backend
): PairState {
  if (transport === 'mtls') return { kind: 'mutual', words: 'mutual TLS', backend }
  if (transport === 'plaintext') return { kind: 'plaintext', words: 'plaintext', backend }
  return { kind: 'tls', words: `TLS of its own (${mode})`, backend }
}
