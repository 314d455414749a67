import type { MutualTlsMode } from '../peer-authentication.ts'
import type { InboundPort } from './inbound-ports.ts'

/** What arrives at a port. */
export interface Arriving {
  readonly transport: 'mtls' | 'plaintext' | 'tls'
  /** The client speaks HTTP. */
  readonly http: boolean
  /** The trust domain of the client's certificate is one that is let in. */
  readonly trusted: boolean
}

/** What the proxy makes of it. */
export type Acceptance =
  | {
      readonly kind: 'accepted'
      /** The filters see HTTP, or a connection alone. */
      readonly reading: 'http' | 'tcp'
      /** The proxy ended the TLS and knows who is there. */
      readonly authenticated: boolean
      /** How it reaches the application's side of the proxy. */
      readonly arrived: 'mtls' | 'plaintext' | 'tls'
    }
  /** No filter chain, or the handshake fails. */
  | { readonly kind: 'reset'; readonly reason: string }
  /** The HTTP codec gets what is not HTTP. */
  | { readonly kind: 'bad-request'; readonly reason: string }

/**
 * A port has the TLS inspector where one of its filter chains asks for TLS. Without it Envoy knows no server
 * name, whatever the client sends. Source: pilot core/listener_inbound.go populateListenerFilters, for gateways
 * core/listener.go.
 */
export function readsServerName(mode: MutualTlsMode, { tls, unreadNames }: InboundPort): boolean {
  return unreadNames !== true && (mode !== 'DISABLE' || tls !== undefined)
}

const NO_PLAINTEXT = 'the port takes mutual TLS alone (STRICT)'

/**
 * The filter chains of a port, by its mode and by how its bytes are read.
 * Source: pilot core/filterchain_options.go getFilterChainMatchOptions; Envoy filter_chain_manager_impl.cc.
 */
export function accept(mode: MutualTlsMode, port: InboundPort, arriving: Arriving): Acceptance {
  if (port.tls !== undefined && mode === 'DISABLE') return ownTls(port, arriving)
  switch (mode) {
    case 'STRICT':
      return strict(port, arriving)
    case 'PERMISSIVE':
      return permissive(port, arriving)
    case 'DISABLE':
      return disabled(port, arriving)
  }
}

function strict(port: InboundPort, arriving: Arriving): Acceptance {
  if (arriving.transport === 'plaintext') return { kind: 'reset', reason: NO_PLAINTEXT }
  if (arriving.transport === 'tls') {
    return { kind: 'reset', reason: 'the handshake wants a certificate of the mesh (STRICT)' }
  }
  return mutual(port, arriving)
}

function permissive(port: InboundPort, arriving: Arriving): Acceptance {
  if (arriving.transport === 'mtls') return mutual(port, arriving)
  if (arriving.transport === 'plaintext') return plain(port, arriving)
  if (port.reading === 'http') {
    return {
      kind: 'reset',
      reason: "an HTTP port has no filter chain for the application's own TLS"
    }
  }
  return opaque()
}

/** TLS is not ended: on an HTTP port its first bytes are no HTTP, elsewhere they pass unread. */
function disabled(port: InboundPort, arriving: Arriving): Acceptance {
  if (arriving.transport === 'plaintext') return plain(port, arriving)
  if (port.reading === 'http') {
    return {
      kind: 'bad-request',
      reason: 'mutual TLS is off (DISABLE): the port reads TLS as HTTP'
    }
  }
  return opaque()
}

function ownTls({ reading, tls }: InboundPort, arriving: Arriving): Acceptance {
  if (arriving.transport === 'plaintext') {
    return { kind: 'reset', reason: "the Sidecar's listener takes TLS alone" }
  }
  const wantsCertificate = tls?.mode === 'MUTUAL'
  if (wantsCertificate && arriving.transport !== 'mtls') {
    return { kind: 'reset', reason: "the Sidecar's listener wants a client certificate" }
  }
  if (reading === 'http' && !arriving.http) return notHttp()
  return {
    kind: 'accepted',
    reading: reading === 'http' ? 'http' : 'tcp',
    authenticated: wantsCertificate,
    arrived: wantsCertificate ? 'mtls' : 'tls'
  }
}

function mutual({ reading }: InboundPort, arriving: Arriving): Acceptance {
  if (!arriving.trusted) {
    return { kind: 'reset', reason: "the client's trust domain is neither the mesh's nor an alias" }
  }
  const asHttp = reading === 'http' || (reading === 'sniffed' && arriving.http)
  if (asHttp && !arriving.http) return notHttp()
  const into = asHttp ? 'http' : 'tcp'
  return { kind: 'accepted', reading: into, authenticated: true, arrived: 'mtls' }
}

function plain({ reading }: InboundPort, arriving: Arriving): Acceptance {
  if (reading === 'http' && !arriving.http) return notHttp()
  const asHttp = reading !== 'tcp' && arriving.http
  const into = asHttp ? 'http' : 'tcp'
  return { kind: 'accepted', reading: into, authenticated: false, arrived: 'plaintext' }
}

function opaque(): Acceptance {
  return { kind: 'accepted', reading: 'tcp', authenticated: false, arrived: 'tls' }
}

function notHttp(): Acceptance {
  return { kind: 'bad-request', reason: 'the port reads HTTP and gets other bytes' }
}
