import { atOne, type NeutralEdit } from './edit.ts'
import { ofKind, specOf, type Tree, textsAt, treesAt } from './tree.ts'

/** Edits of what proxies import and of ports, which have no order. */
export const neutralServices: readonly NeutralEdit[] = [
  {
    name: 'ports of a Service in another order',
    why: 'ports are told apart by name and number; of two that lead to one port of the pods the first decides its protocol (pilot networking/core/listener_inbound.go)',
    apply: (objects, random) =>
      atOne(
        random,
        ofKind(objects, 'Service').filter(one => {
          const ports = treesAt(specOf(one), 'ports')
          const targets = new Set(ports.map(port => port.targetPort ?? port.port))
          return ports.length > 1 && targets.size === ports.length
        }),
        one => {
          specOf(one).ports = treesAt(specOf(one), 'ports').reverse()
          return true
        }
      )
  },
  {
    name: 'defaults of a Service’s ports, said',
    why: 'the API server sets protocol TCP, and targetPort to the port (core/v1 defaults)',
    apply: (objects, random) =>
      atOne(
        random,
        ofKind(objects, 'Service').filter(one => treesAt(specOf(one), 'ports').length > 0),
        one => {
          for (const port of treesAt(specOf(one), 'ports')) {
            port.protocol ??= 'TCP'
            port.targetPort ??= port.port ?? null
          }
          return true
        }
      )
  },
  {
    name: 'hosts of a Sidecar in another order',
    why: 'a listener imports what any of its hosts selects (sidecar.go)',
    apply: (objects, random) =>
      atOne(random, egresses(objects, 2), egress => {
        egress.hosts = textsAt(egress, 'hosts').reverse()
        return true
      })
  },
  {
    name: 'a host of a Sidecar twice',
    why: 'what is imported twice is imported',
    apply: (objects, random) =>
      atOne(random, egresses(objects, 1), egress => {
        const hosts = textsAt(egress, 'hosts')
        egress.hosts = [...hosts, random.pick(hosts)]
        return !hosts.includes('~/*')
      })
  },
  {
    name: 'ports of a ServiceEntry in another order',
    why: 'ports are told apart by name and number',
    apply: (objects, random) =>
      atOne(
        random,
        ofKind(objects, 'ServiceEntry').filter(one => treesAt(specOf(one), 'ports').length > 1),
        one => {
          specOf(one).ports = treesAt(specOf(one), 'ports').reverse()
          return true
        }
      )
  }
]

function egresses(objects: readonly Tree[], least: number): Tree[] {
  return ofKind(objects, 'Sidecar').flatMap(one =>
    treesAt(specOf(one), 'egress').filter(egress => textsAt(egress, 'hosts').length >= least)
  )
}
