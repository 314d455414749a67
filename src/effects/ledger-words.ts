import type { Touch } from '../dataplane/ledger/reading.ts'
import type { FieldPath } from '../finding.ts'
import type { ManifestChange } from './manifest-change.ts'
import { listWords } from './words.ts'

const words: Readonly<Record<Touch, string>> = {
  routing: 'routing',
  exposure: 'what is reachable from outside',
  access: 'access',
  transport: 'mutual TLS',
  authentication: 'authentication',
  membership: 'which pods are in the mesh',
  observability: 'telemetry',
  extension: 'proxy extensions'
}

const order: readonly Touch[] = [
  'routing',
  'exposure',
  'access',
  'authentication',
  'transport',
  'membership',
  'extension',
  'observability'
]

/** `it could change routing and access`. */
export function touchWords(touches: Iterable<Touch>): string {
  const wanted = new Set(touches)
  const named = order.filter(touch => wanted.has(touch)).map(touch => words[touch])
  return `it could change ${named.length > 4 || named.length === 0 ? 'anything' : listWords(named)}`
}

/** `spec.rules[].from[].source`: without indices, which say nothing a day later. */
export function pathWords(path: FieldPath): string {
  let text = ''
  for (const key of path) {
    if (typeof key === 'number') text += '[]'
    else if (/^[A-Za-z0-9_-]+$/.test(key)) text += text === '' ? key : `.${key}`
    else text += `["${key}"]`
  }
  return text
}

interface TextField {
  readonly path: FieldPath
  readonly why?: string
}

/** What kind of text changed: `apiVersion v1beta1 → v1, labels`. */
export function textWords({ base, head }: ManifestChange, fields: readonly TextField[]): string {
  if (base === null || head === null) {
    const what = base === null ? 'new' : 'removed'
    const why = fields.find(field => field.why !== undefined)?.why
    return why === undefined ? what : `${what}, and ${why}`
  }
  const said = new Set<string>()
  for (const { path, why } of fields) {
    const [first, second] = path
    if (why !== undefined) said.add(`${pathWords(path)} (${why})`)
    else if (first === 'apiVersion') said.add(`apiVersion ${base.version} → ${head.version}`)
    else if (first === 'metadata') said.add(String(second ?? 'metadata'))
    else said.add(pathWords(path))
  }
  const all = [...said].sort()
  const shown = all.slice(0, 3)
  return all.length > shown.length
    ? `${shown.join(', ')} and ${all.length - shown.length} more`
    : listWords(shown)
}
