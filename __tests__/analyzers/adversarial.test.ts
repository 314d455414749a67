import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { analyzers } from '../../src/analyzers/index.ts'
import type { Json, Manifest } from '../../src/manifest/manifest.ts'
import { readManifests } from '../../src/manifest/read.ts'
import { buildMesh, type Mesh } from '../../src/mesh/mesh.ts'
import { dataplaneView } from '../../src/review/dataplane-view.ts'
import { filesOf, foldersOf } from '../support/derived.ts'
import { root } from '../support/golden.ts'
import { filesFrom } from '../support/side.ts'

function read(yaml: string): readonly Manifest[] {
  return readManifests(filesFrom({ 'mesh.yaml': yaml }, 'head'), { defaultNamespace: 'default' })
    .manifests
}

function meshOf(manifests: readonly Manifest[], complete: boolean): Mesh {
  return buildMesh({ side: 'head', manifests, complete })
}

/** Every example of every page: one object of each kind at least, in shapes that the analyzers look at. */
function examples(): string[] {
  const found: string[] = []
  for (const kind of foldersOf('src/analyzers')) {
    for (const page of pagesOf(kind)) {
      for (const block of page.matchAll(/```yaml\n([\s\S]*?)```/g)) found.push(block[1] ?? '')
    }
  }
  return found
}

function pagesOf(kind: string): string[] {
  return filesOf(`src/analyzers/${kind}`).map(problem =>
    readFileSync(join(root, `docs/analyzers/${kind}/${problem}.md`), 'utf8')
  )
}

const wrong: readonly Json[] = [null, true, -1, 'x', [], {}, [null], [[]], { '': null }]

/** The manifest with each value below the root, one at a time, replaced by something of another type. */
function* mutated(manifest: Manifest): Generator<Manifest> {
  for (const path of paths(manifest.object)) {
    // A fifth of them is enough to meet every field of every example in some form.
    if (path.join().length % 5 !== 0) continue
    if (path[0] === 'apiVersion' || path[0] === 'kind' || path[0] === 'metadata') continue
    const value = wrong[path.length % wrong.length] ?? null
    for (const other of [value, wrong[(path.join().length + 3) % wrong.length] ?? null]) {
      const object = replaced(manifest.object, path, other) as Manifest['object']
      const { spec } = object
      yield Object.create(manifest, {
        object: { value: object },
        spec: {
          value: typeof spec === 'object' && spec !== null && !Array.isArray(spec) ? spec : {}
        }
      })
    }
  }
}

function* paths(
  value: Json,
  here: readonly (string | number)[] = []
): Generator<readonly (string | number)[]> {
  if (here.length > 0) yield here
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    yield* paths(inner, [...here, Array.isArray(value) ? Number(key) : key])
  }
}

function replaced(value: Json, [key, ...rest]: readonly (string | number)[], by: Json): Json {
  if (key === undefined) return by
  if (Array.isArray(value)) {
    return value.map((inner, index) => (index === key ? replaced(inner, rest, by) : inner))
  }
  const fields = { ...(value as Record<string, Json>) }
  fields[String(key)] = replaced(fields[String(key)] ?? null, rest, by)
  return fields
}

describe('values of the wrong type everywhere', () => {
  test('crash no analyzer, and every place can be found', () => {
    const failed = new Set<string>()
    for (const yaml of examples()) {
      const manifests = read(yaml)
      for (const [index, manifest] of manifests.entries()) {
        for (const broken of mutated(manifest)) {
          const mesh = meshOf(
            [...manifests.slice(0, index), broken, ...manifests.slice(index + 1)],
            true
          )
          for (const analyzer of analyzers) {
            // Its rows are those of the dataplane, which has tests of its own.
            if (!mentions(analyzer.id, manifest)) continue
            try {
              for (const { at } of analyzer.analyze(mesh, dataplaneView(mesh))) {
                if ('manifest' in at) at.manifest.locate(at.path, at.part)
              }
            } catch (cause) {
              failed.add(`${analyzer.id}: ${String(cause)}`)
            }
          }
        }
      }
    }
    expect([...failed]).toEqual([])
  })
})

/** Analyzers of the kind, and those that look at many. */
function mentions(id: string, { ref }: Manifest): boolean {
  const kind = ref.kind.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()
  const folder = id.slice(0, id.indexOf('/'))
  return (
    folder === kind || !/^(?:virtual-service|gateway|sidecar|telemetry|envoy-filter)$/.test(folder)
  )
}

describe('worlds that are large', () => {
  const shapes: Readonly<Record<string, (index: number) => string>> = {
    'VirtualServices on one host': index => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: v${index}, namespace: n${index % 50}}
spec:
  hosts: [www.example.com, "*.x${index}.example.com"]
  exportTo: ["${index % 2 === 0 ? '*' : '.'}"]
  http: [{route: [{destination: {host: www.example.com}}]}]`,
    'Gateways on one host': index => `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: g${index}, namespace: n${index % 50}}
spec:
  selector: {istio: gateway}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [www.example.com]}]`,
    'ServiceEntries on one host': index => `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: s${index}, namespace: n${index % 50}}
spec:
  hosts: [www.example.com, "*.y${index}.example.com"]
  ports: [{number: 443, name: p, protocol: ${index % 2 === 0 ? 'TLS' : 'HTTP'}}]
  resolution: NONE`,
    'Sidecars on one workload': index => `
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: s${index}, namespace: shop}
spec: {workloadSelector: {labels: {app: cart}}, egress: [{hosts: ["./*"]}]}`,
    'AuthorizationPolicies of one namespace': index => `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: a${index}, namespace: shop}
spec: {selector: {matchLabels: {app: cart}}, rules: [{from: [{source: {namespaces: [n${index}]}}], to: [{operation: {methods: [GET]}}]}]}`,
    'DestinationRules of one host': index => `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: d${index}, namespace: shop}
spec: {host: cart, trafficPolicy: {tls: {mode: DISABLE}}, subsets: [{name: v1, labels: {version: v1}}]}`
  }
  const pods = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart}}}}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
---`

  // Counted by what is reported and related, not by a clock: neither may grow faster than the world.
  test.each(Object.entries(shapes))('%s: as many words as objects', (_, shape) => {
    const size = (count: number) => {
      const documents = Array.from({ length: count }, (_, index) => shape(index))
      const mesh = meshOf(read(pods + documents.join('\n---')), false)
      let length = 0
      for (const analyzer of analyzers) {
        if (analyzer.id === 'virtual-service/unreachable-route') continue
        for (const { message, related } of analyzer.analyze(mesh, dataplaneView(mesh))) {
          length += message.length + 100 * related.length
        }
      }
      return length
    }
    expect(size(400)).toBeLessThan(5 * size(100) + 1)
  })
})

describe('references in a circle', () => {
  test('end', () => {
    const mesh = meshOf(
      read(`
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: one, namespace: shop}
spec: {hosts: [one], http: [{delegate: {name: two}}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: two, namespace: shop}
spec: {http: [{delegate: {name: one}}]}
---
apiVersion: v1
kind: Service
metadata: {name: one, namespace: shop}
spec: {type: ExternalName, externalName: two.shop.svc.cluster.local, ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: two, namespace: shop}
spec: {type: ExternalName, externalName: one.shop.svc.cluster.local, ports: [{name: http, port: 80}]}
`),
      true
    )
    for (const analyzer of analyzers) {
      expect(() => analyzer.analyze(mesh, dataplaneView(mesh))).not.toThrow()
    }
  })
})
