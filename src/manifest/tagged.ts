import type { Scalar } from 'yaml'
import type { Json } from './manifest.ts'
import { Refused } from './problem.ts'
import { resolvePlain, resolvePlainKey } from './scalar.ts'

const core = 'tag:yaml.org,2002:'

/** A scalar's value by its style and tag (go-yaml v2 decode.go scalar, resolve.go resolve). */
export function scalarValue(node: Scalar.Parsed): Json {
  const text = String(node.value)
  const value = taggedValue(node, text)
  if (typeof value !== 'number' || Number.isFinite(value)) return value
  throw refuse(
    node,
    `${text} is no JSON number, so the API server cannot store it. Quote it to mean the text.`
  )
}

/** A scalar as the key of a map; `null` where Kubernetes refuses it. */
export function scalarKey(node: Scalar.Parsed): string | null {
  const text = String(node.value)
  if (node.tag === undefined) return node.type === 'PLAIN' ? resolvePlainKey(text) : text
  const value = taggedValue(node, text)
  return typeof value === 'string' ? value : resolvePlainKey(text)
}

function taggedValue(node: Scalar.Parsed, text: string): Json {
  const tag = node.tag
  if (tag === undefined) return node.type === 'PLAIN' ? resolvePlain(text) : text
  const value = resolvePlain(text)
  switch (tag) {
    case `${core}bool`:
      if (typeof value === 'boolean') return value
      break
    case `${core}null`:
      if (value === null) return null
      break
    case `${core}int`:
      if (typeof value === 'number' && !/[.eE]/.test(text)) return value
      break
    case `${core}float`:
      if (typeof value === 'number') return value
      break
    case `${core}binary`:
      return decodeBase64(node, text)
    default:
      return text
  }
  throw refuse(
    node,
    `${JSON.stringify(text)} cannot be read as !!${tag.slice(core.length)}. Correct the value or the tag.`
  )
}

function decodeBase64(node: Scalar.Parsed, text: string): string {
  const compact = text.replace(/[\r\n]/g, '')
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(compact)) {
    throw refuse(node, '!!binary holds text that is not base64. Correct the value or the tag.')
  }
  const bytes = Uint8Array.from(atob(compact), unit => unit.charCodeAt(0))
  return new TextDecoder().decode(bytes)
}

function refuse(node: Scalar.Parsed, message: string): Refused {
  return new Refused('manifest/invalid-scalar', message, node.range[0], node.range[1])
}
