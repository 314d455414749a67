import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkAddress, checkUnixPath, UNIX } from '../values/address.ts'
import { checkPort, isPort, protocolOf } from '../values/port.ts'
import { checkGatewayHost } from '../values/scoped-host.ts'
import { checkServerTls } from './tls.ts'

type Server = Message<'Server'>

const noHosts = refusal(
  'missing-hosts',
  '{field} is empty, so that the server would answer for no host. List host names, or * for any.'
)

const noPort = refusal('missing-port', '{field} is not set: a server needs a port.')

const unknownProtocol = refusal(
  'invalid-protocol',
  '{field} is {protocol}, but a Gateway needs one of HTTP, HTTPS, GRPC, GRPC-Web, HTTP2, MONGO, REDIS, MYSQL, TCP and TLS.'
)

const targetPort = refusal(
  'unsupported-target-port',
  '{field} is set, but does nothing at a Gateway: the port of its Service says where requests go. Remove it.',
  { since: 20 }
)

const noPortName = refusal(
  'missing-port-name',
  '{field} is not set: the port of a server needs a name.'
)

const portOfSocket = refusal(
  'conflicting-bind-port',
  '{field} is {port}, but a server that is bound to a Unix domain socket has port 0.'
)

const noTls = refusal(
  'missing-tls',
  '{field} is not set, but a server with protocol {protocol} needs it: say how TLS is terminated, or mode PASSTHROUGH.'
)

const tlsOverHttp = refusal(
  'conflicting-http-tls',
  '{field} terminates TLS on a port with protocol {protocol}, which is plain HTTP. Use protocol HTTPS, or keep httpsRedirect alone.'
)

const tlsOverOther = refusal(
  'conflicting-tls',
  '{field} is set on a port with protocol {protocol}, which is not encrypted. Use protocol TLS or HTTPS, or remove it.'
)

export function checkServer(server: Server, field: Field, isGenerated: boolean): void {
  if (server.hosts.length === 0) field.at('hosts').report(noHosts)
  for (const [index, host] of server.hosts.entries()) {
    checkGatewayHost(host, field.at('hosts', index), isGenerated)
  }
  const isPortValid = checkServerPort(server, field.at('port'))
  checkBind(server, field)
  if (server.tls !== undefined) checkServerTls(server.tls, field.at('tls'))
  if (isPortValid) checkTlsOfProtocol(server, field.at('tls'))
}

/** False where the port has an error: then nothing is said about its protocol and TLS. */
function checkServerPort({ port, bind }: Server, field: Field): boolean {
  if (port === undefined) {
    field.report(noPort)
    return false
  }
  const isKnown = protocolOf(port.protocol) !== null
  if (!isKnown) field.at('protocol').report(unknownProtocol, { protocol: port.protocol })
  const isNumbered = port.number === 0 && bind.startsWith(UNIX) ? true : isPort(port.number)
  if (!isNumbered) checkPort(port.number, field.at('number'))
  const hasTarget = port.targetPort > 0 && field.recorder.minor >= 20
  if (hasTarget) field.at('targetPort').report(targetPort)
  if (port.name === '') field.at('name').report(noPortName)
  return isKnown && isNumbered && !hasTarget && port.name !== ''
}

function checkBind({ port, bind }: Server, field: Field): void {
  if (bind.startsWith(UNIX)) {
    checkUnixPath(bind.slice(UNIX.length), field.at('bind'))
    const number = port?.number ?? 0
    if (number !== 0) field.at('port', 'number').report(portOfSocket, { port: number })
  } else if (bind !== '') checkAddress(bind, field.at('bind'))
}

/** Plain HTTP may hold what a bare `httpsRedirect` leaves at its default. */
function checkTlsOfProtocol({ port, tls }: Server, field: Field): void {
  const protocol = port?.protocol ?? ''
  const facts = protocolOf(protocol)
  if (facts?.isTls === true) {
    if (tls === undefined) field.report(noTls, { protocol })
    return
  }
  if (tls === undefined) return
  if (facts?.isHttp !== true) field.report(tlsOverOther, { protocol })
  else if (
    !isPassthrough(tls) ||
    tls.caCertificates + tls.privateKey + tls.serverCertificate !== ''
  ) {
    field.report(tlsOverHttp, { protocol })
  }
}

function isPassthrough({ mode }: Message<'ServerTLSSettings'>): boolean {
  return mode === 'PASSTHROUGH' || mode === 'AUTO_PASSTHROUGH'
}
