import type { Message } from './decode/message.ts'
import type { Field } from './field.ts'
import { refusal } from './problem.ts'
import { checkSelector } from './values/selector.ts'

const withoutSelector = refusal(
  'missing-selector',
  '{field} is set without a selector, but ports are those of workloads: select some by labels, or say mtls.mode for all.'
)

const noPorts = refusal('missing-ports', '{field} is empty: name a port, or remove it.')

const invalidPort = refusal(
  'invalid-port',
  '{field} is for port {port}, but a port is a number from 1 to 65535.',
  {
    since: 23
  }
)

const portZero = refusal('invalid-port', '{field} is for port {port}, but ports begin with 1.', {
  until: 23
})

/** Source: istio pkg/config/validation/validation.go ValidatePeerAuthentication. */
export function checkPeerAuthentication(spec: Message<'PeerAuthentication'>, field: Field): void {
  const ports = field.at('portLevelMtls')
  const isSelecting = (spec.selector?.matchLabels.size ?? 0) > 0
  if (!isSelecting && spec.portLevelMtls.size > 0) ports.report(withoutSelector)
  if (isWrittenEmpty(spec, field)) ports.report(noPorts)
  for (const port of spec.portLevelMtls.keys()) {
    const number = Number(port)
    const place = ports.key(port)
    if (number === 0 || number > 65535) place.report(invalidPort, { port })
    if (number === 0) place.report(portZero, { port })
  }
  checkSelector(spec.selector, field.at('selector'))
}

/** Go tells an empty map from none. */
function isWrittenEmpty({ portLevelMtls }: Message<'PeerAuthentication'>, { recorder }: Field) {
  const { spec } = recorder.manifest
  const written = spec.portLevelMtls ?? spec.port_level_mtls ?? null
  return written !== null && portLevelMtls.size === 0
}
