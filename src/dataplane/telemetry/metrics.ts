import type { Json, JsonMap } from '../../manifest/manifest.ts'
import { filled, flag, list, mapOrEmpty, text } from '../../mesh/json.ts'
import { type Providers, providerNames } from './providers.ts'
import { type Side, type Signal, signal } from './signal.ts'

/** Source: istio.io/api telemetry/v1alpha1 MetricSelector.IstioMetric. */
const METRICS = [
  'GRPC_REQUEST_MESSAGES',
  'GRPC_RESPONSE_MESSAGES',
  'REQUEST_COUNT',
  'REQUEST_DURATION',
  'REQUEST_SIZE',
  'RESPONSE_SIZE',
  'TCP_CLOSED_CONNECTIONS',
  'TCP_OPENED_CONNECTIONS',
  'TCP_RECEIVED_BYTES',
  'TCP_SENT_BYTES'
] as const

interface Override {
  disabled: boolean
  readonly tags: Map<string, string>
}

type Overrides = Map<string, Override>

interface Measured {
  interval: string | null
  readonly off: Record<Side, boolean>
  readonly overrides: Record<Side, Overrides>
}

/** Who is told of which metrics at both ends. Source: pilot model/telemetry.go mergeMetrics. */
export function metrics(
  all: readonly JsonMap[],
  providers: Providers
): Readonly<Record<Side, Signal>> {
  const merged = merge(all, providers.defaults.metrics)
  return { client: at('client', merged, providers), server: at('server', merged, providers) }
}

function merge(all: readonly JsonMap[], defaults: readonly string[]): Map<string, Measured> {
  const merged = new Map<string, Measured>()
  if (all.length === 0) for (const name of defaults) merged.set(name, measured())
  let scope: readonly string[] = defaults
  for (const block of all) {
    const own = providerNames(block)
    if (own.length > 0) scope = own
  }
  let parents: readonly string[] = defaults
  for (const block of all) {
    const own = providerNames(block)
    if (own.length > 0) parents = own
    for (const name of parents) {
      if (!scope.includes(name)) continue
      const known = merged.get(name) ?? measured()
      merged.set(name, known)
      known.interval = filled(block.reportingInterval) ?? known.interval
      for (const override of list(block.overrides)) apply(known, mapOrEmpty(override))
    }
  }
  return merged
}

function measured(): Measured {
  return {
    interval: null,
    off: { client: false, server: false },
    overrides: { client: new Map(), server: new Map() }
  }
}

function apply(known: Measured, override: JsonMap): void {
  const { metric, customMetric, mode } = mapOrEmpty(override.match)
  const custom = filled(customMetric)
  const named = text(metric)
  const every = custom === undefined && (named === undefined || named === 'ALL_METRICS')
  for (const side of sidesOf(text(mode))) {
    if (every && flag(override.disabled) === true) {
      known.off[side] = true
      continue
    }
    // A later override of any metric switches all of them on again.
    known.off[side] = false
    for (const name of every ? METRICS : [custom ?? named ?? '']) {
      const one = known.overrides[side].get(name) ?? { disabled: false, tags: new Map() }
      known.overrides[side].set(name, one)
      one.disabled = flag(override.disabled) ?? one.disabled
      for (const [tag, change] of Object.entries(mapOrEmpty(override.tagOverrides))) {
        one.tags.set(tag, tagWords(change))
      }
    }
  }
}

function sidesOf(mode: string | undefined): readonly Side[] {
  if (mode === 'CLIENT') return ['client']
  return mode === 'SERVER' ? ['server'] : ['client', 'server']
}

function tagWords(change: Json): string {
  const { operation, value } = mapOrEmpty(change)
  return text(operation) === 'REMOVE' ? 'removed' : `= ${text(value) ?? ''}`
}

/** Prometheus alone is told of metrics. Source: pilot model/telemetry.go buildHTTPTelemetryFilter. */
function at(side: Side, merged: Map<string, Measured>, providers: Providers): Signal {
  const parts: string[] = []
  for (const [name, { off, overrides, interval }] of [...merged].sort(([a], [b]) =>
    a < b ? -1 : 1
  )) {
    const provider = providers.get(name)
    if (provider === null || (provider.kind !== 'prometheus' && provider.kind !== '')) continue
    if (off[side]) continue
    const own = overrides[side]
    const disabled = [...own].filter(([, one]) => one.disabled).map(([metric]) => metric)
    if (METRICS.every(metric => disabled.includes(metric))) continue
    const details = [
      `to ${provider.name}`,
      ...(disabled.length === 0 ? [] : [`without ${disabled.sort().join(' and ')}`]),
      ...tagParts(own),
      ...(interval === null ? [] : [`every ${interval}`])
    ]
    parts.push(details.join(', '))
  }
  return signal(parts)
}

/** `tag x removed`, of all metrics alike; else by metric. */
function tagParts(own: Overrides): string[] {
  const byTag = new Map<string, string[]>()
  for (const [metric, { tags }] of own) {
    for (const [tag, change] of tags) {
      const key = `tag ${tag} ${change}`
      byTag.set(key, [...(byTag.get(key) ?? []), metric])
    }
  }
  return [...byTag]
    .map(([change, of]) => {
      const every = METRICS.every(metric => of.includes(metric))
      return every ? change : `${change} of ${of.sort().join(' and ')}`
    })
    .sort()
}
