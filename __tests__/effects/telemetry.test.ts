import { describe, expect, test } from '@jest/globals'
import { compareMeshes } from '../../src/effects/compare.ts'
import { manifestChanges } from '../../src/effects/manifest-change.ts'
import { buildMeshes } from '../../src/mesh/mesh.ts'
import { manifestsFrom } from '../support/side.ts'

const workload = (name: string, namespace: string, labels: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  template:
    metadata: {labels: {${labels}}}
    spec: {serviceAccountName: ${name}, containers: [{name: c, image: i}]}
---
`

const pods = `
apiVersion: v1
kind: Namespace
metadata: {name: bank, labels: {istio-injection: enabled}}
---
${workload('accounts', 'bank', 'app: accounts')}
${workload('web', 'bank', 'app: web')}
${workload('cart', 'shop', 'app: cart, sidecar.istio.io/inject: "true"')}
`

const mesh = (text: string) => `
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |
${text
  .trim()
  .split('\n')
  .map(line => `    ${line}`)
  .join('\n')}
---
`

const telemetry = (spec: string, namespace = 'bank', name = 'default') => `
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: ${name}, namespace: ${namespace}}
spec: ${spec}
---
`

const named = mesh(`
accessLogFile: /dev/stdout
defaultProviders: {metrics: [prometheus]}
extensionProviders:
- name: otel
  opentelemetry: {service: otel.observability.svc.cluster.local, port: 4317}
- name: als
  envoyOtelAls: {service: otel.observability.svc.cluster.local, port: 4317}
