import { gatewayName } from '../dataplane/rules.ts'
import type { JsonMap, Manifest } from '../manifest/manifest.ts'
import { overlaps, qualify } from '../mesh/host.ts'
import { map, text, textMap, texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { type Aged, byAge, createdAt, refKey } from '../mesh/order.ts'
import { selectorText } from '../mesh/selector.ts'
import { visibility } from '../mesh/visibility.ts'
import { gatewayClaims } from './gateway-claims.ts'
import { ingressClaims } from './ingress-claims.ts'
import type { ManifestChange } from './manifest-change.ts'
import { serviceEntryClaims } from './service-entry-claims.ts'

/** Objects of one kind of which the older one wins something, and git does not say which is older. */
export interface Rivals {
  readonly kind: string
  /** Their keys, by name: the order in which they are read where git says nothing. */
  readonly members: readonly string[]
  readonly manifests: ReadonlyMap<string, Manifest>
  /** Keys of all objects that differ between the sides. */
  readonly changed: ReadonlySet<string>
  /** Who of two equally old ones comes first; null where the sides do not agree on it. */
  readonly tied: ((a: Aged, b: Aged) => number) | null
}

/** Groups of rivals that a change touches; an order among objects that did not change is the same on both sides. */
export function rivalsOf(base: Mesh, head: Mesh, changes: readonly ManifestChange[]): Rivals[] {
  const changed = new Set<string>()
  for (const change of changes) {
    const ref = (change.head ?? change.base)?.ref
    if (!change.equal && ref !== undefined) changed.add(refKey(ref))
  }
  const [one, other] = [base.features, head.features]
  const settled = one.has(TIES) === other.has(TIES)
  const tied = settled ? byAge(head.features) : null
  const groups: Rivals[] = []
  for (const [kind, claims] of Object.entries(claimsOf)) {
    const objects = new Map<string, Manifest>()
    const claimed = new Map<string, Set<string>>()
    const privates = new Set<string>()
    for (const mesh of [base, head]) {
      for (const manifest of mesh.of(kind)) {
        const key = refKey(manifest.ref)
        objects.set(key, manifest)
        if (isPrivate(manifest)) privates.add(key)
        const own = claimed.get(key) ?? new Set()
        for (const claim of claims(manifest, mesh)) own.add(claim)
        claimed.set(key, own)
      }
    }
    const oldestWins = [base, head].some(one => !one.features.has('most-specific-virtual-service'))
    const wildcards = (a: string, b: string) =>
      kind === 'VirtualService' && (oldestWins || privates.has(a) || privates.has(b))
    for (const members of components(claimed, objects, changed, wildcards)) {
      if (!isOpen(members, objects, settled)) continue
      groups.push({ kind, members, manifests: objects, tied, changed })
    }
  }
  return groups
}

/** The behaviour by which equally old objects are told apart. */
const TIES = 'order-by-name-then-namespace'

/** What objects of a kind compete for: two that make one claim are rivals. */
const claimsOf: Readonly<Record<string, (manifest: Manifest, mesh: Mesh) => string[]>> = {
  VirtualService: ({ spec, ref }, mesh) => {
    const gateways = texts(spec.gateways).map(name => gatewayName(name, ref.namespace))
    const hosts = texts(spec.hosts).map(host =>
      qualify(host, ref.namespace, mesh.config.clusterDomain).toLowerCase()
    )
    const scope = visibility(
      texts(spec.exportTo),
      ref.namespace,
      mesh.config.defaultVirtualServiceExportTo
    )
    if (scope === 'none') return []
    return (gateways.length === 0 ? ['mesh'] : gateways).flatMap(gateway =>
      hosts.map(host => `${gateway} ${host}`)
    )
  },
  DestinationRule: ({ spec, ref }, mesh) => {
    const host = qualify(text(spec.host) ?? '', ref.namespace, mesh.config.clusterDomain)
    return [`${ref.namespace} ${host.toLowerCase()}`]
  },
  Gateway: gatewayClaims,
  Ingress: ingressClaims,
  ServiceEntry: serviceEntryClaims,
  Sidecar: ({ spec, ref }) => [`${ref.namespace} ${selectorText(sidecarSelector(spec))}`]
}

/** Seen by named namespaces alone, and there before all that are public. */
function isPrivate({ spec, ref }: Manifest): boolean {
  return visibility(texts(spec.exportTo), ref.namespace, ['*']) !== 'public'
}

function sidecarSelector(spec: JsonMap) {
  return textMap(map(spec.workloadSelector)?.labels)
}

/** Rivals that are linked by claims, each group with a changed member. */
function components(
  claimed: ReadonlyMap<string, ReadonlySet<string>>,
  objects: ReadonlyMap<string, Manifest>,
  changed: ReadonlySet<string>,
  joins: (a: string, b: string) => boolean
): string[][] {
  const byClaim = new Map<string, string[]>()
  for (const [key, claims] of claimed) {
    for (const claim of claims) {
      const known = byClaim.get(claim)
      if (known === undefined) byClaim.set(claim, [key])
      else known.push(key)
    }
  }
  joinWildcards(byClaim, joins)
  const neighbours = new Map<string, Set<string>>()
  for (const keys of byClaim.values()) {
    // Rivals without a changed one among them keep whatever order they have.
    if (keys.length < 2 || !keys.some(key => changed.has(key))) continue
    // A chain links them as well as all pairs would.
    for (const [index, key] of keys.entries()) {
      const own = neighbours.get(key) ?? new Set()
      for (const other of [keys[index - 1], keys[index + 1]])
        if (other !== undefined) own.add(other)
      neighbours.set(key, own)
    }
  }
  const groups: string[][] = []
  const seen = new Set<string>()
  for (const start of [...neighbours.keys()].sort()) {
    if (seen.has(start)) continue
    const group: string[] = []
    const open = [start]
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      if (seen.has(key)) continue
      seen.add(key)
      group.push(key)
      for (const next of neighbours.get(key) ?? []) open.push(next)
    }
    groups.push(group.sort(byName(objects)))
  }
  return groups
}

