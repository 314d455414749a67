import type { ResourceRef, Side } from '../finding.ts'
import type { JsonMap, Manifest } from '../manifest/manifest.ts'
import { withAllocatedAddress, withAssumedAddress } from './assumed-address.ts'
import { namespacesOf, watchedBy } from './discovery.ts'
import { type Feature, type Features, features, withRows } from './features.ts'
import { installation } from './installation.ts'
import { joins } from './membership.ts'
import { type MeshConfig, meshConfig } from './mesh-config.ts'
import { byAge, createdAt, refKey } from './order.ts'
import { type Registry, registry } from './registry.ts'
import type { Labels } from './selector.ts'
import type { Service } from './service.ts'
import { type Assumed, assumed, NOTHING_ASSUMED } from './service-assumed.ts'
import { serviceEntries } from './service-entry.ts'
import { kubernetesService } from './service-kubernetes.ts'
import { type DetectedVersion, detectVersion, minorOf } from './version.ts'
import { WORKLOAD_KINDS, type Workload, workload } from './workload.ts'
import { workloadIndex } from './workload-index.ts'

/** What one side of a mesh is built from. */
export interface MeshInput {
  /** Default `default`. */
  readonly name?: string
  readonly side: Side
  readonly manifests: readonly Manifest[]
  /** A minor that was given, with who gave it; else it is detected. */
  readonly istio?: { readonly minor: string; readonly why: string }
  /** istiod's environment: feature flags. */
  readonly flags?: Readonly<Record<string, string>>
  /** MeshConfig over Istio's defaults; wins over what the manifests hold, field by field. */
  readonly meshConfig?: JsonMap
  /** Values of Istio's charts that no manifest holds, strongest first; what manifests hold wins. */
  readonly chartValues?: readonly JsonMap[]
  /** Behaviours that are taken as another version has them, whatever this one does. */
  readonly asIn?: { readonly rows: ReadonlySet<Feature>; readonly features: Features }
  /** The manifests hold the whole mesh: what routes name and they do not hold does not exist. */
  readonly complete?: boolean
  /** Addresses that a cluster gives stand for themselves where git holds none; else such Services have none. */
  readonly assumeAddresses?: boolean
}

/** One side of a mesh, indexed. Everything is computed when first asked for. */
export interface Mesh {
  readonly name: string
  readonly side: Side
  readonly version: DetectedVersion
  readonly features: Features
  readonly config: MeshConfig
  readonly manifests: readonly Manifest[]
  /** The manifests hold the whole mesh: what they lack does not exist, else it may be applied from elsewhere. */
  readonly complete: boolean
  /** One of two sides: what the mesh configuration names, where git does not hold it, is on both. */
  readonly isCompared: boolean
  /** Manifests of a kind, oldest first, then name, then namespace. The group is needed for `Gateway` alone: default Istio's. */
  of(kind: string, group?: string): readonly Manifest[]
  get(ref: ResourceRef): Manifest | undefined
  /** Labels of a Namespace in git; empty where git does not hold it. */
  namespaceLabels(namespace: string): Labels
  /**
   * The same, `null` where git does not hold the Namespace. Where the other side alone labels it for the mesh,
   * its pods do not join on this one.
   */
  namespaceLabelsOf(namespace: string): Labels | null
  /** Does istiod watch the objects of a namespace? Undefined: labels decide that git does not hold. */
  discovers(namespace: string): boolean | undefined
  /** Every namespace that some manifest is in or declares, in order. */
  readonly namespaces: readonly string[]
  readonly registry: Registry
  readonly assumed: Assumed
  readonly workloads: readonly Workload[]
  workloadsIn(namespace: string): readonly Workload[]
  /** Workloads of a namespace that carry all these labels. */
  workloadsBy(namespace: string, labels: Labels): readonly Workload[]
  /** The same mesh with other manifests: version, flags, configuration and what is assumed stay. */
  over(manifests: readonly Manifest[]): Mesh
}

/** One side alone; what it does not hold is assumed from it alone. */
export function buildMesh(input: MeshInput): Mesh {
  const ground = groundOf(input)
  return mesh(input, ground, meshAssumed([input], ground))
}

/** Both sides, assuming the same of what neither holds. */
export function buildMeshes(base: MeshInput, head: MeshInput): { base: Mesh; head: Mesh } {
  const grounds = { base: groundOf(base), head: groundOf(head) }
  const shared = meshAssumed([base, head], grounds.head)
  const governed = once(() => governedNamespaces([base, head]))
  return {
    base: mesh(base, sameVersion(grounds.base, grounds.head), shared, governed),
    head: mesh(head, sameVersion(grounds.head, grounds.base), shared, governed)
  }
}

/** Namespaces of which one side says by a label who joins the mesh: then no label on the other side says nobody. */
function governedNamespaces(inputs: readonly MeshInput[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { manifests } of inputs) {
    for (const { ref, labels } of manifests) {
      if (ref.kind === 'Namespace' && joins(labels)) found.add(ref.name)
    }
  }
  return found
}

/** What holds for a whole side. */
interface Ground {
  readonly version: DetectedVersion
  readonly features: Features
  readonly config: MeshConfig
  readonly flags: Readonly<Record<string, string>>
  readonly compatibility: string | null
}

