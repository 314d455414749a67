import type { Manifest } from '../manifest/manifest.ts'
import { yamlMap } from './embedded.ts'
import { filled, mapOrEmpty, textMap } from './json.ts'
import type { Mesh } from './mesh.ts'
import { isEmptySelector, type Labels, selects } from './selector.ts'

/** Variables of a proxy that decide which addresses it knows ServiceEntries by. */
export const DNS_VARIABLES = ['ISTIO_META_DNS_CAPTURE', 'ISTIO_META_DNS_AUTO_ALLOCATE'] as const

const ANNOTATION = 'proxy.istio.io/config'

export interface DnsClient {
  readonly namespace: string
  readonly labels: Labels
  /** What the pod's own annotation sets. */
  readonly proxyMetadata?: Labels
}

/**
 * Whether a sidecar answers DNS itself and so gives out the addresses that istiod allocates to ServiceEntries
 * without any. Source: pilot model/service.go nodeUsesAutoallocatedIPs.
 */
export function usesAllocatedAddresses(mesh: Mesh, client: DnsClient): boolean {
  const [capture, allocate] = DNS_VARIABLES
  const metadata = proxyMetadata(mesh, client)
  if (!isTrue(metadata[capture])) return false
  return mesh.features.has('auto-allocate-addresses') || isTrue(metadata[allocate])
}

/** What an annotation of a pod sets of these variables; empty where it sets none. */
export function annotatedMetadata(annotations: Labels): Labels {
  const written = annotations[ANNOTATION]
  if (written === undefined) return {}
  return ofDns(textMap(yamlMap(written)?.proxyMetadata))
}

/** Labels by which a ProxyConfig that sets these variables selects pods. */
export function dnsSelectorOf({ spec }: Manifest): Labels {
  const set = ofDns(textMap(spec.environmentVariables))
  return Object.keys(set).length === 0 ? {} : selectorOf(spec)
}

/** Mesh, root namespace, namespace, annotation, workload: the later one wins. Source: pilot model/proxy_config.go. */
function proxyMetadata(mesh: Mesh, { namespace, labels, proxyMetadata: own }: DnsClient): Labels {
  const { rootNamespace, raw } = mesh.config
  const configs = mesh.of('ProxyConfig')
  const wide = (of: string): Labels =>
    variables(
      configs.find(({ ref, spec }) => ref.namespace === of && isEmptySelector(selectorOf(spec)))
    )
  const narrow = configs.find(
    ({ ref, spec }) =>
      ref.namespace === namespace &&
      !isEmptySelector(selectorOf(spec)) &&
      selects(selectorOf(spec), labels)
  )
  return {
    ...textMap(mapOrEmpty(raw.defaultConfig).proxyMetadata),
    ...wide(rootNamespace),
    ...(namespace === rootNamespace ? {} : wide(namespace)),
    ...own,
    ...variables(narrow)
  }
}

function selectorOf(spec: Manifest['spec']): Labels {
  return textMap(mapOrEmpty(spec.selector).matchLabels)
}

function variables(manifest: Manifest | undefined): Labels {
  return textMap(manifest?.spec.environmentVariables)
}

function ofDns(all: Labels): Labels {
  const found: Record<string, string> = {}
  for (const name of DNS_VARIABLES) {
    const value = filled(all[name])
    if (value !== undefined) found[name] = value
  }
  return found
}

/** As Go reads a boolean. */
function isTrue(value: string | undefined): boolean {
  return value !== undefined && ['1', 't', 'T', 'true', 'TRUE', 'True'].includes(value)
}
