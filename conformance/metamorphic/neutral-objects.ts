import type { Random } from '../generate/random.ts'
import { atOne, type NeutralEdit, ruleSites } from './edit.ts'
import {
  clone,
  nameOf,
  namespaceOf,
  ofKind,
  specOf,
  type Tree,
  textAt,
  textsAt,
  treeAt,
  treesAt
} from './tree.ts'

/** Edits of names, defaults and lists that istiod reads as the same. */
export const neutralObjects: readonly NeutralEdit[] = [
  {
    name: 'short hosts of VirtualServices in full',
    why: 'short names are resolved in the namespace of the object (pkg/config/resource, ResolveShortnameToFQDN)',
    apply: (objects, random) =>
      atOne(
        random,
        ofKind(objects, 'VirtualService').filter(one =>
          textsAt(specOf(one), 'hosts').some(isShort)
        ),
        one => {
          const hosts = textsAt(specOf(one), 'hosts')
          const full = hosts.map(host => inFull(host, namespaceOf(one)))
          if (new Set(full).size !== full.length) return false
          specOf(one).hosts = full
          return true
        }
      )
  },
  {
    name: 'short destinations in full',
    why: 'short names are resolved in the namespace of the object (ResolveShortnameToFQDN)',
    apply: (objects, random) =>
      atOne(
        random,
        destinations(objects).filter(({ destination }) => isShort(textAt(destination, 'host'))),
        ({ destination, namespace }) => {
          destination.host = inFull(textAt(destination, 'host'), namespace)
          return true
        }
      )
  },
  {
    name: 'full destinations short',
    why: 'short names are resolved in the namespace of the object (ResolveShortnameToFQDN)',
    apply: (objects, random) =>
      atOne(
        random,
        destinations(objects).filter(({ destination, namespace }) =>
          textAt(destination, 'host').endsWith(`.${namespace}.svc.cluster.local`)
        ),
        ({ destination }) => {
          const [short = ''] = textAt(destination, 'host').split('.')
          destination.host = short
          return true
        }
      )
  },
  {
    name: 'short hosts of DestinationRules in full',
    why: 'short names are resolved in the namespace of the object (ResolveShortnameToFQDN)',
    apply: (objects, random) =>
      atOne(
        random,
        ofKind(objects, 'DestinationRule').filter(one => isShort(textAt(specOf(one), 'host'))),
        one => {
          specOf(one).host = inFull(textAt(specOf(one), 'host'), namespaceOf(one))
          return true
        }
      )
  },
  {
    name: 'subsets in another order',
    why: 'every subset becomes a cluster of its own name (cluster_builder.go)',
    apply: (objects, random) =>
      atOne(
        random,
        ofKind(objects, 'DestinationRule').filter(
          one => treesAt(specOf(one), 'subsets').length > 1
        ),
        one => {
          specOf(one).subsets = treesAt(specOf(one), 'subsets').reverse()
          return true
        }
      )
  },
  {
    name: 'its own namespace instead of a dot',
    why: 'a dot in exportTo is the namespace of the object (pkg/config/visibility)',
    apply: (objects, random) =>
      atOne(
        random,
        ofKind(objects, ...EXPORTED).filter(one => textsAt(specOf(one), 'exportTo').includes('.')),
        one => {
          const own = namespaceOf(one)
          const lists = textsAt(specOf(one), 'exportTo').map(each => (each === '.' ? own : each))
          specOf(one).exportTo = [...new Set(lists)]
          return true
        }
      )
  },
  {
    name: 'exported everywhere, said',
    why: 'the default of exportTo is * where the mesh configuration says no other (push_context.go); DestinationRules of one host are merged only where exportTo is equal as written (destination_rule.go), ServiceEntries of one host as well (Istio answers so)',
    unless: meshConfig =>
      'defaultVirtualServiceExportTo' in meshConfig || 'defaultServiceExportTo' in meshConfig,
    apply: (objects, random) =>
      atOne(
        random,
        ofKind(objects, ...EXPORTED).filter(
          one =>
            specOf(one).exportTo === undefined &&
            specOf(one).workloadSelector === undefined &&
            !hasRival(one, objects)
        ),
        one => {
          specOf(one).exportTo = ['*']
          return true
        }
      )
  },
  {
    name: 'the mesh gateway, said',
    why: 'a VirtualService without gateways is one of the mesh (virtual_service.proto)',
    apply: (objects, random) =>
      atOne(
        random,
        ofKind(objects, 'VirtualService').filter(
          one => specOf(one).gateways === undefined && specOf(one).hosts !== undefined
        ),
        one => {
          specOf(one).gateways = ['mesh']
          return true
        }
      )
  },
  {
    name: 'gateways with their namespace',
    why: 'a gateway without a namespace is one of the VirtualService’s (resolveVirtualServiceShortnames)',
    apply: (objects, random) =>
      atOne(
        random,
        ofKind(objects, 'VirtualService').filter(one =>
          textsAt(specOf(one), 'gateways').some(isLocal)
        ),
        one => {
          const full = (name: string): string =>
            isLocal(name) ? `${namespaceOf(one)}/${name}` : name
          const turn = (tree: Tree): void => {
            if (tree.gateways === undefined) return
            tree.gateways = [...new Set(textsAt(tree, 'gateways').map(full))]
          }
          turn(specOf(one))
          for (const rule of treesAt(specOf(one), 'http')) treesAt(rule, 'match').forEach(turn)
          return true
        }
      )
  },
  {
    name: 'a VirtualService for each host',
    why: 'a gateway has a virtual host for each host (gateway.go); sidecars put hosts without a service on the ports of the others',
    apply: (objects, random) =>
      atOne(
        random,
        ofKind(objects, 'VirtualService').filter(
          one =>
            textsAt(specOf(one), 'hosts').length > 1 &&
            textsAt(specOf(one), 'gateways').length > 0 &&
            !textsAt(specOf(one), 'gateways').includes('mesh') &&
            !delegates(one)
        ),
        one => {
          const [first, ...rest] = textsAt(specOf(one), 'hosts')
          if (first === undefined) return false
          for (const [index, host] of rest.entries()) {
            const other = clone(one)
            treeAt(other, 'metadata').name = `${nameOf(one)}-${index}`
            specOf(other).hosts = [host]
            objects.push(other)
          }
          specOf(one).hosts = [first]
          return true
        }
      )
  },
  {
    name: 'a DestinationRule for nobody',
    why: 'no service has its host, so no cluster takes its policy',
    apply(objects, random) {
      objects.push(strangerRule(random))
      return true
    }
  }
]

