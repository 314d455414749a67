/** What a proxy lets in, in the words of internal/canonical/inbound.go, policy.go and token.go. */
export interface CanonicalInbound {
  readonly ports?: readonly {
    /** 0 stands for every port that no chain names. */
    readonly port: number
    readonly doors: Readonly<Record<string, CanonicalDoor>>
  }[]
  readonly chains?: readonly {
    readonly listener: string
    readonly kind: string
    readonly gate: number
  }[]
  readonly gates: readonly { readonly filters: readonly CanonicalGateFilter[] }[]
}

/** Where one way to arrive leads. */
export interface CanonicalDoor {
  readonly kind: string
  readonly trusts?: readonly string[]
  readonly certificate?: boolean
  readonly gate?: number
}

export interface CanonicalGateFilter {
  readonly filter: string
  readonly action?: string
  readonly rules?: Readonly<Record<string, CanonicalPolicy>>
  readonly shadow?: Readonly<Record<string, CanonicalPolicy>>
  readonly shadowPrefix?: string
  readonly tokens?: CanonicalTokens
  readonly ask?: {
    readonly protocol: string
    readonly cluster: string
    readonly failOpen?: boolean
    readonly statusOnError?: number
    readonly where: string
  }
}

export interface CanonicalPolicy {
  readonly permissions: readonly CanonicalNode[]
  readonly principals: readonly CanonicalNode[]
}

/** A condition; an empty `all` holds, an empty `any` does not. */
export type CanonicalNode =
  | { readonly all: readonly CanonicalNode[] }
  | { readonly any: readonly CanonicalNode[] }
  | { readonly not: CanonicalNode }
  | { readonly atom: CanonicalAtom }

export interface CanonicalAtom {
  readonly of: string
  readonly name?: string
  readonly path?: readonly string[]
  readonly is: string
  readonly value?: string
  readonly fold?: boolean
  readonly list?: boolean
}

export interface CanonicalTokens {
  readonly providers: readonly CanonicalProvider[] | null
  readonly requires: readonly CanonicalRequirement[] | null
  readonly bypassPreflight?: boolean
}

export interface CanonicalProvider {
  readonly issuer?: string
  readonly audiences?: readonly string[]
  readonly keys?: string
  readonly locations?: readonly {
    readonly in: string
    readonly name: string
    readonly prefix?: string
  }[]
  readonly forward?: boolean
  readonly payloadHeader?: string
  readonly claims?: readonly { readonly header: string; readonly claim: string }[]
  readonly spaceDelimited?: readonly string[]
}

export interface CanonicalRequirement {
  readonly any?: readonly CanonicalRequirement[]
  readonly all?: readonly CanonicalRequirement[]
  readonly provider?: number
  readonly missing?: boolean
}
