import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkAddress, checkUnixPath, UNIX } from '../values/address.ts'
import { checkPort, checkPortName, checkProtocol } from '../values/port.ts'
import { checkEgressHosts } from './egress-hosts.ts'
import { duplicatePort, targetPort } from './ingress.ts'

type Listener = Message<'IstioEgressListener'>

const earlyCatchAll = refusal(
  'invalid-egress-order',
  '{field} has no port, so that it takes everything that others leave, and must be the last one.'
)

const duplicateSocket = refusal(
  'duplicate-socket',
  '{field} is {value}, as is that of an earlier listener. Give each a socket of its own.'
)

const portless = refusal(
  'missing-egress-port',
  '{field} is 0, which is for Unix domain sockets, but bind is none. Set the number of the port, or bind unix:///path.'
)

const capturedSocket = refusal(
  'conflicting-capture-mode',
  '{field} is {mode}, but connections to a Unix domain socket cannot be captured. Use DEFAULT or NONE.'
)

export function checkEgress(listeners: readonly Listener[], field: Field): void {
  const ports = new Set<number>()
  const sockets = new Set<string>()
  for (const [index, listener] of listeners.entries()) {
    const place = field.at(index)
    const { port, bind } = listener
    if (port === undefined) {
      // Only the last can be the catch-all, so there is never a second one.
      if (index < listeners.length - 1) place.report(earlyCatchAll)
    } else {
      checkListenerPort(listener, port, place)
      if (port.number === 0) {
        if (sockets.has(bind)) place.at('bind').report(duplicateSocket)
        sockets.add(bind)
      } else {
        if (ports.has(port.number)) {
          place.at('port', 'number').report(duplicatePort, { port: port.number })
        }
        ports.add(port.number)
      }
    }
    checkEgressHosts(listener.hosts, place.at('hosts'))
  }
}

function checkListenerPort(
  { bind, captureMode }: Listener,
  port: Message<'SidecarPort'>,
  field: Field
): void {
  const place = field.at('port')
  if (port.targetPort > 0) place.at('targetPort').report(targetPort)
  if (port.name !== '') checkPortName(port.name, place.at('name'))
  checkProtocol(port.protocol, place.at('protocol'))
  if (port.number !== 0) {
    checkPort(port.number, place.at('number'))
    if (bind !== '') checkAddress(bind, field.at('bind'))
    return
  }
  if (bind.startsWith(UNIX)) checkUnixPath(bind.slice(UNIX.length), field.at('bind'))
  else place.at('number').report(portless)
  if (captureMode !== 'DEFAULT' && captureMode !== 'NONE') {
    field.at('captureMode').report(capturedSocket, { mode: captureMode })
  }
}
