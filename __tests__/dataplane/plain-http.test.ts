import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { chooseListener } from '../../src/dataplane/answer-l4.ts'
import { chooseChain } from '../../src/dataplane/chain-choice.ts'
import { dataplane } from '../../src/dataplane/dataplane.ts'
import { meetsRoutesAnywhere } from '../../src/dataplane/plain-http.ts'
import { proxyClasses } from '../../src/dataplane/proxies.ts'
import { buildMesh } from '../../src/mesh/mesh.ts'
import { manifestsFrom } from '../support/side.ts'
import { world, yamlOf } from '../support/world-arbitrary.ts'

test('plaintext HTTP to any address of a port that nothing but HTTP uses meets the routes of the port', () => {
  let asked = 0
  fc.assert(
    fc.property(world, objects => {
      const mesh = buildMesh({ side: 'head', manifests: manifestsFrom(yamlOf(objects), 'head') })
      const plane = dataplane(mesh)
      const addresses = ['192.0.2.1', ...mesh.registry.all.flatMap(one => one.addresses)]
      for (const proxy of proxyClasses(null, mesh)) {
        if (proxy.type !== 'sidecar') continue
        const view = plane.config(proxy)
        for (const port of mesh.registry.ports) {
          if (!meetsRoutesAnywhere(mesh.registry, view.client, port)) continue
          if (!view.routeConfigs.has(`${port}`)) continue
          for (const address of addresses) {
            const listener = chooseListener(view, port, address)
            const shown = { address, sni: '', transport: 'raw_buffer', alpn: ['http/1.1'] } as const
            const chain = listener === undefined ? undefined : chooseChain(listener, shown)
            expect(chain?.routeConfig).toBe(`${port}`)
            asked += 1
          }
        }
      }
    }),
    { numRuns: 60 }
  )
  expect(asked).toBeGreaterThan(0)
})
