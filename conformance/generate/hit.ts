import { expressionOf } from './expression.ts'
import type { Random } from './random.ts'
import { mapOf, numberOf, textOf } from './read.ts'
import type { Fields } from './world.ts'

/** The parts of a request that a match looks at; a request is drawn from it and then bent. */
export interface Draft {
  path: string
  query: string
  method: string
  headers: Record<string, string | readonly string[]>
  authority?: string
  port?: number
  secure: boolean
}

export function emptyDraft(): Draft {
  return { path: '/', query: '', method: 'GET', headers: {}, secure: false }
}

/** A request that meets a match, as far as its literals tell. */
export function hit(random: Random, match: Fields): Draft {
  const out = emptyDraft()
  const path = textMeeting(random, mapOf(match.uri))
  if (path !== undefined) out.path = `/${path}`.replace(/^\/+/, '/').replaceAll('//', '/')
  for (const [name, value] of Object.entries(mapOf(match.headers))) {
    out.headers[name.toLowerCase()] = textMeeting(random, mapOf(value)) ?? 'x'
  }
  const pairs = Object.entries(mapOf(match.queryParams)).map(
    ([name, value]) => `${name}=${textMeeting(random, mapOf(value)) ?? ''}`
  )
  out.query = pairs.join('&')
  out.method = methodMeeting(match)
  const authority = textMeeting(random, mapOf(match.authority))
  // Envoy refuses an authority that is none (`a.s/x`) before any match.
  if (authority?.includes('.') && !authority.includes('/')) out.authority = authority
  const port = numberOf(match.port)
  if (port !== undefined) out.port = port
  out.secure = textOf(mapOf(match.scheme).exact) === 'https'
  return out
}

/** A method that exists: Envoy's codec refuses others before any match. */
function methodMeeting(match: Fields): string {
  const { exact, prefix, regex } = mapOf(match.method)
  if (textOf(exact) !== undefined) return textOf(exact) ?? ''
  return textOf(prefix) === 'P' || textOf(regex) !== undefined ? 'POST' : 'GET'
}

/** A text that a StringMatch takes; `undefined` where anything does. */
function textMeeting(random: Random, match: Fields): string | undefined {
  const exact = textOf(match.exact)
  if (exact !== undefined) return exact
  const prefix = textOf(match.prefix)
  if (prefix !== undefined) return prefix + random.pick(['', '', 'x', '/x'])
  const regex = textOf(match.regex)
  if (regex === undefined) return undefined
  const { hits } = expressionOf(regex)
  return hits.length > 0 ? random.pick(hits) : regex
}
