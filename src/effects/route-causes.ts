import { parseCluster } from '../dataplane/cluster-name.ts'
import type { Cluster, ProxyConfig } from '../dataplane/config.ts'
import type { Place } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { withEmbedded, writtenPath } from '../mesh/embedded.ts'
import { list, map } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { refKey } from '../mesh/order.ts'
import { type CauseInput, causesOf } from './cause.ts'
import { changesByRef } from './changes-by-ref.ts'
import type { Cause } from './effect.ts'
import { fieldChanges } from './field-diff.ts'
import { pathWords } from './ledger-words.ts'
import type { ManifestChange } from './manifest-change.ts'
import { upstreamKey } from './upstream.ts'

/** What a difference was made from, on both sides. */
export interface MadeFrom {
  readonly places: { readonly base: readonly Place[]; readonly head: readonly Place[] }
  /** What the places are; else each is named by its field. */
  readonly noun?: string
  /** Names of the clusters that receive a share. */
  readonly clusters: { readonly base: readonly string[]; readonly head: readonly string[] }
  readonly configs: { readonly base: ProxyConfig; readonly head: ProxyConfig }
}

/** What in the files made a difference: a rule, its clusters, the policies of these. */
export function causesFor(
  made: MadeFrom,
  sides: { readonly base: Mesh; readonly head: Mesh },
  changes: readonly ManifestChange[]
): Cause<Place>[] {
  const inputs: CauseInput[] = []
  for (const side of ['base', 'head'] as const) {
    for (const place of made.places[side]) {
      inputs.push({ side, places: [place], noun: made.noun ?? nounOf(place) })
    }
  }
  for (const [side, other] of [
    ['base', 'head'],
    ['head', 'base']
  ] as const) {
    for (const name of made.clusters[side]) {
      const own = made.configs[side].clusters.get(name)
      const there = made.configs[other].clusters.get(name)
      if (own === undefined) {
        inputs.push(...declaredAs(name, sides[side]).map(place => hostOf(side, place)))
        continue
      }
      const places = ruleOf(own, sides[side])
      if (there !== undefined && upstreamKey(own) !== upstreamKey(there)) {
        inputs.push({ side, places, noun: 'policy' })
      }
      if (there !== undefined && there.endpoints === own.endpoints) continue
      inputs.push({ side, places: own.origins, noun: own.subset === '' ? 'port' : 'subset' })
    }
  }
  const causes = causesOf(inputs, {
    manifest: (side, { manifest }) => sides[side].get(manifest.ref)
  })
  const { edited } = changesByRef(changes)
  const moved = causes.filter(cause => edited.has(refKey(cause.ref)))
  if (moved.length > 0) return moved
  const changed = fallback(changes)
  return (changed.length > 0 ? changed : causes).slice(0, causeLimit)
}

function hostOf(side: 'base' | 'head', place: Place): CauseInput {
  return { side, places: [place], noun: 'host' }
}

/** Where the host of a cluster that there is not is declared all the same. */
function declaredAs(name: string, { registry }: Mesh): Place[] {
  const host = parseCluster(name)?.host
  if (host === undefined) return []
  return registry
    .byHost(host.toLowerCase())
    .flatMap(({ manifest }) => (manifest === null ? [] : [{ manifest, path: ['spec'] }]))
}

function nounOf({ path: [, field] }: Place): string {
  if (field === 'servers') return 'server'
  return field === 'tcp' || field === 'tls' ? 'rule' : 'port'
}

/** Where the DestinationRule of a cluster says how endpoints are treated. */
function ruleOf({ destinationRule, subset }: Cluster, mesh: Mesh): Place[] {
  if (destinationRule === null) return []
  const [namespace = '', name = ''] = destinationRule.split('/')
  const ref = { group: 'networking.istio.io', kind: 'DestinationRule', namespace, name }
  const manifest = mesh.get(ref)
  if (manifest === undefined) return []
  const places: Place[] = []
  if (map(manifest.spec.trafficPolicy) !== undefined) {
    places.push({ manifest, path: ['spec', 'trafficPolicy'] })
  }
  const index = list(manifest.spec.subsets).findIndex(one => map(one)?.name === subset)
  if (index >= 0) places.push({ manifest, path: ['spec', 'subsets', index] })
  return places
}

/** More fields of one object than this say less than the object itself. */
const fieldLimit = 3

/** Causes that nothing but the change itself points at. */
const causeLimit = 3

/** Nothing that the routes were made from changed: something that they depend on did, a label, a Service, a setting. */
function fallback(changes: readonly ManifestChange[]): Cause<Place>[] {
  const causes: Cause<Place>[] = []
  for (const { base, head, equal } of changes) {
    if (causes.length >= causeLimit) break
    if (equal) continue
    if (base !== null && head !== null) {
      causes.push(...changedFields(base, head))
      continue
    }
    const manifest = head ?? base
    if (manifest === null) continue
    const note = base === null ? 'this object is new' : 'this object was removed'
    const at = { manifest, path: ['metadata', 'name'] }
    causes.push({ side: head === null ? 'base' : 'head', ref: manifest.ref, at, note })
  }
  return causes
}

/** The fields that differ, by name: `outboundTrafficPolicy.mode changed`. */
function changedFields(base: Manifest, head: Manifest): Cause<Place>[] {
  const causes: Cause<Place>[] = []
  for (const { before, after } of fieldChanges(withEmbedded(base), withEmbedded(head))) {
    const [side, manifest] = after === null ? (['base', base] as const) : (['head', head] as const)
    const path = after ?? before ?? []
    const written = writtenPath(manifest, path)
    const name = pathWords(written.length < path.length ? path.slice(written.length) : path)
    const note = `${name} ${after === null ? 'was here' : 'changed'}`
    causes.push({ side, ref: manifest.ref, at: { manifest, path: written }, note })
  }
  // A value that was replaced is named once, where it stands now.
  const now = causes.filter(cause => cause.side === 'head')
  const named = now.length > 0 ? now : causes
  if (named.length > 0 && named.length <= fieldLimit) return named
  const at = { manifest: head, path: ['metadata', 'name'] }
  return [{ side: 'head', ref: head.ref, at, note: 'this object changed' }]
}