/** A wildcard host competes with the hosts under it where the more specific one does not simply win. */
function joinWildcards(
  byClaim: Map<string, string[]>,
  joins: (a: string, b: string) => boolean
): void {
  const wildcards = [...byClaim.keys()].filter(claim => claim.startsWith('mesh *'))
  for (const wildcard of wildcards) {
    const own = byClaim.get(wildcard) ?? []
    const joined = new Set(own)
    for (const [claim, keys] of byClaim) {
      const [scope, host] = split(claim)
      if (claim === wildcard || scope !== 'mesh' || !overlaps(split(wildcard)[1], host)) continue
      for (const key of keys) if (own.some(one => joins(one, key))) joined.add(key)
    }
    byClaim.set(wildcard, [...joined])
  }
}

function split(claim: string): [string, string] {
  const space = claim.indexOf(' ')
  return [claim.slice(0, space), claim.slice(space + 1)]
}

/**
 * Ages that all stand in git leave nothing open: of equally old objects the name decides, then the namespace
 * (pilot model/config.go sortByCreationComparator).
 */
function isOpen(
  group: readonly string[],
  objects: ReadonlyMap<string, Manifest>,
  settled: boolean
): boolean {
  const ages = new Set<number>()
  for (const key of group) {
    const manifest = objects.get(key)
    const age = manifest === undefined ? null : createdAt(manifest)
    if (age === null || (!settled && ages.has(age))) return true
    ages.add(age)
  }
  return false
}

function byName(objects: ReadonlyMap<string, Manifest>): (a: string, b: string) => number {
  const nameOf = (key: string) => {
    const ref = objects.get(key)?.ref
    return ref === undefined ? key : `${ref.name}\n${ref.namespace}`
  }
  return (a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)
}
