import { answer, evaluate } from '../dataplane/answer.ts'
import type { Proxy as ProxyClass, ProxyConfig } from '../dataplane/config.ts'
import type { Dataplane } from '../dataplane/dataplane.ts'
import { fingerprint } from '../fingerprint.ts'
import type { Behaviour } from './behaviour.ts'
import type { EffectDraft, Witness } from './effect.ts'
import type { Difference } from './kind.ts'
import { domainOf } from './risk.ts'
import { watchExpression } from './steps.ts'

/** A gateway forwards the bytes of connections that it did not take before. */
export function opens({ kind }: Difference, after: Behaviour, proxy: ProxyClass): boolean {
  return proxy.type === 'gateway' && kind === 'traffic-gained' && after.fate === 'served'
}

/**
 * Do policies of the gateway, and those of the servers, let the connection in? Mutual TLS that is passed on carries the
 * identity of its client, whom git does not name: what servers make of it is theirs.
 */
export function isAnswered({ request }: Witness, proxy: ProxyClass, head: Dataplane): boolean {
  const { outcome } =
    request.transport === 'mtls' ? evaluate(head, proxy, request) : answer(head, request)
  return outcome === 'served'
}

/** The same, named for what it is to those outside. */
export function exposed(
  draft: EffectDraft,
  { destinations }: Behaviour,
  { clusters }: ProxyConfig
): EffectDraft {
  const kind = 'exposed'
  const { mesh, subject, changes, region } = draft
  const hosts = destinations.flatMap(({ cluster }) => clusters.get(cluster)?.host ?? [])
  return {
    ...draft,
    kind,
    domain: domainOf[kind],
    direction: 'widen',
    severity: 'error',
    watch: watchExpression(kind, hosts, [], true),
    fingerprint: fingerprint([kind, mesh, subject, changes, region])
  }
}
