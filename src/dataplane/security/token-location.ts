import type { Request, Token } from '../request.ts'
import type { JwtProvider, TokenLocation } from './request-authentication.ts'

/** What stands where a provider looks: a token of the request, or text that is none. */
export type FoundToken = Token | 'malformed'

/** Where a token stands that says nothing: `Authorization: Bearer`. */
const DEFAULT = 'header:Authorization:Bearer '

/** `header:NAME:PREFIX`, `query:NAME`, `cookie:NAME`. */
export function tokenLocation(written: string | undefined): TokenLocation {
  const [kind = '', name = '', ...rest] = (written ?? DEFAULT).split(':')
  if (kind === 'query' || kind === 'cookie') return { in: kind, name }
  return { in: 'header', name: name.toLowerCase(), prefix: rest.join(':') }
}

/** The same as it is written in requests; equal locations are equal texts. */
export function locationText(location: TokenLocation): string {
  return location.in === 'header'
    ? `header:${location.name}:${location.prefix}`
    : `${location.in}:${location.name}`
}

/** Everything that one provider finds in a request, in Envoy's order. Source: Envoy jwt_authn extractor.cc. */
export function tokensFor(provider: JwtProvider, request: Request): readonly FoundToken[] {
  const found: FoundToken[] = []
  for (const location of provider.locations) {
    for (const token of request.tokens ?? []) {
      const read = readFrom(location, tokenLocation(token.in))
      if (read !== 'not there') found.push(read === 'whole' ? token : 'malformed')
    }
    for (const text of otherTexts(location, request)) {
      if (text.trim() !== '') found.push('malformed')
    }
  }
  return found
}

/** The location of a token, read as a provider's: its prefix may stand anywhere before it. */
export function readFrom(
  wanted: TokenLocation,
  given: TokenLocation
): 'whole' | 'in part' | 'not there' {
  if (wanted.in !== given.in || wanted.name !== given.name) return 'not there'
  if (wanted.in !== 'header' || given.in !== 'header') return 'whole'
  const at = given.prefix.indexOf(wanted.prefix)
  if (at < 0) return 'not there'
  const between = given.prefix.slice(at + wanted.prefix.length)
  return between.trim() === '' ? 'whole' : 'in part'
}

/** Texts at the location that the request writes by hand: they are no token. */
function otherTexts(location: TokenLocation, request: Request): readonly string[] {
  switch (location.in) {
    case 'header': {
      const { prefix } = location
      return headerLines(request, location.name)
        .filter(line => line.includes(prefix))
        .map(line => line.slice(line.indexOf(prefix) + prefix.length))
    }
    case 'query': {
      const query = /\?([^#]*)/.exec(request.path)?.[1] ?? ''
      return new URLSearchParams(query).getAll(location.name)
    }
    case 'cookie':
      return headerLines(request, 'cookie')
        .flatMap(line => line.split(';'))
        .map(pair => pair.trim())
        .filter(pair => pair.startsWith(`${location.name}=`))
        .map(pair => pair.slice(location.name.length + 1))
  }
}

export function headerLines(request: Request, name: string): readonly string[] {
  const lines: string[] = []
  for (const [key, value] of Object.entries(request.headers)) {
    if (key.toLowerCase() !== name) continue
    if (typeof value === 'string') lines.push(value)
    else lines.push(...value)
  }
  return lines
}
