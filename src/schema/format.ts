import { isIpv6 } from '../go/address.ts'

/** A `format` of a string that the API server enforces. */
export interface Format {
  readonly words: string
  test(text: string): boolean
}

/** govalidator's base64, as kube-openapi carries it: padded, standard alphabet, not empty. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/
const DATE_TIME = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:?\d{2})$/

/** The formats of strings that the tables use. Numbers have theirs in `number.ts`. */
const FORMATS: Readonly<Record<string, Format>> = {
  byte: { words: 'base64 with padding', test: text => BASE64.test(text) },
  'date-time': { words: 'a date and time (RFC 3339)', test: text => DATE_TIME.test(text) },
  // Leading zeros pass, as they did before Go 1.17 (kube-openapi strfmt/default.go).
  ipv4: {
    words: 'an IPv4 address',
    test: text =>
      (IPV4.test(text) && text.split('.').every(part => Number(part) < 256)) || isMapped(text)
  },
  ipv6: { words: 'an IPv6 address', test: text => isIpv6(text) }
}

/**
 * Formats that the API server does not know for strings are ignored by it
 * (apiextensions-apiserver pkg/apiserver/validation/formats.go): `binary`, and those of numbers.
 */
export const IGNORED_FORMATS: readonly string[] = ['binary', 'double', 'float', 'int32', 'int64']

export function formatOf(name: string | undefined): Format | undefined {
  return name !== undefined && Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined
}

/** Go parses `::ffff:10.0.0.1` as an address, and it holds a dot. */
function isMapped(text: string): boolean {
  return text.includes('.') && isIpv6(text)
}
