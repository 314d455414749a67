import { expect, test } from '@jest/globals'
import { verifyCommand, watchExpression } from '../../src/effects/steps.ts'
import { configWith } from './configs.ts'

const { proxy } = configWith([])

test('the command names a pod of the class, and nothing of a manifest can end an argument', () => {
  expect(
    verifyCommand(
      { ...proxy, labels: { app: 'web', tier: '$(id)' } },
      { what: 'routes', name: '9080' }
    )
  ).toBe(
    `istioctl proxy-config routes "$(kubectl get pod -n shop -l 'app=web,tier=$(id)' -o name | head -n 1 | cut -d / -f 2)" -n shop --name 9080 -o json`
  )
})

test('a policy of endpoints is seen in the cluster', () => {
  expect(verifyCommand(proxy, { what: 'clusters', host: 'reviews.shop.svc.cluster.local' })).toBe(
    'istioctl proxy-config clusters "$(kubectl get pod -n shop -o name | head -n 1 | cut -d / -f 2)" -n shop --fqdn reviews.shop.svc.cluster.local -o json'
  )
})

test('lost traffic is seen by response flags, since it has no destination', () => {
  expect(watchExpression('traffic-lost', ['a.example.com'], ['destinations'])).toBe(
    'sum by (source_workload, response_code, response_flags) (rate(istio_requests_total{reporter="source", response_flags=~"NR|NC|UH|UF"}[5m]))'
  )
})

test('rerouted traffic is seen by its destinations', () => {
  expect(watchExpression('rerouted', ['b.example.com', 'a.example.com'], ['destinations'])).toBe(
    'sum by (destination_service, destination_version) (rate(istio_requests_total{reporter="source", destination_service=~"a\\\\.example\\\\.com|b\\\\.example\\\\.com"}[5m]))'
  )
})

test('a timeout is seen by status and flags of its one destination', () => {
  expect(watchExpression('settings-changed', ['a"b'], ['timeout'])).toBe(
    'sum by (response_code, response_flags) (rate(istio_requests_total{reporter="source", destination_service="a\\"b"}[5m]))'
  )
})
