import type { JsonMap } from '../../manifest/manifest.ts'
import { list, mapOrEmpty, text, texts } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'

/** Who receives telemetry, as the mesh configuration says. */
export interface Providers {
  readonly defaults: {
    readonly logs: readonly string[]
    readonly traces: readonly string[]
    readonly metrics: readonly string[]
  }
  /** `null`: there is none of that name. */
  get(name: string): Provider | null
  /** Git does not hold the mesh configuration: providers that are named are taken to exist. */
  readonly assumed: boolean
}

export interface Provider {
  readonly name: string
  /** `envoyFileAccessLog`, `zipkin`, …; empty: git does not say. */
  readonly kind: string
  readonly settings: unknown
}

/** Stands for what a mesh configuration that git does not hold names. */
export const MESH_DEFAULT = "the mesh's default"

/** Source: istio pkg/config/mesh/mesh.go DefaultMeshConfig. */
const BUILT_IN: readonly Provider[] = [
  { name: 'prometheus', kind: 'prometheus', settings: {} },
  { name: 'stackdriver', kind: 'stackdriver', settings: {} },
  { name: 'envoy', kind: 'envoyFileAccessLog', settings: { path: '/dev/stdout' } }
]

/**
 * Those that the mesh configuration adds replace built-in ones of their name. Istio's chart makes prometheus
 * the default of metrics where nothing else is said; a ConfigMap is what the chart has made.
 */
export function providersOf({ config }: Mesh): Providers {
  const all = new Map(BUILT_IN.map(one => [one.name.toLowerCase(), one]))
  for (const entry of list(config.raw.extensionProviders)) {
    const { name, ...rest } = mapOrEmpty(entry)
    const provider = providerOf(text(name) ?? '', rest)
    all.set(provider.name.toLowerCase(), provider)
  }
  const given = config.raw.defaultProviders
  const { accessLogging, tracing, metrics } = mapOrEmpty(given)
  const charted = given === undefined && config.at?.manifest.ref.kind !== 'ConfigMap'
  const assumed = config.isDefault
  return {
    defaults: {
      logs: assumed ? [MESH_DEFAULT] : texts(accessLogging),
      traces: assumed ? [MESH_DEFAULT] : texts(tracing),
      metrics: charted ? ['prometheus'] : texts(metrics)
    },
    get(name) {
      const found = all.get(name.toLowerCase())
      return found ?? (assumed ? { name, kind: '', settings: null } : null)
    },
    assumed
  }
}

function providerOf(name: string, rest: JsonMap): Provider {
  const [kind = ''] = Object.keys(rest)
  return { name, kind, settings: rest[kind] ?? null }
}

export function providerNames(block: JsonMap): string[] {
  return list(block.providers).flatMap(one => text(mapOrEmpty(one).name) ?? [])
}
