import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal, warning } from '../problem.ts'
import { checkPort, checkPortName, checkProtocol } from '../values/port.ts'

type ServiceEntry = Message<'ServiceEntry'>

const duplicateName = refusal(
  'duplicate-port-name',
  '{field} is {name}, as is the name of an earlier port. Give each port a name of its own.'
)

const duplicateNumber = refusal(
  'duplicate-port',
  '{field} is {port}, as is the number of an earlier port.'
)

const noAddresses = warning(
  'missing-addresses',
  '{field} speaks TCP, which carries no host, and the ServiceEntry has no addresses and is given none: its traffic is told from others by port alone. Set addresses, or let Istio allocate them.'
)

export function checkPorts(spec: ServiceEntry, field: Field): void {
  const names = new Set<string>()
  const numbers = new Set<number>()
  const lacksAddresses = spec.addresses.length === 0 && !allocatesAddresses(spec, field)
  for (const [index, port] of spec.ports.entries()) {
    const place = field.at('ports', index)
    if (names.has(port.name)) place.at('name').report(duplicateName, { name: port.name })
    if (numbers.has(port.number)) place.at('number').report(duplicateNumber, { port: port.number })
    names.add(port.name)
    numbers.add(port.number)
    if (port.targetPort !== 0) checkPort(port.targetPort, place.at('targetPort'))
    // In capitals alone, as Istio compares it.
    if (lacksAddresses && (port.protocol === '' || port.protocol === 'TCP')) {
      place.report(noAddresses)
    }
    checkPortName(port.name, place.at('name'))
    checkProtocol(port.protocol, place.at('protocol'))
    checkPort(port.number, place.at('number'))
  }
}

/** Source: istio pilot/pkg/networking/serviceentry ShouldV2AutoAllocateIPFromConfig. */
function allocatesAddresses({ resolution }: ServiceEntry, { recorder }: Field): boolean {
  if (!recorder.features.has('auto-allocate-addresses') || resolution === 'NONE') return false
  const wish = recorder.manifest.labels['networking.istio.io/enable-autoallocate-ip']
  return wish?.toLowerCase() !== 'false'
}
