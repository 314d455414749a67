import { delegateReads } from '../delegate.ts'
import { destinationRuleReads } from '../destination-rule.ts'
import { gatewayReads } from '../gateway-servers.ts'
import { hashReads } from '../hash.ts'
import { headerReads } from '../headers.ts'
import { redirectReads } from '../redirect.ts'
import { retryReads } from '../retry.ts'
import { routeActionReads } from '../route-action.ts'
import { routeMatchReads } from '../route-match.ts'
import { routeReads } from '../routes.ts'
import { scopeReads } from '../scope.ts'
import { settingReads } from '../settings.ts'
import { sidecarReads } from '../sidecar.ts'
import { virtualServiceReads } from '../virtual-service.ts'
import type { Pattern } from './pattern.ts'

type Reads = readonly (readonly [kind: string, pattern: Pattern])[]

/** What each step states to read, and the step's name for people. */
const steps: readonly (readonly [step: string, reads: Reads])[] = [
  ['virtual services', virtualServiceReads],
  ['delegates', delegateReads],
  ['routes', routeReads],
  ['route matches', routeMatchReads],
  ['route actions', routeActionReads],
  ['redirects', redirectReads],
  ['header operations', headerReads],
  ['retries', retryReads],
  ['route settings', settingReads],
  ['gateway servers', gatewayReads],
  ['destination rules', destinationRuleReads],
  ['hash policies', hashReads],
  ['sidecar selection', sidecarReads],
  ['sidecar scope', scopeReads],
  [
    'services',
    [
      ['Service', 'spec.ports[].{port,name,protocol,appProtocol,targetPort}'],
      ['Service', 'spec.{type,clusterIP,clusterIPs[],externalName,selector.*}']
    ]
  ],
  [
    'service entries',
    [
      ['ServiceEntry', 'spec.{hosts[],addresses[],exportTo[],location}'],
      ['ServiceEntry', 'spec.ports[].{number,name,protocol}'],
      ['ServiceEntry', 'spec.resolution']
    ]
  ]
]

export const readFields: readonly {
  readonly kind: string
  readonly pattern: Pattern
  readonly by: string
}[] = steps.flatMap(([by, reads]) => reads.map(([kind, pattern]) => ({ kind, pattern, by })))
