import type { JsonMap } from '../manifest/manifest.ts'
import { list, mapOrEmpty, text } from './json.ts'
import type { Labels } from './selector.ts'
import type { Workload } from './workload.ts'

/** A proxy that is written by hand is a container of this name; pods of the node's network get none. */
export const membershipReads = [
  'Pod',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Rollout'
].flatMap(kind => {
  const root = kind === 'Pod' ? '' : 'spec.template.'
  return [
    [kind, `${root}spec.{containers,initContainers}[].name`],
    [kind, `${root}spec.hostNetwork`]
  ] as const
})

/** Whether pods speak Istio's mutual TLS, and how that is known. */
export interface Membership {
  readonly mode: 'sidecar' | 'ambient' | 'none'
  /** `false`: git does not say; workloads are taken to be in the mesh. */
  readonly known: boolean
}

/**
 * A WorkloadEntry by its label, else by its service account; a pod that was admitted by what injection
 * left; a template by labels and annotations, else by its Namespace in git.
 * Source: pilot serviceregistry/serviceentry/conversion.go, pkg/kube/inject.
 */
export function membership(workload: Workload, namespace: Labels | null): Membership {
  const { labels, annotations, manifest } = workload
  const tls = labels['security.istio.io/tlsMode']
  if (manifest.ref.kind === 'WorkloadEntry') {
    const inMesh = tls === undefined ? workload.serviceAccount !== '' : tls === 'istio'
    return { mode: inMesh ? 'sidecar' : 'none', known: true }
  }
  if (tls !== undefined) return { mode: tls === 'istio' ? 'sidecar' : 'none', known: true }
  if (hasProxy(manifest.object)) return { mode: 'sidecar', known: true }
  if (workload.addresses.length > 0) return { mode: 'none', known: true }
  const inject = labels['sidecar.istio.io/inject'] ?? annotations['sidecar.istio.io/inject']
  if (inject === 'false' || usesHostNetwork(manifest.object)) return { mode: 'none', known: true }
  // The webhooks skip a namespace that says so, whatever its pods ask for.
  if (namespace?.['istio-injection'] === 'disabled') return { mode: 'none', known: true }
  if (labels['istio.io/dataplane-mode'] === 'ambient') return { mode: 'ambient', known: true }
  // A webhook without a namespace's label looks at labels of pods, not at annotations.
  if (labels['sidecar.istio.io/inject'] === 'true' || labels['istio.io/rev'] !== undefined) {
    return { mode: 'sidecar', known: true }
  }
  return ofNamespace(namespace)
}

/** The control plane that injects a pod, by its revision or tag; empty: git does not say. */
export function revisionOf({ labels }: Workload, namespace: Labels | null): string {
  const revision = labels['istio.io/rev'] ?? namespace?.['istio.io/rev']
  if (namespace?.['istio-injection'] === 'enabled') return 'default'
  return revision ?? ''
}

/** Does a Namespace say who of it joins the mesh? */
export function joins(labels: Labels): boolean {
  return ['istio-injection', 'istio.io/rev', 'istio.io/dataplane-mode'].some(
    name => labels[name] !== undefined
  )
}

function ofNamespace(labels: Labels | null): Membership {
  if (labels === null) return { mode: 'sidecar', known: false }
  if (labels['istio-injection'] === 'disabled') return { mode: 'none', known: true }
  if (labels['istio-injection'] === 'enabled' || labels['istio.io/rev'] !== undefined) {
    return { mode: 'sidecar', known: true }
  }
  if (labels['istio.io/dataplane-mode'] === 'ambient') return { mode: 'ambient', known: true }
  // Labels are often set outside git.
  return { mode: 'sidecar', known: false }
}

/** Injection leaves pods of the node's network alone. Source: istio pkg/kube/inject/inject.go injectRequired. */
function usesHostNetwork(object: JsonMap): boolean {
  const spec = mapOrEmpty(object.spec)
  return (
    spec.hostNetwork === true || mapOrEmpty(mapOrEmpty(spec.template).spec).hostNetwork === true
  )
}

/** A pod as the API server holds it, or with a proxy written by hand. */
function hasProxy(object: JsonMap): boolean {
  const spec = mapOrEmpty(object.spec)
  const template = mapOrEmpty(mapOrEmpty(spec.template).spec)
  return [spec, template].some(pod =>
    [...list(pod.containers), ...list(pod.initContainers)].some(
      container => text(mapOrEmpty(container).name) === 'istio-proxy'
    )
  )
}
