import type { Mismatch } from './fuzz.ts'

/** A difference that stays, and why. */
export interface Accepted {
  readonly id: string
  readonly reason: string
  fits(mismatch: Mismatch, minor: string): boolean
}

export const ACCEPTED: readonly Accepted[] = [
  {
    id: 'unicode-class-names',
    reason:
      'Go 1.26 takes \\p{Letter}, \\p{greek} and \\p{ASCII}, which RE2 in Envoy refuses; re2js knows scripts of Unicode that Go does not have yet.',
    fits: ({ missing, extra, object }) =>
      [...missing, ...extra].some(name => /invalid-(?:regex|proxy-version)$/.test(name)) &&
      JSON.stringify(object).includes('\\\\p{')
  },
  {
    id: 'colons-in-hosts-of-urls',
    reason:
      'Istio 1.30 is built with Go 1.25, whose net/url takes several colons in the host of an http URL. Releases of 1.30 that are built with a later Go refuse them, as 1.31 does.',
    fits: ({ missing, extra }, minor) =>
      minor === '1.30' &&
      missing.length === 0 &&
      extra.every(name => name === 'invalid-url' || name === 'invalid-jwks-uri')
  }
]
