import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import type { KubernetesObject, World } from '../generate/world.ts'
import type { NeutralFigures } from './figures.ts'
import { neutralPairOf } from './neutral.ts'
import { type Options, runNeutral } from './run.ts'
import { copyOf, isTree, nameOf, namespaceOf, specOf, type Tree, textAt, treeAt } from './tree.ts'

/** Kinds that the generator of meshes draws, and the workloads behind them. */
const kinds = new Set([
  'Namespace',
  'Service',
  'ServiceAccount',
  'Deployment',
  'VirtualService',
  'DestinationRule',
  'Gateway',
  'ServiceEntry',
  'Sidecar',
  'AuthorizationPolicy',
  'PeerAuthentication',
  'RequestAuthentication'
])

/** The objects of each file of a folder of samples that holds Istio configuration, with its folder's Services. */
function meshesOf(folder: string): { readonly name: string; readonly objects: readonly Tree[] }[] {
  const found: { name: string; objects: Tree[] }[] = []
  for (const sample of readdirSync(folder, { withFileTypes: true })) {
    if (!sample.isDirectory()) continue
    const files = filesOf(join(folder, sample.name)).map(path => ({ path, objects: read(path) }))
    const ground = files.filter(({ objects }) => !objects.some(isIstio)).flatMap(one => one.objects)
    for (const { path, objects } of files) {
      if (!objects.some(isIstio)) continue
      const all = distinct([...objects, ...ground])
      found.push({ name: path.slice(folder.length + 1), objects: [...all, ...podsFor(all)] })
    }
  }
  return found
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(one => one.isFile() && /\.ya?ml$/.test(one.name))
    .map(one => join(one.parentPath, one.name))
    .sort()
}

/** The objects that a file holds; none where it is no plain YAML. */
function read(path: string): Tree[] {
  const documents = parseAllDocuments(readFileSync(path, 'utf8'), { version: '1.1' })
  if (!Array.isArray(documents)) return []
  return documents.flatMap(document => {
    if (document.errors.length > 0) return []
    const value: unknown = document.toJSON()
    const [object] = isObject(value) ? copyOf([value]) : []
    const isKnown = object !== undefined && isTree(treeAt(object, 'metadata'))
    if (!isKnown || !kinds.has(textAt(object, 'kind')) || nameOf(object) === '') return []
    if (textAt(object, 'apiVersion').startsWith('gateway.networking')) return []
    return [{ ...object, metadata: { namespace: 'default', ...treeAt(object, 'metadata') } }]
  })
}

function isObject(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isIstio(object: Tree): boolean {
  return textAt(object, 'apiVersion').includes('.istio.io/')
}

function keyOf(object: Tree): string {
  return `${textAt(object, 'kind')} ${namespaceOf(object)}/${nameOf(object)}`
}

function distinct(objects: readonly Tree[]): Tree[] {
  const seen = new Map<string, Tree>()
  for (const object of objects) if (!seen.has(keyOf(object))) seen.set(keyOf(object), object)
  return [...seen.values()]
}

/** One pod for each Deployment, and the gateway's, which samples take for granted. */
function podsFor(objects: readonly Tree[]): Tree[] {
  const pods = objects.flatMap((object, index) => {
    if (textAt(object, 'kind') !== 'Deployment') return []
    const labels = treeAt(specOf(object), 'template', 'metadata', 'labels')
    return [pod(nameOf(object), namespaceOf(object), labels, `10.244.9.${1 + (index % 250)}`)]
  })
  const gateway = { istio: 'ingressgateway', app: 'istio-ingressgateway' }
  return [
    ...pods,
    pod('client', 'default', { app: 'client' }, '10.244.8.1'),
    pod('gateway', 'istio-system', gateway, '10.244.8.2'),
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'gateway', namespace: 'istio-system' },
      spec: {
        clusterIP: '10.96.8.2',
        selector: { istio: 'ingressgateway' },
        ports: [
          { name: 'http2', port: 80, targetPort: 8080 },
          { name: 'https', port: 443, targetPort: 8443 },
          { name: 'tcp', port: 31400, targetPort: 31400 }
        ]
      }
    }
  ]
}

function pod(name: string, namespace: string, labels: Tree, podIP: string): Tree {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels: { ...labels, 'security.istio.io/tlsMode': 'istio' } },
    spec: { containers: [{ name: 'app', image: 'app' }] },
    status: { podIP }
  }
}

/** Samples as worlds, each three times, for other choices of the edits. */
export function sampleWorlds(folder: string): (index: number) => World | null {
  const meshes = meshesOf(folder)
  return index => {
    const mesh = meshes[index % meshes.length]
    if (mesh === undefined || index >= meshes.length * rounds) return null
    return {
      name: `${mesh.name}/${index}`,
      area: 'http-sidecar',
      flags: {},
      meshConfig: {},
      // Parsed, with apiVersion, kind and metadata.
      objects: copyOf(mesh.objects) as unknown as readonly KubernetesObject[],
      proxies: [
        { type: 'sidecar', pod: 'default/client' },
        { type: 'gateway', pod: 'istio-system/gateway' }
      ],
      requests: []
    }
  }
}

/** How often each sample is edited by each edit. */
const rounds = 3

export function neutralOfSamples(folder: string, options: Options): Record<string, NeutralFigures> {
  const worlds = sampleWorlds(folder)
  const count = meshesOf(folder).length * rounds
  return runNeutral(
    options,
    (edit, index) => {
      const world = worlds(index)
      return world === null ? null : neutralPairOf(edit, options.seed, index, world)
    },
    count
  )
}
