import { describe, type Term } from '../decision/describe.ts'
import type { Region } from '../decision/region.ts'
import type { Matcher } from '../decision/table.ts'
import { defaultWords, toWords } from '../decision/words.ts'
import { isAssumedAddress } from '../mesh/assumed-address.ts'
import { listWords } from './words.ts'

const everything = 'every connection'

/** "TLS with server name a.example.com": the connections of a region, without the place that is its subject. */
export function connectionWords(region: Region): string {
  const said = new Set<string>()
  for (const { terms, partly } of describe(region)) {
    const words = terms.flatMap(term => termWords(term, terms)).join(', ')
    said.add(`${partly === true ? 'some of ' : ''}${words === '' ? everything : words}`)
  }
  return said.has(everything) ? everything : [...said].join('; or ')
}

function termWords(term: Term, all: readonly Term[]): string[] {
  if (term.dimension === 'speaks') return openingWords(term, all)
  if (term.dimension === 'to') return addressWords(term)
  const words = { ...defaultWords('server name'), suffix: 'server names under {}' }
  return [toWords({ terms: [term] }, { words: { sni: words }, everything, most: 6 })]
}

const openingNames: Readonly<Record<string, string>> = {
  bytes: 'bytes that are neither HTTP nor TLS',
  http: 'plaintext HTTP',
  tls: 'TLS',
  mtls: "Istio's mutual TLS"
}

/** A server name says already that it is TLS. */
function openingWords({ within, except }: Term, all: readonly Term[]): string[] {
  const named = valuesOf(within)
  const isNamed = all.some(one => one.dimension === 'sni' && one.within.length > 0)
  if (isNamed && named.every(name => name.includes('tls'))) return []
  const left = valuesOf(except).map(name => openingNames[name] ?? name)
  if (named.length === 0) return [`everything but ${listWords(left)}`]
  return [named.map(name => openingNames[name] ?? name).join(' or ')]
}

function valuesOf(matchers: readonly Matcher[]): string[] {
  return matchers.flatMap(one =>
    one.is === 'exact' ? [one.value] : one.is === 'any' ? valuesOf(one.of) : []
  )
}

/** Single addresses are those of the subject itself, or of listeners that are not meant. */
function addressWords({ within, except }: Term): string[] {
  const blocks = [...within, ...except].flatMap(blocksOf).filter(isBlock)
  if (blocks.length === 0) return []
  const inside = within.flatMap(blocksOf).filter(isBlock)
  const outside = except.flatMap(blocksOf).filter(isBlock)
  const parts = [
    inside.length === 0 ? 'to other addresses' : `to ${inside.join(' or ')}`,
    outside.length === 0 ? '' : `except ${outside.join(' and ')}`
  ]
  return [parts.filter(part => part !== '').join(' ')]
}

function blocksOf(matcher: Matcher): string[] {
  if (matcher.is === 'cidr') return [matcher.value]
  return matcher.is === 'any' || matcher.is === 'all' ? matcher.of.flatMap(blocksOf) : []
}

function isBlock(value: string): boolean {
  return !isAssumedAddress(value) && !/\/(?:32|128)$/.test(value)
}
