import { seeded } from './decision.ts'
import {
  deployment,
  destinationRule,
  type Files,
  filed,
  gateway,
  match,
  namespace,
  service,
  serviceEntry,
  split,
  virtualService
} from './documents.ts'

/** Generated configuration of a shop, in the shapes that real repositories have. Same seed, same text. */

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
  return filed(documents)
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
