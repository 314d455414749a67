import { answer } from '../dataplane/answer.ts'
import type { Outcome, Request } from '../dataplane/request.ts'
import { list, mapOrEmpty, number } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { accessCauses } from './access-causes.ts'
import type { ServerEffect } from './access-fold.ts'
import { rollbackSecurity, verifyAccess, watchAccess } from './access-steps.ts'
import { accessSubject } from './access-subject.ts'
import type { EffectDraft, EffectKind, Witness } from './effect.ts'
import { domainOf } from './risk.ts'
import type { SecurityContext } from './security-context.ts'
import { type BothPorts, bothPorts } from './server-ports.ts'
import type { ServerClass } from './servers.ts'

/**
 * Clients with a sidecar send mutual TLS by themselves, unless the namespace's PeerAuthentication switches it
 * off: then they send plaintext, whatever single workloads want. Where that turns, both ends are asked.
 * Source: pilot model/push_context.go BestEffortInferServiceMTLSMode.
 */
export function connectionEffects(server: ServerClass, context: SecurityContext): ServerEffect[] {
  const { base, head } = context
  const off = (plane: SecurityContext['base']): boolean =>
    plane.compilation.peerAuthentication.namespaceMode(server.namespace) === 'DISABLE'
  if (off(base) === off(head) || server.role !== 'sidecar') return []
  const effects: ServerEffect[] = []
  for (const port of bothPorts(base, head, server)) {
    const service = serviceOf(head.mesh, port)
    if (service === null) continue
    const request: Request = {
      from: { namespace: server.namespace },
      protocol: port.head.reading === 'tcp' ? 'tcp' : 'http',
      port: service.port,
      authority: `${service.name}.${server.namespace}.svc.${head.mesh.config.clusterDomain}`,
      method: 'GET',
      path: '/',
      headers: {},
      transport: 'plaintext'
    }
    const witness = { request, before: answer(base, request), after: answer(head, request) }
    const verdict = verdictOf(witness)
    if (verdict !== null) effects.push(effectOf(server, port, witness, verdict, context))
  }
  return effects
}

/** The Service and its port that lead to a port of the pods. */
function serviceOf(
  mesh: Mesh,
  { head: { origins } }: BothPorts
): { readonly name: string; readonly port: number } | null {
  const [origin] = origins
  const manifest = origin === undefined ? undefined : mesh.get(origin.manifest.ref)
  const index = origin?.path.at(-1)
  if (manifest?.ref.kind !== 'Service' || typeof index !== 'number') return null
  const port = number(mapOrEmpty(list(manifest.spec.ports)[index]).port)
  return port === undefined ? null : { name: manifest.ref.name, port }
}

type Verdict = Pick<EffectDraft, 'kind' | 'direction' | 'severity'>

function verdictOf({ before, after }: Witness): Verdict | null {
  const [was, is] = [before.outcome === 'served', after.outcome === 'served']
  if (was && !is) return { kind: 'connection-broken', direction: 'break', severity: 'error' }
  if (!was && is) return { kind: 'connection-repaired', direction: 'repair', severity: 'info' }
  if (!was || before.transport === after.transport) return null
  return after.transport === 'plaintext'
    ? { kind: 'mtls-weakened', direction: 'widen', severity: 'error' }
    : { kind: 'mtls-strengthened', direction: 'narrow', severity: 'info' }
}

function effectOf(
  server: ServerClass,
  port: BothPorts,
  witness: Witness,
  { kind, direction, severity }: Verdict,
  context: SecurityContext
): ServerEffect {
  const causes = accessCauses(server, 'transport', context)
  const draft: EffectDraft = {
    kind,
    mesh: context.head.mesh.name,
    domain: domainOf[kind satisfies EffectKind],
    direction,
    severity,
    subject: accessSubject(server, port),
    proxy: { type: 'sidecar', names: [server.description] },
    region: 'requests of callers with a sidecar, whose DestinationRules say nothing of TLS',
    changes: [
      { facet: 'connection', before: stateOf(witness.before), after: stateOf(witness.after) }
    ],
    witness,
    causes,
    members: [],
    certainty: server.assumptions.length === 0 ? 'certain' : 'assumed',
    assumptions: server.assumptions,
    fingerprint: '',
    verify: verifyAccess(server, port, kind),
    watch: watchAccess(server, 'http', kind),
    rollback: rollbackSecurity(causes, context.changes)
  }
  return { draft, server, port, speaks: 'http', location: false }
}

function stateOf({ outcome, transport, reason }: Outcome): string {
  if (outcome === 'served') return transport === 'mtls' ? 'mutual TLS' : 'plaintext'
  return `broken: ${reason ?? outcome}`
}
