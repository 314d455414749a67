import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'

const noName = refusal('missing-provider-name', '{field} is not set: name a provider of the mesh.')

/** Istio reports the first alone. */
export function checkProviders(providers: readonly Message<'ProviderRef'>[], field: Field): void {
  const index = providers.findIndex(({ name }) => name === '')
  if (index >= 0) field.at(index, 'name').report(noName)
}
