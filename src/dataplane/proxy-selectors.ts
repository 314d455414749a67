import type { JsonMap } from '../manifest/manifest.ts'
import { dnsSelectorOf } from '../mesh/dns-capture.ts'
import { filled, isMap, list, mapOrEmpty, textMap, texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { isEmptySelector, type Labels, selectorText } from '../mesh/selector.ts'
import { isVisible, visibility } from '../mesh/visibility.ts'

/** Label sets by which some configuration tells the pods of a namespace apart. */
export interface Selectors {
  /** In a stable order, without repetition. */
  in(namespace: string): readonly Labels[]
  /** Namespaces that some configuration names and no manifest is in. */
  readonly namedNamespaces: readonly string[]
}

const known = new WeakMap<Mesh, { readonly other: Mesh | undefined; readonly found: Selectors }>()

/** Of both sides together, so that both sides have the same classes. Read once for both sides. */
export function relevantSelectors(meshes: readonly Mesh[]): Selectors {
  const [first, other] = meshes
  if (first === undefined || meshes.length > 2) return readSelectors(meshes)
  const before = known.get(first)
  if (before !== undefined && before.other === other) return before.found
  const found = readSelectors(meshes)
  known.set(first, { other, found })
  return found
}

function readSelectors(meshes: readonly Mesh[]): Selectors {
  const local = new Map<string, Map<string, Labels>>()
  const wide: { readonly visible: (namespace: string) => boolean; readonly labels: Labels }[] = []
  const named = new Set<string>()
  const put = (namespace: string, labels: Labels): void => {
    if (isEmptySelector(labels)) return
    const known = local.get(namespace) ?? new Map<string, Labels>()
    known.set(selectorText(labels), labels)
    local.set(namespace, known)
  }
  for (const mesh of meshes) {
    for (const { ref, spec } of mesh.of('Sidecar')) {
      put(ref.namespace, textMap(mapOrEmpty(spec.workloadSelector).labels))
    }
    for (const { ref, spec } of mesh.of('DestinationRule')) {
      put(ref.namespace, textMap(mapOrEmpty(spec.workloadSelector).matchLabels))
      nameNamespaces(texts(spec.exportTo), named)
    }
    for (const manifest of mesh.of('ProxyConfig')) {
      put(manifest.ref.namespace, dnsSelectorOf(manifest))
    }
    for (const { spec } of mesh.of('ServiceEntry')) nameNamespaces(texts(spec.exportTo), named)
    for (const { ref, spec } of mesh.of('VirtualService')) {
      const entries = texts(spec.exportTo)
      nameNamespaces(entries, named)
      const to = visibility(entries, ref.namespace, mesh.config.defaultVirtualServiceExportTo)
      for (const match of matchesOf(spec)) {
        const namespace = filled(match.sourceNamespace)
        if (namespace !== undefined) named.add(namespace)
        const labels = textMap(match.sourceLabels)
        if (isEmptySelector(labels)) continue
        wide.push({ visible: one => isVisible(to, one), labels })
      }
    }
  }
  return {
    in(namespace) {
      const all = new Map(local.get(namespace))
      for (const { visible, labels } of wide) {
        if (visible(namespace)) all.set(selectorText(labels), labels)
      }
      return [...all.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, labels]) => labels)
    },
    namedNamespaces: [...named].sort()
  }
}

function nameNamespaces(entries: readonly string[], named: Set<string>): void {
  for (const entry of entries) if (!['*', '.', '~', ''].includes(entry)) named.add(entry)
}

function matchesOf(spec: JsonMap): JsonMap[] {
  return ['http', 'tcp', 'tls'].flatMap(section =>
    list(spec[section]).flatMap(rule => list(mapOrEmpty(rule).match).filter(isMap))
  )
}
