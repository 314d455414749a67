import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal, warning } from '../problem.ts'
import { isLabel } from '../values/label.ts'
import { isHttpProtocol } from '../values/port.ts'
import { checkServer } from './server.ts'

const invalidName = refusal(
  'invalid-name',
  '{field} is {value}, but the name of a Gateway is made of letters, digits and inner dashes only (at most 63), since VirtualServices refer to it as namespace/name.'
)

const noServers = refusal(
  'missing-servers',
  '{field} is empty, so that the Gateway would open no port. List at least one server.'
)

const duplicatePortName = refusal(
  'duplicate-port-name',
  '{field} is {value}, as is the name of an earlier server of this Gateway. Give each server a name of its own.'
)

const redirectWithoutHttp = warning(
  'ineffective-https-redirect',
  '{field} is true on a port whose protocol is {protocol}, but only plain HTTP can be redirected to HTTPS. Set it on the HTTP server.'
)

/** Set on Gateways that istiod makes from the Gateway API. */
const SEMANTICS = 'internal.istio.io/gateway-semantics'

/** Source: istio pkg/config/validation/validation.go ValidateGateway. */
export function checkGateway(spec: Message<'Gateway'>, field: Field): void {
  const { manifest } = field.recorder
  const isGenerated = manifest.annotations[SEMANTICS] === 'gateway'
  if (!isLabel(manifest.ref.name) && !isGenerated) {
    field.recorder.root.at('metadata', 'name').report(invalidName)
  }
  if (spec.servers.length === 0) field.at('servers').report(noServers)
  for (const [index, server] of spec.servers.entries()) {
    checkServer(server, field.at('servers', index), isGenerated)
  }
  checkPortNames(spec, field)
}

function checkPortNames(spec: Message<'Gateway'>, field: Field): void {
  const names = new Set<string>()
  for (const [index, { port, tls }] of spec.servers.entries()) {
    if (port === undefined) continue
    const server = field.at('servers', index)
    if (names.has(port.name)) server.at('port', 'name').report(duplicatePortName)
    names.add(port.name)
    if (tls?.httpsRedirect === true && !isHttpProtocol(port.protocol)) {
      server.at('tls', 'httpsRedirect').report(redirectWithoutHttp, { protocol: port.protocol })
    }
  }
}
