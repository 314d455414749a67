import { describe, expect, test } from '@jest/globals'
import { dataplane } from '../../src/dataplane/dataplane.ts'
import { proxyClasses } from '../../src/dataplane/proxies.ts'
import { manifestChanges } from '../../src/effects/manifest-change.ts'
import { routingEffects } from '../../src/effects/routing-effects.ts'
import { buildMeshes } from '../../src/mesh/mesh.ts'
import { manifestsFrom } from '../support/side.ts'

/** A Service takes a port along that no other one has, and with it the virtual hosts that stand on it. */
describe('a port of one side alone', () => {
  const mesh = (port: number, others: string) => `
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {ports: [{name: http, port: ${port}}]}
---
apiVersion: v1
kind: Service
metadata: {name: api, namespace: shop}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec: {hosts: [${others}], http: [{timeout: 3s, route: [{destination: {host: api}}]}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: outside, namespace: shop}
spec: {hosts: [outside.example.com], http: [{route: [{destination: {host: api}}]}]}
`

  const compared = (before: string, after: string) => {
    const base = manifestsFrom(before, 'base')
    const head = manifestsFrom(after, 'head')
    const meshes = buildMeshes({ side: 'base', manifests: base }, { side: 'head', manifests: head })
    const sides = { base: dataplane(meshes.base), head: dataplane(meshes.head) }
    const classes = proxyClasses(meshes.base, meshes.head)
    const changes = manifestChanges(base, head)
    const all = [
      ...base.map(manifest => ({ base: manifest, head: null })),
      ...head.map(manifest => ({ base: null, head: manifest }))
    ]
    const facts = ({ effects, unknown }: ReturnType<typeof routingEffects>) => [
      effects.map(({ draft, proxy }) => `${proxy.id} ${draft.fingerprint}`).sort(),
      unknown.map(({ message }) => message).sort()
    ]
    return {
      reached: facts(routingEffects({ ...sides, classes, changes })),
      everything: facts(routingEffects({ ...sides, classes, changes, within: all }))
    }
  }

  test.each([
    ['alone', 'web'],
    ['beside a name that no registry knows', 'web, partner.example.com'],
    ['beside another Service', 'web, api'],
    ['under a wildcard', '"*.shop.svc.cluster.local", partner.example.com']
  ])('in a VirtualService %s', (_, others) => {
    for (const [before, after] of [
      [80, 81],
      [81, 80],
      [81, 82]
    ] as const) {
      const { reached, everything } = compared(mesh(before, others), mesh(after, others))
      expect(reached).toEqual(everything)
      expect(reached[0]).not.toEqual([])
    }
  })

  test('port 80 brings the names that no registry knows', () => {
    const alone = (port: number) => mesh(port, 'web').replace('port: 80}', `port: ${port}}`)
    const { reached, everything } = compared(alone(8080), alone(80))
    expect(reached).toEqual(everything)
  })
})
