import { splitHostPort } from '../../go/host-port.ts'
import { parseInteger } from '../../go/text.ts'
import type { Message } from '../decode/message.ts'
import { checkConnectionPool } from '../destination-rule/connection-pool.ts'
import type { Field } from '../field.ts'
import { checkServerTls } from '../gateway/tls.ts'
import { refusal, warning } from '../problem.ts'
import { checkAddress, checkUnixPath, UNIX } from '../values/address.ts'
import {
  checkPort,
  checkPortName,
  checkProtocol,
  isHttpProtocol,
  isTlsProtocol
} from '../values/port.ts'

type Listener = Message<'IstioIngressListener'>

const noPort = refusal(
  'missing-ingress-port',
  '{field} is not set: an ingress listener needs a port.'
)

export const targetPort = refusal(
  'unsupported-target-port',
  '{field} is set, but does nothing in a Sidecar: defaultEndpoint says where requests go. Remove it.',
  { since: 20 }
)

export const duplicatePort = refusal(
  'duplicate-port',
  '{field} is {port}, as is the port of an earlier listener. Give each a port of its own.'
)

const invalidEndpoint = refusal(
  'invalid-default-endpoint',
  '{field} is {value}, but must be 127.0.0.1:port, 0.0.0.0:port, [::1]:port, [::]:port or unix:///path: the application that the sidecar stands beside.'
)

const unsupported = refusal(
  'unsupported-tls-field',
  '{field} is set, but a sidecar does not support it. Remove it.'
)

const unsupportedMode = refusal(
  'unsupported-tls-mode',
  '{field} is {mode}, which a sidecar does not support: use SIMPLE, MUTUAL or OPTIONAL_MUTUAL.'
)

const tlsOverOther = refusal(
  'conflicting-tls',
  '{field} is set on a port with protocol {protocol}, which is not encrypted. Use protocol TLS or HTTPS, or remove it.'
)

const httpPoolOfOther = warning(
  'ineffective-http-pool',
  '{field} is set on a port with protocol {protocol}, to which only settings of tcp apply.',
  { since: 21 }
)

export function checkIngress(listeners: readonly Listener[], field: Field): void {
  const ports = new Set<number>()
  for (const [index, listener] of listeners.entries()) {
    const place = field.at(index)
    const { port } = listener
    if (port === undefined) {
      place.at('port').report(noPort)
      continue
    }
    checkListenerPort(port, listener.bind, place)
    if (ports.has(port.number)) {
      place.at('port', 'number').report(duplicatePort, { port: port.number })
    }
    ports.add(port.number)
    if (listener.defaultEndpoint !== '') {
      checkDefaultEndpoint(listener.defaultEndpoint, place.at('defaultEndpoint'))
    }
    if (listener.tls !== undefined) checkTls(listener.tls, port.protocol, place.at('tls'))
    checkConnectionPool(listener.connectionPool, place.at('connectionPool'))
    if (listener.connectionPool?.http !== undefined && !isHttpProtocol(port.protocol)) {
      place.at('connectionPool', 'http').report(httpPoolOfOther, { protocol: port.protocol })
    }
  }
}

function checkListenerPort(port: Message<'SidecarPort'>, bind: string, field: Field): void {
  const place = field.at('port')
  if (port.targetPort > 0) place.at('targetPort').report(targetPort)
  if (port.name !== '') checkPortName(port.name, place.at('name'))
  checkProtocol(port.protocol, place.at('protocol'))
  checkPort(port.number, place.at('number'))
  if (bind !== '') checkAddress(bind, field.at('bind'))
}

const HERE = ['', '127.0.0.1', '0.0.0.0', '::1', '::']

function checkDefaultEndpoint(endpoint: string, field: Field): void {
  if (endpoint.startsWith(UNIX)) {
    checkUnixPath(endpoint.slice(UNIX.length), field)
    return
  }
  const parts = splitHostPort(endpoint)
  const port = parseInteger(parts?.port ?? '')
  if (parts === null || !HERE.includes(parts.host) || port === null) field.report(invalidEndpoint)
  if (port !== null) checkPort(Number(port), field)
}

function checkTls(tls: Message<'ServerTLSSettings'>, protocol: string, field: Field): void {
  if (tls.httpsRedirect) field.at('httpsRedirect').report(unsupported)
  for (const name of [
    'subjectAltNames',
    'credentialName',
    'credentialNames',
    'tlsCertificates'
  ] as const) {
    if (tls[name].length > 0) field.at(name).report(unsupported)
  }
  const { mode } = tls
  if (mode === 'ISTIO_MUTUAL' || mode === 'AUTO_PASSTHROUGH') {
    field.at('mode').report(unsupportedMode, { mode })
  }
  if (!isTlsProtocol(protocol)) field.report(tlsOverOther, { protocol })
  checkServerTls(tls, field)
}
