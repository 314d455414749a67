import { type CelFunc, CelScalar, celFunc, celMethod } from '@bufbuild/cel'
import { isIpv4, isIpv4InIpv6, isIpv6 } from '../go/address.ts'
import { type GoUrl, parseRequestUri } from '../go/url.ts'

const { BOOL, STRING, DYN } = CelScalar
const LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/
const LABEL_1035 = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/
const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/
const LABEL_VALUE = /^(?:(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/

/** What `format.<name>()` stands for (k8s.io/apiserver pkg/cel/library/format.go). */
const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  dns1123Label: text => text.length <= 63 && LABEL.test(text),
  dns1123Subdomain: text => text.length <= 253 && SUBDOMAIN.test(text),
  dns1035Label: text => text.length <= 63 && LABEL_1035.test(text),
  labelValue: text => text.length <= 63 && LABEL_VALUE.test(text),
  uri: text => parseRequestUri(text) !== null
}

/**
 * Functions that the API server adds to CEL (k8s.io/apiserver pkg/cel/library). A URL and a format are
 * carried as their text: rules are type-checked when a CRD is created, so nothing else can meet them.
 * What is not here makes a rule unknown, never passed.
 */
export const kubernetesFunctions: CelFunc[] = [
  celFunc('isURL', [STRING], BOOL, text => parseRequestUri(text) !== null),
  celFunc('url', [STRING], STRING, text => {
    readUrl(text)
    return text
  }),
  celMethod('getScheme', STRING, [], STRING, function () {
    return readUrl(this).scheme
  }),
  celMethod('getHost', STRING, [], STRING, function () {
    return readUrl(this).host
  }),
  celMethod('getHostname', STRING, [], STRING, function () {
    return readUrl(this).hostname
  }),
  celMethod('getPort', STRING, [], STRING, function () {
    return readUrl(this).port
  }),
  celFunc('isIP', [STRING], BOOL, isIp),
  celFunc('isCIDR', [STRING], BOOL, isCidr),
  ...Object.keys(FORMATS).map(name => celFunc(`format.${name}`, [], STRING, () => name)),
  // An optional, which equals null neither with a value nor without: Gateway API 1.6 has a rule that never holds.
  celMethod('validate', STRING, [STRING], DYN, function (text) {
    const test = Object.hasOwn(FORMATS, this) ? FORMATS[this] : undefined
    if (test === undefined) throw new Error(`unknown format ${this}`)
    return test(text) ? [] : [`must be a ${this}`]
  })
]

function readUrl(text: string): GoUrl {
  const url = parseRequestUri(text)
  if (url === null) throw new Error(`${JSON.stringify(text)} is no URL`)
  return url
}

/** No zones and no IPv4 in IPv6: pkg/cel/library/ip.go refuses both. */
function isIp(text: string): boolean {
  return isIpv4(text) || (isIpv6(text) && !isIpv4InIpv6(text))
}

function isCidr(text: string): boolean {
  const [address = '', bits = '', ...more] = text.split('/')
  if (more.length > 0 || !isIp(address) || !/^(?:0|[1-9]\d{0,2})$/.test(bits)) return false
  return Number(bits) <= (address.includes(':') ? 128 : 32)
}
