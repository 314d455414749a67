import { describe, expect, test } from '@jest/globals'
import { dataplane } from '../../src/dataplane/dataplane.ts'
import { buildMesh } from '../../src/mesh/mesh.ts'
import { meshConfigReads } from '../../src/mesh/mesh-config-reads.ts'
import { diffOf, saidEffects } from '../support/reviewed.ts'
import { manifestsFrom } from '../support/side.ts'

/** The objects that hold a mesh configuration, each with its own place for it. */
const holders: Readonly<Record<string, (config: object) => object>> = {
  ConfigMap: config => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'istio', namespace: 'istio-system' },
    data: { mesh: JSON.stringify(config) }
  }),
  'IstioOperator, meshConfig': config => ({
    apiVersion: 'install.istio.io/v1alpha1',
    kind: 'IstioOperator',
    metadata: { name: 'main', namespace: 'istio-system' },
    spec: { meshConfig: config }
  }),
  'IstioOperator, values': config => ({
    apiVersion: 'install.istio.io/v1alpha1',
    kind: 'IstioOperator',
    metadata: { name: 'main', namespace: 'istio-system' },
    spec: { values: { meshConfig: config } }
  }),
  'the Sail operator': config => ({
    apiVersion: 'sailoperator.io/v1',
    kind: 'Istio',
    metadata: { name: 'default' },
    spec: { version: 'v1.30.0', namespace: 'istio-system', values: { meshConfig: config } }
  })
}

const world = [
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { selector: { app: 'web' }, ports: [{ name: 'http', port: 80 }] }
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web' }] } }
    }
  }
]

const plain = { rootNamespace: 'istio-system' }

const yaml = (...documents: readonly object[]): string =>
  documents.map(document => JSON.stringify(document)).join('\n---\n')

describe.each(Object.entries(holders))('%s', (_, held) => {
  test('its settings are those of the mesh', () => {
    const config = { rootNamespace: 'root', trustDomain: 'td', enableAutoMtls: false }
    const manifests = manifestsFrom(yaml(held(config)))
    const { mesh } = dataplane(buildMesh({ side: 'head', manifests }))
    expect(mesh.config).toMatchObject({ rootNamespace: 'root', trustDomain: 'td' })
    expect(mesh.config.raw.enableAutoMtls).toBe(false)
  })

  test.each<readonly [string, object, string]>([
    [
      'retries',
      { defaultHttpRetryPolicy: { attempts: 0 } },
      'retries 2 retries on connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes (default) → off'
    ],
    [
      'the outbound policy',
      { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } },
      'passed through to the address dialled → 502 (blackholed)'
    ]
  ])('%s: a change is an effect, and nothing about it is unknown', (_, config, words) => {
    const report = diffOf(
      yaml(held(plain), ...world),
      yaml(held({ ...plain, ...config }), ...world)
    )
    expect(report.unknown).toEqual([])
    expect(saidEffects(report).join('\n')).toContain(words)
  })

  test('a setting that no step reads is unknown', () => {
    const scoped = { ...plain, discoverySelectors: [{ matchLabels: { team: 'shop' } }] }
    const report = diffOf(yaml(held(plain), ...world), yaml(held(scoped), ...world))
    expect(report.effects).toEqual([])
    expect(report.unknown.map(({ reason }) => reason)).toEqual(['field'])
  })
})

test('each holder declares the same settings', () => {
  const kinds = new Map<string, number>()
  for (const [kind] of meshConfigReads) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  expect(new Set(kinds.values()).size).toBe(1)
  expect([...kinds.keys()].sort()).toEqual(['ConfigMap', 'Istio', 'IstioOperator'])
})
