import type { EffectKind } from '../../src/effects/effect.ts'
import type { Random } from '../generate/random.ts'
import { atOne, ruleSites, type TellingEdit } from './edit.ts'
import { ROUTED, serviceHost } from './telling-routes.ts'
import {
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

const SETTINGS: readonly EffectKind[] = ['settings-changed']
const UPSTREAM: readonly EffectKind[] = ['upstream-changed', 'settings-changed']

/** Edits of whole objects that requests notice. */
export const tellingObjects: readonly TellingEdit[] = [
  {
    name: 'a VirtualService removed',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) => removed(objects, random, 'VirtualService', () => true)
  },
  {
    name: 'another host of a VirtualService',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) =>
      atOne(random, withList(objects, 'VirtualService', 'hosts'), one => {
        const [first, ...rest] = textsAt(specOf(one), 'hosts')
        const fresh = serviceHost(objects, random)
        if (first === fresh || rest.includes(fresh)) return false
        specOf(one).hosts = [fresh, ...rest]
        return true
      })
  },
  {
    name: 'a VirtualService seen by its namespace alone',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) =>
      atOne(
        random,
        withList(objects, 'VirtualService', 'hosts').filter(
          one => specOf(one).exportTo === undefined
        ),
        one => {
          specOf(one).exportTo = ['.']
          return true
        }
      )
  },
  {
    name: 'a VirtualService taken from its gateways',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) =>
      atOne(random, withList(objects, 'VirtualService', 'gateways'), one => {
        delete specOf(one).gateways
        for (const rule of treesAt(specOf(one), 'http')) {
          for (const match of treesAt(rule, 'match')) delete match.gateways
        }
        return true
      })
  },
  {
    name: 'a Service removed',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) =>
      removed(objects, random, 'Service', one => nameOf(one) !== 'gateway')
  },
  {
    name: 'another port of a Service',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) =>
      atOne(
        random,
        ofKind(objects, 'Service').filter(one => nameOf(one) !== 'gateway'),
        one => {
          const port = random.pick(treesAt(specOf(one), 'ports'))
          port.port = 7777
          port.name = 'http-fresh'
          delete port.appProtocol
          return true
        }
      )
  },
  {
    name: 'other pods behind a Service',
    // A selector that finds pods, or loses all, gains or loses the requests.
    kinds: [...ROUTED, ...UPSTREAM],
    apply: (objects, random) =>
      atOne(
        random,
        ofKind(objects, 'Service').filter(one => nameOf(one) !== 'gateway'),
        one => {
          specOf(one).selector = { app: nameOf(one), version: 'v1' }
          return true
        }
      )
  },
  {
    name: 'a subset removed',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) =>
      atOne(
        random,
        usedOf(
          subsetSites(objects).filter(({ one }) => treesAt(specOf(one), 'subsets').length > 1),
          objects
        ),
        ({ one, subset }) => {
          specOf(one).subsets = treesAt(specOf(one), 'subsets').filter(each => each !== subset)
          return true
        }
      )
  },
  {
    name: 'other labels of a subset',
    // A subset that finds pods, or loses all, gains or loses its requests.
    kinds: [...ROUTED, ...UPSTREAM],
    apply: (objects, random) =>
      atOne(random, usedOf(subsetSites(objects), objects), ({ subset }) => {
        const version = textAt(treeAt(subset, 'labels'), 'version')
        subset.labels = { version: version === 'v1' ? 'v2' : 'v1' }
        return true
      })
  },
  {
    name: 'a DestinationRule removed',
    kinds: [...ROUTED, ...UPSTREAM],
    apply(objects, random) {
      const used = new Set(usedOf(subsetSites(objects), objects).map(({ one }) => one))
      return removed(objects, random, 'DestinationRule', one => used.size === 0 || used.has(one))
    }
  },
  {
    name: 'requests of one user to one pod',
    kinds: [...UPSTREAM, ...SETTINGS],
    apply: (objects, random) =>
      atOne(random, ofKind(objects, 'DestinationRule'), one => {
        specOf(one).trafficPolicy = {
          loadBalancer: { consistentHash: { httpHeaderName: 'x-fresh' } }
        }
        for (const subset of treesAt(specOf(one), 'subsets')) delete subset.trafficPolicy
        return true
      })
  },
  {
    name: 'another host of a server',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) =>
      atOne(random, servers(objects), server => {
        server.hosts = [random.pick(['fresh.example.org', 'shop.example.com', 'api.example.com'])]
        return true
      })
  },
  {
    name: 'a server removed',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) =>
      atOne(
        random,
        ofKind(objects, 'Gateway').filter(one => treesAt(specOf(one), 'servers').length > 1),
        one => {
          specOf(one).servers = treesAt(specOf(one), 'servers').slice(1)
          return true
        }
      )
  },
  {
    name: 'plain HTTP sent to HTTPS',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) =>
      atOne(
        random,
        servers(objects).filter(server => treeAt(server, 'port').protocol === 'HTTP'),
        server => {
          const before = treeAt(server, 'tls').httpsRedirect === true
          server.tls = { httpsRedirect: !before }
          return true
        }
      )
  },
  {
    name: 'a Sidecar that imports its namespace alone',
    kinds: [...ROUTED, ...SETTINGS],
    apply(objects, random) {
      const taken = ofKind(objects, 'Sidecar').filter(one => namespaceOf(one) !== 'istio-system')
      const clients = ofKind(objects, 'Pod').filter(one => nameOf(one) === 'client')
      const namespace = namespaceOf(random.pick(clients))
      if (taken.some(one => namespaceOf(one) === namespace)) return false
      objects.push({
        apiVersion: 'networking.istio.io/v1',
        kind: 'Sidecar',
        metadata: { name: 'fresh', namespace, creationTimestamp: '2024-03-01T00:00:00Z' },
        spec: { egress: [{ hosts: ['./*'] }] }
      })
      return true
    }
  },
  {
    name: 'one host less in a Sidecar',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) =>
      atOne(
        random,
        ofKind(objects, 'Sidecar').flatMap(one =>
          treesAt(specOf(one), 'egress').filter(egress => textsAt(egress, 'hosts').length > 1)
        ),
        egress => {
          const all = textsAt(egress, 'hosts')
          const gone = random.pick(all)
          egress.hosts = all.filter(host => host !== gone)
          return egress.hosts.length > 0
        }
      )
  },
  {
    name: 'names unknown to the mesh refused',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) =>
      atOne(random, ofKind(objects, 'Sidecar'), one => {
        const before = treeAt(specOf(one), 'outboundTrafficPolicy').mode
        specOf(one).outboundTrafficPolicy = {
          mode: before === 'REGISTRY_ONLY' ? 'ALLOW_ANY' : 'REGISTRY_ONLY'
        }
        return true
      })
  },
  {
    name: 'a ServiceEntry removed',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) =>
      removed(objects, random, 'ServiceEntry', one => nameOf(one) !== 'anchor')
  },
  {
    name: 'another host of a ServiceEntry',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) =>
      atOne(
        random,
        ofKind(objects, 'ServiceEntry').filter(one => nameOf(one) !== 'anchor'),
        one => {
          specOf(one).hosts = ['fresh.example.org']
          return true
        }
      )
  }
]

