import type { Effect } from '../effects/effect.ts'
import { defineGate } from './gate.ts'
import { countOf } from './violation.ts'

export const noTrafficLoss = defineGate({
  id: 'no-traffic-loss',
  summary: 'No request that is served before the change fails after it.',
  why: 'A request that ends in 404, 503 or a reset connection is an outage for whoever sends it.',
  level: 'error',
  violatedBy({ effects }) {
    const lost = effects.filter(loses)
    if (lost.length === 0) return []
    const [first] = lost
    const others = countOf(lost) - 1
    const more = others > 0 ? ` and ${others} more` : ''
    return [
      {
        message: `requests to ${first === undefined ? '' : first.subject.name}${more} are no longer served`,
        evidence: lost.map(effect => effect.fingerprint)
      }
    ]
  }
})

/**
 * Routes that are gone, clients and servers that no longer agree on TLS, and what one of the possible creation
 * orders breaks. A refusal by policy is access, and a gate of its own.
 */
function loses({ kind, direction, severity }: Effect): boolean {
  if (kind === 'traffic-lost') return true
  if (kind === 'connection-broken') return severity === 'error'
  return kind === 'order-dependent' && direction === 'break'
}
