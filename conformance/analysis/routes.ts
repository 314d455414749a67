import type { Json } from '../../src/manifest/manifest.ts'
import type { Random } from '../generate/random.ts'
import { destinationHost, fields, port, publicHost } from './cast.ts'

/** The three lists of a VirtualService. */

export function http(random: Random): Json[] {
  return random.times(random.between(1, 4), () => ({
    ...fields(random, {
      name: [0.2, () => random.pick(['a', 'b'])],
      match: [0.6, () => random.times(random.between(1, 2), () => match(random))],
      fault: [0.15, () => ({ delay: { fixedDelay: '5s', ...delayShare(random) } })],
      mirror: [0.15, () => destination(random)],
      mirrors: [
        0.1,
        () => random.times(random.between(1, 2), () => ({ destination: destination(random) }))
      ]
    }),
    ...(random.chance(0.1) ? { redirect: { uri: '/a' } } : { route: destinations(random) })
  }))
}

function delayShare(random: Random): { [key: string]: Json } {
  return random.weighted<{ [key: string]: Json }>([
    [2, { percent: random.pick([0, 10]) }],
    [1, { percentage: { value: 10 } }],
    [1, {}]
  ])
}

function destinations(random: Random): Json[] {
  const count = random.between(1, 2)
  return random.times(count, () => ({
    destination: destination(random),
    ...(count > 1 && { weight: 50 })
  }))
}

function destination(random: Random): Json {
  return {
    host: destinationHost(random),
    ...fields(random, {
      subset: [0.4, () => random.pick(['v1', 'v2', 'v9'])],
      port: [0.4, () => ({ number: port(random) })]
    })
  }
}

function match(random: Random): Json {
  return fields(random, {
    name: [0.15, () => random.pick(['x', 'y'])],
    uri: [
      0.7,
      () => {
        const path = random.pick(['/', '/a', '/a/b', '/ab', '/b'])
        return random.weighted<Json>([
          [5, { prefix: path }],
          [2, { exact: path }],
          [1, { regex: `${path}.*` }]
        ])
      }
    ],
    method: [0.2, () => words(random, ['GET', 'POST'])],
    authority: [0.1, () => words(random, ['example.com'])],
    headers: [0.3, () => headerMatches(random)],
    withoutHeaders: [0.1, () => headerMatches(random)],
    queryParams: [0.15, () => ({ [random.pick(['q', 'r'])]: words(random, ['1', '12']) })],
    port: [0.15, () => port(random)],
    ignoreUriCase: [0.05, () => true],
    sourceLabels: [0.05, () => ({ app: 'cart' })],
    sourceNamespace: [0.05, () => 'shop'],
    gateways: [0.1, () => [random.pick(['mesh', 'public', 'gone', 'edge/inner'])]]
  })
}

function headerMatches(random: Random): Json {
  const found: { [key: string]: Json } = {}
  for (const key of random.some(
    [
      'x-a',
      'x-b',
      '@request.auth.claims.group',
      '@request.auth.claims[sub]',
      '@request.auth.claim'
    ],
    1,
    2
  )) {
    found[key] = words(random, ['a', 'ab', 'b'])
  }
  return found
}

function words(random: Random, values: readonly string[]): Json {
  const value = random.pick(values)
  return random.weighted<Json>([
    [3, { exact: value }],
    [2, { prefix: value }],
    [1, { regex: value }],
    [1, {}]
  ])
}

export function tcp(random: Random): Json[] {
  return random.times(random.between(1, 2), () => ({
    ...fields(random, { match: [0.7, () => [{ port: port(random) }]] }),
    route: destinations(random)
  }))
}

export function tls(random: Random): Json[] {
  return random.times(random.between(1, 2), () => ({
    match: random.times(random.between(1, 2), () => ({
      sniHosts: [publicHost(random)],
      ...fields(random, { port: [0.3, () => 443] })
    })),
    route: destinations(random)
  }))
}
