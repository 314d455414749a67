import { parseRequestUri, parseUrl } from '../../go/url.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'

const noUrl = refusal('missing-url', '{field} is not set: say where the module is.')

const invalidUrl = refusal(
  'invalid-url',
  '{field} is {value}, which is no URL: write oci://registry/name:tag, https://…, or file:///path.'
)

const unknownScheme = refusal(
  'invalid-url-scheme',
  '{field} is {value}, but modules are fetched by oci, https, http and file alone.'
)

const SCHEMES = ['', 'file', 'http', 'https', 'oci']

/** Without a scheme it is the name of an image. */
export function checkModuleUrl(text: string, field: Field): void {
  if (text === '') {
    field.report(noUrl)
    return
  }
  const url = strictUrl(text) ?? strictUrl(`http://${text}`)
  if (url === null) field.report(invalidUrl)
  else if (!SCHEMES.includes(url.scheme)) field.report(unknownScheme)
}

/** A request URI that also parses as a URL with a fragment (strictParseURL). */
function strictUrl(text: string): { readonly scheme: string } | null {
  const url = parseRequestUri(text)
  return url !== null && parseUrl(text) !== null ? url : null
}
