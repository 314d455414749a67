import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkDestination } from '../values/destination.ts'

const noDestination = refusal(
  'missing-destination',
  '{field} is not set: a route needs a destination, with the host of a service.'
)

const negativeWeight = refusal('invalid-weight', '{field} is {weight}, but must be 0 or more.')

const noWeight = refusal(
  'invalid-total-weight',
  'The weights of {field} add up to 0, so that no destination would receive anything. Give at least one a weight.'
)

type Weighted = Pick<Message<'HTTPRouteDestination'>, 'destination' | 'weight'>

/** Destinations of an HTTP, TLS or TCP route. Those that istiod makes are not tested. */
export function checkRouteDestinations(
  routes: readonly Weighted[],
  field: Field,
  isGenerated: boolean
): void {
  let total = 0
  for (const [index, { destination, weight }] of routes.entries()) {
    const place = field.at(index)
    if (destination === undefined) place.at('destination').report(noDestination)
    if (!isGenerated) checkDestination(destination, place.at('destination'))
    if (weight < 0) place.at('weight').report(negativeWeight, { weight })
    // An int32, which wraps around.
    total = (total + weight) | 0
  }
  if (routes.length > 1 && total === 0) field.report(noWeight)
}
