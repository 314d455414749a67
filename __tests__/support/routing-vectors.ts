import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { evaluate } from '../../src/dataplane/answer.ts'
import type { Proxy as ProxyClass } from '../../src/dataplane/config.ts'
import { type Dataplane, dataplane } from '../../src/dataplane/dataplane.ts'
import type { Request } from '../../src/dataplane/request.ts'
import type { JsonMap } from '../../src/manifest/manifest.ts'
import { readManifests } from '../../src/manifest/read.ts'
import { buildMesh } from '../../src/mesh/mesh.ts'
import { expectedLookUp, lookUp } from './routing-look-ups.ts'
import { expectedOutcome, vectorOutcome } from './routing-outcomes.ts'
import { filesFrom } from './side.ts'

/** One vector of corner-cases/routing.json. */
export interface RoutingVector {
  readonly id: string
  readonly title: string
  readonly section: string
  readonly istio: readonly string[]
  readonly flags?: Readonly<Record<string, string>>
  readonly world: string
  readonly meshConfig?: string
  readonly proxy: {
    readonly type: 'sidecar' | 'gateway' | 'waypoint'
    readonly pod: string
    readonly namespace: string
    readonly labels: Readonly<Record<string, string>>
    readonly serviceAccount: string
  }
  readonly request?: VectorRequest
  readonly lookup?: LookUp
  readonly expected: Readonly<Record<string, unknown>>
}

export interface VectorRequest {
  readonly host: string
  readonly port: number
  readonly path: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly protocol?: 'http' | 'tcp'
  readonly tls?: 'mtls' | 'plaintext' | 'tls'
  readonly sni?: string
  readonly address?: string
  readonly service?: string
  readonly mode?: 'inbound'
}

export interface LookUp {
  readonly kind: string
  readonly name?: string
  readonly match?: string
  readonly routeConfig?: string
  readonly listener?: string
}

export interface Replay {
  readonly status: 'equal' | 'different' | 'unknown'
  readonly actual: unknown
  readonly expected: unknown
}

export function readRoutingVectors(folder: string): readonly RoutingVector[] {
  return JSON.parse(readFileSync(join(folder, 'routing.json'), 'utf8'))
}

/** Asks the vector's question of one minor. */
export function replay(vector: RoutingVector, minor: string): Replay {
  const plane = planeOf(vector, minor)
  const proxy = proxyOf(vector)
  if (vector.lookup !== undefined) {
    const actual = lookUp(plane, proxy, vector.lookup)
    if (typeof actual === 'string') return { status: 'unknown', actual, expected: vector.expected }
    return verdict(actual, expectedLookUp(vector.expected, vector.lookup))
  }
  if (vector.request === undefined) throw new Error(`${vector.id} asks nothing`)
  const outcome = evaluate(plane, proxy, requestOf(vector, vector.request))
  if (outcome.outcome === 'unknown') {
    return { status: 'unknown', actual: outcome.reason, expected: vector.expected }
  }
  const expected = expectedOutcome(vector.expected)
  const actual = vectorOutcome(outcome, vector.request)
  // Some vectors were asked of Envoy alone, which does not tell the listener: only what they say counts.
  const said = 'listener' in expected ? actual : pick(actual, Object.keys(expected))
  return verdict(said, expected)
}

function pick(from: Readonly<Record<string, unknown>>, keys: readonly string[]): unknown {
  return Object.fromEntries(keys.map(key => [key, from[key]]))
}

function verdict(actual: unknown, expected: unknown): Replay {
  const plain = JSON.parse(JSON.stringify(actual))
  return {
    status: isDeepStrictEqual(plain, expected) ? 'equal' : 'different',
    actual: plain,
    expected
  }
}

const planes = new Map<string, Dataplane>()

function planeOf(vector: RoutingVector, minor: string): Dataplane {
  const key = JSON.stringify([vector.world, vector.meshConfig, vector.flags, minor])
  const known = planes.get(key)
  if (known !== undefined) return known
  const reading = readManifests(filesFrom({ 'world.yaml': vector.world }, 'head'), {
    defaultNamespace: 'default'
  })
  const mesh = buildMesh({
    side: 'head',
    manifests: reading.manifests,
    istio: { minor, why: 'asked' },
    // The judge's worlds have no automatically allocated addresses.
    flags: { PILOT_ENABLE_IP_AUTOALLOCATE: 'false', ...vector.flags },
    ...(vector.meshConfig === undefined ? {} : { meshConfig: yamlMap(vector.meshConfig) })
  })
  planes.clear()
  const plane = dataplane(mesh)
  planes.set(key, plane)
  return plane
}

function yamlMap(text: string): JsonMap {
  const wrapped = `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: x}\nspec:\n${text.replace(/^/gm, '  ')}`
  const [manifest] = readManifests(filesFrom({ 'mesh.yaml': wrapped }, 'head'), {
    defaultNamespace: 'default'
  }).manifests
  return manifest?.spec ?? {}
}

function proxyOf({ proxy }: RoutingVector): ProxyClass {
  return {
    type: proxy.type,
    id: proxy.pod,
    description: proxy.pod,
    namespace: proxy.namespace,
    labels: proxy.labels,
    serviceAccount: proxy.serviceAccount,
    certainty: 'certain',
    assumptions: []
  }
}

function requestOf(vector: RoutingVector, asked: VectorRequest): Request {
  const [namespace = '', pod = ''] = vector.proxy.pod.split('/')
  return {
    from: { namespace, pod },
    ...(asked.mode === 'inbound' ? { to: vector.proxy.pod } : {}),
    protocol: asked.protocol ?? 'http',
    port: asked.port,
    authority: asked.host,
    method: asked.method ?? 'GET',
    path: asked.path,
    headers: asked.headers ?? {},
    transport: asked.tls ?? 'plaintext',
    ...(asked.sni === undefined ? {} : { sni: asked.sni }),
    ...(asked.address === undefined ? {} : { address: asked.address })
  }
}