function removed(
  objects: Tree[],
  random: Random,
  kind: string,
  meets: (one: Tree) => boolean
): boolean {
  return atOne(random, ofKind(objects, kind).filter(meets), one => {
    objects.splice(objects.indexOf(one), 1)
    return true
  })
}

function withList(objects: readonly Tree[], kind: string, field: string): Tree[] {
  return ofKind(objects, kind).filter(one => textsAt(specOf(one), field).length > 0)
}

interface SubsetSite {
  readonly one: Tree
  readonly subset: Tree
}

function subsetSites(objects: readonly Tree[]): SubsetSite[] {
  return ofKind(objects, 'DestinationRule').flatMap(one =>
    treesAt(specOf(one), 'subsets').map(subset => ({ one, subset }))
  )
}

/** Those that some route names, by the first label of the host; else all. */
function usedOf(sites: readonly SubsetSite[], objects: readonly Tree[]): readonly SubsetSite[] {
  const nameOfHost = (tree: Tree) => textAt(tree, 'host').split('.')[0] ?? ''
  const named = new Set(
    ruleSites(objects).flatMap(({ rule }) =>
      treesAt(rule, 'route').map(share => {
        const destination = treeAt(share, 'destination')
        return `${nameOfHost(destination)} ${textAt(destination, 'subset')}`
      })
    )
  )
  const used = sites.filter(({ one, subset }) =>
    named.has(`${nameOfHost(specOf(one))} ${textAt(subset, 'name')}`)
  )
  return used.length > 0 ? used : sites
}

function servers(objects: readonly Tree[]): Tree[] {
  return ofKind(objects, 'Gateway').flatMap(one => treesAt(specOf(one), 'servers'))
}
