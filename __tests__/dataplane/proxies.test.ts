import { describe, expect, test } from '@jest/globals'
import { proxyClasses } from '../../src/dataplane/proxies.ts'
import { buildMeshes } from '../../src/mesh/mesh.ts'
import { manifestsFrom } from '../support/side.ts'
import { shop } from './worlds.ts'

function classes(base: string, head: string) {
  const side = (yaml: string, name: 'base' | 'head') => ({
    side: name,
    manifests: manifestsFrom(`${shop}\n---\n${yaml}`, name)
  })
  const meshes = buildMeshes(side(base, 'base'), side(head, 'head'))
  return proxyClasses(meshes.base, meshes.head).map(({ id, certainty }) => `${id}: ${certainty}`)
}

const sourceLabels = `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec: {hosts: [web], http: [{match: [{sourceLabels: {app: orders}}], directResponse: {status: 204}}]}`

describe('classes of proxies', () => {
  test('one a namespace, one for any other, and the gateways', () => {
    expect(classes('', '')).toEqual([
      'sidecar shop: certain',
      'sidecar *: assumed',
      'gateway shop/edge: certain'
    ])
  })

  test('labels divide a namespace where one side reads them', () => {
    const divided = classes('', sourceLabels)
    expect(divided).toEqual(classes(sourceLabels, ''))
    expect(divided).toContain('sidecar shop app=orders: certain')
    expect(divided).toContain('sidecar shop: assumed')
  })

  test('a Gateway that no pod satisfies has a class that is assumed', () => {
    const elsewhere = `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: shop}
spec: {selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}`
    const found = classes(elsewhere, elsewhere).filter(one =>
      one.startsWith('gateway istio-system')
    )
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/: assumed$/)
  })
})
