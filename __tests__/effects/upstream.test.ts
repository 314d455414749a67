import { describe, expect, test } from '@jest/globals'
import { settingWords } from '../../src/effects/setting-words.ts'
import { upstreamKey, upstreamValue, upstreamWords } from '../../src/effects/upstream.ts'
import { clusterNamed } from './configs.ts'

describe('words of a policy', () => {
  test('only what differs is said, with what the other side alone sets', () => {
    const before = { tcp: { maxConnections: 100, connectTimeout: 3000 }, http: { maxRetries: 3 } }
    const after = { tcp: { maxConnections: 10, connectTimeout: 3000 } }
    expect(upstreamWords(before, after)).toBe('http.maxRetries 3, tcp.maxConnections 100')
    expect(upstreamWords(after, before)).toBe('http.maxRetries default, tcp.maxConnections 10')
  })

  test('durations are durations, modes need no name, nothing is the default', () => {
    expect(upstreamWords({ interval: 10_000 }, undefined)).toBe('interval 10s')
    expect(upstreamWords({ mode: 'SIMPLE', sni: 'a' }, { mode: 'auto-mtls' })).toBe('SIMPLE, sni a')
    expect(upstreamWords(undefined, { interval: 1 })).toBe('default')
  })
})

test('a balancer of another kind says what it is, not what it lacks', () => {
  const least = { policy: 'LEAST_REQUEST' }
  const ring = { policy: 'RING_HASH', minimumRingSize: 1024 }
  expect(upstreamWords(least, ring)).toBe('LEAST_REQUEST')
  expect(upstreamWords(ring, least)).toBe('RING_HASH, minimumRingSize 1024')
  expect(upstreamWords(ring, { ...ring, minimumRingSize: 2 })).toBe('minimumRingSize 1024')
})

test('what requests are hashed by is said once, at the route', () => {
  const loadBalancer = { policy: 'RING_HASH', key: { header: 'x-user' } }
  const cluster = clusterNamed('v1', { policy: { loadBalancer } })
  expect(upstreamValue(cluster, 'load balancing')).toEqual({ policy: 'RING_HASH' })
  const said = (policy: Readonly<Record<string, unknown>>) =>
    settingWords({ hashPolicy: [policy] }, name => name).hash
  expect(said({ header: 'x-user' })).toBe('header x-user')
  expect(said({ cookie: { name: 'u' } })).toBe('cookie u')
  expect(said({ cookie: { name: 'u', ttl: 0, path: '/a' } })).toBe(
    'cookie u (made for the session), path /a'
  )
  expect(said({ cookie: { name: 'u', ttl: 60_000 } })).toBe('cookie u (made for 1m)')
  expect(said({ queryParameter: 'q' })).toBe('query parameter q')
  expect(said({ sourceIp: true })).toBe('source address')
})

test('where the endpoints of a cluster come from', () => {
  const words = (type: 'eds' | 'original-dst') => {
    const cluster = clusterNamed('v1', { type, targets: [':80', '10.0.0.1:80'] })
    return upstreamWords(upstreamValue(cluster, 'endpoints'), undefined)
  }
  expect(words('eds')).toBe('at port 80 and 10.0.0.1:80')
  expect(words('original-dst')).toBe('at the dialled address, port 80 and 10.0.0.1:80')
})

test('a key knows every facet and nothing else of a cluster', () => {
  const key = upstreamKey(clusterNamed('v1'))
  expect(upstreamKey(clusterNamed('v2', { endpoints: 3 }))).toBe(key)
  const pools = { loadBalancer: { simple: 'LEAST_REQUEST' }, connectionPool: { maxConnections: 1 } }
  expect(upstreamKey(clusterNamed('v1', { policy: pools }))).not.toBe(key)
  expect(upstreamKey(clusterNamed('v1', { tls: { mode: 'SIMPLE' } }))).not.toBe(key)
})
