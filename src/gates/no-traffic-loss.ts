import type { Effect } from '../effects/effect.ts'
import { defineGate } from './gate.ts'

export const noTrafficLoss = defineGate({
  id: 'no-traffic-loss',
  summary: 'No request that is served before the change fails after it.',
  level: 'error',
  violatedBy({ effects }) {
    const lost: Effect[] = []
    for (const effect of effects) {
      if (effect.kind === 'traffic-lost' || losesInSomeOrder(effect)) lost.push(effect)
    }
    if (lost.length === 0) return []
    const [first] = lost
    const more = lost.length > 1 ? ` and ${lost.length - 1} more` : ''
    return [
      {
        message: `requests to ${first === undefined ? '' : first.subject.name}${more} are no longer served`,
        evidence: lost.map(effect => effect.fingerprint)
      }
    ]
  }
})

/** An order-dependent effect breaks traffic where one of the possible creation orders does. */
function losesInSomeOrder(effect: Effect): boolean {
  return effect.kind === 'order-dependent' && effect.direction === 'break'
}
