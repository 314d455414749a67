import { byteLength } from '../../go/text.ts'
import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkEnvironment } from './environment.ts'
import { checkModuleUrl } from './module-url.ts'

/** What a WasmPlugin says itself and a TrafficExtension under `wasm`. */
export type Wasm = Message<'WasmConfig'>

const invalidDigest = refusal(
  'invalid-sha256',
  '{field} is {value}, but must be the 64 hexadecimal digits, in lower case, of the digest of the module.'
)

const longSecret = refusal(
  'invalid-pull-secret-length',
  '{field} has {length} characters, but the name of a Secret has at most 253.'
)

const longName = refusal(
  'invalid-plugin-name-length',
  '{field} has {length} characters, but at most 256 are allowed.'
)

export function checkWasm(
  wasm: Pick<Wasm, 'url' | 'sha256' | 'imagePullSecret' | 'pluginName' | 'vmConfig'>,
  field: Field
): void {
  checkModuleUrl(wasm.url, field.at('url'))
  if (wasm.sha256 !== '' && !/^[a-f0-9]{64}$/.test(wasm.sha256)) {
    field.at('sha256').report(invalidDigest)
  }
  checkLength(wasm.imagePullSecret, 253, field.at('imagePullSecret'), longSecret)
  checkLength(wasm.pluginName, 256, field.at('pluginName'), longName)
  checkEnvironment(wasm.vmConfig?.env ?? [], field.at('vmConfig', 'env'))
}

function checkLength(
  text: string,
  most: number,
  field: Field,
  problem: typeof longSecret | typeof longName
): void {
  const length = byteLength(text)
  if (length > most) field.check({ problem, params: { length } })
}
