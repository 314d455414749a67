import { describe, expect, test } from '@jest/globals'
import { diffOf } from '../support/reviewed.ts'

const secret = (data: string, name = 'shop-cert') => `apiVersion: v1
kind: Secret
metadata: {name: ${name}, namespace: istio-system}
type: kubernetes.io/tls
data: {tls.crt: ${data}, tls.key: ${data}}
`

const gateway = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: istio-system}
spec:
  selector: {istio: ingressgateway}
  servers:
    - port: {number: 443, name: https, protocol: HTTPS}
      hosts: [shop.example.com]
      tls: {mode: SIMPLE, credentialName: shop-cert}
`

const pods = (account: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {serviceAccountName: ${account}, containers: [{name: web, image: web}]}
`

const policy = (source: string) => `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: allow, namespace: shop}
spec:
  rules: [{from: [{source: {${source}}}]}]
`

const join = (...documents: readonly string[]) => documents.join('---\n')

function said(base: string, head: string): { unknown: string[]; text: string[] } {
  const report = diffOf(base, head)
  return {
    unknown: report.unknown.map(({ reason, subject }) => `${reason} ${subject?.kind}`),
    text: report.unchanged.textOnly.map(({ ref, what }) => `${ref}: ${what}`)
  }
}

describe('a Secret', () => {
  test('that nothing names changes nothing', () => {
    const { unknown, text } = said(secret('YQ=='), secret('Yg=='))
    expect(unknown).toEqual([])
    expect(text[0]).toContain('nothing names it')
  })

  test('that a Gateway names is unknown where its content changes, or it goes', () => {
    expect(said(join(gateway, secret('YQ==')), join(gateway, secret('Yg=='))).unknown).toEqual([
      'field Secret'
    ])
    expect(said(join(gateway, secret('YQ==')), gateway).unknown).toEqual(['field Secret'])
  })

  test('that comes with its Gateway is told with it; its CA part is named by the same name', () => {
    expect(said('', join(gateway, secret('YQ=='))).unknown).toEqual([])
    expect(
      said(
        join(gateway, secret('YQ==', 'shop-cert-cacert')),
        join(gateway, secret('Yg==', 'shop-cert-cacert'))
      ).unknown
    ).toEqual(['field Secret'])
  })

  test('of istiod itself is unknown', () => {
    expect(said(secret('YQ==', 'cacerts'), secret('Yg==', 'cacerts')).unknown).toEqual([
      'field Secret'
    ])
  })
})

describe('the service account of pods', () => {
  test('is nothing where nothing tells accounts apart', () => {
    expect(said(pods('web'), pods('other')).unknown).toEqual([])
    const namespaces = policy('namespaces: [shop]')
    expect(said(join(pods('web'), namespaces), join(pods('other'), namespaces)).unknown).toEqual([])
  })

  test.each([
    'principals: ["cluster.local/ns/shop/sa/web"]',
    'notPrincipals: ["*/web"]',
    'serviceAccounts: [web]'
  ])('is unknown where a policy says %s', source => {
    const one = policy(source)
    expect(said(join(pods('web'), one), join(pods('other'), one)).unknown).toContain(
      'field Deployment'
    )
  })
})

test('a field that the version does not have is dropped by the API server', () => {
  const route = (extra: string) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec:
  hosts: [web]
  http: [{route: [{destination: {host: web}}]${extra}}]
`
  const { unknown, text } = said(route(''), route(', websocketUpgrade: true'))
  expect(unknown).toEqual([])
  expect(text).toEqual([
    'VirtualService shop/web: spec.http[].websocketUpgrade (a field that this version does not have)'
  ])
})

test('of the ConfigMap istio two keys are read', () => {
  const config = (data: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata: {${data}}\n`
  expect(said(config('values: a'), config('values: b')).unknown).toEqual([])
  const mesh = (settings: string) => config(`mesh: '${settings}'`)
  // No step compares it, so it is unknown; what is compared shows nothing where nothing asks for it.
  expect(
    said(mesh('protocolDetectionTimeout: 1s'), mesh('protocolDetectionTimeout: 2s')).unknown
  ).toEqual(['field ConfigMap'])
  expect(said(mesh('ingressSelector: a'), mesh('ingressSelector: b')).unknown).toEqual([])
})
