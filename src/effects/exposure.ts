import type { Proxy as ProxyClass } from '../dataplane/config.ts'
import type { Dataplane } from '../dataplane/dataplane.ts'
import { type Change, reach } from '../dataplane/reach.ts'
import type { UnknownDraft } from '../finding.ts'
import type { EffectDraft } from './effect.ts'
import { compareExposure } from './exposure-compare.ts'
import { type ExposureContext, exposureEffect } from './exposure-effect.ts'
import { gatewaySides } from './exposure-gateways.ts'
import { ExposureSide } from './exposure-side.ts'
import type { ManifestChange } from './manifest-change.ts'
import { podsIn } from './pods.ts'
import { compareText } from './risk.ts'
import { serverScope } from './server-scope.ts'

export interface ExposureResult {
  readonly effects: readonly EffectDraft[]
  readonly unknown: readonly UnknownDraft[]
  readonly tables: number
}

/**
 * What is reachable from outside through a gateway on one side alone: by its listeners, its routes, its own
 * policies, and the transport, tokens and policies of the pods behind it.
 */
export function exposureEffects(
  base: Dataplane,
  head: Dataplane,
  gateways: readonly ProxyClass[],
  changes: readonly ManifestChange[]
): ExposureResult {
  const edited = changes.filter(({ equal }) => !equal)
  if (gateways.length === 0 || edited.length === 0) return { effects: [], unknown: [], tables: 0 }
  const touched = reach(base.compilation, head.compilation, [
    ...edited,
    ...servedBy(base, head, edited)
  ])
  const reached = { base: base.reached(touched), head: head.reached(touched) }
  const pods = { base: podsIn(base.mesh), head: podsIn(head.mesh) }
  const effects: EffectDraft[] = []
  const unknown = new Map<string, UnknownDraft>()
  let tables = 0
  for (const proxy of gateways) {
    const sides = gatewaySides(proxy, base.mesh, head.mesh)
    if (sides === null) continue
    const moved = sides.base.proxy.id !== sides.head.proxy.id || sides.base.open !== sides.head.open
    const whole = moved || guarded(edited, sides.base.proxy, [base, head])
    if (!whole && !touched.affects(proxy)) continue
    const planes = whole ? { base, head } : reached
    const one = new ExposureSide(
      planes.base,
      sides.base.proxy,
      sides.base.principal,
      sides.base.open
    )
    const other = new ExposureSide(
      planes.head,
      sides.head.proxy,
      sides.head.principal,
      sides.head.open
    )
    const found = compareExposure({ base: one, head: other, pods })
    tables += found.tables
    for (const { message, reason, routeConfig } of found.gaps) {
      const where = `what ${proxy.description} serves to the outside (${routeConfig})`
      unknown.set(message, { reason, message: `${where}: ${message}`, subject: null, at: null })
    }
    const assumptions = [...proxy.assumptions, ...sides.head.assumptions]
    const context: ExposureContext = { base: one, head: other, changes, proxy, assumptions }
    for (const change of found.changes) {
      const made = exposureEffect(change, context)
      if (made === null) continue
      if ('kind' in made) effects.push(made)
      else unknown.set(made.message, made)
    }
  }
  return { effects: distinct(effects), unknown: [...unknown.values()], tables }
}

/** Policies of gateway pods decide about everything that the gateway serves. */
function guarded(
  edited: readonly ManifestChange[],
  { namespace }: ProxyClass,
  planes: readonly Dataplane[]
): boolean {
  const roots = planes.map(({ mesh }) => mesh.config.rootNamespace)
  return edited.some(({ base, head }) => {
    const ref = (head ?? base)?.ref
    const policy = ref?.kind === 'AuthorizationPolicy' || ref?.kind === 'RequestAuthentication'
    return policy && (ref.namespace === namespace || roots.includes(ref.namespace))
  })
}

/** Services whose pods a change of policies or labels can reach, as changes of what routes lead to. */
function servedBy(base: Dataplane, head: Dataplane, edited: readonly ManifestChange[]): Change[] {
  const scope = serverScope(base.mesh, head.mesh, edited)
  if (scope.empty) return []
  const found = new Map<string, Change>()
  for (const { mesh } of [base, head]) {
    const services =
      scope.namespaces === null
        ? mesh.registry.all
        : [...scope.namespaces].flatMap(one => mesh.registry.inNamespace(one))
    for (const { host, manifest } of services) {
      if (manifest !== null) found.set(host, { base: manifest, head: manifest })
    }
  }
  return [...found.entries()].sort(([a], [b]) => compareText(a, b)).map(([, one]) => one)
}

/** Gateways of several classes that serve the same are one to a reader. */
function distinct(effects: readonly EffectDraft[]): EffectDraft[] {
  const found = new Map<string, EffectDraft>()
  for (const effect of effects) {
    const known = found.get(effect.fingerprint)
    if (known === undefined) found.set(effect.fingerprint, effect)
    else {
      const names = [...new Set([...known.proxy.names, ...effect.proxy.names])].sort(compareText)
      found.set(effect.fingerprint, { ...known, proxy: { ...known.proxy, names } })
    }
  }
  return [...found.values()]
}
