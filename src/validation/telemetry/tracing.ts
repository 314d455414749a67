import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal, warning } from '../problem.ts'
import { checkProviders } from './providers.ts'

type Tracing = Message<'Tracing'>

const several = warning(
  'unsupported-tracing-count',
  '{field} has several entries, but Istio supports one. Put them together.'
)

const severalProviders = warning(
  'unsupported-provider-count',
  '{field} names several providers, but tracing has one.'
)

const invalidSampling = refusal(
  'invalid-sampling',
  '{field} is {percentage}, but must be from 0 to 100.'
)

const noTagName = refusal('missing-custom-tag-name', '{field} holds a tag without a name.')

const noTagValue = refusal(
  'missing-custom-tag-value',
  '{field} is not set: a tag needs where its value comes from.'
)

export function checkTracing(tracing: readonly Tracing[], field: Field): void {
  if (tracing.length > 1) field.report(several)
  for (const [index, each] of tracing.entries()) {
    const place = field.at(index)
    if (each.providers.length > 1) place.at('providers').report(severalProviders)
    checkProviders(each.providers, place.at('providers'))
    const percentage = each.randomSamplingPercentage ?? 0
    if (percentage < 0 || percentage > 100) {
      place.at('randomSamplingPercentage').report(invalidSampling, { percentage })
    }
    checkTags(each, place.at('customTags'))
  }
}

function checkTags({ customTags }: Tracing, field: Field): void {
  for (const [name, { literal, header, environment }] of customTags) {
    if (name === '') field.key(name).report(noTagName)
    const tag = field.at(name)
    if (literal?.value === '') tag.at('literal', 'value').report(noTagValue)
    if (header?.name === '') tag.at('header', 'name').report(noTagValue)
    if (environment?.name === '') tag.at('environment', 'name').report(noTagValue)
  }
}
