import type { Json } from '../../src/manifest/manifest.ts'
import { qualify } from '../../src/mesh/host.ts'
import { list, mapOrEmpty, number, text, textMap, texts } from '../../src/mesh/json.ts'
import type { Mismatch } from './compare.ts'
import { gatewayConflicts } from './gateway-conflicts.ts'
import {
  byWrittenName,
  DOMAIN,
  hostsOf,
  isAttached,
  isHostless,
  metaOf,
  namedHosts,
  objectOf,
  objectsOf,
  type Subject,
  selected,
  servedHosts
} from './subject.ts'
import type { AnalysisWorld } from './world.ts'

/** A mismatch with what it is about. */
export interface Difference extends Mismatch, Subject {
  readonly code: string
  /** Of the judge. */
  readonly minor: string
}

/** A difference that stays. An entry that no recorded world shows any more fails the run. */
export interface AcceptedMessage {
  readonly id: string
  /** Where istioctl does what it does: below pkg/config/analysis of istio.io/istio. */
  readonly source: string
  readonly reason: string
  readonly covers: (difference: Difference) => boolean
}

const isMissing = ({ ours, theirs }: Difference) => ours < theirs[0]

export const acceptedMessages: readonly AcceptedMessage[] = [
  {
    id: 'attached-by-reference',
    source:
      'analyzers/authz/authorizationpolicies.go analyzeNoMatchingWorkloads, telemetry/default_selector.go, k8sgateway/selector.go',
    reason:
      'istioctl does not read targetRefs (and but one analyzer no targetRef), and says of policies that are attached by them that they select nothing, everything, or without effect',
    covers: difference => {
      if (!isMissing(difference)) return false
      const { code, kind, namespace, name } = difference
      if (!['IST0127', 'IST0160', 'IST0166'].includes(code)) return false
      const own = objectsOf(difference.world, kind).filter(
        one => metaOf(one).namespace === namespace
      )
      // Of IST0160 the others count, too.
      return own.some(one => (code === 'IST0160' || metaOf(one).name === name) && isAttached(one))
    }
  },
  {
    id: 'revisions-and-ambient',
    source: 'analyzers/util/in_mesh.go inMesh',
    reason:
      'to istioctl pods are in the mesh by istio-injection alone; we know revision labels and ambient namespaces too',
    covers: ({ code, kind, world }) =>
      (code === 'IST0127' || kind === 'Deployment') &&
      ['IST0127', 'IST0116', 'IST0137'].includes(code) &&
      [
        ...objectsOf(world, 'Namespace'),
        ...objectsOf(world, 'Pod'),
        ...objectsOf(world, 'Deployment')
      ].some(one => /"istio\.io\/(?:rev|dataplane-mode)"/.test(JSON.stringify(one)))
  },
  {
    id: 'definitions-are-metadata',
    source: 'analyzers/deprecation/deprecation.go analyzeCRD',
    reason:
      'istioctl reads CustomResourceDefinitions as metadata alone, so that what it would say of those of rbac.istio.io never comes',
    covers: ({ code, kind, ours, theirs }) =>
      code === 'IST0002' && kind === 'CustomResourceDefinition' && ours > theirs[1]
  },
  {
    id: 'short-hosts-of-entries',
    source: 'analyzers/util/service_lookup.go InitServiceEntryHostMap',
    reason:
      'istioctl completes a host without a dot of a ServiceEntry to one of a Service; istiod takes it as it stands, so that no route to the completed name finds it',
    covers: ({ code, kind, world }) =>
      ['IST0101', 'IST0112', 'IST0173', 'IST0174'].includes(code) &&
      ['VirtualService', 'DestinationRule'].includes(kind) &&
      objectsOf(world, 'ServiceEntry').some(one => hostsOf(one).some(host => !/[.*]/.test(host)))
  },
  {
    id: 'entries-of-one-host',
    source: 'analyzers/util/service_lookup.go InitServiceEntryHostMap',
    reason:
      'of several ServiceEntries (or a Service and one) with one host istioctl keeps whichever its map gives last; we ask for a port in any of them, and take what the proxies of the namespace see first',
    covers: difference => {
      const { code, world } = difference
      if (!['IST0101', 'IST0112', 'IST0173'].includes(code)) return false
      const counts = new Map<string, number>()
      for (const host of servedHosts(world)) counts.set(host, (counts.get(host) ?? 0) + 1)
      return namedHosts(difference).some(host =>
        [...counts].some(
          ([served, count]) =>
            count > 1 &&
            (served === host || (served.startsWith('*') && host.endsWith(served.slice(1))))
        )
      )
    }
  },
  {
    id: 'subsets-of-external-hosts',
    source: 'analyzers/util/hosts.go GetResourceNameFromHost',
    reason:
      'istioctl looks for the subset of a host outside the cluster domain among the DestinationRules of the own namespace alone',
    covers: difference => {
      if (
        difference.code !== 'IST0101' ||
        difference.kind !== 'VirtualService' ||
        !isMissing(difference)
      )
        return false
      const hosts = namedHosts(difference).filter(host => !host.endsWith(`.svc.${DOMAIN}`))
      return objectsOf(difference.world, 'DestinationRule').some(
        one =>
          metaOf(one).namespace !== difference.namespace &&
          hosts.includes(text(mapOrEmpty(one.spec).host) ?? '')
      )
    }
  },
  {
    id: 'subsets-of-patterns',
    source: 'analyzers/virtualservice/destinationrules.go initDestHostsAndSubsets',
    reason:
      'istioctl does not know that a DestinationRule for a pattern defines subsets for the hosts that it takes',
    covers: difference => {
      if (
        difference.code !== 'IST0101' ||
        difference.kind !== 'VirtualService' ||
        !isMissing(difference)
      )
        return false
      const hosts = namedHosts(difference)
      return objectsOf(difference.world, 'DestinationRule').some(one => {
        const pattern = text(mapOrEmpty(one.spec).host) ?? ''
        return pattern.startsWith('*') && hosts.some(host => host.endsWith(pattern.slice(1)))
      })
    }
  },
  {
    id: 'pods-of-several-namespaces',
    source: 'analyzers/gateway/secret.go getGatewayNamespace',
    reason:
      'where pods of several namespaces carry the labels of a Gateway istioctl looks for its Secret in the namespace of whichever its map gives first; we look in each',
    covers: difference => {
      if (!['IST0101', 'IST0161'].includes(difference.code) || difference.kind !== 'Gateway')
        return false
      const labels = textMap(mapOrEmpty(objectOf(difference)?.spec).selector)
      return new Set(selected(difference.world, labels)).size > 1
    }
  },
  {
    id: 'ports-without-a-number',
    source:
      'analyzers/virtualservice/destinationhosts.go checkServiceEntryPorts, gateway/gateway.go',
    reason:
      'istioctl counts ports of a ServiceEntry or a Gateway that have no number, which the webhook refuses',
    covers: difference => {
      const { code, kind, world } = difference
      if (code === 'IST0162')
        return list(mapOrEmpty(objectOf(difference)?.spec).servers).some(isNumberless)
      return (
        code === 'IST0112' &&
        kind === 'VirtualService' &&
        objectsOf(world, 'ServiceEntry').some(({ spec }) =>
          list(mapOrEmpty(spec).ports).some(port => isNumberless({ port }))
        )
      )
    }
  },
  {
    id: 'readers-of-exported-objects',
    source: 'analyzers/util/service_lookup.go GetDestinationHost',
    reason:
      'of an object that is exported to all istioctl looks among the services alone that are exported to all, it sees wildcards from the own namespace whatever exportTo says, and compares them with the host as it is written; we look from the namespaces that see the object',
    covers: difference => {
      if (!['IST0101', 'IST0112', 'IST0173', 'IST0174'].includes(difference.code)) return false
      const to = texts(mapOrEmpty(objectOf(difference)?.spec).exportTo)
      const hasWildcard = servedHosts(difference.world).some(host => host.startsWith('*'))
      // `*a` takes `a`, and not what `a` is completed to.
      const takesParts = servedHosts(difference.world).some(host => /^\*[^.]/.test(host))
      return to.includes('*') || (to.length > 0 && hasWildcard) || takesParts
    }
  },
  {
    id: 'destinations-without-a-host',
    source: 'analyzers/virtualservice/destinationrules.go analyzeVirtualService',
    reason:
      'a destination that names no host, which schema and webhook refuse, is one finding here, with a subset or without',
    covers: difference =>
      difference.code === 'IST0101' &&
      difference.kind === 'VirtualService' &&
      isMissing(difference) &&
      isHostless(objectOf(difference)?.spec)
  },
  {
    id: 'overlaps-with-several',
    source:
      'analyzers/schema/validation.go, pkg/config/validation/virtualservice.go analyzeHTTPPrefixOverlap',
    reason:
      'a match that several earlier ones overlap is one finding here, and one message for each of them there',
    covers: ({ code, ours, theirs }) => code === 'IST0131' && ours > 0 && ours < theirs[0]
  },
  {
    id: 'servers-rewritten-before-validation',
    source: 'analyzers/virtualservice/gateways.go sanitizeServerHostNamespace',
    reason:
      'an analyzer of istioctl that runs before the validator rewrites the hosts of Gateways in place: of a server with `*/*` nothing else is left to be validated',
    covers: difference =>
      difference.code === 'IST0106' &&
      difference.kind === 'Gateway' &&
      difference.ours > difference.theirs[1] &&
      /"(?:\*|\.)\//.test(JSON.stringify(objectOf(difference) ?? {}))
  },
  {
    id: 'case-of-hosts',
    source: 'analyzers/util/service_lookup.go GetDestinationHost',
    reason:
      'istioctl compares hosts letter by letter; names of DNS have no case, and istiod lowers them',
    covers: difference =>
      ['IST0101', 'IST0112', 'IST0173', 'IST0174'].includes(difference.code) &&
      namedHosts(difference).some(host => host !== host.toLowerCase())
  },
  {
    id: 'younger-than-the-minor',
    source: 'analyzers/all.go, k8sgateway/crdversion.go',
    reason:
      'what istioctl says from 1.31 on (IST0177, and TCPRoute in IST0176) is as wrong in an older mesh',
    covers: ({ code, minor, ours, theirs }) =>
      minor === '1.30' && ['IST0176', 'IST0177'].includes(code) && ours > theirs[1]
  },
  {
    id: 'gateways-of-the-gateway-api',
    source: 'analyzers/virtualservice/gateways.go analyzeVirtualService',
    reason:
      'a Gateway of the Gateway API with the name is found too, as istioctl itself does from 1.32 on',
    covers: difference => {
      if (!isMissing(difference) || !['IST0101', 'IST0132'].includes(difference.code)) return false
      const named = texts(mapOrEmpty(objectOf(difference)?.spec).gateways)
      return objectsOf(difference.world, 'Gateway').some(one => {
        const { name = '', namespace = '' } = metaOf(one)
        const isOfApi = String(one.apiVersion).startsWith('gateway.networking.k8s.io/')
        const isNamed =
          named.includes(`${namespace}/${name}`) ||
          (namespace === difference.namespace && named.includes(name))
        return isOfApi && isNamed
      })
    }
  },
  {
    id: 'subset-routes-by-written-name',
    source: 'analyzers/virtualservice/destinationhosts.go analyzeSubset',
    reason:
      'istioctl compares the hosts as they are written, so that `web` of one namespace is `web` of another, and counts a VirtualService as its own rival',
    covers: difference => {
      if (difference.code !== 'IST0140') return false
      const { theirs } = difference
      const says = byWrittenName(difference)
      return says === theirs[0] > 0 && says === theirs[1] > 0
    }
  },
  {
    id: 'hosts-that-stand-twice',
    source: 'analyzers/virtualservice/conflictingmeshgatewayhosts.go initMeshGatewayHosts',
    reason: 'to istioctl a VirtualService that names a host twice conflicts with itself',
    covers: difference => {
      if (difference.code !== 'IST0109' || !isMissing(difference)) return false
      const hosts = hostsOf(objectOf(difference)).map(host =>
        qualify(host, difference.namespace, DOMAIN)
      )
      return new Set(hosts).size < hosts.length
    }
  },
  {
    id: 'order-of-filters',
    source: 'analyzers/envoyfilter/envoyfilter.go analyzeEnvoyFilterPatch',
    reason:
      'whether a patch is IST0151 or IST0155 depends on which EnvoyFilters istioctl has seen before, in the order of a Go map; ours is that of istiod, the oldest first',
    covers: ({ code, world }) =>
      ['IST0151', 'IST0155'].includes(code) &&
      objectsOf(world, 'EnvoyFilter').some(one => JSON.stringify(one).includes('"proxyVersion"'))
  },
  {
    id: 'default-injection-of-the-namespace-before',
    source: 'analyzers/injection/injection.go Analyze',
    reason:
      'for a namespace whose injector is not there istioctl goes on with what the injector of the namespace before it said',
    covers: ({ code, kind, name, world }) => {
      if (!['IST0102', 'IST0148'].includes(code) || kind !== 'Namespace') return false
      const own = objectsOf(world, 'Namespace').find(one => metaOf(one).name === name)
      const revision = text(mapOrEmpty(mapOrEmpty(own?.metadata).labels)['istio.io/rev']) ?? ''
      const suffix = revision === '' || revision === 'default' ? '' : `-${revision}`
      return !objectsOf(world, 'ConfigMap').some(
        one => metaOf(one).name === `istio-sidecar-injector${suffix}`
      )
    }
  },
  {
    id: 'hosts-of-the-last-server',
    source: 'analyzers/gateway/conflictinggateway.go initGatewaysMap, isGWConflict',
    reason:
      'of several servers of a Gateway on one port istioctl keeps the hosts of the last alone, and writes the hosts of one Gateway into those of the other where they do not clash; we compare every server with every other',
    covers: difference =>
      difference.code === 'IST0145' && difference.ours === gatewayConflicts(difference)
  },
  {
    id: 'empty-map-of-ports',
    source: 'local/context.go cfgToInstance',
    reason:
      'on its way to the analyzers an empty map is lost; the webhook, which sees it, refuses `portLevelMtls: {}`',
    covers: difference =>
      difference.code === 'IST0106' &&
      difference.kind === 'PeerAuthentication' &&
      JSON.stringify(objectOf(difference) ?? {}).includes('"portLevelMtls":{}')
  }
]

function isNumberless(server: Json): boolean {
  return (number(mapOrEmpty(mapOrEmpty(server).port).number) ?? 0) === 0
}

export function differenceOf(mismatch: Mismatch, world: AnalysisWorld, minor: string): Difference {
  const [code = '', kind = '', of = ''] = mismatch.said.split(' ')
  const slash = of.indexOf('/')
  return {
    ...mismatch,
    code,
    kind,
    namespace: of.slice(0, slash),
    name: of.slice(slash + 1),
    world,
    minor
  }
}

export function acceptedMessage(difference: Difference): AcceptedMessage | undefined {
  return acceptedMessages.find(entry => entry.covers(difference))
}
