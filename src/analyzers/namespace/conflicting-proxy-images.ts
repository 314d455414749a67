import type { JsonMap } from '../../manifest/manifest.ts'
import { filled, list, mapOrEmpty, text } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { podSpec } from '../in-mesh.ts'
import { injectorName, injectorValues } from '../injector.ts'
import { podsOf } from '../pods.ts'
import { imageVariants } from '../proxy-images.ts'

export const conflictingProxyImages = defineAnalyzer({
  id: 'namespace/conflicting-proxy-images',
  severity: 'warning',
  summary: 'Pods of a namespace run another proxy image than the injector would give them now.',
  why: 'They keep the proxy of an older installation until somebody restarts them, with its defects and without newer features.',
  fix: 'Restart the workloads.',
  message: 'Pods {pods} run another proxy image than "{image}", which the injector sets now.',
  sources: ['IST0158'],
  check({ mesh, report }) {
    const images = new Map<string, string>()
    for (const [name, values] of injectorValues(mesh)) images.set(name, injectedImage(values))
    if (images.size === 0) return
    const variantOf = imageVariants(mesh)
    for (const namespace of mesh.of('Namespace')) {
      const revision = namespace.labels['istio.io/rev']
      if (namespace.labels['istio-injection'] !== 'enabled' && revision === undefined) continue
      const image = images.get(injectorName(revision ?? ''))
      if (image === undefined) continue
      const pods: string[] = []
      for (const pod of podsOf(mesh).in(namespace.ref.name)) {
        if (pod.manifest.ref.kind !== 'Pod') continue
        if (filled(pod.annotations['sidecar.istio.io/proxyImage']) !== undefined) continue
        const variant = variantOf(pod)
        for (const running of runningImages(podSpec(pod))) {
          if (running !== image && running !== `${image}-${variant}`) pods.push(pod.name)
        }
      }
      if (pods.length === 0) continue
      const path = ['metadata', 'name']
      report(namespace, path, { pods: [...new Set(pods)].sort().join(', '), image })
    }
  }
})

/** Every image of a container `istio-proxy`. */
function runningImages(spec: JsonMap): string[] {
  return [...list(spec.containers), ...list(spec.initContainers)].flatMap(container => {
    const { name, image } = mapOrEmpty(container)
    return name === 'istio-proxy' ? [text(image) ?? ''] : []
  })
}

/** An image with a slash is a whole reference. Source: istio injection-image.go GetIstioProxyImage. */
function injectedImage(values: JsonMap): string {
  const { hub, tag, proxy } = mapOrEmpty(values.global)
  const image = text(mapOrEmpty(proxy).image) ?? ''
  return image.includes('/') ? image : `${text(hub) ?? ''}/${image}:${text(tag) ?? ''}`
}
