import { describe, expect, test } from '@jest/globals'
import { diffOf } from '../support/reviewed.ts'

const workload = (name: string, namespace: string, address: string, labels: string) => `
apiVersion: v1
kind: Namespace
metadata: {name: ${namespace}, labels: {istio-injection: enabled${labels}}}
---
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: ${namespace}}
spec: {clusterIP: ${address}, selector: {app: ${name}}, ports: [{name: http, port: 80, targetPort: 8080}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  selector: {matchLabels: {app: ${name}}}
  template: {metadata: {labels: {app: ${name}}}, spec: {containers: [{name: a, image: a}]}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}, namespace: ${namespace}}
spec: {hosts: [${name}], http: [{timeout: 1s, route: [{destination: {host: ${name}}}]}]}
---`

function mesh(config: string | null, pay = ', team: b', payTimeout = '1s'): string {
  const text = [
    workload('web', 'shop', '10.96.1.1', ', team: a'),
    workload('cash', 'pay', '10.96.1.2', pay).replace('timeout: 1s', `timeout: ${payTimeout}`)
  ].join('')
  if (config === null) return text.slice(0, -3)
  return `${text}
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: ${JSON.stringify(config)}}
`
}

const said = (base: string, head: string) => {
  const { effects, unknown } = diffOf(base, head)
  const kinds = effects.map(({ kind, subject }) => `${kind} ${subject.name}`)
  return { kinds, unknown: unknown.map(({ message }) => message) }
}

describe('a mesh configuration that sets nothing', () => {
  test.each(['{}', '', '# nothing yet\n', 'null'])('%j is Istio’s defaults', empty => {
    const { kinds, unknown } = said(mesh(empty), mesh('accessLogFile: /dev/stdout'))
    expect(kinds).toEqual(['telemetry-changed every workload of the mesh'])
    expect(unknown).toEqual([])
  })

  test.each(['{}', '', '# nothing yet\n'])('%j is the same as another', empty => {
    expect(said(mesh('{}'), mesh(empty))).toEqual({ kinds: [], unknown: [] })
  })

  test.each(['- a list', 'a: [b'])('%j is not one', text => {
    expect(said(mesh('{}'), mesh(text)).unknown).toEqual([expect.stringContaining('data.mesh')])
  })
})

const team = (name: string) => `discoverySelectors: [{matchLabels: {team: ${name}}}]`
const named = (name: string) =>
  `discoverySelectors: [{matchExpressions: [{key: kubernetes.io/metadata.name, operator: In, values: [${name}]}]}]`

describe('namespaces that istiod watches', () => {
  test('those that every selector takes stay', () => {
    const all = 'discoverySelectors: [{matchExpressions: [{key: team, operator: Exists}]}]'
    expect(said(mesh('{}'), mesh(all))).toEqual({ kinds: [], unknown: [] })
  })

  test('one that goes is passed through: its Service still has its address', () => {
    const { effects, unknown } = diffOf(mesh('{}'), mesh(team('a')))
    expect(unknown).toEqual([])
    const cash = effects.find(({ subject }) => subject.name === 'cash' && subject.port === 80)
    expect(cash?.changes).toContainEqual({
      facet: 'destinations',
      before: 'cash',
      after: 'passed through to the address dialled'
    })
    expect(effects.filter(({ subject }) => subject.name === 'web')).toEqual([])
  })

  test('what changes in one that is not watched is nothing, and in a watched one it is', () => {
    const other = (config: string) => said(mesh(config), mesh(config, ', team: b', '9s'))
    expect(other(team('a'))).toEqual({ kinds: [], unknown: [] })
    expect(other(team('b')).kinds).toEqual(['settings-changed cash'])
    expect(other(named('pay')).kinds).toEqual(['settings-changed cash'])
    expect(other(named('shop')).kinds).toEqual([])
  })

  test('a label of the namespace brings it', () => {
    const { kinds } = said(mesh(team('b'), ''), mesh(team('b')))
    expect(kinds.some(one => one.endsWith(' cash'))).toBe(true)
  })

  test('labels that git does not hold leave it unknown, of that namespace alone', () => {
    const bare = (text: string) =>
      text.replace(/\napiVersion: v1\nkind: Namespace\n.*pay.*\n---/, '')
    expect(said(bare(mesh('{}')), bare(mesh(team('a')))).unknown).toEqual([
      expect.stringContaining('whether istiod watches pay: discoverySelectors changed')
    ])
    expect(said(bare(mesh('{}')), bare(mesh(named('shop')))).unknown).toEqual([])
  })

  test('a selector that istiod cannot read leaves all in place', () => {
    const odd = 'discoverySelectors: [{matchExpressions: [{key: team, operator: Is}]}]'
    expect(said(mesh('{}'), mesh(odd))).toEqual({ kinds: [], unknown: [] })
  })
})

const zipkin = (port: number) =>
  `extensionProviders: [{name: zip, zipkin: {service: zipkin.pay.svc.cluster.local, port: ${port}}}]`
const telemetry = `---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: traces, namespace: shop}
spec: {tracing: [{providers: [{name: zip}], randomSamplingPercentage: 10}]}
`

describe('settings of the mesh', () => {
  test('of a provider matter where something names it', () => {
    expect(said(mesh(zipkin(9411)), mesh(zipkin(9412)))).toEqual({ kinds: [], unknown: [] })
    expect(said(mesh('{}'), mesh(zipkin(9411)))).toEqual({ kinds: [], unknown: [] })
    const used = said(mesh(zipkin(9411)) + telemetry, mesh(zipkin(9412)) + telemetry)
    expect(used).toEqual({ kinds: ['telemetry-changed web'], unknown: [] })
  })

  test.each([
    'ingressControllerMode: STRICT',
    'ingressService: gateway',
    'ingressSelector: gateway',
    'ingressClass: istio',
    'defaultConfig: {concurrency: 4}',
    'defaultConfig: {drainDuration: 60s, holdApplicationUntilProxyStarts: true}'
  ])('%s changes nothing here', setting => {
    expect(said(mesh('{}'), mesh(setting))).toEqual({ kinds: [], unknown: [] })
  })

  test.each([
    ['defaultConfig: {tracing: {sampling: 50}}', 'it could change telemetry'],
    ['inboundClusterStatName: x', 'it could change telemetry'],
    ['meshMTLS: {minProtocolVersion: TLSV1_3}', 'it could change mutual TLS'],
    ['dnsRefreshRate: 3s', 'it could change routing'],
    ['outboundTraficPolicy: {mode: REGISTRY_ONLY}', 'routing, access, mutual TLS and telemetry']
  ])('%s is not known, as far as it goes', (setting, scope) => {
    expect(said(mesh('{}'), mesh(setting)).unknown).toEqual([
      expect.stringMatching(new RegExp(`${scope}$`))
    ])
  })
})
