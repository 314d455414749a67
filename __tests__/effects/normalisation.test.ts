import { describe, expect, test } from '@jest/globals'
import { diffOf } from '../support/reviewed.ts'

const yaml = (...documents: readonly object[]): string =>
  documents.map(document => JSON.stringify(document)).join('\n---\n')

const object = (apiVersion: string, kind: string, name: string, spec: object) => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'shop' },
  spec
})

const service = (name: string) =>
  object('v1', 'Service', name, { selector: { app: name }, ports: [{ name: 'http', port: 80 }] })

const workload = (name: string) =>
  object('apps/v1', 'Deployment', name, {
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { serviceAccountName: name, containers: [{ name: 'app' }] }
    }
  })

const mesh = (normalization: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'istio', namespace: 'istio-system' },
  data: { mesh: `pathNormalization: {normalization: ${normalization}}` }
})

const shop = [service('web'), service('old'), workload('web'), workload('client')]

function turned(before: string, after: string, ...more: readonly object[]) {
  const report = diffOf(yaml(mesh(before), ...shop, ...more), yaml(mesh(after), ...shop, ...more))
  const said = report.effects.map(({ kind, subject, witness, causes }) => {
    expect(causes.map(({ note }) => note)).toEqual(['pathNormalization changed'])
    const path = witness?.request.path
    return `${kind} ${subject.name}: ${path} ${witness?.before.path ?? witness?.before.outcome} → ${witness?.after.path ?? witness?.after.outcome}`
  })
  return { said, report }
}

const deny = object('security.istio.io/v1', 'AuthorizationPolicy', 'admin', {
  action: 'DENY',
  rules: [{ to: [{ operation: { paths: ['/admin*'] } }] }]
})

const routes = object('networking.istio.io/v1', 'VirtualService', 'web', {
  hosts: ['web'],
  http: [
    { match: [{ uri: { prefix: '/v1/' } }], route: [{ destination: { host: 'old' } }] },
    { route: [{ destination: { host: 'web' } }] }
  ]
})

describe('paths that the mesh reads in another way', () => {
  test('what is forwarded otherwise is an effect, and the rest of such paths is not claimed', () => {
    const { said, report } = turned('BASE', 'MERGE_SLASHES')
    expect(said).toEqual(['settings-changed every HTTP port of the mesh: //a/b //a/b → /a/b'])
    expect(report.effects[0]?.changes).toEqual([
      { facet: 'path normalisation', before: 'BASE', after: 'MERGE_SLASHES' },
      { facet: 'path //a/b', before: '//a/b', after: '/a/b' }
    ])
    expect(report.unknown.map(({ message }) => message)).toEqual([
      expect.stringContaining('told by examples')
    ])
    expect(turned('BASE', 'DEFAULT').said).toEqual([])
  })

  test.each([
    ['BASE', 'NONE', '/x/../admin'],
    ['MERGE_SLASHES', 'BASE', '//admin'],
    ['DECODE_AND_MERGE_SLASHES', 'MERGE_SLASHES', '/x/..%2Fadmin']
  ])('%s to %s: a policy that a path slips past', (before, after, path) => {
    expect(turned(before, after, deny).said).toContain(
      `access-granted web: ${path} denied → ${path}`
    )
    expect(turned(after, before, deny).said).toContain(
      `access-revoked web: ${path} ${path} → denied`
    )
  })

  test('a route that a path takes', () => {
    const { said } = turned('BASE', 'MERGE_SLASHES', routes)
    expect(said).toContain('rerouted web: //v1/ //v1/ → /v1/')
  })
})
