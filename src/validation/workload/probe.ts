import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkProbeHeaderName } from '../values/header.ts'
import { checkPort } from '../values/port.ts'

const negative = refusal('invalid-probe-number', '{field} is {number}, but must be 0 or more.')

const invalidScheme = refusal(
  'invalid-probe-scheme',
  '{field} is {value}, but must be HTTP or HTTPS.'
)

const noCommand = refusal(
  'missing-probe-command',
  '{field} is empty: a probe by exec needs a command.'
)

const noMethod = refusal(
  'missing-probe-method',
  '{field} has none of httpGet, tcpSocket and exec, so that nothing is probed. Add one.'
)

const grpcProbe = refusal(
  'unsupported-grpc-probe',
  '{field} is accepted by the schema and refused by the webhook of Istio: probe by httpGet, tcpSocket or exec.'
)

/** Source: istio pkg/config/validation/validation.go validateReadinessProbe. */
export function checkProbe(probe: Message<'ReadinessProbe'>, field: Field): void {
  for (const name of [
    'periodSeconds',
    'initialDelaySeconds',
    'timeoutSeconds',
    'successThreshold',
    'failureThreshold'
  ] as const) {
    if (probe[name] < 0) field.at(name).report(negative, { number: probe[name] })
  }
  const { httpGet, tcpSocket, exec, grpc } = probe
  if (httpGet !== undefined) checkHttpGet(httpGet, field.at('httpGet'))
  else if (tcpSocket !== undefined) checkPort(tcpSocket.port, field.at('tcpSocket', 'port'))
  else if (exec !== undefined) {
    if (exec.command.length === 0) field.at('exec', 'command').report(noCommand)
  } else if (grpc !== undefined) field.at('grpc').report(grpcProbe)
  else field.report(noMethod)
}

function checkHttpGet(probe: Message<'HTTPHealthCheckConfig'>, field: Field): void {
  checkPort(probe.port, field.at('port'))
  if (!['', 'HTTP', 'HTTPS'].includes(probe.scheme)) field.at('scheme').report(invalidScheme)
  for (const [index, { name }] of probe.httpHeaders.entries()) {
    checkProbeHeaderName(name, field.at('httpHeaders', index, 'name'))
  }
}
