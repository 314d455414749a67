import type { Scalar } from 'yaml'
import { Refused } from './problem.ts'

/**
 * What YAML 1.2 allows and Kubernetes does not read, or reads as something else: it uses go-yaml v2, a port of libyaml
 * (scannerc.go). Each is refused, since two readings of one document must never pass for one.
 */
export function refuseOtherDialect(node: Scalar.Parsed, raw: string, inFlow: boolean): void {
  const reason =
    node.type === 'QUOTE_DOUBLE'
      ? escapeReason(raw)
      : node.type === 'PLAIN'
        ? inFlow && plainReason(raw)
        : blockReason(raw)
  if (typeof reason !== 'string') return
  const [start, end] = node.range
  throw new Refused('manifest/invalid-scalar', reason, start, Math.max(end, start + 1))
}

/** Anchors and aliases are letters, digits, `_` and `-`; behind another character something else begins. */
export function refuseOtherAnchor(name: string, start: number, end: number): void {
  if (/^[\w-]+$/.test(name)) return
  const message = `Kubernetes allows only letters, digits, "_" and "-" in the name of an anchor. Rename ${JSON.stringify(name)}.`
  throw new Refused('manifest/invalid-anchor', message, start, Math.max(end, start + 1))
}

/** A scalar as a key in a flow map: a colon without a space behind it ends it here and not in Kubernetes. */
export function refuseTightColon(text: string, node: Scalar.Parsed): void {
  const [start, end] = node.range
  if (node.type !== 'PLAIN' || !/^:[,[\]{}]/.test(text.slice(end, end + 2))) return
  const message =
    'A colon right before a bracket or comma belongs to the text for Kubernetes and ends a key elsewhere. Quote the text, or put a space behind the colon.'
  throw new Refused('manifest/invalid-scalar', message, start, end + 1)
}

function escapeReason(raw: string): string | null {
  for (let at = raw.indexOf('\\'); at >= 0; at = raw.indexOf('\\', at + 2)) {
    const slash = raw.charAt(at + 1) === '/'
    const written = raw.slice(at, at + (slash ? 2 : 6))
    if (slash || /^\\u[dD][89a-fA-F]/.test(written)) {
      return `Kubernetes does not read the escape ${written}. Write the character itself.`
    }
  }
  return null
}

function plainReason(raw: string): string | null {
  if (raw.startsWith(':')) {
    return 'Inside brackets a text must not begin with a colon: Kubernetes refuses it. Quote it.'
  }
  return raw.includes('?')
    ? 'Inside brackets Kubernetes takes a question mark for the start of a key. Quote the text.'
    : null
}

function blockReason(raw: string): string | null {
  const header = /^[|>]([^\n]*)\n/.exec(raw)
  if (header === null) return null
  const text = raw.slice(header[0].length)
  if (/^(?: *\r?\n)* *\t/.test(text)) {
    return 'The first line of this text begins with a tab, which Kubernetes refuses as indentation. Begin it with another character.'
  }
  return /^[-+]?[1-9]/.test(header[1] ?? '') && text.trim() === ''
    ? 'This text is made of spaces alone, which readers of YAML keep or drop as they please. Write it in quotes.'
    : null
}

/** Without a line break at the end of the text a block scalar ends without one, however it is chomped. */
export function blockText(node: Scalar.Parsed, text: string): string {
  const value = String(node.value)
  const cut = node.range[1] >= text.length && !text.endsWith('\n') && value.endsWith('\n')
  return cut ? value.slice(0, -1) : value
}
