import { qualify } from '../mesh/host.ts'
import { selects } from '../mesh/selector.ts'
import { answer } from './answer.ts'
import type { Dataplane } from './dataplane.ts'
import type { Outcome, Request } from './request.ts'

/**
 * A request of a pod that has no proxy: nothing routes it, the Service's pods receive it as it is sent. Pods that
 * differ in what they let in give `unknown`, since chance decides which of them is asked.
 */
export function answerWithoutProxy(
  dataplane: Dataplane,
  namespace: string,
  request: Omit<Request, 'from' | 'to'>
): Outcome {
  const { mesh } = dataplane
  const domain = mesh.config.clusterDomain
  const host = request.authority.replace(/:\d+$/, '').toLowerCase()
  const names = [qualify(host, namespace, domain), `${host}.svc.${domain}`, `${host}.${domain}`]
  const service = names.flatMap(name => [...mesh.registry.byHost(name)])[0]
  const selector = service?.selector ?? null
  if (service === undefined || selector === null) {
    return unknown(`${host} is no Service whose pods git holds`)
  }
  const port = service.ports.find(({ number }) => number === request.port)
  if (port === undefined) return unknown(`${host} has no port ${request.port}`)
  const answers: Outcome[] = []
  for (const workload of mesh.workloadsIn(service.namespace)) {
    if (!selects(selector, workload.labels)) continue
    const target = port.targetPort ?? port.number
    const number =
      typeof target === 'number'
        ? target
        : workload.ports.find(({ name }) => name === target)?.number
    if (number === undefined) return unknown(`${workload.name} has no port named ${target}`)
    const to = `${workload.namespace}/${workload.name}`
    answers.push(answer(dataplane, { ...request, from: { namespace }, to, port: number }))
  }
  const [first] = answers
  if (first === undefined) return unknown(`git holds no pod of ${host}`)
  if (answers.some(({ outcome }) => outcome !== first.outcome)) {
    return unknown(`the pods of ${host} do not let in the same`)
  }
  const { host: served } = service
  const destination = { cluster: '', host: served, port: request.port, weight: 1 }
  return first.outcome === 'served' ? { ...first, destinations: [destination] } : first
}

function unknown(reason: string): Outcome {
  return {
    outcome: 'unknown',
    destinations: [],
    steps: [],
    certainty: 'unknown',
    assumptions: [],
    reason
  }
}
