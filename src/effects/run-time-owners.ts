import { type Assumption, describeRef, worst } from '../finding.ts'
import type { Json, Manifest } from '../manifest/manifest.ts'
import { filled, list, map, mapOrEmpty } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { refKey } from '../mesh/order.ts'
import type { RouteEffect } from './route-effect.ts'

/**
 * Objects whose weights and subsets a controller rewrites while it rolls out: what git says of them holds between two
 * roll-outs alone. By the key of the object.
 * Source: Argo Rollouts trafficRouting.istio; Flagger's router of Istio, which names objects after its target.
 */
export function runTimeOwners(mesh: Mesh): ReadonlyMap<string, Assumption> {
  const owners = new Map<string, Assumption>()
  const add = (
    owner: Manifest,
    kind: 'VirtualService' | 'DestinationRule',
    name: Json | undefined
  ): void => {
    const written = filled(name)
    if (written === undefined) return
    // Argo Rollouts takes `name.namespace` too.
    const [own = '', namespace = owner.ref.namespace] = written.split('.')
    const ref = { group: 'networking.istio.io', kind, namespace, name: own }
    owners.set(refKey(ref), {
      kind: 'weights-at-run-time',
      params: { ref: describeRef(ref), owner: describeRef(owner.ref) }
    })
  }
  for (const rollout of mesh.of('Rollout')) {
    const strategy = mapOrEmpty(rollout.spec.strategy)
    const istio = mapOrEmpty(mapOrEmpty(mapOrEmpty(strategy.canary).trafficRouting).istio)
    for (const one of [istio.virtualService, ...list(istio.virtualServices)]) {
      add(rollout, 'VirtualService', map(one)?.name)
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
    const found = new Map<string, Assumption>()
    for (const { ref } of draft.causes) {
      const owner = owners.get(refKey(ref))
      if (owner !== undefined) found.set(refKey(ref), owner)
    }
    if (found.size === 0) return effect
    const certainty = worst('assumed', draft.certainty)
    const assumptions = [...draft.assumptions, ...found.values()]
    return { ...effect, draft: { ...draft, certainty, assumptions } }
  })
}
