import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal, warning } from '../problem.ts'
import { checkProviders } from './providers.ts'

const noTagName = warning('missing-tag-name', '{field} overrides a tag without a name.')

const noTagValue = refusal(
  'missing-tag-value',
  '{field} is not set: operation UPSERT needs the value of the tag. REMOVE takes the tag away.'
)

const valueOfRemoved = refusal(
  'conflicting-tag-value',
  '{field} is set beside operation REMOVE, which takes the tag away. Use UPSERT, or remove it.'
)

const noMetric = refusal('missing-custom-metric', '{field} is empty: name the metric.')

export function checkMetrics(metrics: Message<'Metrics'>, field: Field): void {
  checkProviders(metrics.providers, field.at('providers'))
  for (const [index, override] of metrics.overrides.entries()) {
    const place = field.at('overrides', index)
    for (const [name, { operation, value }] of override.tagOverrides) {
      const tag = place.at('tagOverrides', name)
      if (name === '') place.at('tagOverrides').key(name).report(noTagName)
      if (operation === 'UPSERT' && value === '') tag.at('value').report(noTagValue)
      if (operation === 'REMOVE' && value !== '') tag.at('value').report(valueOfRemoved)
    }
    if (override.match?.customMetric === '') place.at('match', 'customMetric').report(noMetric)
  }
}
