import type { Json, JsonMap, Manifest } from '../manifest/manifest.ts'
import { filled, isMap, map, mapOrEmpty, number, text, textMap, texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { isPrivateTo, visibility } from '../mesh/visibility.ts'
import { type HttpRule, httpRules, type Match } from './rules.ts'

export const delegateReads = [['VirtualService', 'spec.http[].delegate.{name,namespace}']] as const

/** Taken from the root rule where the delegate's rule does not set them. */
const INHERITED = [
  'rewrite',
  'directResponse',
  'timeout',
  'retries',
  'fault',
  'mirror',
  'mirrorPercent',
  'mirror_percent',
  'mirrorPercentage',
  'corsPolicy',
  'mirrors',
  'headers'
] as const

/**
 * Replaces each rule that delegates by the rules of its delegate. A delegate that is missing or not
 * exported here drops the rule alone, silently. A nested delegate is not followed.
 * Source: pilot model/virtualservice_controller.go mergeVirtualServices, virtualservice.go.
 */
export function mergeDelegates(root: Manifest, rules: HttpRule[], mesh: Mesh): HttpRule[] {
  if (!rules.some(rule => map(rule.fields.delegate) !== undefined)) return rules
  const merged: HttpRule[] = []
  for (const rule of rules) {
    const delegate = map(rule.fields.delegate)
    if (delegate === undefined) {
      merged.push(rule)
      continue
    }
    const target = mesh.get({
      group: root.ref.group,
      kind: 'VirtualService',
      namespace: filled(delegate.namespace) ?? root.ref.namespace,
      name: text(delegate.name) ?? ''
    })
    if (target === undefined || texts(target.spec.hosts).length > 0) continue
    if (!isExported(target, root.ref.namespace, mesh)) continue
    for (const inner of httpRules(target, mesh.config.clusterDomain)) {
      const one = mergeRule(rule, inner)
      if (one !== null) merged.push(one)
    }
  }
  return merged
}

/** `*` anywhere, or the root's namespace by name. */
function isExported(target: Manifest, namespace: string, mesh: Mesh): boolean {
  const entries = texts(target.spec.exportTo)
  const to = visibility(
    entries.filter(entry => entry !== '~'),
    target.ref.namespace,
    entries.length > 0 ? ['~'] : mesh.config.defaultVirtualServiceExportTo
  )
  return to === 'public' || isPrivateTo(to, namespace)
}

function mergeRule(root: HttpRule, leaf: HttpRule): HttpRule | null {
  const matches = mergeMatches(root.matches, leaf.matches)
  if (matches === 'conflict') return null
  const fields: Record<string, Json> = { ...leaf.fields }
  const name = joined(filled(root.fields.name), filled(leaf.fields.name), '-')
  if (name !== undefined) fields.name = name
  for (const field of INHERITED) {
    const inherited = root.fields[field]
    if (isAbsent(fields[field]) && !isAbsent(inherited) && inherited !== undefined) {
      fields[field] = inherited
    }
  }
  return { fields, matches, at: leaf.at, root: root.at }
}

function isAbsent(value: Json | undefined): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0)
}

function joined(
  first: string | undefined,
  second: string | undefined,
  glue: string
): string | undefined {
  if (first === undefined) return second
  return second === undefined ? first : `${first}${glue}${second}`
}

/** Each match of the delegate with each match of the root that it does not contradict. */
function mergeMatches(
  roots: readonly Match[] | null,
  leaves: readonly Match[] | null
): Match[] | null | 'conflict' {
  if (roots === null) return leaves === null ? null : [...leaves]
  if (leaves === null) return [...roots]
  const merged: Match[] = []
  for (const leaf of leaves) {
    const compatible = roots.filter(root => !contradicts(root.fields, leaf.fields))
    if (compatible.length === 0) return 'conflict'
    for (const root of compatible) {
      merged.push({ fields: mergeMatch(root.fields, leaf.fields), at: leaf.at, root: root.at })
    }
  }
  return merged
}

function mergeMatch(root: JsonMap, leaf: JsonMap): JsonMap {
  const fields: Record<string, Json> = { ...leaf }
  const name = joined(filled(root.name), filled(leaf.name), '-')
  if (name !== undefined) fields.name = name
  for (const field of ['uri', 'scheme', 'method', 'authority'] as const) {
    const inherited = root[field]
    if (isAbsent(fields[field]) && inherited !== undefined) fields[field] = inherited
  }
  for (const field of ['headers', 'withoutHeaders', 'queryParams', 'sourceLabels'] as const) {
    const union = { ...mapOrEmpty(root[field]), ...mapOrEmpty(leaf[field]) }
    if (Object.keys(union).length > 0) fields[field] = union
  }
  if ((number(leaf.port) ?? 0) === 0 && root.port !== undefined) fields.port = root.port
  for (const field of ['sourceNamespace', 'statPrefix'] as const) {
    const inherited = root[field]
    if (filled(leaf[field]) === undefined && inherited !== undefined) fields[field] = inherited
  }
  if (texts(leaf.gateways).length === 0 && root.gateways !== undefined) {
    fields.gateways = root.gateways
  }
  return fields
}

function contradicts(root: JsonMap, leaf: JsonMap): boolean {
  for (const field of ['uri', 'scheme', 'method', 'authority'] as const) {
    if (stringsContradict(root[field], leaf[field])) return true
  }
  for (const field of ['headers', 'withoutHeaders', 'queryParams'] as const) {
    const outer = mapOrEmpty(root[field])
    for (const [key, value] of Object.entries(mapOrEmpty(leaf[field]))) {
      if (key in outer && stringsContradict(outer[key], value)) return true
    }
  }
  if ((root.ignoreUriCase === true) !== (leaf.ignoreUriCase === true)) return true
  const [outerPort, innerPort] = [number(root.port) ?? 0, number(leaf.port) ?? 0]
  if (outerPort > 0 && innerPort > 0 && outerPort !== innerPort) return true
  const namespace = filled(root.sourceNamespace)
  if (namespace !== undefined && filled(leaf.sourceNamespace) !== namespace) return true
  const labels = textMap(root.sourceLabels)
  for (const [key, value] of Object.entries(textMap(leaf.sourceLabels))) {
    if (labels[key] !== undefined && labels[key] !== value) return true
  }
  const [outer, inner] = [texts(root.gateways), texts(leaf.gateways)]
  if (outer.length > 0 && inner.length > 0) {
    if (outer.length < inner.length) return true
    if (inner.some(gateway => !outer.includes(gateway))) return true
  }
  return false
}

/** Only an outer prefix that the inner value begins with, or the same exact value, agree. */
function stringsContradict(root: Json | undefined, leaf: Json | undefined): boolean {
  if (!isMap(root) || !isMap(leaf)) return false
  const outer = {
    exact: filled(root.exact),
    prefix: filled(root.prefix),
    regex: filled(root.regex)
  }
  const inner = {
    exact: filled(leaf.exact),
    prefix: filled(leaf.prefix),
    regex: filled(leaf.regex)
  }
  const outerSet = outer.exact ?? outer.prefix ?? outer.regex
  const innerSet = inner.exact ?? inner.prefix ?? inner.regex
  if (outer.regex !== undefined && innerSet !== undefined) return true
  if (inner.regex !== undefined && outerSet !== undefined) return true
  if (outer.exact !== undefined) return inner.prefix !== undefined || inner.exact !== outer.exact
  if (outer.prefix !== undefined) {
    if (inner.prefix !== undefined) return !inner.prefix.startsWith(outer.prefix)
    if (inner.exact !== undefined) return !inner.exact.startsWith(outer.prefix)
  }
  return true
}
