import type { Proxy as ProxyClass, ProxyConfig } from '../dataplane/config.ts'
import { type Assumption, type Place, worst } from '../finding.ts'
import { fingerprint } from '../fingerprint.ts'
import { refKey } from '../mesh/order.ts'
import type { Behaviour } from './behaviour.ts'
import { changesByRef } from './changes-by-ref.ts'
import type { Cause, EffectDraft, EffectSubject, Witness } from './effect.ts'
import type { Difference } from './kind.ts'
import type { ManifestChange } from './manifest-change.ts'
import { phases, stepWords } from './phases.ts'
import { domainOf } from './risk.ts'
import { type PlaneLayer, verifyCommand, watchExpression } from './steps.ts'

/** What an effect of routes or connections is made of. */
export interface DraftParts {
  readonly mesh: string
  readonly proxy: ProxyClass
  readonly before: Behaviour
  readonly after: Behaviour
  readonly difference: Difference
  readonly subject: EffectSubject
  readonly region: string
  readonly causes: readonly Cause<Place>[]
  readonly witness: Witness
  readonly configs: { readonly base: ProxyConfig; readonly head: ProxyConfig }
  /** Where a running proxy shows it. */
  readonly layer: PlaneLayer
  readonly changes: readonly ManifestChange[]
}

export function draftFrom(parts: DraftParts): EffectDraft {
  const { mesh, proxy, before, after, difference, subject, region, causes, witness } = parts
  const { kind, direction, severity } = difference
  const facets = difference.changes.map(one => one.facet)
  const hosts = [...hostsOf(before, parts.configs.base), ...hostsOf(after, parts.configs.head)]
  const [host] = hosts
  const unheld = facets.includes('pods') ? unheldPods([before, after]) : []
  const sure = worst(proxy.certainty, worst(before.certainty, after.certainty))
  const layer: PlaneLayer =
    kind === 'upstream-changed' && host !== undefined ? { what: 'clusters', host } : parts.layer
  return {
    kind,
    mesh,
    domain: domainOf[kind],
    direction,
    severity,
    subject,
    proxy: { type: proxy.type, names: [proxy.description] },
    region,
    changes: difference.changes,
    witness,
    causes,
    members: [],
    certainty: unheld.length > 0 ? worst(sure, 'assumed') : sure,
    assumptions: distinctAssumptions([
      ...proxy.assumptions,
      ...before.assumptions,
      ...after.assumptions,
      ...unheld
    ]),
    fingerprint: fingerprint([kind, mesh, subject, difference.changes, region]),
    verify: verifyCommand(proxy, layer),
    watch: watchExpression(kind, hosts, facets, parts.layer.what === 'listeners'),
    rollback: rollbackOf(causes, parts.changes)
  }
}

/**
 * Pods that a Service selects on one side and git does not hold: that they exist is taken for granted, else requests
 * would meet nobody there.
 */
function unheldPods(sides: readonly Behaviour[]): Assumption[] {
  return sides.flatMap(({ destinations }) =>
    destinations.flatMap(({ pods, upstream }) => {
      if (upstream?.endpoints !== null || pods === null || pods.names.length > 0) return []
      return pods.namespaces.map(
        (namespace): Assumption => ({
          kind: 'workload-exists',
          params: { namespace, labels: pods.labels }
        })
      )
    })
  )
}

function hostsOf({ destinations }: Behaviour, { clusters }: ProxyConfig): string[] {
  return destinations.flatMap(({ cluster }) => clusters.get(cluster)?.host ?? [])
}

/** What was replayed, for a claim that it does not show. */
export function replayedWords(witness: Witness | null): string {
  if (witness === null) return 'it cannot be written as a request'
  return [witness.before, witness.after]
    .map(({ outcome, reason }) => (reason === undefined ? outcome : `${outcome}: ${reason}`))
    .join(' → ')
}

/** `orders in shop, port 8080`. */
export function subjectWords({ name, namespace, port, gateway }: EffectSubject): string {
  const where = namespace === undefined ? '' : ` in ${namespace}`
  return `${name}${where}${port === undefined ? '' : `, port ${port}`}${gateway === undefined ? '' : ` at gateway ${gateway}`}`
}

/** How to undo what the causes did: their objects, in the order that leaves no gap. */
export function rollbackOf(
  causes: readonly Cause<Place>[],
  changes: readonly ManifestChange[]
): string {
  const involved = changesByRef(changes).of(causes.map(({ ref }) => refKey(ref)))
  return phases(involved, 'back').map(stepWords).join(', then ')
}

export function distinctAssumptions(assumptions: readonly Assumption[]): Assumption[] {
  const seen = new Map(assumptions.map(one => [JSON.stringify(one), one]))
  return [...seen.values()]
}
