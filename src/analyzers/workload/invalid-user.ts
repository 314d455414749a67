import type { FieldPath } from '../../finding.ts'
import type { Json, JsonMap } from '../../manifest/manifest.ts'
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
  message: 'User 1337 is that of the proxy, so what {containers} sends goes past it.',
  sources: ['IST0144'],
  check({ mesh, report }) {
    for (const pod of podsOf(mesh).all) {
      if (isControlPlane(pod.manifest)) continue
      const users = usersOf(podSpec(pod), [...pod.labelsPath.slice(0, -2), 'spec'])
      const [first] = users
      if (first === undefined) continue
      report(pod.manifest, first.path, { containers: users.map(({ name }) => name).join(', ') })
    }
  }
})

/** Where the proxy's user is asked for: by the pod, and by containers that are not the proxy. */
function usersOf(spec: JsonMap, here: FieldPath): { name: string; path: FieldPath }[] {
  const found: { name: string; path: FieldPath }[] = []
  const judge = (context: Json | undefined, path: FieldPath, name: string): void => {
    if (number(mapOrEmpty(context).runAsUser) !== PROXY) return
    found.push({ name, path: [...path, 'securityContext', 'runAsUser'] })
  }
  judge(spec.securityContext, here, 'the pod')
  for (const [index, entry] of list(spec.containers).entries()) {
    const container = mapOrEmpty(entry)
    const name = text(container.name) ?? ''
    if (name === 'istio-proxy' || name === 'istio-operator') continue
    judge(container.securityContext, [...here, 'containers', index], `container "${name}"`)
  }
  return found
}
