import { describe, expect, test } from '@jest/globals'
import { withEmbedded } from '../../src/mesh/embedded.ts'
import { held, meshFrom } from './meshes.ts'

const configMap = `
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |-
    rootNamespace: istio-system
    outboundTrafficPolicy: {mode: REGISTRY_ONLY}
    defaultServiceExportTo: ["."]
  meshNetworks: "networks: {}"`

describe('the mesh configuration', () => {
  test("is Istio's default where nobody says anything", () => {
    const { config } = meshFrom('')
    expect(config).toMatchObject({
      rootNamespace: 'istio-system',
      outboundTrafficPolicy: 'ALLOW_ANY',
      pathNormalization: 'BASE',
      enableAutoMtls: true,
      defaultServiceExportTo: ['*'],
      isDefault: true,
      at: null
    })
  })

  test('is read from the ConfigMap, with its place', () => {
    const { config } = meshFrom(configMap)
    expect(config.outboundTrafficPolicy).toBe('REGISTRY_ONLY')
    expect(config.defaultServiceExportTo).toEqual(['.'])
    expect(config.isDefault).toBe(false)
    expect(config.at?.path).toEqual(['data', 'mesh'])
  })

  test('what is given lies over what is found, field by field', () => {
    const meshConfig = { outboundTrafficPolicy: { mode: 'ALLOW_ANY' } }
    const { config } = meshFrom(configMap, { meshConfig })
    expect(config.outboundTrafficPolicy).toBe('ALLOW_ANY')
    expect(config.defaultServiceExportTo).toEqual(['.'])
  })

  test('of an IstioOperator, its own goes over its values', () => {
    const { config } = meshFrom(`
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata: {name: mesh, namespace: istio-system}
spec:
  meshConfig: {trustDomain: prod.example}
  values:
    global: {proxy: {clusterDomain: example.internal}}
    meshConfig: {trustDomain: test.example, enableAutoMtls: false}`)
    expect(config).toMatchObject({
      trustDomain: 'prod.example',
      enableAutoMtls: false,
      clusterDomain: 'example.internal'
    })
  })

  test('values of the charts count where no manifest says anything', () => {
    const chartValues = [{ meshConfig: { trustDomain: 'values.example' } }]
    expect(meshFrom('', { chartValues }).config.trustDomain).toBe('values.example')
    expect(meshFrom(configMap, { chartValues }).config.trustDomain).toBe('cluster.local')
  })

  test('a text that is no map of YAML is left alone', () => {
    const broken = configMap.replace(/mesh: \|-[\s\S]*/, 'mesh: "[1, 2"')
    expect(meshFrom(broken).config.isDefault).toBe(true)
  })
})

test('fields of the ConfigMap have paths of their own', () => {
  const object = withEmbedded(held(meshFrom(configMap), 'ConfigMap', 'istio'))
  expect(object.data).toMatchObject({
    mesh: { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } },
    meshNetworks: { networks: {} }
  })
})
