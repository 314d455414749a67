import type { EffectSubject } from './effect.ts'
import type { BothPorts } from './server-ports.ts'
import { ANY_NAMESPACE, type ServerClass } from './servers.ts'

/** `pay` in `shop`, port 8080; "pods with app=pay" where git holds none; all of a namespace. */
export function accessSubject(server: ServerClass, { port }: BothPorts): EffectSubject {
  const own = port === null ? {} : { port }
  if (server.role === 'gateway') {
    return { kind: 'gateway', name: server.description, namespace: server.namespace, ...own }
  }
  if (server.namespace === ANY_NAMESPACE) {
    return { kind: 'mesh', name: `${server.description} in any other namespace`, ...own }
  }
  return { kind: 'workload', name: server.description, namespace: server.namespace, ...own }
}

export function subjectWords({ name, namespace, port }: EffectSubject): string {
  const where = namespace === undefined ? '' : ` in ${namespace}`
  return `${name}${where}${port === undefined ? '' : `, port ${port}`}`
}
