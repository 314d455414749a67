import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { wildcardDomainFault } from './host.ts'
import { isLabel } from './label.ts'
import { checkPort } from './port.ts'

const anyHost = refusal('invalid-destination-host', '{field} is *, but a destination is one host.')

const emptySubset = refusal('missing-subset-name', '{field} is empty: a subset needs a name.')

const invalidSubset = refusal(
  'invalid-subset-name',
  '{field} is {name}, but the name of a subset is made of letters, digits and inner dashes (at most 63).'
)

export function checkDestination(
  destination: Message<'Destination'> | undefined,
  field: Field
): void {
  if (destination === undefined) return
  if (destination.host === '*') field.at('host').report(anyHost)
  else field.at('host').check(wildcardDomainFault(destination.host))
  if (destination.subset !== '') checkSubsetName(destination.subset, field.at('subset'))
  if (destination.port !== undefined) checkPort(destination.port.number, field.at('port', 'number'))
}

export function checkSubsetName(name: string, field: Field): void {
  if (name === '') field.report(emptySubset)
  else if (!isLabel(name)) field.report(invalidSubset, { name })
}
