import { byteLength } from '../../go/text.ts'
import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'

const noName = refusal('missing-env-name', '{field} is not set: a variable needs a name.')

const longName = refusal(
  'invalid-env-name-length',
  '{field} has {length} characters, but at most 256 are allowed.'
)

const duplicate = refusal(
  'duplicate-env',
  '{field} is {value}, as is the name of an earlier variable.'
)

const valueOfHost = refusal(
  'conflicting-env-value',
  '{field} is set beside valueFrom HOST, which takes the value of the proxy. Use INLINE, or remove it.'
)

/** Since 1.23. Istio reports the first fault alone (validateWasmPluginVMConfig). */
export function checkEnvironment(variables: readonly Message<'EnvVar'>[], field: Field): void {
  if (field.recorder.minor < 23) return
  const names = new Set<string>()
  for (const [index, { name, value, valueFrom }] of variables.entries()) {
    const place = field.at(index)
    const length = byteLength(name)
    if (name === '') place.at('name').report(noName)
    else if (length > 256) place.at('name').report(longName, { length })
    else if (names.has(name)) place.at('name').report(duplicate)
    else if (valueFrom !== 'INLINE' && value !== '') place.at('value').report(valueOfHost)
    else {
      names.add(name)
      continue
    }
    return
  }
}
