import { type Files, filed, gateway, match, service, split, virtualService } from './documents.ts'

/** Gateways and hosts at sizes that nobody means to have. Same numbers, same text. */

/** One Gateway with `count` servers of one host each, on one port. */
export function servers(count: number, edited: boolean): Files {
  const lines = Array.from(
    { length: count },
    (_, i) =>
      `    - port: {number: 80, name: http-${i}, protocol: HTTP}\n      hosts: ["h${i}.example.com"]\n`
  )
  const head = gateway('public', 'edge', []).replace(/ {2}servers:[\s\S]*/, '  servers:\n')
  return filed([
    `${head}${lines.join('')}`,
    service('web', 'edge'),
    service('api', 'edge'),
    virtualService(
      'web',
      'edge',
      ['h7.example.com'],
      ['public'],
      [split(edited ? 'api' : 'web', null)]
    )
  ])
}

/** One host of the mesh in `count` VirtualServices of one namespace each, or all at one gateway. */
export function contested(count: number, edited: boolean, where: 'mesh' | 'gateway'): Files {
  const documents = [
    gateway('public', 'shop', ['shop.example.com']),
    service('web', 'shop'),
    service('api', 'shop')
  ]
  for (let i = 0; i < count; i++) {
    const to = edited && i === 7 ? 'api' : 'web'
    const rules = [
      match(`{uri: {prefix: /p${i}}}`, split(`${to}.shop.svc.cluster.local`, null)),
      split('web.shop.svc.cluster.local', null)
    ]
    documents.push(
      where === 'gateway'
        ? virtualService(`part-${i}`, 'shop', ['shop.example.com'], ['public'], rules.slice(0, 1))
        : virtualService(`part-${i}`, 'shop', ['web.shop.svc.cluster.local'], [], rules)
    )
  }
  return filed(documents)
}

/** `count` Services with a route each in one namespace; one route changes. */
export function services(count: number, edited: boolean): Files {
  const documents: string[] = []
  for (let i = 0; i < count; i++) {
    documents.push(service(`app-${i}`, 'shop'))
    const to = edited && i === 7 ? 'app-0' : `app-${i}`
    documents.push(virtualService(`app-${i}`, 'shop', [`app-${i}`], [], [split(to, null)]))
  }
  return filed(documents)
}

/** `count` namespaces with a Service and a route each; one route changes. */
export function namespaces(count: number, edited: boolean): Files {
  const documents: string[] = []
  for (let i = 0; i < count; i++) {
    const space = `team-${i}`
    documents.push(service('web', space), service('api', space))
    const to = edited && i === 7 ? 'api' : 'web'
    documents.push(virtualService('web', space, ['web'], [], [split(to, null)]))
  }
  return filed(documents)
}

/** A Gateway with `count` HTTPS servers, each with a host, a certificate and a route; every certificate changes. */
export function certificates(count: number, edited: boolean): Files {
  const head = gateway('public', 'edge', []).replace(/ {2}servers:[\s\S]*/, '  servers:\n')
  const lines = Array.from(
    { length: count },
    (_, i) =>
      `    - port: {number: 443, name: https-${i}, protocol: HTTPS}
      hosts: ["h${i}.example.com"]
      tls: {mode: SIMPLE, credentialName: ${edited ? 'new' : 'old'}-${i}}
`
  )
  const routes = Array.from({ length: count }, (_, i) =>
    virtualService(`web-${i}`, 'edge', [`h${i}.example.com`], ['public'], [split('web', null)])
  )
  return filed([`${head}${lines.join('')}`, service('web', 'edge'), ...routes])
}

/** `count` Services with a route each in 50 namespaces, in which every pod sees all of them. */
export function seenByAll(count: number): Files {
  const documents: string[] = []
  for (let i = 0; i < count; i++) {
    const space = `team-${i % 50}`
    const app = `app-${i}`
    documents.push(service(app, space))
    documents.push(
      virtualService(
        app,
        space,
        [app],
        [],
        [match('{uri: {prefix: /v1}}', split(app, null)), split(app, null)]
      )
    )
  }
  return filed(documents)
}

/** One host with `count` routes; one of them changes. */
export function hostRoutes(count: number, edited: boolean): Files {
  const routes = Array.from({ length: count }, (_, i) =>
    match(`{uri: {prefix: /p${i}/}}`, split(edited && i === 7 ? 'api' : 'web', null))
  )
  return filed([
    service('web', 'shop'),
    service('api', 'shop'),
    virtualService('web', 'shop', ['web'], [], [...routes, split('web', null)])
  ])
}
