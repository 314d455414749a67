import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { checkTargets } from '../values/target-ref.ts'
import { checkTrafficMatch } from './match.ts'
import { checkWasm } from './wasm.ts'

/** Source: istio pkg/config/validation/validation.go ValidateWasmPlugin. */
export function checkWasmPlugin(spec: Message<'WasmPlugin'>, field: Field): void {
  checkTargets(spec, field)
  checkWasm(spec, field)
  checkTrafficMatch(spec.match, field.at('match'))
}
