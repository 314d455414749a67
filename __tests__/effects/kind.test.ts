import { describe, expect, test } from '@jest/globals'
import type { RouteAction } from '../../src/dataplane/config.ts'
import { behaviourOf } from '../../src/effects/action.ts'
import { difference } from '../../src/effects/kind.ts'
import { clusterNamed, configWith, forwardTo } from './configs.ts'

const config = configWith([
  clusterNamed('v1'),
  clusterNamed('v2'),
  clusterNamed('empty', { endpoints: 0 })
])
const pods = () => ({ key: '', names: [], labels: '', namespaces: [] })
const context = {
  pods,
  config,
  matched: 1,
  namespace: 'shop',
  certainty: 'certain',
  assumptions: []
} as const

function between(before: RouteAction, after: RouteAction) {
  return difference(behaviourOf(before, context), behaviourOf(after, context))
}

/** `kind: facet before → after; …`. */
function said(before: RouteAction, after: RouteAction): string {
  const found = between(before, after)
  if (found === null) return 'alike'
  const changes = found.changes.map(one => `${one.facet} ${one.before} → ${one.after}`)
  return `${found.kind}: ${changes.join('; ')}`
}

describe('destinations', () => {
  test('weights are relative, and the order of destinations does not count', () => {
    expect(said(forwardTo({ v1: 1, v2: 1 }), forwardTo({ v2: 50, v1: 50 }))).toBe('alike')
  })

  test('other shares of the same destinations', () => {
    expect(said(forwardTo({ v1: 90, v2: 10 }), forwardTo({ v1: 70, v2: 30 }))).toBe(
      'weights-changed: destinations reviews v1 90 %, reviews v2 10 % → reviews v1 70 %, reviews v2 30 %'
    )
  })

  test('another destination', () => {
    expect(said(forwardTo({ v1: 1 }), forwardTo({ v2: 1 }))).toBe(
      'rerouted: destinations reviews v1 → reviews v2'
    )
    expect(said(forwardTo({ v1: 1 }), forwardTo({ v1: 9, v2: 1 }))).toBe(
      'rerouted: destinations reviews v1 → reviews v1 90 %, reviews v2 10 %'
    )
  })

  test('a share that goes to nothing is lost traffic, and back it is gained', () => {
    const part = forwardTo({ v1: 90, v9: 10 })
    expect(said(forwardTo({ v1: 1 }), part)).toBe(
      'traffic-lost: destinations reviews v1 → reviews v1 90 %, reviews v9 10 % (no such subset: 503)'
    )
    expect(between(part, forwardTo({ v1: 1 }))?.kind).toBe('traffic-gained')
    expect(said(forwardTo({ v1: 1 }), forwardTo({ empty: 1 }))).toBe(
      'traffic-lost: destinations reviews v1 → reviews empty (no pods: 503)'
    )
  })

  test('no route and no virtual host are lost traffic', () => {
    expect(said(forwardTo({ v1: 1 }), { kind: 'no-route' })).toBe(
      'traffic-lost: destinations reviews v1 → 404 (no route matches)'
    )
    expect(said({ kind: 'no-virtual-host' }, forwardTo({ v1: 1 }))).toBe(
      'traffic-gained: destinations 404 (host not served) → reviews v1'
    )
  })

  test('an answer of the proxy is lost traffic where it is an error, else another route', () => {
    const settings = {}
    expect(
      between(forwardTo({ v1: 1 }), { kind: 'direct-response', status: 503, settings })?.kind
    ).toBe('traffic-lost')
    expect(
      between(forwardTo({ v1: 1 }), { kind: 'direct-response', status: 200, settings })?.kind
    ).toBe('rerouted')
    expect(
      said(forwardTo({ v1: 1 }), {
        kind: 'redirect',
        status: 301,
        host: 'new.example.com',
        settings
      })
    ).toBe('rerouted: destinations reviews v1 → redirect 301 to new.example.com')
  })
})

describe('settings', () => {
  test('same destinations with another timeout are not called rerouted', () => {
    expect(
      said(forwardTo({ v1: 1 }, { timeout: 30_000 }), forwardTo({ v1: 1 }, { timeout: 3000 }))
    ).toBe('settings-changed: timeout 30s → 3s')
  })

  test('a fault and a mirror are warnings, a timeout is not', () => {
    const plain = forwardTo({ v1: 1 })
    const fault = { abort: { percent: 10, httpStatus: 503 } }
    expect(between(plain, forwardTo({ v1: 1 }, { fault }))?.severity).toBe('warning')
    expect(between(plain, forwardTo({ v1: 1 }, { timeout: 1 }))?.severity).toBe('info')
    const mirrors = [{ cluster: clusterNamed('v2').name, percent: 100 }]
    expect(said(plain, forwardTo({ v1: 1 }, { mirrors }))).toBe(
      'settings-changed: mirrors none → reviews v2'
    )
    expect(between(forwardTo({ v1: 1 }, { fault }), plain)?.severity).toBe('info')
  })

  test('rewrite, authority, retries and headers are facets of their own', () => {
    const after = forwardTo(
      { v1: 1 },
      { retries: 'off', headers: { request: { set: { 'x-a': '1' }, remove: ['x-b'] } } },
      { pathRewrite: { kind: 'prefix', value: '/v2/' }, authorityRewrite: 'a.example.com' }
    )
    expect(said(forwardTo({ v1: 1 }), after)).toBe(
      'settings-changed: rewrite none → matched prefix → /v2/; authority as sent → a.example.com; retries 2 retries on connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes (default) → off; headers unchanged → request: set x-a "1", remove x-b'
    )
  })
})

test('what was not understood is no difference by itself, and carries its reason', () => {
  const unknown = { kind: 'unknown', reason: 'EnvoyFilter shop/lua', at: [] } as const
  expect(said(unknown, unknown)).toBe('alike')
  expect(behaviourOf(unknown, context)).toMatchObject({
    fate: 'unknown',
    certainty: 'unknown',
    reason: 'EnvoyFilter shop/lua'
  })
})
