import type { Cast } from './cast.ts'
import { drawObject } from './metadata.ts'
import type { Random } from './random.ts'
import type { Fields, KubernetesObject } from './world.ts'

/** The Gateway objects of a cast: colliding hosts and ports, redirects, TLS. */
export function drawGateways(random: Random, cast: Cast): readonly KubernetesObject[] {
  return cast.gatewayNames.map(full => {
    const [namespace = '', name = ''] = full.split('/')
    const servers = random.times(random.between(1, 3), index => drawServer(random, cast, index))
    return drawObject(random, cast, 'Gateway', namespace, name, {
      ...(random.chance(0.95) ? { selector: { istio: 'ingressgateway' } } : { selector: {} }),
      servers
    })
  })
}

function drawServer(random: Random, cast: Cast, index: number): Fields {
  const hosts = drawServerHosts(random, cast)
  const protocol = random.weighted<'HTTP' | 'HTTPS'>([
    [75, 'HTTP'],
    [25, 'HTTPS']
  ])
  if (protocol === 'HTTPS') {
    return {
      port: { number: 443, name: `https-${index}`, protocol },
      hosts,
      tls: { mode: 'SIMPLE', credentialName: `cert-${index}` }
    }
  }
  return {
    port: {
      number: random.weighted([
        [75, 80],
        [20, 8080],
        [5, 8000]
      ]),
      name: `http-${index}`,
      protocol
    },
    hosts,
    ...(random.chance(0.1) ? { tls: { httpsRedirect: true } } : {})
  }
}

function drawServerHosts(random: Random, cast: Cast): string[] {
  const out = new Set<string>()
  for (let index = random.between(1, 3); index > 0; index--) {
    const host = random.weighted([
      [50, random.pick(cast.hosts)],
      [18, '*.example.com'],
      [22, '*'],
      [10, random.pick(cast.services).host]
    ])
    const scope = random.weighted([
      [72, ''],
      [8, './'],
      [8, '*/'],
      [12, `${random.pick(cast.namespaces)}/`]
    ])
    out.add(`${scope}${host}`)
  }
  return [...out]
}
