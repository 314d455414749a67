import { type Assumption, describeRef, type FieldPath, worst } from '../finding.ts'
import type { Json, Manifest } from '../manifest/manifest.ts'
import { filled, list, map, mapOrEmpty, text, texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { refKey } from '../mesh/order.ts'
import type { RouteEffect } from './route-effect.ts'

/** What a controller rewrites of an object; of a VirtualService the routes of these names, where any are named. */
interface Owned {
  readonly assumption: Assumption
  readonly routes: readonly string[]
}

/**
 * Objects whose weights and subsets a controller rewrites while it rolls out: what git says of them holds between two
 * roll-outs alone. By the key of the object.
 * Source: Argo Rollouts trafficRouting.istio; Flagger's router of Istio, which names objects after its target.
 */
function runTimeOwners(mesh: Mesh): ReadonlyMap<string, Owned> {
  const owners = new Map<string, Owned>()
  const add = (
    owner: Manifest,
    kind: 'VirtualService' | 'DestinationRule',
    name: Json | undefined,
    routes: readonly string[] = []
  ): void => {
    const written = filled(name)
    if (written === undefined) return
    // Argo Rollouts takes `name.namespace` too.
    const [own = '', namespace = owner.ref.namespace] = written.split('.')
    const ref = { group: 'networking.istio.io', kind, namespace, name: own }
    const params = { ref: describeRef(ref), owner: describeRef(owner.ref) }
    owners.set(refKey(ref), { assumption: { kind: 'weights-at-run-time', params }, routes })
  }
  for (const rollout of mesh.of('Rollout')) {
    const strategy = mapOrEmpty(rollout.spec.strategy)
    const istio = mapOrEmpty(mapOrEmpty(mapOrEmpty(strategy.canary).trafficRouting).istio)
    for (const one of [istio.virtualService, ...list(istio.virtualServices)]) {
      add(rollout, 'VirtualService', map(one)?.name, texts(map(one)?.routes))
    }
    add(rollout, 'DestinationRule', map(istio.destinationRule)?.name)
  }
  for (const canary of mesh.of('Canary')) {
    const target = filled(mapOrEmpty(canary.spec.targetRef).name)
    const name = filled(mapOrEmpty(canary.spec.service).name) ?? target
    add(canary, 'VirtualService', name)
    if (name !== undefined) {
      for (const suffix of ['primary', 'canary'])
        add(canary, 'DestinationRule', `${name}-${suffix}`)
    }
  }
  return owners
}

/** Where requests go: the rest of a route, and of a policy, is left as git has it. */
const rewritten: ReadonlySet<string> = new Set(['destinations', 'pods', 'endpoints'])

/** Effects of what a controller rewrites are assumed: they hold while it lets the objects be. */
export function withRunTimeOwners(
  base: Mesh,
  head: Mesh,
  effects: readonly RouteEffect[]
): readonly RouteEffect[] {
  const owners = new Map([...runTimeOwners(base), ...runTimeOwners(head)])
  if (owners.size === 0) return effects
  return effects.map(effect => {
    const { draft } = effect
    if (draft.kind !== 'order-dependent' && !draft.changes.some(one => rewritten.has(one.facet)))
      return effect
    const found = new Map<string, Assumption>()
    for (const { ref, at, side } of draft.causes) {
      const owner = owners.get(refKey(ref))
      const manifest = (side === 'base' ? base : head).get(ref)
      if (owner === undefined || !isRewritten(at.path, manifest, owner)) continue
      found.set(refKey(ref), owner.assumption)
    }
    if (found.size === 0) return effect
    const certainty = worst('assumed', draft.certainty)
    const assumptions = [...draft.assumptions, ...found.values()]
    return { ...effect, draft: { ...draft, certainty, assumptions } }
  })
}

/** Routes of other names than those that the controller was given are not its. */
function isRewritten(path: FieldPath, manifest: Manifest | undefined, { routes }: Owned): boolean {
  const [spec, kind, index] = path
  if (routes.length === 0 || spec !== 'spec' || kind !== 'http' || typeof index !== 'number') {
    return true
  }
  const name = text(map(list(manifest?.spec.http)[index])?.name)
  return name === undefined || routes.includes(name)
}
