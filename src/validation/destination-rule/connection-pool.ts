import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkDuration } from '../values/duration.ts'

const emptyPool = refusal(
  'missing-connection-pool',
  '{field} sets neither http nor tcp, so that it does nothing. Remove it, or set one.'
)

const negative = refusal('invalid-limit', '{field} is {limit}, but must be 0 or more.')

const upgradeOfClients = refusal(
  'conflicting-upgrade-policy',
  '{field} is true beside h2UpgradePolicy UPGRADE: connections either follow the client or are always HTTP/2. Remove one of them.'
)

const noKeepAlive = refusal(
  'missing-keep-alive',
  '{field} is not set: http2KeepAlive needs interval and timeout.',
  { since: 31 }
)

export function checkConnectionPool(
  pool: Message<'ConnectionPoolSettings'> | undefined,
  field: Field
): void {
  if (pool === undefined) return
  const { http, tcp } = pool
  if (http === undefined && tcp === undefined) field.report(emptyPool)
  if (http !== undefined) checkHttp(http, field.at('http'))
  if (tcp !== undefined) checkTcp(tcp, field.at('tcp'))
}

function checkHttp(http: Message<'ConnectionPoolSettings.HTTPSettings'>, field: Field): void {
  for (const name of [
    'http1MaxPendingRequests',
    'http2MaxRequests',
    'maxRequestsPerConnection',
    'maxRetries',
    'maxConcurrentStreams'
  ] as const) {
    if (http[name] < 0) field.at(name).report(negative, { limit: http[name] })
  }
  checkDuration(http.idleTimeout, field.at('idleTimeout'))
  if (http.h2UpgradePolicy === 'UPGRADE' && http.useClientProtocol) {
    field.at('useClientProtocol').report(upgradeOfClients)
  }
  if (http.http2KeepAlive === undefined) return
  for (const name of ['interval', 'timeout'] as const) {
    const duration = http.http2KeepAlive[name]
    const place = field.at('http2KeepAlive', name)
    if (duration === undefined) place.report(noKeepAlive)
    else checkDuration(duration, place)
  }
}

function checkTcp(tcp: Message<'ConnectionPoolSettings.TCPSettings'>, field: Field): void {
  if (tcp.maxConnections < 0) {
    field.at('maxConnections').report(negative, { limit: tcp.maxConnections })
  }
  checkDuration(tcp.connectTimeout, field.at('connectTimeout'))
  checkDuration(tcp.maxConnectionDuration, field.at('maxConnectionDuration'))
  // Less than a millisecond turns the timeout off.
  if (tcp.idleTimeout !== undefined && tcp.idleTimeout / 1_000_000n !== 0n) {
    checkDuration(tcp.idleTimeout, field.at('idleTimeout'))
  }
  checkDuration(tcp.tcpKeepalive?.time, field.at('tcpKeepalive', 'time'))
  checkDuration(tcp.tcpKeepalive?.interval, field.at('tcpKeepalive', 'interval'))
}
