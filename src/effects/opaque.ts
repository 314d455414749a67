import { type Assumption, describeRef, type UnknownDraft } from '../finding.ts'
import { fingerprint } from '../fingerprint.ts'
import type { JsonMap, Manifest } from '../manifest/manifest.ts'
import { filled, map, mapOrEmpty, number } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { refKey } from '../mesh/order.ts'
import type { EffectDraft } from './effect.ts'
import { attaches, matchesVersion } from './extension/attach.ts'
import { EXTENSION_KINDS } from './extension/kinds.ts'
import { directionsOf, namesRoutes } from './extension/meets.ts'
import { type Patch, patchesOf } from './extension/patch.ts'
import { patchWords } from './extension/words.ts'
import type { ManifestChange } from './manifest-change.ts'
import type { RouteEffect } from './route-effect.ts'

/** More of one kind than this are assumed unchanged in one line. */
const nameLimit = 3

/** What is the same on both sides equals itself, whatever it does: an assumption, and no reason to warn. */
export function opaqueAssumptions(head: Mesh, changes: readonly ManifestChange[]): Assumption[] {
  const changed = changedKeys(changes)
  const assumptions: Assumption[] = []
  for (const kind of EXTENSION_KINDS) {
    const same = head.of(kind).filter(({ ref }) => !changed.has(refKey(ref)))
    const refs =
      same.length > nameLimit
        ? [`${same.length} objects of kind ${kind}`]
        : same.map(({ ref }) => describeRef(ref)).sort()
    for (const ref of refs) assumptions.push({ kind: 'opaque-unchanged', params: { ref } })
  }
  return assumptions
}

/**
 * A route or a cluster changed beneath a patch of it: what the patch makes of the new one is not known, so just these
 * effects are not certain. Effects that no patch meets stay as they are.
 */
export function beneathPatches(
  head: Mesh,
  effects: readonly RouteEffect[]
): { readonly effects: readonly RouteEffect[]; readonly unknown: readonly UnknownDraft[] } {
  const filters = head.of('EnvoyFilter').map(filter => ({
    filter,
    patches: patchesOf(filter).filter(patch => PATCHED.has(patch.applyTo))
  }))
  if (filters.every(({ patches }) => patches.length === 0)) return { effects, unknown: [] }
  const met = new Map<Manifest, { readonly patch: Patch; readonly effects: RouteEffect[] }>()
  const root = head.config.rootNamespace
  const lowered = effects.map(effect => {
    let isBeneath = false
    for (const { filter, patches } of filters) {
      if (patches.length === 0 || !attaches(filter, effect.proxy, root)) continue
      const patch = patches.find(one => covers(one, effect, head))
      if (patch === undefined) continue
      isBeneath = true
      const known = met.get(filter) ?? { patch, effects: [] }
      met.set(filter, known)
      known.effects.push(effect)
    }
    if (!isBeneath) return effect
    // Not one with what is certain elsewhere.
    const named = fingerprint([effect.draft.fingerprint, 'beneath'])
    const draft = { ...effect.draft, certainty: 'unknown' as const, fingerprint: named }
    return { ...effect, draft }
  })
  const unknown = [...met].map(([filter, { patch, effects: own }]): UnknownDraft => {
    const names = [...new Set(own.map(({ proxy }) => proxy.description))]
    const more = names.length > 1 ? ` and ${names.length - 1} more` : ''
    return {
      reason: 'opaque',
      message: `routes of ${names[0]}${more} changed beneath ${describeRef(filter.ref)}, which ${patchWords(patch)}: what it makes of them is unknown`,
      subject: filter.ref,
      at: { manifest: filter, path: patch.path, part: 'key' }
    }
  })
  return { effects: lowered, unknown }
}

const PATCHED: ReadonlySet<string> = new Set([
  'ROUTE_CONFIGURATION',
  'VIRTUAL_HOST',
  'HTTP_ROUTE',
  'CLUSTER'
])

function covers(patch: Patch, { proxy, draft }: RouteEffect, mesh: Mesh): boolean {
  if (!matchesVersion(patch, [mesh])) return false
  const direction = directionsOf(patch, proxy).find(one => one !== 'inbound')
  if (direction === undefined) return false
  if (patch.applyTo === 'CLUSTER') return coversCluster(mapOrEmpty(patch.match.cluster), draft)
  const traces = [draft.witness?.before.trace, draft.witness?.after.trace]
  const configs = traces.flatMap(trace => trace?.routeConfig ?? [])
  // Connections that no route configuration takes are none of its business.
  if (configs.length === 0) return false
  const match = map(patch.match.routeConfiguration)
  if (match === undefined) return true
  return (
    configs.some(config => namesRoutes(match, config, direction)) &&
    coversHost(map(match.vhost), draft)
  )
}

function coversHost(vhost: JsonMap | undefined, { witness }: EffectDraft): boolean {
  if (vhost === undefined || witness === null) return true
  const name = filled(vhost.name)
  const hosts = [witness.before, witness.after].flatMap(({ trace }) => trace?.virtualHost ?? [])
  if (name !== undefined && hosts.length > 0 && !hosts.includes(name)) return false
  const domain = filled(vhost.domainName)
  const { authority } = witness.request
  return domain === undefined || domain.includes('*') || authority.startsWith(domain)
}

function coversCluster(match: JsonMap, { witness, kind }: EffectDraft): boolean {
  if (kind !== 'upstream-changed') return false
  const destinations = [witness?.before, witness?.after].flatMap(one => one?.destinations ?? [])
  const wanted = number(match.portNumber) ?? 0
  return destinations.some(
    ({ cluster, host, subset = '', port }) =>
      (filled(match.name) ?? cluster) === cluster &&
      (filled(match.service) ?? host) === host &&
      (filled(match.subset) ?? subset) === subset &&
      (wanted === 0 || wanted === port)
  )
}

function changedKeys(changes: readonly ManifestChange[]): Set<string> {
  const keys = new Set<string>()
  for (const { base, head, equal } of changes) {
    const ref = (head ?? base)?.ref
    if (!equal && ref !== undefined) keys.add(refKey(ref))
  }
  return keys
}
