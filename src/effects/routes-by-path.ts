import { evaluate } from '../dataplane/answer.ts'
import type { Proxy as ProxyClass } from '../dataplane/config.ts'
import { proxyClasses } from '../dataplane/proxies.ts'
import type { Outcome, Request } from '../dataplane/request.ts'
import { canonical } from '../fingerprint.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { qualify } from '../mesh/host.ts'
import { texts } from '../mesh/json.ts'
import { isHttpOrSniffed } from '../mesh/protocol.ts'
import { callerOf } from './caller.ts'
import { rollbackOf } from './draft-parts.ts'
import type { EffectDraft, EffectSubject, Witness } from './effect.ts'
import { outcomeWords } from './outcome-words.ts'
import { askLimit, draftOf, type Made } from './path-draft.ts'
import { type PathForm, policyPaths, routePaths } from './raw-paths.ts'
import { verifyCommand, watchExpression } from './steps.ts'
import { serviceOf } from './words.ts'

/** Routes that a path written otherwise takes, or takes no more: the first example of each host and port. */
export function routedOtherwise(apart: readonly PathForm[], made: Made): EffectDraft[] {
  const { base, head } = made
  const classes = proxyClasses(base.mesh, head.mesh)
  const policies = head.mesh.of('AuthorizationPolicy').flatMap(policyPaths)
  const effects: EffectDraft[] = []
  const told = new Set<string>()
  let left = askLimit
  for (const service of head.mesh.of('VirtualService')) {
    const own = routePaths(service)
    for (const proxy of askedProxies(service, classes)) {
      const paths = [...new Set([...own, ...(proxy.type === 'gateway' ? policies : [])])].sort()
      if (paths.length === 0) continue
      for (const target of targetsOf(service, proxy, made)) {
        for (const path of paths) {
          for (const { of } of apart) {
            if (left-- <= 0) return effects
            const found = turn(proxy, target, of(path), classes, made)
            const key = canonical([found?.kind ?? null, target.subject])
            if (found === null || told.has(key)) continue
            told.add(key)
            effects.push(found)
          }
        }
      }
    }
  }
  return effects
}

/** A sidecar of the VirtualService's own namespace speaks for all, every gateway for itself. */
function askedProxies({ ref }: Manifest, classes: readonly ProxyClass[]): readonly ProxyClass[] {
  const sidecars = classes.filter(({ type }) => type === 'sidecar')
  const sidecar = sidecars.find(one => one.namespace === ref.namespace) ?? sidecars[0]
  const gateways = classes.filter(({ type }) => type === 'gateway')
  return sidecar === undefined ? gateways : [sidecar, ...gateways]
}

interface Target {
  readonly subject: EffectSubject
  readonly authority: string
  readonly port: number
  readonly tls: boolean
}

function targetsOf({ ref, spec }: Manifest, proxy: ProxyClass, { head }: Made): Target[] {
  const { config, registry } = head.mesh
  return texts(spec.hosts).flatMap((named): Target[] => {
    const host = qualify(named, ref.namespace, config.clusterDomain).replace(/^\*/, 'a')
    const service = serviceOf(host)
    if (proxy.type === 'sidecar') {
      const ports = registry
        .byHost(host.toLowerCase())
        .flatMap(one => one.ports)
        .filter(({ protocol }) => isHttpOrSniffed(protocol))
        .map(({ number }) => number)
      return (ports.length === 0 ? [80] : ports).map(port => {
        const subject: EffectSubject =
          service === null
            ? { kind: 'host', name: host, port }
            : { kind: 'service', ...service, port }
        return { subject, authority: port === 80 ? host : `${host}:${port}`, port, tls: false }
      })
    }
    const listeners = head.config(proxy).listeners
    return listeners.flatMap(({ port, filterChains }) => {
      const chain = filterChains.find(one => one.routeConfig !== undefined)
      if (chain === undefined) return []
      const subject = { kind: 'host', name: host, port, gateway: proxy.description } as const
      return [{ subject, authority: host, port, tls: chain.tls !== undefined }]
    })
  })
}

function turn(
  proxy: ProxyClass,
  { subject, authority, port, tls }: Target,
  path: string,
  classes: readonly ProxyClass[],
  made: Made
): EffectDraft | null {
  const { base, head, changes, causes } = made
  const request: Request = {
    from: callerOf(proxy, classes, base.mesh, head.mesh, subject),
    protocol: 'http',
    port,
    authority,
    method: 'GET',
    path,
    headers: {},
    transport: tls ? 'tls' : 'plaintext',
    ...(tls && { sni: authority })
  }
  const before = evaluate(base, proxy, request)
  const after = evaluate(head, proxy, request)
  if (fate(before) === fate(after)) return null
  const witness: Witness = { request, before, after }
  const verdict = verdictOf(before, after)
  const words = (outcome: Outcome) => outcomeWords(outcome, subject.namespace)
  const facets = [{ facet: 'destinations', before: words(before), after: words(after) }]
  const region = `paths that are not written in their normal form, such as ${path}`
  return {
    ...draftOf(verdict.kind, verdict.direction, subject, region, facets, made),
    severity: verdict.severity,
    proxy: { type: proxy.type, names: [proxy.description] },
    witness,
    certainty: proxy.certainty,
    assumptions: proxy.assumptions,
    verify: verifyCommand(proxy, { what: 'listeners', port }),
    watch: watchExpression(
      verdict.kind,
      after.destinations.map(({ host }) => host),
      []
    ),
    rollback: rollbackOf(causes, changes)
  }
}

/** Where it goes; what of it is forwarded is told of the whole mesh. */
function fate({ outcome, status, destinations, redirect }: Outcome): string {
  const shares = destinations.map(({ cluster, weight }) => [cluster, weight])
  return canonical([outcome, status ?? null, shares, redirect ?? null])
}

function verdictOf(
  before: Outcome,
  after: Outcome
): Pick<EffectDraft, 'kind' | 'direction' | 'severity'> {
  if (before.outcome === 'denied' && after.outcome !== 'denied') {
    return { kind: 'access-granted', direction: 'widen', severity: 'error' }
  }
  if (after.outcome === 'denied' && before.outcome !== 'denied') {
    return { kind: 'access-revoked', direction: 'narrow', severity: 'warning' }
  }
  if (after.outcome === 'no-route') {
    return { kind: 'traffic-lost', direction: 'break', severity: 'error' }
  }
  if (before.outcome === 'no-route') {
    return { kind: 'traffic-gained', direction: 'repair', severity: 'info' }
  }
  return { kind: 'rerouted', direction: 'move', severity: 'warning' }
}
