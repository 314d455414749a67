import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal, warning } from '../problem.ts'
import { checkDestination } from '../values/destination.ts'

const deprecatedPercent = warning(
  'deprecated-mirror-percent',
  '{field} is deprecated: write mirrorPercentage with a value.'
)

const highPercentage = refusal(
  'invalid-mirror-percentage',
  '{field} is {percentage}, but must be from 0 to 100.'
)

const noDestination = refusal(
  'missing-mirror-destination',
  '{field} is not set: a mirror needs it.'
)

export function checkMirrors(route: Message<'HTTPRoute'>, field: Field): void {
  if (route.mirrorPercent !== undefined) {
    if (route.mirrorPercent > 100) {
      field.at('mirrorPercent').report(highPercentage, { percentage: route.mirrorPercent })
    }
    field.at('mirrorPercent').report(deprecatedPercent)
  }
  checkPercentage(route.mirrorPercentage, field.at('mirrorPercentage', 'value'))
  for (const [index, mirror] of route.mirrors.entries()) {
    const place = field.at('mirrors', index)
    if (mirror.destination === undefined) {
      place.at('destination').report(noDestination)
      continue
    }
    checkDestination(mirror.destination, place.at('destination'))
    checkPercentage(mirror.percentage, place.at('percentage', 'value'))
  }
}

function checkPercentage(percentage: Message<'Percent'> | undefined, field: Field): void {
  const value = percentage?.value ?? 0
  if (value > 100 || value < 0) field.report(highPercentage, { percentage: value })
}
