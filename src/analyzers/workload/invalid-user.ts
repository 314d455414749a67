import type { FieldPath } from '../../finding.ts'
import type { Json } from '../../manifest/manifest.ts'
import { list, mapOrEmpty, number, text } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { isControlPlane } from '../control-plane.ts'
import { podSpec } from '../in-mesh.ts'
import { podsOf } from '../pods.ts'

/** The user id of Istio's proxy. */
const PROXY = 1337

export const invalidUser = defineAnalyzer({
  id: 'workload/invalid-user',
  severity: 'warning',
  summary: 'A container runs with the user id of the proxy.',
  why: 'Traffic of user 1337 is not sent through the proxy, since it is taken for that of the proxy itself: routes, mutual TLS and policies do not hold for what this container sends.',
  fix: 'Run the application as another user.',
  message: 'Container {container} runs as user 1337, so the proxy does not see what it sends.',
  sources: ['IST0144'],
  check({ mesh, report }) {
    for (const pod of podsOf(mesh).all) {
      if (isControlPlane(pod.manifest)) continue
      const spec = podSpec(pod)
      const here = [...pod.labelsPath.slice(0, -2), 'spec']
      const judge = (context: Json | undefined, path: FieldPath, container: string): void => {
        if (number(mapOrEmpty(context).runAsUser) !== PROXY) return
        report(pod.manifest, [...path, 'securityContext', 'runAsUser'], { container })
      }
      judge(spec.securityContext, here, 'of the pod')
      for (const [index, entry] of list(spec.containers).entries()) {
        const container = mapOrEmpty(entry)
        const name = text(container.name) ?? ''
        if (name === 'istio-proxy' || name === 'istio-operator') continue
        judge(container.securityContext, [...here, 'containers', index], `"${name}"`)
      }
    }
  }
})
