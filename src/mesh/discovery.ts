import type { Json, JsonMap, Manifest } from '../manifest/manifest.ts'
import type { Features } from './features.ts'
import { list, mapOrEmpty, text, textMap } from './json.ts'
import type { MeshConfig } from './mesh-config.ts'
import { type Labels, selectsBy } from './selector.ts'

/** The API server gives every namespace this label. */
const NAME_LABEL = 'kubernetes.io/metadata.name'

/**
 * Does istiod watch the objects of a namespace? Undefined: labels decide that git does not hold. No namespace is
 * exempt. Source: istio pkg/kube/namespace/filter.go.
 */
function discoveryOf(
  { discoverySelectors }: JsonMap,
  labelsOf: (namespace: string) => Labels | undefined
): (namespace: string) => boolean | undefined {
  const selectors = list(discoverySelectors)
  // One that istiod cannot read leaves all of them out.
  if (selectors.length === 0 || !selectors.every(isReadable)) return () => true
  const known = new Map<string, boolean | undefined>()
  return namespace => {
    if (known.has(namespace)) return known.get(namespace)
    const labels = labelsOf(namespace)
    const answers = selectors.map(selector =>
      labels === undefined
        ? selectsByName(selector, namespace)
        : selectsBy(selector, { [NAME_LABEL]: namespace, ...labels })
    )
    const answer = answers.includes(true) ? true : answers.includes(undefined) ? undefined : false
    known.set(namespace, answer)
    return answer
  }
}

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist']

function isReadable(selector: Json): boolean {
  return list(mapOrEmpty(selector).matchExpressions).every(one =>
    OPERATORS.includes(text(mapOrEmpty(one).operator) ?? '')
  )
}

/** What the name alone decides. */
function selectsByName(selector: Json, namespace: string): boolean | undefined {
  const { matchLabels, matchExpressions } = mapOrEmpty(selector)
  const name = { [NAME_LABEL]: namespace }
  const conditions: Json[] = [
    ...Object.entries(textMap(matchLabels)).map(([key, value]) => ({
      key,
      operator: 'In',
      values: [value]
    })),
    ...list(matchExpressions)
  ]
  let decided = true
  for (const one of conditions) {
    if (text(mapOrEmpty(one).key) !== NAME_LABEL) decided = false
    else if (!selectsBy({ matchExpressions: [one] }, name)) return false
  }
  return decided ? true : undefined
}

const ENDPOINT_KINDS: readonly string[] = ['Service', 'Endpoints', 'EndpointSlice']
const CONFIGURATION_GROUPS: readonly string[] = [
  'networking.istio.io',
  'security.istio.io',
  'telemetry.istio.io',
  'extensions.istio.io',
  'gateway.networking.k8s.io',
  'gateway.networking.x-k8s.io',
  'networking.k8s.io'
]

/**
 * Is it an object that istiod sees only in namespaces that it watches? Services and endpoints at all times, its
 * configuration since 1.22. Pods get a proxy in any namespace.
 */
export function isDiscovered({ ref }: Manifest, scopesConfiguration: boolean): boolean {
  if (ref.namespace === '') return false
  if (ENDPOINT_KINDS.includes(ref.kind)) return true
  return scopesConfiguration && CONFIGURATION_GROUPS.includes(ref.group)
}

/** What istiod watches of a side. */
export interface Watched {
  manifests(): readonly Manifest[]
  /** Of a Namespace that a manifest declares. */
  labelsOf(namespace: string): Labels | undefined
  discovers(namespace: string): boolean | undefined
}

export function watchedBy(
  all: readonly Manifest[],
  { raw }: Pick<MeshConfig, 'raw'>,
  features: Features
): Watched {
  let labels: Map<string, Labels> | undefined
  const labelsOf = (namespace: string): Labels | undefined => {
    labels ??= labelsOfNamespaces(all)
    return labels.get(namespace)
  }
  const discovers = discoveryOf(raw, labelsOf)
  const scopes = features.has('enhanced-resource-scoping')
  let kept: readonly Manifest[] | undefined
  return {
    labelsOf,
    discovers,
    manifests() {
      kept ??=
        list(raw.discoverySelectors).length === 0
          ? all
          : all.filter(one => !isDiscovered(one, scopes) || discovers(one.ref.namespace) !== false)
      return kept
    }
  }
}

function labelsOfNamespaces(manifests: readonly Manifest[]): Map<string, Labels> {
  const found = new Map<string, Labels>()
  for (const { ref, labels } of manifests) {
    if (ref.kind === 'Namespace') found.set(ref.name, labels)
  }
  return found
}

/** Every namespace that some manifest is in or declares, in order. */
export function namespacesOf(manifests: readonly Manifest[]): readonly string[] {
  const found = new Set<string>()
  for (const { ref } of manifests) {
    if (ref.kind === 'Namespace') found.add(ref.name)
    else if (ref.namespace !== '') found.add(ref.namespace)
  }
  return [...found].sort()
}
