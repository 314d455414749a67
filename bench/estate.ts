import { seeded } from './decision.ts'

/** Generated configuration of a shop, in the shapes that real repositories have. Same seed, same text. */

export type Files = Readonly<Record<string, string>>

const APPS = ['storefront', 'catalog', 'reviews', 'ratings'] as const

/** Four services, versions behind subsets, a gateway: the size of a tutorial. `weight` is the canary's share. */
export function tutorial(weight: number): Files {
  const documents: string[] = [namespace('shop'), gateway('public', 'shop', ['shop.example.com'])]
  for (const app of APPS) {
    documents.push(service(app, 'shop'))
    for (const version of ['v1', 'v2', 'v3']) documents.push(deployment(app, version, 'shop'))
    documents.push(destinationRule(app, 'shop'))
    const share = app === 'reviews' ? weight : 0
    documents.push(virtualService(app, 'shop', [app], [], [split(app, share)]))
  }
  documents.push(
    virtualService(
      'public',
      'shop',
      ['shop.example.com'],
      ['public'],
      [
        match('{uri: {exact: /productpage}}', split('storefront', 0)),
        match('{uri: {prefix: /static}}', split('storefront', 0))
      ]
    )
  )
  return { 'shop.yaml': documents.join('---\n') }
}

/** About `count` objects, ten a file; `edited` VirtualServices differ in their weights. */
export function estate(count: number, edited: number): Files {
  const random = seeded(11)
  const documents: string[] = []
  const sets = Math.ceil(count / 10)
  for (let i = 0; i < sets; i++) {
    const space = `team-${i % 20}`
    const app = `app-${i}`
    const share = i < edited ? 20 : 10
    const host = `${app}.example.com`
    documents.push(
      service(app, space),
      service(`${app}-admin`, space),
      service(`${app}-jobs`, space),
      deployment(app, 'v1', space),
      deployment(app, 'v2', space),
      destinationRule(app, space),
      gateway(app, space, [host]),
      virtualService(
        app,
        space,
        [app],
        [],
        [match(`{uri: {prefix: /v${random(9)}}}`, split(app, 0)), split(app, share)]
      ),
      virtualService(
        `${app}-public`,
        space,
        [host],
        [app],
        [
          match('{uri: {prefix: /admin}, method: {exact: GET}}', split(`${app}-admin`, null)),
          match('{headers: {x-user-type: {exact: qa}}}', split(app, 100)),
          split(app, share)
        ]
      ),
      serviceEntry(`${app}-partner`, space)
    )
  }
  const files: Record<string, string> = {}
  for (let i = 0; i < documents.length; i += 10) {
    files[`team/${String(i / 10).padStart(5, '0')}.yaml`] = documents.slice(i, i + 10).join('---\n')
  }
  return files
}

/** One host with `count` routes, 39 of them by regular expression; head moves one and edits one. */
export function manyRoutes(count: number, head: boolean): Files {
  const random = seeded(7)
  const routes: string[] = []
  const step = Math.floor(count / 39)
  for (let i = 0; i < count; i++) {
    const target = `app-${random(20)}`
    const uri =
      i % step === 0 && i / step < 39
        ? `{regex: '/r${i}/(users|orders)/[0-9]+(/.*)?'}`
        : random(3) === 0
          ? `{exact: /e${i}/item}`
          : `{prefix: /p${i}/}`
    const method = random(4) === 0 ? ', method: {exact: POST}' : ''
    routes.push(match(`{uri: ${uri}${method}}`, split(target, null)))
  }
  routes.push(split('app-0', null))
  if (head) {
    routes.splice(40, 0, ...routes.splice(1200, 1))
    routes[1500] = match('{uri: {prefix: /p1500/}}', split('app-19', null))
  }
  const services = Array.from({ length: 20 }, (_, i) => service(`app-${i}`, 'shop'))
  return {
    'services.yaml': services.join('---\n'),
    'routes.yaml': `${gateway('public', 'shop', ['shop.example.com'])}---\n${virtualService('public', 'shop', ['shop.example.com'], ['public'], routes)}`
  }
}

function namespace(name: string): string {
  return `apiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}, labels: {istio-injection: enabled}}\n`
}

function service(name: string, space: string): string {
  return `apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: ${space}}
spec:
  selector: {app: ${name}}
  ports: [{name: http, port: 80, targetPort: 8080}]
`
}

function deployment(app: string, version: string, space: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${app}-${version}, namespace: ${space}}
spec:
  selector: {matchLabels: {app: ${app}, version: ${version}}}
  template:
    metadata: {labels: {app: ${app}, version: ${version}}}
    spec: {containers: [{name: app, image: "example.com/${app}:${version}"}]}
`
}

function destinationRule(app: string, space: string): string {
  return `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ${app}, namespace: ${space}}
spec:
  host: ${app}
  subsets:
    - {name: v1, labels: {version: v1}}
    - {name: v2, labels: {version: v2}}
`
}

function gateway(name: string, space: string, hosts: readonly string[]): string {
  return `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: ${name}, namespace: ${space}}
spec:
  selector: {istio: ingressgateway}
  servers:
    - port: {number: 80, name: http, protocol: HTTP}
      hosts: [${hosts.join(', ')}]
`
}

function serviceEntry(name: string, space: string): string {
  return `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: ${name}, namespace: ${space}}
spec:
  hosts: [${name}.example.org]
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{number: 80, name: http, protocol: HTTP}]
`
}

function virtualService(
  name: string,
  space: string,
  hosts: readonly string[],
  gateways: readonly string[],
  routes: readonly string[]
): string {
  return `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}, namespace: ${space}}
spec:
  hosts: [${hosts.join(', ')}]
${gateways.length === 0 ? '' : `  gateways: [${gateways.join(', ')}]\n`}  http:
${routes.join('')}`
}

function match(condition: string, route: string): string {
  return `    - match: [${condition}]\n${route.replace('    - ', '      ')}`
}

/** `null`: the whole service; else the share of version 2. */
function split(host: string, share: number | null): string {
  if (share === null) return `    - route: [{destination: {host: ${host}}}]\n`
  if (share === 0) return `    - route: [{destination: {host: ${host}, subset: v1}}]\n`
  if (share === 100) return `    - route: [{destination: {host: ${host}, subset: v2}}]\n`
  return `    - route:
        - {destination: {host: ${host}, subset: v1}, weight: ${100 - share}}
        - {destination: {host: ${host}, subset: v2}, weight: ${share}}
`
}
