import { acrossNetworks, parseCluster } from '../dataplane/cluster-name.ts'
import type { EffectDraft } from './effect.ts'

/** The service that a server name of AUTO_PASSTHROUGH stands for; null: it is another name. */
export function passedOnTo(serverName: string): string | null {
  const cluster = acrossNetworks(serverName)
  return cluster === null ? null : (parseCluster(cluster)?.host ?? null)
}

/**
 * A server with AUTO_PASSTHROUGH has a chain for each port and subset of each service. What one of them says it says of
 * all, so that they are told as one.
 */
export function asOneOfAll(draft: EffectDraft): EffectDraft {
  const { subject, changes, witness } = draft
  const own = passedOnTo(witness?.request.sni ?? '')
  if (subject.gateway === undefined || own !== subject.name) return draft
  return {
    ...draft,
    region: 'mutual TLS that is passed on by its server name, outbound_.PORT_.SUBSET_.HOST',
    changes: changes.map(one => {
      if (one.facet !== 'destinations') return one
      return { ...one, before: named(one.before), after: named(one.after) }
    })
  }
}

/** What ends a connection is told as it is, where it goes by the name alone. */
function named(words: string): string {
  return words.includes('(') ? words : 'the service that the server name names'
}
