import { parse } from 'yaml'
import type { Json, Manifest } from '../manifest/manifest.ts'
import { filled, mapOrEmpty, textMap } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { selects } from '../mesh/selector.ts'
import type { Workload } from '../mesh/workload.ts'

/**
 * The image type (`distroless`) that the proxies of a pod should have; empty for the default. The nearest word counts:
 * annotation, ProxyConfig of the workload, of the namespace, of the root namespace, mesh configuration.
 * Source: istio pkg/config/analysis/analyzers/util/proxyconfig.go.
 */
export function imageVariants(mesh: Mesh): (pod: Workload) => string {
  const root = mesh.config.rootNamespace
  const wide = new Map<string, Manifest>()
  const narrow = new Map<string, Manifest[]>()
  for (const manifest of mesh.of('ProxyConfig')) {
    const { namespace } = manifest.ref
    if (namespace === root || manifest.spec.selector === undefined) wide.set(namespace, manifest)
    else narrow.set(namespace, [...(narrow.get(namespace) ?? []), manifest])
  }
  const ofMesh = imageType(mapOrEmpty(mesh.config.raw.defaultConfig).image)
  return pod => {
    let variant = ofMesh ?? ''
    for (const namespace of [root, pod.namespace]) {
      variant = imageType(wide.get(namespace)?.spec.image) ?? variant
    }
    for (const { spec } of narrow.get(pod.namespace) ?? []) {
      if (!selects(textMap(mapOrEmpty(spec.selector).matchLabels), pod.labels)) continue
      variant = imageType(spec.image) ?? variant
    }
    variant = imageType(ownImage(pod)) ?? variant
    return variant === 'default' ? '' : variant
  }
}

function imageType(image: Json | undefined): string | undefined {
  return filled(mapOrEmpty(image).imageType)
}

function ownImage({ annotations }: Workload): Json | undefined {
  const written = annotations['proxy.istio.io/config']
  if (written === undefined) return undefined
  try {
    // What is no YAML is not applied by the injector either.
    return mapOrEmpty(parse(written) as Json).image
  } catch {
    return undefined
  }
}
