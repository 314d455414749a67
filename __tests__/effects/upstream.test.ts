import { describe, expect, test } from '@jest/globals'
import { upstreamKey, upstreamWords } from '../../src/effects/upstream.ts'
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

test('a key knows every facet and nothing else of a cluster', () => {
  const key = upstreamKey(clusterNamed('v1'))
  expect(upstreamKey(clusterNamed('v2', { endpoints: 3 }))).toBe(key)
  const pools = { loadBalancer: { simple: 'LEAST_REQUEST' }, connectionPool: { maxConnections: 1 } }
  expect(upstreamKey(clusterNamed('v1', { policy: pools }))).not.toBe(key)
  expect(upstreamKey(clusterNamed('v1', { tls: { mode: 'SIMPLE' } }))).not.toBe(key)
})
