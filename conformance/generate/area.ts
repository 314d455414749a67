/** What a world is about; each is generated, compared and counted on its own. */
export type Area =
  | 'http-sidecar'
  | 'http-gateway'
  | 'sidecar-scope'
  | 'delegate'
  | 'destination-rule'
  | 'service-entry'
  | 'access-sidecar'
  | 'access-gateway'

/** What an area draws from. */
export interface AreaOptions {
  /** Proxies that are asked. */
  readonly asks: readonly ('sidecar' | 'gateway')[]
  /** Sidecar objects with egress lists, and outbound traffic policies. */
  readonly scopes: boolean
  readonly delegates: boolean
  /** Several DestinationRules for one host: in other namespaces, with wildcards, selectors, exportTo. */
  readonly contestedDestinationRules: boolean
  readonly serviceEntries: boolean
  /** Port names that do not say HTTP: sniffed, TCP, TLS. */
  readonly oddPorts: boolean
  /** Worlds about who is let in: mutual TLS, tokens, policies (generate/access). */
  readonly access: boolean
}

const none: AreaOptions = {
  asks: ['sidecar'],
  scopes: false,
  delegates: false,
  contestedDestinationRules: false,
  serviceEntries: false,
  oddPorts: false,
  access: false
}

export const areas: Readonly<Record<Area, AreaOptions>> = {
  'http-sidecar': none,
  'http-gateway': { ...none, asks: ['gateway'] },
  'sidecar-scope': { ...none, scopes: true, oddPorts: true },
  delegate: { ...none, asks: ['sidecar', 'gateway'], delegates: true },
  'destination-rule': { ...none, asks: ['sidecar', 'gateway'], contestedDestinationRules: true },
  'service-entry': { ...none, serviceEntries: true, oddPorts: true },
  'access-sidecar': { ...none, access: true, oddPorts: true },
  'access-gateway': { ...none, access: true, asks: ['gateway'] }
}
