import { parseInteger } from '../../go/text.ts'
import { parseUrl } from '../../go/url.ts'

/** Whether istiod could fetch keys from there (security.ParseJwksURI). */
export function isJwksUri(text: string): boolean {
  const url = parseUrl(text)
  if (url === null || (url.scheme !== 'http' && url.scheme !== 'https')) return false
  return url.port === '' || parseInteger(url.port) !== null
}