`)

/** `direction severity subject (and members): facet: before → after; …`. */
function told(one: string, other: string): string[] {
  const manifests = { base: manifestsFrom(one, 'base'), head: manifestsFrom(other, 'head') }
  const { base, head } = buildMeshes(
    { side: 'base', manifests: manifests.base },
    { side: 'head', manifests: manifests.head }
  )
  const changes = manifestChanges(manifests.base, manifests.head)
  const { effects, unknown } = compareMeshes(base, head, changes)
  expect(unknown).toEqual([])
  return effects
    .filter(({ kind }) => kind === 'telemetry-changed')
    .map(({ direction, severity, subject, members, changes: facets, causes, verify, watch }) => {
      expect([causes.length > 0, verify !== '', watch !== '']).toEqual([true, true, true])
      const names = [subject, ...members.map(member => member.subject)].map(({ name }) => name)
      const what = facets.map(({ facet, before, after }) => `${facet}: ${before} → ${after}`)
      return `${direction} ${severity} ${names.join(' and ')}: ${what.join('; ')}`
    })
}

describe('access logs', () => {
  test('go to a provider for one namespace, in place of the file', () => {
    const on = telemetry('{accessLogging: [{providers: [{name: als}]}]}')
    expect(told(pods + named, pods + named + on)).toEqual([
      'neutral info every workload of bank: access logs: to /dev/stdout (accessLogFile) → to als'
    ])
  })

  test('are off where the provider that is on is disabled', () => {
    const on = '{accessLogging: [{providers: [{name: envoy}]}]}'
    const off = '{accessLogging: [{providers: [{name: envoy}], disabled: true}]}'
    const root = telemetry(on, 'istio-system')
    expect(told(pods + named + root, pods + named + root + telemetry(off))).toEqual([
      'break warning every workload of bank: access logs: to envoy → off'
    ])
  })

  test('stay in the file where what is disabled is no provider of theirs', () => {
    const nothing = telemetry('{accessLogging: [{disabled: true}]}')
    expect(told(pods + named, pods + named + nothing)).toEqual([])
  })

  test('of one end alone, with a filter, of the pods that a selector names', () => {
    const some = telemetry(
      '{selector: {matchLabels: {app: web}}, accessLogging: [{providers: [{name: envoy}], match: {mode: SERVER}, filter: {expression: "response.code >= 400"}}]}'
    )
    expect(told(pods + named, pods + named + some)).toEqual([
      'neutral info web: access logs of requests that the pods receive: to /dev/stdout (accessLogFile) → to envoy where response.code >= 400'
    ])
  })

  test('of pods whose label changes', () => {
    const some = telemetry(
      '{selector: {matchLabels: {app: web}}, accessLogging: [{providers: [{name: als}]}]}'
    )
    const renamed = pods.replace('{labels: {app: web}}', '{labels: {app: other}}')
    expect(told(pods + named + some, renamed + named + some)).toEqual([
      'neutral info web: access logs: to als → to /dev/stdout (accessLogFile)'
    ])
  })

  test('of one end are switched off below the mesh, by a block that names no provider', () => {
    const root = telemetry('{accessLogging: [{providers: [{name: envoy}]}]}', 'istio-system')
    const below = telemetry('{accessLogging: [{match: {mode: CLIENT}, disabled: true}]}')
    expect(told(pods + named + root, pods + named + root + below)).toEqual([
      'break warning every workload of bank: access logs of requests that the pods send: to envoy → off'
    ])
    // A filter is one of the providers that stand beside it.
    const filter = telemetry('{accessLogging: [{filter: {expression: "response.code >= 400"}}]}')
    expect(told(pods + named + root, pods + named + root + filter)).toEqual([])
  })

  test('go to the providers of the lowest level that names some, of a workload before its namespace', () => {
    const both = '{accessLogging: [{providers: [{name: envoy}, {name: als}]}]}'
    const root = telemetry(both, 'istio-system')
    const als = '{accessLogging: [{providers: [{name: als}]}]}'
    expect(told(pods + named + root, pods + named + root + telemetry(als))).toEqual([
      'neutral info every workload of bank: access logs: to als, to envoy → to als'
    ])
    const own = telemetry(
      '{selector: {matchLabels: {app: web}}, accessLogging: [{providers: [{name: envoy}]}]}',
      'bank',
      'web'
    )
    const namespace = named + root + telemetry(als)
    expect(told(pods + namespace, pods + namespace + own)).toEqual([
      'neutral info web: access logs: to als → to envoy'
    ])
  })

  test('end with the file of the mesh configuration', () => {
    const without = named.replace('    accessLogFile: /dev/stdout\n', '')
    expect(told(pods + named, pods + without)).toEqual([
      'break warning every workload of the mesh: access logs: to /dev/stdout (accessLogFile) → off'
    ])
  })

  test('to a provider that is not there fall back to the file: nothing changes', () => {
    const missing = telemetry('{accessLogging: [{providers: [{name: nobody}]}]}')
    expect(told(pods + named, pods + named + missing)).toEqual([])
  })
})

describe('traces and metrics', () => {
  test('a share of requests, and none', () => {
    const share = (percent: string) =>
      telemetry(`{tracing: [{providers: [{name: otel}], ${percent}}]}`, 'istio-system')
    expect(
      told(
        pods + named + share('randomSamplingPercentage: 10'),
        pods + named + share('randomSamplingPercentage: 1')
      )
    ).toEqual([
      'neutral info every workload of the mesh: tracing: to otel, 10 % of requests → to otel, 1 % of requests'
    ])
    expect(
      told(
        pods + named + share('randomSamplingPercentage: 10'),
        pods + named + share('disableSpanReporting: true')
      )
    ).toEqual(['break info every workload of the mesh: tracing: to otel, 10 % of requests → off'])
  })

  test('of one end, and of several providers to the first alone', () => {
    const root = telemetry('{tracing: [{providers: [{name: otel}]}]}', 'istio-system')
    const server = telemetry('{tracing: [{match: {mode: SERVER}, disableSpanReporting: true}]}')
    expect(told(pods + named + root, pods + named + root + server)).toEqual([
      'break info every workload of bank: tracing of requests that the pods receive: to otel → off'
    ])
    const several = telemetry('{tracing: [{providers: [{name: nobody}, {name: otel}]}]}')
    expect(told(pods + named + root, pods + named + root + several)).toEqual([
      'break info every workload of bank: tracing: to otel → off'
    ])
  })

  test('any metric that is named switches all of its end on again', () => {
    const off = '{metrics: [{overrides: [{match: {mode: CLIENT}, disabled: true}]}]}'
    const root = telemetry(off, 'istio-system')
    const one = telemetry(
      '{selector: {matchLabels: {app: web}}, metrics: [{overrides: [{match: {metric: REQUEST_SIZE, mode: CLIENT}, disabled: true}]}]}'
    )
    expect(told(pods + named + root, pods + named + root + one)).toEqual([
      'repair info web: metrics of requests that the pods send: off → to prometheus, without REQUEST_SIZE'
    ])
  })

  test('a namespace without metrics, and one of them back at one end', () => {
    const off = '{metrics: [{providers: [{name: prometheus}], overrides: [{disabled: true}]}]}'
    expect(told(pods + named, pods + named + telemetry(off))).toEqual([
      'break info every workload of bank: metrics: to prometheus → off'
    ])
    const back =
      '{metrics: [{providers: [{name: prometheus}], overrides: [{disabled: true}, {match: {metric: REQUEST_COUNT, mode: SERVER}, tagOverrides: {request_host: {operation: REMOVE}}}]}]}'
    expect(told(pods + named + telemetry(off), pods + named + telemetry(back))).toEqual([
      'repair info every workload of bank: metrics of requests that the pods receive: off → to prometheus, tag request_host removed of REQUEST_COUNT'
    ])
  })

  test('text alone changes nothing', () => {
    const one = telemetry(
      '{metrics: [{overrides: [{match: {metric: ALL_METRICS}, disabled: true}]}]}'
    )
    const other = telemetry('{metrics: [{overrides: [{disabled: true}]}]}')
    expect(told(pods + named + one, pods + named + other)).toEqual([])
  })

  test('the oldest of a namespace alone counts', () => {
    const aged = (name: string, year: number, provider: string) =>
      telemetry(`{accessLogging: [{providers: [{name: ${provider}}]}]}`, 'bank', name).replace(
        'namespace: bank}',
        `namespace: bank, creationTimestamp: "${year}-01-01T00:00:00Z"}`
      )
    const first = aged('first', 2020, 'envoy')
    expect(told(pods + named + first, pods + named + first + aged('second', 2024, 'als'))).toEqual(
      []
    )
  })
})
