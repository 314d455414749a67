import type { DataplaneView } from '../../src/analyzers/analyzer.ts'
import { analyzers } from '../../src/analyzers/index.ts'
import type { FindingDraft } from '../../src/finding.ts'
import type { JsonMap, Manifest } from '../../src/manifest/manifest.ts'
import { readManifests } from '../../src/manifest/read.ts'
import { buildMesh } from '../../src/mesh/mesh.ts'
import { refKey } from '../../src/mesh/order.ts'
import { MINORS } from '../../src/mesh/version.ts'
import { validateManifest } from '../../src/validation/validate.ts'
import { wordsOf } from './words.ts'
import type { AnalysisWorld } from './world.ts'

/** A message without its text: `IST0101 VirtualService shop/routes`. */
export type Said = string

/** Namespaces that istioctl never reads. Source: istio pkg/kube/inject IgnoredNamespaces. */
const IGNORED: readonly string[] = [
  'kube-system',
  'kube-public',
  'kube-node-lease',
  'local-path-storage'
]

/** The exact answer over the whole table is ours alone; what istioctl says of it comes from its validator. */
const OWN: readonly string[] = ['virtual-service/unreachable-route']

/** Between the ends of the certificates in cluster.ts. */
const NOW = '2026-06-01T00:00:00Z'

/** istioctl knows nothing of the addresses that istiod gives since 1.25. */
const ASKED_AS_OLDER: Readonly<Record<string, string>> = {
  'service-entry/missing-tcp-address': '1.24'
}

export interface Draft {
  readonly said: Said
  readonly text: string
  /** What istioctl's text would name; messages that differ in it are several. */
  readonly words: string
}

/** What our analyzers and our validator say of a world, under the codes of istioctl. */
export function ours(world: AnalysisWorld, minor: string): readonly Draft[] {
  const manifests = manifestsOf(world)
  const asked = (istio: string) =>
    buildMesh({
      side: 'head',
      manifests,
      complete: true,
      istio: { minor: istio, why: 'the judge' },
      ...(world.meshConfig !== undefined && {
        meshConfig: JSON.parse(world.meshConfig) as JsonMap // written by worldOf
      })
    })
  const mesh = asked(minor)
  const found: FindingDraft[] = []
  for (const analyzer of analyzers) {
    if (OWN.includes(analyzer.id)) continue
    if (analyzer.since !== undefined && MINORS.indexOf(minor) < MINORS.indexOf(analyzer.since))
      continue
    if (!analyzer.sources.some(isIstios)) continue
    const older = ASKED_AS_OLDER[analyzer.id]
    found.push(...analyzer.analyze(older === undefined ? mesh : asked(older), noDataplane, NOW))
  }
  for (const manifest of manifests) {
    found.push(...validateManifest(manifest, { features: mesh.features }))
  }
  // istioctl drops messages with equal texts.
  const objects = new Map(manifests.map(({ ref, object }) => [refKey(ref), object]))
  const distinct = new Map<string, Draft>()
  for (const draft of found) {
    for (const one of said(draft, objects)) distinct.set(`${one.said} ${one.words}`, one)
  }
  return [...distinct.values()]
}

function isIstios(code: string): boolean {
  return code.startsWith('IST')
}

function said(draft: FindingDraft, objects: ReadonlyMap<string, JsonMap>): Draft[] {
  const { subject, sources, message } = draft
  if (subject === null) return []
  const { kind, namespace, name } = subject
  // istioctl reads networks from a file and names it so.
  const of =
    kind === 'ConfigMap' ? 'MeshNetworks istio-system/meshnetworks' : `${kind} ${namespace}/${name}`
  return sources.filter(isIstios).map(code => {
    const said = `${code} ${of}`
    return { said, text: message, words: wordsOf(draft, code, objects.get(refKey(subject)) ?? {}) }
  })
}

/** JSON, with what YAML does not allow in a text escaped. */
export function yamlOf(world: Pick<AnalysisWorld, 'objects'>): string {
  const escaped = (character: string) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return world.objects
    .map(one => JSON.stringify(one).replace(/[\u007f-\u009f]/g, escaped))
    .join('\n---\n')
}

function manifestsOf(world: AnalysisWorld): Manifest[] {
  const documents = [yamlOf(world)]
  if (world.meshNetworks !== undefined) {
    const metadata = { name: 'istio', namespace: 'istio-system' }
    const data = { meshNetworks: world.meshNetworks }
    documents.push(JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata, data }))
  }
  const bytes = new TextEncoder().encode(documents.join('\n---\n'))
  const { manifests } = readManifests([{ path: 'world.yaml', bytes, side: 'head' }], {
    defaultNamespace: ''
  })
  return manifests.filter(({ ref }) => !IGNORED.includes(ref.namespace))
}

const noDataplane: DataplaneView = {
  proxies: [],
  config() {
    throw new Error('a world of analysis has no dataplane')
  },
  table: () => undefined
}
