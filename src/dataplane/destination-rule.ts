import type { Place } from '../finding.ts'
import type { Json, JsonMap, Manifest } from '../manifest/manifest.ts'
import { bySpecificity, isSubset, isWildcard, qualify } from '../mesh/host.ts'
import { filled, list, map, mapOrEmpty, text, textMap, texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { type Labels, selects } from '../mesh/selector.ts'

export const destinationRuleReads = [
  ['DestinationRule', 'spec.{host,exportTo[]}'],
  ['DestinationRule', 'spec.workloadSelector.matchLabels.*'],
  ['DestinationRule', 'spec.subsets[].{name,labels.*}'],
  ['DestinationRule', 'metadata.creationTimestamp']
] as const

/** DestinationRules of one host and namespace, merged into one. */
export interface DestinationRule {
  readonly host: string
  readonly namespace: string
  readonly name: string
  /** `null`: for every workload. */
  readonly selector: Labels | null
  /** As written; `.` alone where there is a selector. */
  readonly exportTo: readonly string[]
  readonly trafficPolicy: { readonly fields: JsonMap; readonly at: Place } | null
  /** First of a name wins. */
  readonly subsets: ReadonlyMap<string, Subset>
  /** The merged ones, the first first. */
  readonly from: readonly Manifest[]
}

export interface Subset {
  readonly name: string
  readonly labels: Labels
  readonly trafficPolicy: JsonMap | null
  readonly at: Place
}

export interface DestinationRuleIndex {
  /** The rules that clients of a namespace see for a service, best first. Source: push_context.go destinationRule. */
  for(
    clientNamespace: string,
    service: { readonly host: string; readonly namespace: string }
  ): readonly DestinationRule[]
}

type ByHost = Map<string, DestinationRule[]>

/** Source: pilot model/push_context.go setDestinationRules, destination_rule.go mergeDestinationRule. */
export function destinationRuleIndex(mesh: Mesh): DestinationRuleIndex {
  const root = mesh.config.rootNamespace
  const privateByDefault = mesh.config.defaultDestinationRuleExportTo.includes('.')
  const local = new Map<string, ByHost>()
  const exported = new Map<string, ByHost>()
  const rootLocal: ByHost = new Map()
  for (const rule of inMergeOrder(mesh)) {
    const { namespace, exportTo } = rule
    const own = new Set(exportTo.map(entry => (entry === '.' ? namespace : entry)))
    const first = mesh.features.has('destination-rule-own-namespace-fixed')
      ? own.size === 0 || own.has('*') || own.has(namespace)
      : exportTo.length === 0 || exportTo.includes('*') || exportTo.includes('.')
    if (first) merge(hostsOf(local, namespace), rule, mesh)
    const distinct = new Set(exportTo)
    const isPrivate =
      (distinct.size === 0 && privateByDefault) ||
      (distinct.size === 1 && (distinct.has('.') || distinct.has(namespace)))
    if (!isPrivate) merge(hostsOf(exported, namespace), rule, mesh)
    else if (namespace === root) merge(rootLocal, rule, mesh)
  }
  const wildcards = new Map<ByHost, readonly string[]>()
  const search = (rules: ByHost | undefined, host: string): readonly DestinationRule[] | null =>
    rules === undefined ? null : mostSpecific(rules, host, wildcards)
  const exportedFrom = (owner: string, host: string, client: string): readonly DestinationRule[] =>
    (search(exported.get(owner), host) ?? []).filter(
      ({ exportTo }) => exportTo.length === 0 || exportTo.includes('*') || exportTo.includes(client)
    )
  return {
    for(client, { host, namespace }) {
      const first = search(client === root ? rootLocal : local.get(client), host)
      if (first !== null) return first
      if (namespace !== '') {
        const second = exportedFrom(namespace, host, client)
        if (second.length > 0) return second
      }
      return exportedFrom(root, host, client)
    }
  }
}

/** The rule of a workload: the first whose selector fits and stands in its namespace, else the last without. Source: sidecar.go DestinationRule. */
export function ruleFor(
  rules: readonly DestinationRule[],
  namespace: string,
  labels: Labels
): DestinationRule | undefined {
  let fallback: DestinationRule | undefined
  for (const rule of rules) {
    if (rule.selector === null) fallback = rule
    else if (rule.namespace === namespace && selects(rule.selector, labels)) return rule
  }
  return fallback
}

function hostsOf(index: Map<string, ByHost>, namespace: string): ByHost {
  let hosts = index.get(namespace)
  if (hosts === undefined) {
    hosts = new Map()
    index.set(namespace, hosts)
  }
  return hosts
}

/** Those with a selector first, then by age. */
function inMergeOrder(mesh: Mesh): DestinationRule[] {
  const rules = mesh
    .of('DestinationRule')
    .map(manifest => destinationRule(manifest, mesh.config.clusterDomain))
  return [
    ...rules.filter(rule => rule.selector !== null),
    ...rules.filter(rule => rule.selector === null)
  ]
}

function destinationRule(manifest: Manifest, domain: string): DestinationRule {
  const { spec, ref } = manifest
  const selector = map(spec.workloadSelector)
  const policy = map(spec.trafficPolicy)
  const subsets = new Map<string, Subset>()
  for (const [index, entry] of list(spec.subsets).entries()) {
    const subset = subsetOf(entry, { manifest, path: ['spec', 'subsets', index] })
    if (!subsets.has(subset.name)) subsets.set(subset.name, subset)
  }
  return {
    host: qualify(text(spec.host) ?? '', ref.namespace, domain),
    namespace: ref.namespace,
    name: ref.name,
    selector: selector === undefined ? null : textMap(selector.matchLabels),
    exportTo: selector === undefined ? texts(spec.exportTo) : ['.'],
    trafficPolicy:
      policy === undefined
        ? null
        : { fields: policy, at: { manifest, path: ['spec', 'trafficPolicy'] } },
    subsets,
    from: [manifest]
  }
}

function subsetOf(entry: Json, at: Place): Subset {
  const fields = mapOrEmpty(entry)
  return {
    name: filled(fields.name) ?? '',
    labels: textMap(fields.labels),
    trafficPolicy: map(fields.trafficPolicy) ?? null,
    at
  }
}

/** Puts a rule into the list of its host: merged into each that it may join, else on its own. */
function merge(hosts: ByHost, rule: DestinationRule, mesh: Mesh): void {
  const known = hosts.get(rule.host)
  if (known === undefined) {
    hosts.set(rule.host, [rule])
    return
  }
  let apart = true
  for (const [index, existing] of known.entries()) {
    if (mesh.features.has('merge-destination-rules-of-equal-export')) {
      if (sameSet(rule.exportTo, existing.exportTo)) apart = false
      else {
        apart = true
        if (!(existing.exportTo.length > 0 && contains(rule.exportTo, existing.exportTo))) continue
      }
    }
    const bothSelect = existing.selector !== null && rule.selector !== null
    if (bothSelect && !sameLabels(existing.selector ?? {}, rule.selector ?? {})) {
      apart = true
      continue
    }
    if (bothSelect || (existing.selector === null && rule.selector === null)) apart = false
    known[index] = joined(existing, rule)
  }
  if (apart) known.push(rule)
}

/** Subsets of both; the traffic policy of the first that has one, as a whole. */
function joined(existing: DestinationRule, rule: DestinationRule): DestinationRule {
  const subsets = new Map(existing.subsets)
  for (const [name, subset] of rule.subsets) if (!subsets.has(name)) subsets.set(name, subset)
  return {
    ...existing,
    subsets,
    trafficPolicy: existing.trafficPolicy ?? rule.trafficPolicy,
    from: [...existing.from, ...rule.from]
  }
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return contains(a, b) && contains(b, a)
}

function contains(all: readonly string[], some: readonly string[]): boolean {
  return some.every(entry => all.includes(entry))
}

function sameLabels(a: Labels, b: Labels): boolean {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every(key => a[key] === b[key])
}

/** An equal host, else the longest wildcard that covers it; `null`: none. */
function mostSpecific(
  rules: ByHost,
  host: string,
  cache: Map<ByHost, readonly string[]>
): readonly DestinationRule[] | null {
  const exact = rules.get(host)
  if (exact !== undefined) return exact
  let wildcards = cache.get(rules)
  if (wildcards === undefined) {
    wildcards = [...rules.keys()].filter(isWildcard).sort(bySpecificity)
    cache.set(rules, wildcards)
  }
  for (const wildcard of wildcards) {
    const covers = isWildcard(host)
      ? host.slice(1).endsWith(wildcard.slice(1))
      : isSubset(host, wildcard)
    if (covers) return rules.get(wildcard) ?? []
  }
  return null
}
