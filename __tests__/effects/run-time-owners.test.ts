import { expect, test } from '@jest/globals'
import type { Report } from '../../src/report/report.ts'
import { runCli, withFiles } from '../support/world.ts'

const world = (weight: number) => `apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec: {host: cart, subsets: [{name: stable, labels: {a: b}}, {name: canary, labels: {a: c}}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
  - route:
    - {destination: {host: cart, subset: stable}, weight: ${100 - weight}}
    - {destination: {host: cart, subset: canary}, weight: ${weight}}
`
const rollout = `---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: cart, namespace: shop}
spec:
  selector: {matchLabels: {app: cart}}
  template: {metadata: {labels: {app: other}}, spec: {containers: [{name: a, image: b}]}}
  strategy: {canary: {trafficRouting: {istio: {virtualService: {name: cart}, destinationRule: {name: cart}}}}}
`
const canary = `---
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: {name: cart, namespace: shop}
spec: {targetRef: {apiVersion: apps/v1, kind: Deployment, name: cart}, service: {port: 80}}
`
const knative = `---
apiVersion: serving.knative.dev/v1
kind: Service
metadata: {name: fn, namespace: shop}
spec: {template: {spec: {containers: [{image: a}]}}}
`

async function compare(more: string): Promise<Report> {
  return withFiles(
    { 'a/w.yaml': world(10) + more, 'b/w.yaml': world(20) + more },
    async directory => {
      const { stdout } = await runCli(['diff', 'a', 'b', '-f', 'json'], { cwd: directory })
      return JSON.parse(stdout)
    }
  )
}

test.each([
  ['Argo Rollouts', rollout, 'Rollout shop/cart'],
  ['Flagger', canary, 'Canary shop/cart']
])('weights that %s rewrites are assumed', async (_, owner, name) => {
  const { effects, assumptions } = await compare(owner)
  expect(effects.map(({ kind, certainty }) => [kind, certainty])).toEqual([
    ['weights-changed', 'assumed']
  ])
  expect(assumptions).toContainEqual({
    kind: 'weights-at-run-time',
    params: { ref: 'VirtualService shop/cart', owner: name }
  })
})

test('routes of other names, and what is not a weight, are left as git has them', async () => {
  const named = (name: string) =>
    rollout.replace(
      'virtualService: {name: cart}',
      `virtualService: {name: cart, routes: [${name}]}`
    )
  const certaintyOf = async (owner: string, edit: (yaml: string) => string) => {
    const route = (yaml: string) => yaml.replace('- route:', '- name: main\n    route:')
    return withFiles(
      { 'a/w.yaml': route(world(10)) + owner, 'b/w.yaml': edit(route(world(10))) + owner },
      async directory => {
        const { stdout } = await runCli(['diff', 'a', 'b', '-f', 'json'], { cwd: directory })
        const { effects }: Report = JSON.parse(stdout)
        return effects.map(({ kind, certainty }) => `${kind} ${certainty}`)
      }
    )
  }
  const weights = (yaml: string) =>
    yaml.replace('weight: 90', 'weight: 80').replace('weight: 10', 'weight: 20')
  const timeout = (yaml: string) => yaml.replace('- name: main', '- name: main\n    timeout: 3s')
  expect(await certaintyOf(named('main'), weights)).toEqual(['weights-changed assumed'])
  expect(await certaintyOf(named('other'), weights)).toEqual(['weights-changed certain'])
  expect(await certaintyOf(named('main'), timeout)).toEqual(['settings-changed certain'])
})

test('weights that nobody rewrites rest on nothing of it', async () => {
  const { assumptions } = await compare('')
  expect(assumptions.filter(({ kind }) => kind.endsWith('-at-run-time'))).toEqual([])
})

test('what Knative writes is named', async () => {
  const { assumptions } = await compare(knative)
  expect(assumptions).toContainEqual({
    kind: 'objects-at-run-time',
    params: { kind: 'serving.knative.dev/Service', what: 'routes of Knative' }
  })
})
