import type { Proxy as ProxyClass } from '../dataplane/config.ts'
import { identity } from '../dataplane/security/caller-identity.ts'
import type { Assumption } from '../finding.ts'
import { list, mapOrEmpty, text, texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { GATEWAY_NAME } from '../mesh/policy-attachment.ts'
import { selects } from '../mesh/selector.ts'
import type { Service } from '../mesh/service.ts'
import type { Workload } from '../mesh/workload.ts'

/** How one side has the pods of a gateway. */
export interface GatewaySide {
  readonly proxy: ProxyClass
  readonly principal: string
  readonly open: boolean
  readonly assumptions: readonly Assumption[]
}

/** The pods as each side labels them; what one side alone holds is taken to run beside both. */
export function gatewaySides(
  proxy: ProxyClass,
  base: Mesh,
  head: Mesh
): { readonly base: GatewaySide; readonly head: GatewaySide } | null {
  // Gateways of the Gateway API are compared elsewhere.
  if (proxy.labels[GATEWAY_NAME] !== undefined) return null
  const before = workloadOf(base, proxy)
  const after = workloadOf(head, proxy)
  const one = as(proxy, before ?? after)
  const other = as(proxy, after ?? before)
  const doors = { base: doorOf(base, one), head: doorOf(head, other) }
  const side = (mesh: Mesh, own: ProxyClass, door: Door, across: Door): GatewaySide => ({
    proxy: own,
    principal: principalOf(mesh, own),
    open: door === 'public' || door === 'unknown' || (door === 'inside' && across !== 'public'),
    assumptions: door === 'inside' ? [{ kind: 'gateway-reachable', params: nameOf(own) }] : []
  })
  return {
    base: side(base, one, doors.base, doors.head),
    head: side(head, other, doors.head, doors.base)
  }
}

function nameOf({ description, namespace }: ProxyClass): Readonly<Record<string, string>> {
  return { gateway: description, namespace }
}

/** The workload in git by the name of its class. */
function workloadOf(mesh: Mesh, { id }: ProxyClass): Workload | undefined {
  const [, namespace, name] = /^gateway ([^/ ]+)\/(\S+)$/.exec(id) ?? []
  if (namespace === undefined) return undefined
  return mesh.workloadsIn(namespace).find(one => one.name === name)
}

function as(proxy: ProxyClass, workload: Workload | undefined): ProxyClass {
  if (workload === undefined) return proxy
  const { labels, serviceAccount } = workload
  const same =
    selects(labels, proxy.labels) && Object.keys(labels).length === Object.keys(proxy.labels).length
  if (same) return proxy
  return { ...proxy, id: `${proxy.id} with ${JSON.stringify(labels)}`, labels, serviceAccount }
}

/** `public`: a Service leads to the pods from outside; `inside`: only from within; `egress`: meant for the way out. */
type Door = 'public' | 'inside' | 'unknown' | 'egress'

const PUBLIC: ReadonlySet<string> = new Set(['LoadBalancer', 'NodePort'])

function doorOf(mesh: Mesh, { namespace, labels, description }: ProxyClass): Door {
  const services = mesh.registry.inNamespace(namespace).filter(({ selector, registry }) => {
    return registry === 'Kubernetes' && selector !== null && selects(selector, labels)
  })
  if (services.some(isPublic)) return 'public'
  const names = [description, ...Object.values(labels), ...services.map(({ name }) => name)]
  if (names.some(name => /egress|east-?west/.test(name))) return 'egress'
  return services.length === 0 ? 'unknown' : 'inside'
}

function isPublic({ manifest }: Service): boolean {
  const spec = mapOrEmpty(manifest?.spec)
  return PUBLIC.has(text(spec.type) ?? '') || texts(spec.externalIPs).length > 0
}

/** Accounts of Istio's own installations. Source: istio manifests/charts/gateways. */
const INSTALLED = 'istio-ingressgateway-service-account'

/** Of pods that git does not hold: the account that policies name for that namespace, else the installed one. */
function principalOf(mesh: Mesh, { namespace, serviceAccount }: ProxyClass): string {
  return identity(mesh, namespace, serviceAccount ?? accountNamed(mesh, namespace) ?? INSTALLED)
}

function accountNamed(mesh: Mesh, namespace: string): string | undefined {
  const found = new Set<string>()
  for (const { spec } of mesh.of('AuthorizationPolicy')) {
    for (const rule of list(spec.rules)) {
      for (const from of list(mapOrEmpty(rule).from)) {
        const { principals, serviceAccounts } = mapOrEmpty(mapOrEmpty(from).source)
        for (const one of texts(principals)) {
          const [, account] = one.split(`/ns/${namespace}/sa/`)
          if (account !== undefined && !account.includes('*')) found.add(account)
        }
        for (const one of texts(serviceAccounts)) {
          const [where, account] = one.split('/')
          if (where === namespace && account !== undefined) found.add(account)
        }
      }
    }
  }
  const all = [...found].sort()
  return all.find(account => /gateway|ingress/.test(account)) ?? all[0]
}
