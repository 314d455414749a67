/** What a port speaks, as Istio's protocol selection says. `auto`: found out from the first bytes. */
export type Protocol =
  | 'HTTP'
  | 'HTTP2'
  | 'GRPC'
  | 'GRPC-Web'
  | 'HTTP_PROXY'
  | 'HTTPS'
  | 'TLS'
  | 'TCP'
  | 'Mongo'
  | 'Redis'
  | 'MySQL'
  | 'UDP'
  | 'HBONE'
  | 'DoubleHBONE'
  | 'auto'

const NAMES: Readonly<Record<string, Protocol>> = {
  tcp: 'TCP',
  udp: 'UDP',
  grpc: 'GRPC',
  'grpc-web': 'GRPC-Web',
  http: 'HTTP',
  http_proxy: 'HTTP_PROXY',
  http2: 'HTTP2',
  https: 'HTTPS',
  tls: 'TLS',
  mongo: 'Mongo',
  redis: 'Redis',
  mysql: 'MySQL',
  hbone: 'HBONE',
  'double-hbone': 'DoubleHBONE'
}

/** Source: istio pkg/config/protocol/instance.go Parse. Case does not count; unknown words are `auto`. */
export function parseProtocol(word: string): Protocol {
  return NAMES[word.toLowerCase()] ?? 'auto'
}

/** Ports that speak first or never HTTP: never sniffed. Source: istio pkg/config/kube/conversion.go. */
const WELL_KNOWN_TCP = new Set([25, 53, 3306, 27017])

const APP_PROTOCOLS: Readonly<Record<string, Protocol>> = {
  'kubernetes.io/h2c': 'HTTP2',
  'kubernetes.io/ws': 'HTTP',
  'kubernetes.io/wss': 'HTTPS'
}

/** Protocol of a Kubernetes Service port. Source: istio pkg/config/kube/conversion.go ConvertProtocol. */
export function serviceProtocol(
  port: number,
  name: string,
  transport: string,
  appProtocol: string | undefined
): Protocol {
  if (transport === 'UDP') return 'UDP'
  let word = name
  if (appProtocol !== undefined) {
    const known = APP_PROTOCOLS[appProtocol]
    if (known !== undefined) return known
    word = appProtocol
  }
  if (word.length >= 8 && word.slice(0, 8).toLowerCase() === 'grpc-web') return 'GRPC-Web'
  const dash = word.indexOf('-')
  const found = parseProtocol(dash >= 0 ? word.slice(0, dash) : word)
  if (found === 'auto' && WELL_KNOWN_TCP.has(port)) return 'TCP'
  return found
}

export function isHttp(protocol: Protocol): boolean {
  return (
    protocol === 'HTTP' ||
    protocol === 'HTTP2' ||
    protocol === 'GRPC' ||
    protocol === 'GRPC-Web' ||
    protocol === 'HTTP_PROXY'
  )
}

export function isHttpOrSniffed(protocol: Protocol): boolean {
  return protocol === 'auto' || isHttp(protocol)
}

export function isTls(protocol: Protocol): boolean {
  return protocol === 'HTTPS' || protocol === 'TLS'
}
