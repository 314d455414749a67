import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { isLabel } from './label.ts'

const invalidPort = refusal(
  'invalid-port',
  '{field} is {port}, but a port is a number from 1 to 65535.'
)

const invalidPortName = refusal(
  'invalid-port-name',
  '{field} has the port name {name}, but a name is made of letters, digits and inner dashes (at most 63).'
)

const unknownProtocol = refusal(
  'unknown-protocol',
  '{field} is {value}, which is no protocol that Istio knows: use HTTP, HTTP2, GRPC, GRPC-Web, HTTPS, TLS, TCP, MONGO, REDIS or MYSQL.'
)

export function isPort(port: number): boolean {
  return port >= 1 && port <= 65535
}

export function checkPort(port: number, field: Field): void {
  if (!isPort(port)) field.report(invalidPort, { port })
}

export function checkPortName(name: string, field: Field): void {
  if (!isLabel(name)) field.report(invalidPortName, { name })
}

/** Empty is allowed: then the protocol is found out from the first bytes. */
export function checkProtocol(protocol: string, field: Field): void {
  if (protocol !== '' && protocolOf(protocol) === null) field.report(unknownProtocol)
}

/** Words in lower case; `http_proxy` is for egress listeners. Source: istio pkg/config/protocol/instance.go Parse. */
const PROTOCOLS: Readonly<Record<string, ProtocolFacts>> = {
  tcp: { isHttp: false, isTls: false, isTcp: true },
  udp: { isHttp: false, isTls: false, isTcp: false },
  grpc: { isHttp: true, isTls: false, isTcp: false },
  'grpc-web': { isHttp: true, isTls: false, isTcp: false },
  http: { isHttp: true, isTls: false, isTcp: false },
  http_proxy: { isHttp: true, isTls: false, isTcp: false },
  http2: { isHttp: true, isTls: false, isTcp: false },
  https: { isHttp: false, isTls: true, isTcp: true },
  tls: { isHttp: false, isTls: true, isTcp: true },
  mongo: { isHttp: false, isTls: false, isTcp: true },
  redis: { isHttp: false, isTls: false, isTcp: true },
  mysql: { isHttp: false, isTls: false, isTcp: true }
}

interface ProtocolFacts {
  readonly isHttp: boolean
  readonly isTls: boolean
  /** Told apart by address alone unless TLS names the host. */
  readonly isTcp: boolean
}

/** `null` where Istio does not know the word. Case does not count. */
export function protocolOf(word: string): ProtocolFacts | null {
  const lower = word.toLowerCase()
  return Object.hasOwn(PROTOCOLS, lower) ? (PROTOCOLS[lower] ?? null) : null
}

export function isHttpProtocol(word: string): boolean {
  return protocolOf(word)?.isHttp === true
}

export function isTlsProtocol(word: string): boolean {
  return protocolOf(word)?.isTls === true
}