function groundOf(input: MeshInput): Ground {
  const version = detectVersion(input.manifests, input.istio, input.chartValues)
  const found = installation(input.manifests, input.chartValues ?? [])
  const flags = { ...found.flags, ...input.flags }
  const compatibility = found.compatibility === null ? null : minorOf(found.compatibility)
  return {
    version,
    flags,
    compatibility,
    features: features(version.minor, flags, compatibility),
    config: meshConfig(input.meshConfig, found)
  }
}

/** Where one side alone says which Istio it runs, the other runs the same: a pull request that adds the manifest upgrades nothing. */
function sameVersion(own: Ground, other: Ground): Ground {
  if (own.version.isKnown || !other.version.isKnown) return own
  const { version } = other
  return {
    ...own,
    version,
    features: features(version.minor, own.flags, own.compatibility)
  }
}

function meshAssumed(inputs: readonly MeshInput[], { config }: Ground): () => Assumed {
  return once(() => {
    if (inputs.some(input => input.complete === true)) return NOTHING_ASSUMED
    return assumed(
      inputs.map(input => input.manifests),
      config.clusterDomain
    )
  })
}

function mesh(
  input: MeshInput,
  own: Ground,
  shared: () => Assumed,
  governed?: () => ReadonlySet<string>
): Mesh {
  const { asIn } = input
  const ground =
    asIn === undefined
      ? own
      : { ...own, features: withRows(own.features, asIn.rows, asIn.features) }
  const { config } = ground
  const watched = watchedBy(input.manifests, config, ground.features)
  const index = once(() => byKind(watched.manifests()))
  const sorted = new Map<string, readonly Manifest[]>()
  const refs = once(() => new Map(watched.manifests().map(entry => [refKey(entry.ref), entry])))
  const of = (kind: string, group = DEFAULT_GROUPS[kind]): readonly Manifest[] => {
    const key = `${kind}/${group ?? ''}`
    let found = sorted.get(key)
    if (found === undefined) {
      const all = index().get(kind) ?? []
      found = sortByAge(
        group === undefined ? all : all.filter(entry => entry.ref.group === group),
        ground.features
      )
      sorted.set(key, found)
    }
    return found
  }
  const services = once(() => {
    const all = allServices(of, config, shared())
    const isAssumed = input.assumeAddresses === true
    const addressed = (isAssumed ? all.map(withAssumedAddress) : all).map(service =>
      withAllocatedAddress(service, ground.features, isAssumed)
    )
    return registry(addressed, ground.features)
  })
  const workloads = once(() =>
    WORKLOAD_KINDS.flatMap(kind => of(kind)).flatMap(entry => workload(entry) ?? [])
  )
  const placed = once(() => workloadIndex(workloads()))
  const namespaces = once(() => namespacesOf(input.manifests))
  return {
    name: input.name ?? 'default',
    side: input.side,
    version: ground.version,
    features: ground.features,
    config,
    manifests: input.manifests,
    complete: input.complete === true,
    isCompared: governed !== undefined,
    of,
    discovers: watched.discovers,
    get: ref => refs().get(refKey(ref)),
    namespaceLabels: namespace => watched.labelsOf(namespace) ?? {},
    namespaceLabelsOf: namespace => {
      const labels = watched.labelsOf(namespace) ?? null
      if (labels === null || joins(labels) || governed?.().has(namespace) !== true) return labels
      return { ...labels, 'istio-injection': 'disabled' }
    },
    get namespaces() {
      return namespaces()
    },
    get registry() {
      return services()
    },
    get assumed() {
      return shared()
    },
    get workloads() {
      return workloads()
    },
    workloadsIn: namespace => placed().in(namespace),
    workloadsBy: (namespace, labels) => placed().by(namespace, labels),
    over: manifests => mesh({ ...input, manifests }, ground, shared, governed)
  }
}

/** Kinds whose name several groups use. */
const DEFAULT_GROUPS: Readonly<Record<string, string>> = {
  Gateway: 'networking.istio.io',
  Service: ''
}

function allServices(
  of: (kind: string, group?: string) => readonly Manifest[],
  config: MeshConfig,
  extra: Assumed
): Service[] {
  return [
    ...of('Service').map(entry =>
      kubernetesService(entry, config.clusterDomain, config.defaultServiceExportTo)
    ),
    ...of('ServiceEntry').flatMap(entry => serviceEntries(entry, config.defaultServiceExportTo)),
    ...extra.services
  ]
}

function byKind(manifests: readonly Manifest[]): Map<string, Manifest[]> {
  return groupBy(manifests, entry => entry.ref.kind)
}

function sortByAge(manifests: readonly Manifest[], features: Features): readonly Manifest[] {
  return manifests
    .map(entry => ({
      entry,
      created: createdAt(entry),
      name: entry.ref.name,
      namespace: entry.ref.namespace
    }))
    .sort(byAge(features))
    .map(aged => aged.entry)
}

function groupBy<Value>(
  values: readonly Value[],
  key: (value: Value) => string
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const value of values) {
    const name = key(value)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [value])
    else group.push(value)
  }
  return groups
}

function once<Value>(compute: () => Value): () => Value {
  let done = false
  let value: Value | undefined
  return () => {
    if (!done) {
      value = compute()
      done = true
    }
    return value as Value // set above: `done` says so
  }
}
