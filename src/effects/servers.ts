import { proxyRole } from '../dataplane/security/gateway-pod.ts'
import type { PortWorkload } from '../dataplane/security/inbound-ports.ts'
import type { Assumption } from '../finding.ts'
import { membership } from '../mesh/membership.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { GATEWAY_NAME } from '../mesh/policy-attachment.ts'
import { isEmptySelector, type Labels, selectorText, selects } from '../mesh/selector.ts'
import type { Workload } from '../mesh/workload.ts'
import { comingPods, podsKey } from './coming-pods.ts'
import { meshWideSelectors, policySelectors } from './policy-selectors.ts'
import type { ServerScope } from './server-scope.ts'

/** Pods that both sides treat as one: the same policies select them, the same Services, on each side. */
export interface ServerClass {
  readonly id: string
  readonly namespace: string
  /** "pods with app=pay", "other pods": the subject where no workload in git is of the class. */
  readonly description: string
  /** Workloads in git, by name. */
  readonly workloads: readonly string[]
  readonly base: PortWorkload
  readonly head: PortWorkload
  readonly role: 'sidecar' | 'gateway'
  readonly assumptions: readonly Assumption[]
}

/** The server classes of the namespaces in question, refined over both sides. */
export function serverClasses(base: Mesh, head: Mesh, scope: ServerScope): readonly ServerClass[] {
  const classes: ServerClass[] = []
  const namespaces = scope.namespaces ?? namespacesOf(base, head)
  const coming = comingPods(base, head)
  for (const namespace of [...namespaces].sort())
    classes.push(...inNamespace(base, head, namespace, coming))
  if (scope.namespaces === null) classes.push(...inNamespace(base, head, ANY_NAMESPACE, coming))
  return classes
}

/** Stands for namespaces that git does not name. */
export const ANY_NAMESPACE = 'any-other-namespace'

function namespacesOf(base: Mesh, head: Mesh): ReadonlySet<string> {
  return new Set([...base.namespaces, ...head.namespaces])
}

interface Known {
  readonly name: string
  readonly base: Workload
  readonly head: Workload
}

function inNamespace(
  base: Mesh,
  head: Mesh,
  namespace: string,
  coming: ReadonlySet<string>
): ServerClass[] {
  const selectors = selectorsIn(base, head, namespace)
  const satisfied = satisfiedBy(selectors)
  const groups = new Map<string, Known[]>()
  const met = new Set<string>()
  const before = new Map(base.workloadsIn(namespace).map(one => [keyOf(one), one]))
  for (const after of head.workloadsIn(namespace)) {
    const old = before.get(keyOf(after))
    const pods = old ?? after
    met.add(satisfied(pods.labels)).add(satisfied(after.labels))
    if (old === undefined || !serves(base, old) || !serves(head, after)) continue
    const role = roleOf(head, after)
    const parts = [role, satisfied(old.labels), satisfied(after.labels), after.labels[GATEWAY_NAME]]
    const ports = old.ports === after.ports ? '' : [old.ports, after.ports].map(portsText).join()
    const key = JSON.stringify([...parts, portsText(after.ports), ports])
    const known = groups.get(key)
    const one = { name: after.name, base: old, head: after }
    if (known === undefined) groups.set(key, [one])
    else known.push(one)
  }
  const classes: ServerClass[] = []
  for (const [key, group] of groups) classes.push(knownClass(namespace, key, group, head))
  const assumed = [...selectors].map(selector => ({ selector, key: satisfied(selector) }))
  for (const { selector, key } of [{ selector: {}, key: satisfied({}) }, ...assumed]) {
    if (met.has(key) && !isEmptySelector(selector)) continue
    if (coming.has(podsKey(namespace, selector))) continue
    met.add(key)
    classes.push(assumedClass(namespace, selector, groups.size > 0 || selectors.length > 0))
  }
  return classes
}

/** Which selectors labels satisfy, as a text: each selector is looked up by one of its labels. */
function satisfiedBy(selectors: readonly Labels[]): (labels: Labels) => string {
  const byLabel = new Map<string, { readonly selector: Labels; readonly text: string }[]>()
  for (const selector of selectors) {
    const [first] = Object.entries(selector)
    if (first === undefined) continue
    const entry = { selector, text: selectorText(selector) }
    const key = first.join('=')
    const known = byLabel.get(key)
    if (known === undefined) byLabel.set(key, [entry])
    else known.push(entry)
  }
  return labels => {
    const met: string[] = []
    for (const label of Object.entries(labels)) {
      for (const { selector, text } of byLabel.get(label.join('=')) ?? []) {
        if (selects(selector, labels)) met.push(text)
      }
    }
    return met.sort().join(' & ')
  }
}

