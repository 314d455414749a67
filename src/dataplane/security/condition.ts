import type { FieldPath } from '../../finding.ts'
import type { Pattern } from './pattern.ts'

/** What of a connection or request a condition looks at. */
export type Attribute =
  | {
      readonly of: /** Without `spiffe://`; absent without a client certificate. */
        | 'principal'
        /** The TCP peer. */
        | 'source-ip'
        /** The client as forwarding headers say. */
        | 'remote-ip'
        | 'destination-ip'
        /** The port of the connection at the proxy that decides. */
        | 'port'
        | 'sni'
        /** The Host header as sent. */
        | 'authority'
        | 'method'
        /** Normalised, without query. */
        | 'path'
        /** Issuer and subject of the verified token. */
        | 'request-principal'
    }
  /** Lower case. */
  | { readonly of: 'header'; readonly name: string }
  /** A member of the verified token's payload: a text, or a list that holds one. */
  | { readonly of: 'claim'; readonly path: readonly string[] }
  /** What a filter before wrote down. */
  | { readonly of: 'metadata'; readonly filter: string; readonly key: string }

/** Holds where one of the patterns matches, or where none does. */
export interface Condition {
  readonly attribute: Attribute
  /** At least one. */
  readonly patterns: readonly Pattern[]
  readonly negated: boolean
  /** The field of the policy. */
  readonly at: FieldPath
}

/** All must hold; none: always. */
export type Conjunction = readonly Condition[]
