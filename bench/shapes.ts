import { seeded } from './decision.ts'
import {
  authorizationPolicy,
  configMap,
  destinationRule,
  type Files,
  filed,
  gateway,
  match,
  peerAuthentication,
  requestAuthentication,
  service,
  serviceEntry,
  sidecar,
  split,
  virtualService
} from './documents.ts'
import { hostRoutes, namespaces, services } from './estates-gateways.ts'
import { policies } from './estates-security.ts'

/**
 * Estates that grow: each shape for a number of objects, with `edited` of them changed. Same numbers, same text.
 */
export const shapes = {
  'VirtualServices alone': virtualServices,
  'every kind': everyKind,
  'one gateway, many hosts': gatewayHosts,
  'Sidecars, one default changed': sidecars,
  Services: (count, edited) => services(count / 2, edited > 0),
  namespaces: (count, edited) => namespaces(count / 3, edited > 0),
  'routes of one host': (count, edited) => hostRoutes(count, edited > 0),
  'rules of one policy': (count, edited) => policies(1, count, edited > 0)
} as const satisfies Readonly<Record<string, (count: number, edited: number) => Files>>

/** What most repositories of an application team hold: routes to services that git does not show. */
export function virtualServices(count: number, edited: number): Files {
  const documents: string[] = []
  for (let i = 0; i < count; i++) {
    const app = `app-${i}`
    const share = i % Math.ceil(count / 10) === 0 && i / Math.ceil(count / 10) < edited ? 20 : 10
    documents.push(
      virtualService(
        app,
        `team-${i % 20}`,
        [app],
        [],
        [
          match(`{uri: {prefix: /v${i % 9}}}`, split(app, 0)),
          match('{headers: {x-user-type: {exact: qa}}}', split(app, 100)),
          split(app, share)
        ]
      )
    )
  }
  return filed(documents)
}

/**
 * Per 100 objects: 35 Services, 30 VirtualServices, 15 DestinationRules, 3 Gateways, 4 ServiceEntries, 2 Sidecars,
 * 2 PeerAuthentications, 1 RequestAuthentication, 7 AuthorizationPolicies and a ConfigMap. A namespace per 100.
 */
export function everyKind(count: number, edited: number): Files {
  const random = seeded(23)
  const documents: string[] = []
  const spaces = Math.max(1, Math.round(count / 100))
  for (let n = 0; n < spaces; n++) {
    const space = `team-${n}`
    const app = (i: number) => `app-${n}-${i}`
    for (let i = 0; i < 35; i++) documents.push(service(app(i), space))
    for (let i = 0; i < 15; i++) documents.push(destinationRule(app(i), space))
    for (let i = 0; i < 3; i++) {
      documents.push(gateway(`public-${i}`, space, [`*.g${i}.${space}.example.com`]))
    }
    for (let i = 0; i < 30; i++) {
      // Changes are spread over the estate, in VirtualServices that split.
      const changed = i === 0 && isEdited(n, spaces, edited)
      const share = changed ? 20 : 10
      const canary = i < 15 ? split(app(i), share) : split(app(i), null)
      const outside = i % 5 === 4
      const hosts = outside ? [`${app(i)}.g${i % 3}.${space}.example.com`] : [app(i)]
      const gateways = outside ? [`public-${i % 3}`] : []
      documents.push(
        virtualService(`route-${i}`, space, hosts, gateways, [
          match(`{uri: {prefix: /v${random(9)}}}`, split(app(i), i < 15 ? 0 : null)),
          match('{headers: {x-user-type: {exact: qa}}}', split(app(i), i < 15 ? 100 : null)),
          canary
        ])
      )
    }
    for (let i = 0; i < 4; i++) documents.push(serviceEntry(`partner-${n}-${i}`, space))
    // The first is the namespace's own, the other one is meant for a single application.
    documents.push(sidecar('default', space, ['./*', 'istio-system/*']))
    documents.push(selecting(sidecar('own', space, ['./*']), app(3)))
    for (let i = 0; i < 2; i++) documents.push(peerAuthentication(`strict-${i}`, space, app(i)))
    documents.push(requestAuthentication('tokens', space, app(0)))
    for (let i = 0; i < 7; i++) documents.push(authorizationPolicy(`allow-${i}`, space, app(i)))
    documents.push(configMap('levels', space))
  }
  return filed(documents)
}

/** A gateway with a server for each host. */
export function gatewayHosts(count: number, edited: number): Files {
  const names = Array.from({ length: count }, (_, i) => `shop-${i}.example.com`)
  const documents = [gateway('public', 'edge', names)]
  for (const [i, name] of names.entries()) {
    const app = `app-${i}`
    const share = i < edited ? 20 : 10
    documents.push(
      virtualService(
        app,
        'edge',
        [name],
        ['public'],
        [match(`{uri: {exact: /login}}`, split(app, null)), split(app, share)]
      )
    )
  }
  return filed(documents)
}

/** A namespace with a Sidecar, a Service and a route each; what changes is the Sidecar of the whole mesh. */
export function sidecars(count: number, edited: number): Files {
  const spaces = Math.ceil(count / 3)
  const everywhere = edited > 0 ? ['istio-system/*'] : ['istio-system/*', 'shared/*']
  const documents = [sidecar('default', 'istio-system', everywhere), service('tokens', 'shared')]
  for (let n = 0; n < spaces; n++) {
    const space = `team-${n}`
    documents.push(service('web', space))
    documents.push(
      virtualService(
        'web',
        space,
        ['web'],
        [],
        [match('{uri: {prefix: /v1}}', split('web', null)), split('web', null)]
      )
    )
    documents.push(sidecar('default', space, ['./*', `team-${(n + 1) % spaces}/*`]))
  }
  return filed(documents)
}

function isEdited(n: number, spaces: number, edited: number): boolean {
  const step = Math.max(1, Math.floor(spaces / Math.max(1, edited)))
  return n % step === 0 && n / step < edited
}

function selecting(document: string, app: string): string {
  return document.replace('spec:\n', `spec:\n  workloadSelector: {labels: {app: ${app}}}\n`)
}
