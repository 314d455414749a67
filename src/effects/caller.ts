import type { Proxy as ProxyClass } from '../dataplane/config.ts'
import type { Caller } from '../dataplane/request.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { selects } from '../mesh/selector.ts'
import type { Workload } from '../mesh/workload.ts'
import type { EffectSubject } from './effect.ts'

/**
 * Who sends a witness: a workload of the class that both sides have, else the class itself. The workload's labels
 * must put it in this class and in no narrower one.
 */
export function callerOf(
  proxy: ProxyClass,
  classes: readonly ProxyClass[],
  base: Mesh,
  head: Mesh,
  subject: EffectSubject
): Caller {
  if (proxy.type === 'gateway') return { gateway: gatewayKey(proxy, subject) }
  const candidates = workloadsOf(proxy, classes, base, head)
  // A service that calls itself is no natural caller.
  const chosen = candidates.find(({ name }) => !name.startsWith(subject.name)) ?? candidates[0]
  return chosen === undefined
    ? { namespace: proxy.namespace, labels: proxy.labels }
    : callerFrom(chosen)
}

/** Every workload of a class that both sides have, as a caller. */
export function callersOf(
  proxy: ProxyClass,
  classes: readonly ProxyClass[],
  base: Mesh,
  head: Mesh
): readonly WorkloadCaller[] {
  return workloadsOf(proxy, classes, base, head).map(callerFrom)
}

type WorkloadCaller = Extract<Caller, { readonly namespace: string }>

function callerFrom({ namespace, serviceAccount, labels }: Workload): WorkloadCaller {
  return { namespace, labels, ...(serviceAccount !== '' && { serviceAccount }) }
}

function workloadsOf(
  proxy: ProxyClass,
  classes: readonly ProxyClass[],
  base: Mesh,
  head: Mesh
): readonly Workload[] {
  const narrower = classes.filter(
    other =>
      other.type === 'sidecar' &&
      other.namespace === proxy.namespace &&
      other.id !== proxy.id &&
      selects(proxy.labels, other.labels) &&
      Object.keys(other.labels).length > Object.keys(proxy.labels).length
  )
  const before = new Set(base.workloadsIn(proxy.namespace).map(one => one.name))
  return head
    .workloadsIn(proxy.namespace)
    .filter(
      workload =>
        before.has(workload.name) &&
        workload.manifest.ref.kind !== 'WorkloadEntry' &&
        selects(proxy.labels, workload.labels) &&
        !narrower.some(other => selects(other.labels, workload.labels))
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** A workload in git by its name; else the Gateway that its pods are known by. */
function gatewayKey(proxy: ProxyClass, { gateway }: EffectSubject): string {
  const [, key] = /^gateway (\S+\/\S+)$/.exec(proxy.id) ?? []
  return key ?? gateway?.split(', ')[0] ?? `${proxy.namespace}/gateway`
}
