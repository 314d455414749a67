import { expect, test } from '@jest/globals'
import { noTrafficLoss } from '../../src/gates/no-traffic-loss.ts'
import { effectOf, evidenceOf } from './evidence.ts'

test('lost traffic violates it, with the fingerprint as evidence', () => {
  const lost = effectOf('traffic-lost', { fingerprint: 'aaaaaaaaaaaa' })
  expect(noTrafficLoss.violatedBy(evidenceOf({ effects: [lost] }))).toEqual([
    { message: 'requests to reviews are no longer served', evidence: ['aaaaaaaaaaaa'] }
  ])
})

test('an order that loses traffic violates it too; other effects do not', () => {
  const breaks = effectOf('order-dependent', { fingerprint: 'bbbbbbbbbbbb' })
  const moves = effectOf('order-dependent', { direction: 'move' })
  const effects = [breaks, moves, effectOf('rerouted'), effectOf('traffic-gained')]
  expect(noTrafficLoss.violatedBy(evidenceOf({ effects })).flatMap(one => one.evidence)).toEqual([
    'bbbbbbbbbbbb'
  ])
})

test('ends that no longer agree on TLS violate it, what no client does so far does not', () => {
  const broken = effectOf('connection-broken', { fingerprint: 'cccccccccccc' })
  const rare = effectOf('connection-broken', { severity: 'warning' })
  const effects = [broken, rare, effectOf('access-revoked')]
  expect(noTrafficLoss.violatedBy(evidenceOf({ effects })).flatMap(one => one.evidence)).toEqual([
    'cccccccccccc'
  ])
})