const EXPORTED = ['VirtualService', 'DestinationRule', 'ServiceEntry']

/** Has a DestinationRule of its namespace, or a ServiceEntry, another beside it for its host? */
function hasRival(one: Tree, objects: readonly Tree[]): boolean {
  if (textAt(one, 'kind') === 'ServiceEntry') {
    const hosts = textsAt(specOf(one), 'hosts')
    return ofKind(objects, 'ServiceEntry').some(
      other => other !== one && textsAt(specOf(other), 'hosts').some(host => hosts.includes(host))
    )
  }
  if (textAt(one, 'kind') !== 'DestinationRule') return false
  const hostOf = (rule: Tree) => inFull(textAt(specOf(rule), 'host'), namespaceOf(rule))
  return ofKind(objects, 'DestinationRule').some(
    other =>
      other !== one && namespaceOf(other) === namespaceOf(one) && hostOf(other) === hostOf(one)
  )
}

function isShort(host: string): boolean {
  return host !== '' && !host.includes('.') && !host.includes('*')
}

function inFull(host: string, namespace: string): string {
  return isShort(host) ? `${host}.${namespace}.svc.cluster.local` : host
}

function isLocal(gateway: string): boolean {
  return gateway !== 'mesh' && !gateway.includes('/')
}

function delegates(service: Tree): boolean {
  return treesAt(specOf(service), 'http').some(rule => 'delegate' in rule)
}

/** Destinations of routes and mirrors with the namespace in which their names are read. */
function destinations(objects: readonly Tree[]) {
  return ruleSites(objects).flatMap(({ service, rule }) =>
    [
      ...treesAt(rule, 'route').map(share => treeAt(share, 'destination')),
      treeAt(rule, 'mirror')
    ].map(destination => ({ destination, namespace: namespaceOf(service) }))
  )
}

function strangerRule(random: Random): Tree {
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    metadata: {
      name: 'stranger',
      namespace: random.pick(['a', 'b', 'shop']),
      creationTimestamp: '2024-01-01T00:00:00Z'
    },
    spec: {
      host: 'nobody.example.net',
      trafficPolicy: { connectionPool: { tcp: { maxConnections: 1 } } }
    }
  }
}
