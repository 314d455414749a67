import type { Outcome, Request } from '../dataplane/request.ts'
import { evaluateSidecar } from '../dataplane/security/evaluate-inbound.ts'
import { securityOf } from '../dataplane/security/inbound.ts'
import { rollbackSecurity, verifyAccess, watchAccess } from './access-steps.ts'
import { knownCallers } from './callers-known.ts'
import type { EffectDraft, Witness } from './effect.ts'
import { askLimit, draftOf, type Made } from './path-draft.ts'
import { type PathForm, policyMethods, policyPaths } from './raw-paths.ts'
import { type BothPorts, bothPorts } from './server-ports.ts'
import { type ServerClass, serverClasses } from './servers.ts'

/** Policies that a path written otherwise slips past, or falls under: the first example of each port. */
export function admittedOtherwise(apart: readonly PathForm[], made: Made): EffectDraft[] {
  const { base, head } = made
  const effects: EffectDraft[] = []
  const principals = knownCallers(base.mesh, head.mesh).principals
  let left = askLimit
  for (const server of serverClasses(base.mesh, head.mesh, { namespaces: null, empty: false })) {
    if (server.role === 'gateway') continue
    const policies = [
      ...securityOf(base.compilation).authorization.policies(server.base),
      ...securityOf(head.compilation).authorization.policies(server.head)
    ]
    const paths = [...new Set(policies.flatMap(policyPaths))].sort()
    if (paths.length === 0) continue
    const methods = [...new Set(['GET', ...policies.flatMap(policyMethods)])]
    for (const ports of bothPorts(base, head, server)) {
      if (ports.port === null) continue
      const found = new Map<EffectDraft['kind'], EffectDraft>()
      for (const request of requests({
        server,
        port: ports.sample,
        paths,
        methods,
        apart,
        principals
      })) {
        if (left-- <= 0) return effects
        const before = evaluateSidecar(base, server.base, request)
        const after = evaluateSidecar(head, server.head, request)
        const kind = turned(before, after)
        if (kind === null || found.has(kind)) continue
        found.set(kind, accessEffect(server, ports, kind, { request, before, after }, made))
      }
      effects.push(...found.values())
    }
  }
  return effects
}

interface Asked {
  readonly server: ServerClass
  readonly port: number
  readonly paths: readonly string[]
  readonly methods: readonly string[]
  readonly apart: readonly PathForm[]
  readonly principals: readonly string[]
}

function* requests({ server, port, paths, methods, apart, principals }: Asked): Iterable<Request> {
  const name = server.workloads[0] ?? server.description
  for (const path of paths) {
    for (const { of } of apart) {
      for (const method of methods) {
        for (const principal of principals) {
          const [, namespace = '', , serviceAccount = ''] =
            /\/ns\/([^/]*)\/(sa)\/(.*)$/.exec(principal) ?? []
          yield {
            from: { namespace, serviceAccount },
            to: `${server.namespace}/${name}`,
            protocol: 'http',
            port,
            authority: `${name}.${server.namespace}`,
            method,
            path: of(path),
            headers: {},
            transport: 'mtls',
            principal
          }
        }
      }
    }
  }
}

function turned(before: Outcome, after: Outcome): 'access-granted' | 'access-revoked' | null {
  if (before.outcome === 'denied' && after.outcome === 'served') return 'access-granted'
  return before.outcome === 'served' && after.outcome === 'denied' ? 'access-revoked' : null
}

function accessEffect(
  server: ServerClass,
  ports: BothPorts,
  kind: 'access-granted' | 'access-revoked',
  witness: Witness,
  made: Made
): EffectDraft {
  const isGrant = kind === 'access-granted'
  const { namespace, description, workloads, assumptions } = server
  const subject = {
    kind: 'workload',
    name: workloads.length === 0 ? description : workloads.join(', '),
    namespace,
    ...(ports.port !== null && { port: ports.port })
  } as const
  const { request } = witness
  const region = `paths that are not written in their normal form, such as ${request.path}, method ${request.method}`
  const changes = [
    { facet: 'access', before: accessWords(witness.before), after: accessWords(witness.after) }
  ]
  const [direction, severity] = isGrant
    ? (['widen', 'error'] as const)
    : (['narrow', 'warning'] as const)
  return {
    ...draftOf(kind, direction, subject, region, changes, made),
    severity,
    proxy: { type: 'sidecar', names: [description] },
    witness,
    certainty: assumptions.length === 0 ? 'certain' : 'assumed',
    assumptions,
    verify: verifyAccess(server, ports, kind),
    watch: watchAccess(server, 'http', kind),
    rollback: rollbackSecurity(made.causes, made.changes)
  }
}

function accessWords({ outcome, decidedBy }: Outcome): string {
  if (outcome === 'served') return 'allowed'
  const ref = decidedBy?.ref
  return ref === undefined ? 'denied' : `denied by ${ref.kind} ${ref.namespace}/${ref.name}`
}
