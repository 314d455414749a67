import ipaddr from 'ipaddr.js'
import { quoted } from '../../src/dataplane/security/pattern.ts'
import { uriTemplateRegex } from '../../src/dataplane/security/uri-template.ts'
import type { CanonicalAtom, CanonicalNode } from './canonical-access.ts'

/** Of all texts of Unicode none. */
export const never: CanonicalNode = { any: [] }
export const always: CanonicalNode = { all: [] }

/**
 * A condition in one form of all that mean the same by the laws of Boolean algebra that are applied here: nested
 * conjunctions and disjunctions are flat, constants are gone, members are sorted and each there once. Atoms are
 * written in one way of those that Envoy reads alike.
 */
export function normaliseNode(node: CanonicalNode): CanonicalNode {
  if ('atom' in node) return normaliseAtom(node.atom)
  if ('not' in node) {
    const inner = normaliseNode(node.not)
    if ('not' in inner) return inner.not
    if (isAlways(inner)) return never
    return isNever(inner) ? always : { not: inner }
  }
  const isAll = 'all' in node
  const members = (isAll ? node.all : node.any).map(normaliseNode)
  const nested = members.flatMap(member => {
    if (isAll && 'all' in member) return member.all
    return !isAll && 'any' in member ? member.any : [member]
  })
  const flat = isAll ? nested : withoutCovered(withClaims(nested))
  if (flat.some(isAll ? isNever : isAlways)) return isAll ? never : always
  const byText = new Map(flat.map(member => [JSON.stringify(member), member]))
  const sorted = [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, member]) => member)
  const [only] = sorted
  if (only !== undefined && sorted.length === 1) return only
  return isAll ? { all: sorted } : { any: sorted }
}

function isAlways(node: CanonicalNode): boolean {
  return 'all' in node && node.all.length === 0
}

function isNever(node: CanonicalNode): boolean {
  return 'any' in node && node.any.length === 0
}

function normaliseAtom(atom: CanonicalAtom): CanonicalNode {
  const { of, name = '', path = [], is, value = '', fold = false, list = false } = atom
  const plain = { of, name, path, is, value, fold, list }
  switch (of) {
    case 'principal': {
      const text = value.replace(/^spiffe:\/\//, '')
      const suffix = is === 'regex' ? suffixOf(text) : null
      if (suffix !== null) return { atom: { ...plain, is: 'suffix', value: suffix } }
      const any = is === 'prefix' && text === ''
      return { atom: any ? { ...plain, is: 'present', value: '' } : { ...plain, value: text } }
    }
    case 'source-ip':
    case 'remote-ip':
    case 'destination-ip':
      return { atom: { ...plain, value: maskedBlock(value) } }
    case 'path':
      return is === 'template'
        ? { atom: { ...plain, is: 'regex', value: uriTemplateRegex(value) } }
        : { atom: plain }
    case 'header': {
      const lower = name.toLowerCase()
      return { atom: { ...plain, name: lower === 'host' ? ':authority' : lower } }
    }
    case 'metadata':
      // No filter that istiod configures leaves a list behind.
      return list ? never : { atom: plain }
    default:
      return { atom: plain }
  }
}

/** istiod asks a claim for a list that holds the text, and for the text itself: one atom here. */
function withClaims(members: readonly CanonicalNode[]): readonly CanonicalNode[] {
  const texts = new Set(members.map(member => JSON.stringify(member)))
  const out: CanonicalNode[] = []
  for (const member of members) {
    const twin = twinOf(member)
    if (twin === null || !texts.has(JSON.stringify(twin))) out.push(member)
    else if ('atom' in member)
      out.push({ atom: { ...member.atom, of: 'claim or list', list: false } })
  }
  return out
}

/** Of alternatives, a text that a wildcard beside it takes as well says nothing. */
function withoutCovered(members: readonly CanonicalNode[]): readonly CanonicalNode[] {
  return members.filter(
    member =>
      !('atom' in member) ||
      !members.some(other => 'atom' in other && other !== member && covers(other.atom, member.atom))
  )
}

function covers(wide: CanonicalAtom, narrow: CanonicalAtom): boolean {
  if (narrow.is !== 'exact' || wide.fold === true || wide.is === 'exact') return false
  const { is: _, value: __, ...one } = wide
  const { is: ___, value: text = '', ...other } = narrow
  if (JSON.stringify(one) !== JSON.stringify(other)) return false
  if (wide.is === 'suffix') return text.endsWith(wide.value ?? '')
  return wide.is === 'prefix' && text.startsWith(wide.value ?? '')
}

/** The same asked of a text where it is asked of a list, and the other way round. */
function twinOf(node: CanonicalNode): CanonicalNode | null {
  if (!('atom' in node) || node.atom.of !== 'claim') return null
  return { atom: { ...node.atom, list: node.atom.list !== true } }
}

/** A regular expression that asks for the end of a text alone is that end. */
function suffixOf(value: string): string | null {
  if (!value.startsWith('.*')) return null
  const plain = value.slice(2).replace(/\\([\\.+*?()|[\]{}^$])/g, '$1')
  return quoted(plain) === value.slice(2) ? plain : null
}

function maskedBlock(text: string): string {
  const [address = '', bits = ''] = text.split('/')
  return ipaddr.IPv4.isValid(address)
    ? `${ipaddr.IPv4.networkAddressFromCIDR(text).toString()}/${bits}`
    : `${ipaddr.IPv6.networkAddressFromCIDR(text).toString()}/${bits}`
}
