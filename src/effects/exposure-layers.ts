import type { RouteAction } from '../dataplane/config.ts'
import type { AccessAction } from '../dataplane/lower/access.ts'
import {
  isOpaque,
  isWrittenHeader,
  opaque,
  opaqueWords
} from '../dataplane/lower/opaque-dimension.ts'
import { matches } from '../decision/decide.ts'
import type { Matcher, Table } from '../decision/table.ts'
import { fingerprint } from '../fingerprint.ts'
import { beforeRewrite, isUnsaid, type Rewritten, type Unsaid } from './before-rewrite.ts'

/** What one layer on the way makes of a request. */
export interface Passage {
  readonly kind: 'open' | 'asked' | 'closed' | 'unknown'
  /** Who stops it, or why that cannot be said. */
  readonly words: string
}

export type When = Readonly<Record<string, Matcher>>
export type PassageRow = { readonly when: When; readonly passage: Passage }

type Forward = Extract<RouteAction, { kind: 'forward' }>

/** Values that all requests of a layer share: the transport, who calls. */
export type Fixed = Readonly<Record<string, string | null>>

/** A table of access as rows over what is not settled yet; the last row takes the rest. */
export function specialised(
  table: Table<AccessAction>,
  fixed: Fixed,
  say: (action: AccessAction) => string
): PassageRow[] {
  const dimensions = new Map(table.dimensions.map(one => [one.name, one]))
  const rows: PassageRow[] = []
  for (const { when, action } of table.rows) {
    const rest: Record<string, Matcher> = {}
    let holds = true
    for (const [name, matcher] of Object.entries(when)) {
      const dimension = dimensions.get(name)
      const value = fixed[name]
      if (value === undefined || dimension === undefined) rest[name] = matcher
      else if (!matches(matcher, value, dimension)) holds = false
    }
    if (!holds) continue
    rows.push({ when: rest, passage: passageOf(action, say) })
    if (Object.keys(rest).length === 0) return rows
  }
  return [...rows, { when: {}, passage: passageOf(table.otherwise, say) }]
}

function passageOf(action: AccessAction, say: (action: AccessAction) => string): Passage {
  const words = say(action)
  if (action.kind === 'allow') return { kind: 'open', words }
  return { kind: action.kind === 'ask' ? 'asked' : 'closed', words }
}

/** Headers that a gateway writes itself, whatever the client sent. Source: Envoy http_conn_man/headers. */
const OWN_HEADERS = /^header:x-(forwarded-|envoy-|request-id|b3-)/

/**
 * Rows of a server in terms of what its gateway received: the path and host before the rewrite, the client's
 * address where the gateway wrote it down.
 */
export function beforeRoute(
  rows: readonly PassageRow[],
  action: Forward,
  rewritten: Rewritten,
  client: 'source ip' | 'remote ip'
): PassageRow[] {
  const result: PassageRow[] = []
  for (const { when, passage } of rows) {
    const before: Record<string, Matcher> = {}
    let unsaid: string | null = null
    let holds = true
    for (const [name, matcher] of Object.entries(when)) {
      const image =
        name === 'remote ip' ? { name: client, matcher } : imageOf(name, matcher, action, rewritten)
      if (image === false) holds = false
      else if (image !== true && isUnsaid(image)) unsaid ??= image.unsaid
      else if (image !== true) put(before, image.name, image.matcher)
    }
    if (!holds) continue
    const said: Passage = unsaid === null ? passage : { kind: 'unknown', words: unsaid }
    result.push({ when: before, passage: said })
    if (Object.keys(before).length === 0) break
  }
  return result
}

type Image = boolean | Unsaid | { readonly name: string; readonly matcher: Matcher }

function imageOf(name: string, matcher: Matcher, action: Forward, rewritten: Rewritten): Image {
  if (name === 'path') {
    const image = beforeRewrite(matcher, rewritten)
    return typeof image === 'boolean' || isUnsaid(image) ? image : { name, matcher: image }
  }
  if (name === 'authority') {
    const written =
      action.authorityRewrite ??
      action.destinations.find(one => one.authorityRewrite)?.authorityRewrite
    return written === undefined ? { name, matcher } : matches(matcher, written, SINGLE)
  }
  if (name.startsWith('header:')) return headerImage(name, matcher, action)
  // The address of the gateway's pod: any, but on both sides the same.
  if (name === 'source ip') return { name: behindGateway({ name }).name, matcher }
  if (name === 'destination ip' || name === 'sni') {
    return { unsaid: `a policy of the server looks at the ${name} behind the gateway` }
  }
  if (isOpaque(name) && !isWrittenHeader(name)) {
    return { unsaid: `a policy of the server looks at ${opaqueWords(name)}` }
  }
  return { name, matcher }
}

/** An address as the pods behind a gateway see it. */
export function behindGateway<One extends { readonly name: string }>(dimension: One): One {
  return { ...dimension, name: opaque(`the ${dimension.name} behind the gateway`, '') }
}

function headerImage(name: string, matcher: Matcher, action: Forward): Image {
  const header = name.slice('header:'.length)
  const operations = [
    action.settings.headers?.request,
    ...action.destinations.map(one => one.headers?.request)
  ]
  const touched = operations.some(
    operation =>
      has(operation?.set, header) ||
      has(operation?.add, header) ||
      removes(operation?.remove, header)
  )
  if (!touched && !OWN_HEADERS.test(name)) return { name, matcher }
  // Of one request the same is written where it is written alike.
  const mark = touched ? fingerprint([operations.map(each => each ?? null)]) : ''
  return { name: opaque(`header ${header} (written by the gateway)`, mark), matcher }
}

function has(values: Readonly<Record<string, unknown>> | undefined, header: string): boolean {
  return Object.keys(values ?? {}).some(name => name.toLowerCase() === header)
}

function removes(names: readonly string[] | undefined, header: string): boolean {
  return (names ?? []).some(name => name.toLowerCase() === header)
}

const SINGLE = { name: 'authority', theory: 'string', optional: false, multiple: false } as const

function put(target: Record<string, Matcher>, name: string, matcher: Matcher): void {
  const known = target[name]
  target[name] = known === undefined ? matcher : { is: 'all', of: [known, matcher] }
}

/** Both conditions. */
export function joined(first: When, second: When): When {
  const result: Record<string, Matcher> = { ...first }
  for (const [name, matcher] of Object.entries(second)) put(result, name, matcher)
  return result
}