function keyOf({ manifest, name }: Workload): string {
  return `${manifest.ref.kind} ${name}`
}

function portsText(ports: Workload['ports']): string {
  return ports.map(({ name, number }) => `${name}:${number}`).join()
}

/** Pods whose proxy is a sidecar or a gateway: others are compared as membership, or not at all. */
function serves(mesh: Mesh, workload: Workload): boolean {
  if (workload.manifest.ref.kind === 'WorkloadEntry') return false
  return membership(workload, mesh.namespaceLabelsOf(workload.namespace)).mode === 'sidecar'
}

function roleOf(mesh: Mesh, workload: Workload): 'sidecar' | 'gateway' {
  const role = proxyRole(mesh, workload)
  return role === 'sidecar' ? 'sidecar' : 'gateway'
}

function knownClass(
  namespace: string,
  key: string,
  group: readonly Known[],
  head: Mesh
): ServerClass {
  const [first] = group
  if (first === undefined) throw new Error('an empty class of servers')
  const workloads = group.map(one => one.name).sort()
  const { known } = membership(first.head, head.namespaceLabelsOf(namespace))
  return {
    id: `server ${namespace} ${key}`,
    namespace,
    description: workloads.join(', '),
    workloads,
    base: podOf(first.base),
    head: podOf(first.head),
    role: roleOf(head, first.head),
    assumptions: known
      ? []
      : workloads.map(workload => ({ kind: 'workload-in-mesh', params: { namespace, workload } }))
  }
}

function podOf({ namespace, labels, ports }: Workload): PortWorkload {
  return { namespace, labels, ports }
}

function assumedClass(namespace: string, selector: Labels, divided: boolean): ServerClass {
  const words = isEmptySelector(selector)
    ? divided
      ? 'other pods'
      : 'pods'
    : `pods with ${selectorText(selector)}`
  const pod: PortWorkload = { namespace, labels: selector, ports: [] }
  const anywhere = namespace === ANY_NAMESPACE
  return {
    id: `server ${namespace} assumed ${selectorText(selector)}`,
    namespace,
    description: words,
    workloads: [],
    base: pod,
    head: pod,
    role: 'sidecar',
    assumptions: [
      {
        kind: 'workload-exists',
        params: { namespace: anywhere ? '*' : namespace, labels: selectorText(selector) }
      }
    ]
  }
}

/** Label sets by which policies, Services and Sidecars tell the pods of a namespace apart, on either side. */
function selectorsIn(base: Mesh, head: Mesh, namespace: string): readonly Labels[] {
  const found = new Map<string, Labels>()
  const put = (labels: Labels): void => {
    if (!isEmptySelector(labels)) found.set(selectorText(labels), labels)
  }
  for (const mesh of [base, head]) {
    for (const labels of indexOf(mesh).get(namespace) ?? []) put(labels)
    const { rootNamespace } = mesh.config
    if (namespace === rootNamespace) continue
    for (const labels of meshWideSelectors(mesh)) {
      const holding = holders([base, head], labels)
      // Pods that git holds somewhere are those that a policy of the whole mesh means.
      if (holding.size === 0 ? namespace === ANY_NAMESPACE : holding.has(namespace)) put(labels)
    }
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, labels]) => labels)
}

const held = new WeakMap<Mesh, Map<string, ReadonlySet<string>>>()

/** Namespaces of workloads in git that carry all of these labels. */
function holders(meshes: readonly Mesh[], labels: Labels): ReadonlySet<string> {
  const found = new Set<string>()
  for (const mesh of meshes) {
    const known = held.get(mesh) ?? new Map<string, ReadonlySet<string>>()
    held.set(mesh, known)
    const key = selectorText(labels)
    let own = known.get(key)
    if (own === undefined) {
      const carrying = mesh.workloads.filter(one => selects(labels, one.labels))
      own = new Set(carrying.map(({ namespace }) => namespace))
      known.set(key, own)
    }
    for (const one of own) found.add(one)
  }
  return found
}

const indexes = new WeakMap<Mesh, ReadonlyMap<string, readonly Labels[]>>()

function indexOf(mesh: Mesh): ReadonlyMap<string, readonly Labels[]> {
  const known = indexes.get(mesh)
  if (known !== undefined) return known
  const index = new Map<string, Labels[]>()
  const put = (namespace: string, labels: Labels): void => {
    const own = index.get(namespace)
    if (own === undefined) index.set(namespace, [labels])
    else own.push(labels)
  }
  for (const { namespace, labels } of policySelectors(mesh)) put(namespace, labels)
  for (const { namespace, selector } of mesh.registry.all) {
    if (selector !== null) put(namespace, selector)
  }
  indexes.set(mesh, index)
  return index
}
