import type { Proxy as ProxyClass } from '../dataplane/config.ts'
import { type Assumption, describeRef, type UnknownDraft } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { list, map, text, textMap } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { refKey } from '../mesh/order.ts'
import { selects } from '../mesh/selector.ts'
import type { ManifestChange } from './manifest-change.ts'

/** Kinds that patch what istiod made, or run code of their own in a proxy. */
const opaqueKinds = ['EnvoyFilter', 'WasmPlugin', 'TrafficExtension'] as const

/** More of one kind than this are assumed unchanged in one line. */
const nameLimit = 3

/** What is the same on both sides equals itself, whatever it does: an assumption, and no reason to warn. */
export function opaqueAssumptions(head: Mesh, changes: readonly ManifestChange[]): Assumption[] {
  const changed = changedKeys(changes)
  const assumptions: Assumption[] = []
  for (const kind of opaqueKinds) {
    const same = head.of(kind).filter(({ ref }) => !changed.has(refKey(ref)))
    const refs =
      same.length > nameLimit
        ? [`${same.length} objects of kind ${kind}`]
        : same.map(({ ref }) => describeRef(ref)).sort()
    for (const ref of refs) assumptions.push({ kind: 'opaque-unchanged', params: { ref } })
  }
  return assumptions
}

/** A table changed beneath a patch of routes: what the patch makes of the new one is not known. */
export function beneathOpaque(
  head: Mesh,
  changes: readonly ManifestChange[],
  proxies: readonly ProxyClass[]
): UnknownDraft[] {
  if (proxies.length === 0) return []
  const changed = changedKeys(changes)
  const unknown: UnknownDraft[] = []
  for (const filter of head.of('EnvoyFilter')) {
    if (changed.has(refKey(filter.ref)) || !patchesRoutes(filter)) continue
    const touched = proxies.filter(proxy => appliesTo(filter, proxy, head.config.rootNamespace))
    const [first] = touched
    if (first === undefined) continue
    const others = touched.length > 1 ? ` and ${touched.length - 1} more` : ''
    unknown.push({
      reason: 'opaque',
      message: `routes of ${first.description}${others} changed beneath ${describeRef(filter.ref)}, which patches routes: what it makes of them is unknown`,
      subject: filter.ref,
      at: { manifest: filter, path: ['spec', 'configPatches'], part: 'key' }
    })
  }
  return unknown
}

const routePatches: ReadonlySet<string> = new Set([
  'ROUTE_CONFIGURATION',
  'VIRTUAL_HOST',
  'HTTP_ROUTE'
])

function patchesRoutes({ spec }: Manifest): boolean {
  return list(spec.configPatches).some(patch => routePatches.has(text(map(patch)?.applyTo) ?? ''))
}

function appliesTo({ ref, spec }: Manifest, proxy: ProxyClass, root: string): boolean {
  if (ref.namespace !== proxy.namespace && ref.namespace !== root) return false
  const wanted = textMap(map(spec.workloadSelector)?.labels)
  return selects(wanted, proxy.labels)
}

function changedKeys(changes: readonly ManifestChange[]): Set<string> {
  const keys = new Set<string>()
  for (const { base, head, equal } of changes) {
    const ref = (head ?? base)?.ref
    if (!equal && ref !== undefined) keys.add(refKey(ref))
  }
  return keys
}
