import type { Json, JsonMap } from '../../manifest/manifest.ts'
import { flag, map, mapOrEmpty, number, text } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { MESH_DEFAULT, type Providers, providerNames } from './providers.ts'
import { type Side, type Signal, signal } from './signal.ts'

interface Spans {
  provider: string | null
  disabled: boolean
  sampling: number | null
  tags: Json
  byRequestId: boolean
  istioTags: boolean
  noContext: boolean
}

/**
 * Who receives spans of both ends, and of which share of requests; later blocks over earlier ones.
 * Source: pilot model/telemetry.go Tracing; networking/core/tracing.go.
 */
export function traces(
  all: readonly JsonMap[],
  { config }: Mesh,
  providers: Providers
): Readonly<Record<Side, Signal>> {
  const [first] = providers.defaults.traces
  if (all.length === 0 && first === undefined) {
    const tracing = mapOrEmpty(config.raw.defaultConfig).tracing ?? null
    const on = flag(config.raw.enableTracing) === true
    const legacy = signal(on ? ['as the mesh configuration says'] : [], on ? tracing : null)
    return { client: legacy, server: legacy }
  }
  const ends = { client: spansTo(first), server: spansTo(first) }
  for (const block of all) {
    for (const side of sidesOf(block)) apply(ends[side], block)
  }
  return { client: told(ends.client, providers), server: told(ends.server, providers) }
}

function spansTo(provider: string | undefined): Spans {
  return {
    provider: provider ?? null,
    disabled: false,
    sampling: null,
    tags: null,
    byRequestId: true,
    istioTags: true,
    noContext: false
  }
}

function sidesOf(block: JsonMap): readonly Side[] {
  const mode = text(mapOrEmpty(block.match).mode)
  if (mode === 'CLIENT') return ['client']
  return mode === 'SERVER' ? ['server'] : ['client', 'server']
}

function apply(spans: Spans, block: JsonMap): void {
  const [provider] = providerNames(block)
  if (provider !== undefined) spans.provider = provider
  spans.disabled = flag(block.disableSpanReporting) ?? spans.disabled
  spans.tags = map(block.customTags) ?? spans.tags
  spans.sampling = number(block.randomSamplingPercentage) ?? spans.sampling
  spans.byRequestId = flag(block.useRequestIdForTraceSampling) ?? spans.byRequestId
  spans.istioTags = flag(block.enableIstioTags) ?? spans.istioTags
  spans.noContext = flag(block.disableContextPropagation) ?? spans.noContext
}

function told({ provider: name, disabled, ...settings }: Spans, providers: Providers): Signal {
  const provider = name === null ? null : providers.get(name)
  if (provider === null || disabled) return signal([])
  const { sampling, tags, byRequestId, istioTags, noContext } = settings
  const to =
    provider.name === MESH_DEFAULT ? 'as the mesh configuration says' : `to ${provider.name}`
  const details = [
    ...(sampling === null ? [] : [`${sampling} % of requests`]),
    ...(tags === null ? [] : [`tags ${Object.keys(mapOrEmpty(tags)).sort().join(' and ')}`]),
    ...(istioTags ? [] : ["without Istio's tags"]),
    ...(byRequestId ? [] : ['sampled without the request id']),
    ...(noContext ? ['without passing the context on'] : [])
  ]
  return signal([[to, ...details].join(', ')], [provider.settings, settings])
}
