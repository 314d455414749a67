import { describe, expect, test } from '@jest/globals'
import { describeOutcome } from '../../src/report/request-words.ts'
import { diffOf, saidEffects } from '../support/reviewed.ts'

const yaml = (...documents: readonly object[]): string =>
  documents.map(document => JSON.stringify(document)).join('\n---\n')

const object = (
  apiVersion: string,
  kind: string,
  name: string,
  spec: object,
  namespace: string
) => ({
  apiVersion,
  kind,
  metadata: { name, namespace },
  spec
})

const service = (name: string, namespace: string, port: number) =>
  object(
    'v1',
    'Service',
    name,
    { selector: { app: name }, ports: [{ name: 'http', port }] },
    namespace
  )

const workload = (name: string, namespace: string, labels: object) =>
  object(
    'apps/v1',
    'Deployment',
    name,
    {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'app' }] } }
    },
    namespace
  )

const istio = (kind: string, name: string, spec: object, namespace = 'shop') =>
  object('networking.istio.io/v1', kind, name, spec, namespace)

describe('what is served no more', () => {
  test('the share of a subset whose labels no pod carries', () => {
    const world = (second: string) =>
      yaml(
        service('reviews', 'shop', 80),
        workload('one', 'shop', { app: 'reviews', version: 'v1' }),
        workload('two', 'shop', { app: 'reviews', version: 'v2' }),
        istio('VirtualService', 'reviews', {
          hosts: ['reviews'],
          http: [
            {
              route: [
                { destination: { host: 'reviews', subset: 'v1' }, weight: 90 },
                { destination: { host: 'reviews', subset: 'v2' }, weight: 10 }
              ]
            }
          ]
        }),
        istio('DestinationRule', 'reviews', {
          host: 'reviews',
          subsets: [
            { name: 'v1', labels: { version: 'v1' } },
            { name: 'v2', labels: { version: second } }
          ]
        })
      )
    const report = diffOf(world('v2'), world('v3'))
    expect(report.unknown).toEqual([])
    expect(saidEffects(report)).toEqual([
      'traffic-lost reviews:80, every request: destinations reviews v1 90 %, reviews v2 10 % → reviews v1 90 %, reviews v2 10 % (no pods: 503)'
    ])
    const after = report.effects[0]?.witness?.after
    expect(after?.outcome).toBe('served')
    expect(after && describeOutcome(after)).toMatch(/subset v2 10 % \(no pods\)$/)
  })

  test('requests to a port that no listener has any more, where the outbound policy closes them', () => {
    const mesh = yaml(
      service('orders', 'shop', 8080),
      service('payments', 'bank', 9090),
      workload('orders', 'shop', { app: 'orders' })
    )
    const scoped = (mode: string) =>
      `${mesh}\n---\n${yaml(
        istio('Sidecar', 'default', {
          egress: [{ hosts: ['./*'] }],
          outboundTrafficPolicy: { mode }
        })
      )}`
    const ofPayments = (mode: string) =>
      saidEffects(diffOf(mesh, scoped(mode))).filter(words => words.includes(' payments:9090'))
    expect(ofPayments('REGISTRY_ONLY')).toEqual([
      'traffic-lost payments:9090, every request: destinations payments → closed by the proxy (blackholed)'
    ])
    expect(ofPayments('ALLOW_ANY')).toEqual([
      'visibility-changed payments:9090, every request: destinations payments → passed through to the address dialled'
    ])
  })
})
