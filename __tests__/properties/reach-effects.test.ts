import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { dataplane } from '../../src/dataplane/dataplane.ts'
import { proxyClasses } from '../../src/dataplane/proxies.ts'
import { manifestChanges } from '../../src/effects/manifest-change.ts'
import { routingEffects } from '../../src/effects/routing-effects.ts'
import { buildMeshes } from '../../src/mesh/mesh.ts'
import { manifestsFrom } from '../support/side.ts'
import { world, yamlOf } from '../support/world-arbitrary.ts'

test('comparing what a change can reach gives the effects of comparing everything', () => {
  fc.assert(
    fc.property(world, world, (one, other) => {
      const base = manifestsFrom(yamlOf(one), 'base')
      const head = manifestsFrom(yamlOf(other), 'head')
      const meshes = buildMeshes(
        { side: 'base', manifests: base },
        { side: 'head', manifests: head }
      )
      const sides = { base: dataplane(meshes.base), head: dataplane(meshes.head) }
      const classes = proxyClasses(meshes.base, meshes.head)
      const changes = manifestChanges(base, head)
      const all = [
        ...base.map(manifest => ({ base: manifest, head: null })),
        ...head.map(manifest => ({ base: null, head: manifest }))
      ]
      const reached = routingEffects({ ...sides, classes, changes })
      const everything = routingEffects({ ...sides, classes, changes, within: all })
      const facts = ({ effects, unknown }: typeof reached) => [
        effects.map(({ draft, proxy }) => `${proxy.id} ${draft.fingerprint}`).sort(),
        unknown.map(({ message }) => message).sort()
      ]
      expect(facts(reached)).toEqual(facts(everything))
    }),
    { numRuns: 40 }
  )
})
