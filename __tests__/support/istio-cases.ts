import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { DataplaneView } from '../../src/analyzers/analyzer.ts'
import { analyzers } from '../../src/analyzers/index.ts'
import type { FindingDraft } from '../../src/finding.ts'
import { canonical } from '../../src/fingerprint.ts'
import type { JsonMap, Manifest } from '../../src/manifest/manifest.ts'
import { readManifests } from '../../src/manifest/read.ts'
import { buildMesh } from '../../src/mesh/mesh.ts'
import { deduplicated } from '../../src/review/duplicates.ts'
import { validateManifest } from '../../src/validation/validate.ts'
import { corpus } from './corpus.ts'
import { istioAnalyzers } from './istio-analyzers.ts'

/** One row of the test tables of Istio's analyzers. */
export interface IstioCase {
  readonly id: string
  readonly name: string
  readonly analyzer: { readonly name: string; readonly inputs: readonly string[] }
  readonly clusters: Readonly<Record<string, readonly string[]>>
  readonly meshConfig: string | null
  readonly meshNetworks: string | null
  readonly defaultResources: boolean
  readonly expected: readonly { readonly code: string; readonly origin: string }[]
}

export function istioCases(): readonly IstioCase[] {
  return JSON.parse(readFileSync(join(corpus('analyze'), 'cases.json'), 'utf8')).cases
}

/** Behind the end of one certificate of the cases, and long before that of the other. */
const NOW = '2026-06-01T00:00:00Z'
/** istioctl knows nothing of the addresses that istiod gives since 1.25. */
const minors: Readonly<Record<string, string>> = { 'serviceentry.Analyzer': '1.24' }
const ignored: readonly string[] = [
  'kube-system',
  'kube-public',
  'kube-node-lease',
  'local-path-storage'
]

/** What our analyzers say of a case, as `IST0101 VirtualService ns/name`, sorted. */
export function answer(one: IstioCase): string[] {
  const read = manifestsOf(one)
  const mesh = buildMesh({
    side: 'head',
    manifests: read,
    complete: true,
    istio: { minor: minors[one.analyzer.name] ?? '1.31', why: 'the case' },
    ...(one.meshConfig !== null && {
      meshConfig: parse(text(one.meshConfig)) as JsonMap
    })
  })
  const wanted = istioAnalyzers[one.analyzer.name] ?? []
  const found: FindingDraft[] = []
  for (const analyzer of analyzers) {
    if (wanted.includes(analyzer.id)) found.push(...analyzer.analyze(mesh, noDataplane, NOW))
  }
  if (wanted.includes('manifest/duplicate-object')) found.push(...deduplicated(read, []).findings)
  if (wanted.includes('validation/virtual-service')) {
    for (const manifest of mesh.of('VirtualService')) {
      found.push(...validateManifest(manifest, { features: mesh.features }).filter(isUnreachable))
    }
  }
  // istioctl drops messages with the same text.
  const distinct = new Map(
    found.map(finding => [canonical([finding.sources, finding.subject, finding.params]), finding])
  )
  return [...distinct.values()].flatMap(codesOf).sort()
}

export function expectation({ expected }: IstioCase): string[] {
  return expected.map(({ code, origin }) => `${code} ${origin}`).sort()
}

function isUnreachable({ sources }: FindingDraft): boolean {
  return sources.includes('IST0130') || sources.includes('IST0131')
}

const noDataplane: DataplaneView = {
  proxies: [],
  config() {
    throw new Error('cases have no dataplane')
  },
  table: () => undefined
}

function codesOf({ subject, sources }: FindingDraft): string[] {
  if (subject === null) return []
  const { kind, namespace, name } = subject
  const origin =
    kind === 'ConfigMap'
      ? 'MeshNetworks istio-system/meshnetworks'
      : `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`
  return sources.filter(code => code.startsWith('IST')).map(code => `${code} ${origin}`)
}

function text(path: string): string {
  return readFileSync(join(corpus('analyze'), path), 'utf8')
}

function manifestsOf(one: IstioCase): Manifest[] {
  const files = Object.values(one.clusters)
    .flat()
    .map(path => ({ path, text: text(path) }))
  if (one.defaultResources) files.push({ path: 'defaults.yaml', text: defaults(one) })
  if (one.meshNetworks !== null) {
    files.push({ path: 'networks.yaml', text: networks(text(one.meshNetworks)) })
  }
  const encoder = new TextEncoder()
  const { manifests } = readManifests(
    files.map(({ path, text }) => ({ path, bytes: encoder.encode(text), side: 'head' })),
    { defaultNamespace: '' }
  )
  return manifests.filter(({ ref }) => !ignored.includes(ref.namespace))
}

/** The gateway that istioctl takes to be there. */
function defaults({ analyzer }: IstioCase): string {
  const documents: string[] = []
  const kinds = analyzer.inputs.map(input => input.split('/').at(-1))
  if (kinds.includes('Pod')) {
    documents.push(`
apiVersion: v1
kind: Pod
metadata: {name: istio-ingressgateway-dummypod, namespace: istio-system, labels: {istio: ingressgateway}}
spec: {containers: [{name: istio-proxy}]}
`)
  }
  if (kinds.includes('Service')) {
    documents.push(`
apiVersion: v1
kind: Service
metadata: {name: istio-ingressgateway, namespace: istio-system}
spec:
  selector: {istio: ingressgateway}
  ports:
    - {port: 80, name: http2, targetPort: 80, protocol: TCP}
    - {port: 443, name: https, targetPort: 443, protocol: TCP}
    - {port: 31400, name: tcp, targetPort: 31400, protocol: TCP}
    - {port: 15443, name: tls, targetPort: 15443, protocol: TCP}
`)
  }
  return documents.join('---')
}

function networks(written: string): string {
  const lines = written.split('\n').map(line => `    ${line}`)
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata:\n  meshNetworks: |\n${lines.join('\n')}\n`
}
