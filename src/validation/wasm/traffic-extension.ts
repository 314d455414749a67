import { byteLength } from '../../go/text.ts'
import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkTargets } from '../values/target-ref.ts'
import { checkTrafficMatch } from './match.ts'
import { checkWasm } from './wasm.ts'

const noExtension = refusal(
  'missing-extension',
  '{field} has neither wasm nor lua: say what extends the traffic.'
)

const noCode = refusal('missing-lua-code', '{field} is not set: lua needs the code that runs.')

const longCode = refusal(
  'invalid-lua-code-length',
  '{field} has {length} bytes, but at most 65536 are allowed.'
)

/** Since 1.30. Both of wasm and lua never come through the decoder: they are a oneof (ValidateTrafficExtension). */
export function checkTrafficExtension(spec: Message<'TrafficExtension'>, field: Field): void {
  const { wasm, lua } = spec
  if ((wasm ?? lua) === undefined) field.report(noExtension)
  checkTargets(spec, field)
  if (lua !== undefined) {
    const length = byteLength(lua.inlineCode)
    if (length === 0) field.at('lua', 'inlineCode').report(noCode)
    else if (length > 65536) field.at('lua', 'inlineCode').report(longCode, { length })
  }
  if (wasm !== undefined) checkWasm(wasm, field.at('wasm'))
  checkTrafficMatch(spec.match, field.at('match'))
}
