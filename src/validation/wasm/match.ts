import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { checkPort, isPort } from '../values/port.ts'

/** Which traffic a plugin sees. Istio reports the first fault alone. */
export function checkTrafficMatch(
  match: readonly Pick<Message<'TrafficSelector'>, 'ports'>[],
  field: Field
): void {
  for (const [index, { ports }] of match.entries()) {
    const position = ports.findIndex(({ number }) => !isPort(number))
    const port = ports[position]
    if (port === undefined) continue
    checkPort(port.number, field.at(index, 'ports', position, 'number'))
    return
  }
}
