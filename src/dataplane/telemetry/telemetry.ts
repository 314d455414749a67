import type { Manifest } from '../../manifest/manifest.ts'
import { list, mapOrEmpty } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { agedOf, byAge, createdAt } from '../../mesh/order.ts'
import { attaches, type PolicyTarget, policySelector } from '../../mesh/policy-attachment.ts'
import { accessLogs } from './access-logs.ts'
import { metrics } from './metrics.ts'
import { providersOf } from './providers.ts'
import type { Blocks, Side, Signal } from './signal.ts'
import { traces } from './traces.ts'

/** Kinds of providers that receive telemetry; what is set of one matters where it is used. */
const REPORTERS =
  '{zipkin,opentelemetry,datadog,lightstep,skywalking,stackdriver,opencensus,prometheus,envoyFileAccessLog,envoyHttpAls,envoyTcpAls,envoyOtelAls}'

export const telemetryReads = [
  ['Telemetry', 'spec.selector.matchLabels.*'],
  ['Telemetry', 'spec.{targetRef,targetRefs[]}.{group,kind,name,namespace}'],
  ['Telemetry', 'spec.accessLogging[].{providers[].name,disabled,match.mode,filter.expression}'],
  ['Telemetry', 'spec.tracing[].providers[].name'],
  ['Telemetry', 'spec.tracing[].match.mode'],
  [
    'Telemetry',
    'spec.tracing[].{randomSamplingPercentage,disableSpanReporting,useRequestIdForTraceSampling,enableIstioTags,disableContextPropagation}'
  ],
  ['Telemetry', 'spec.tracing[].customTags.**'],
  ['Telemetry', 'spec.metrics[].{providers[].name,reportingInterval}'],
  ['Telemetry', 'spec.metrics[].overrides[].{disabled,match.metric,match.customMetric,match.mode}'],
  ['Telemetry', 'spec.metrics[].overrides[].tagOverrides.**'],
  ...['ConfigMap data.mesh', 'IstioOperator spec.meshConfig'].flatMap(where => {
    const [kind = '', root = ''] = where.split(' ')
    const legacy = `${root}.{accessLogFile,accessLogEncoding,accessLogFormat,enableEnvoyAccessLogService,enableTracing}`
    return [
      [kind, legacy],
      [kind, `${root}.defaultProviders.{accessLogging,tracing,metrics}[]`],
      [kind, `${root}.extensionProviders[].${REPORTERS}.**`]
    ] as const
  })
] as const

/** What the proxies of some pods report. */
export interface TelemetryState {
  readonly logs: Readonly<Record<Side, Signal>>
  readonly traces: Readonly<Record<Side, Signal>>
  readonly metrics: Readonly<Record<Side, Signal>>
  /** Telemetries that apply, later ones over earlier ones. */
  readonly sources: readonly Manifest[]
  /** Rests on a mesh configuration that git does not hold, or on ages that it does not. */
  readonly assumed: boolean
}

export type TelemetryIndex = (target: PolicyTarget) => TelemetryState

/**
 * Telemetry of pods: the oldest without selector of the root namespace, then of the own one, then all that
 * select the pods. Source: pilot model/telemetry.go applicableTelemetries.
 */
export function telemetryIndex(mesh: Mesh): TelemetryIndex {
  const older = byAge(mesh.features)
  const byNamespace = new Map<string, Manifest[]>()
  for (const manifest of mesh.of('Telemetry')) {
    const { namespace } = manifest.ref
    const known = byNamespace.get(namespace)
    if (known === undefined) byNamespace.set(namespace, [manifest])
    else known.push(manifest)
  }
  for (const all of byNamespace.values()) all.sort((a, b) => older(agedOf(a), agedOf(b)))
  const wide = (namespace: string): readonly Manifest[] => {
    return (byNamespace.get(namespace) ?? []).filter(one => !isNarrow(one))
  }
  const providers = providersOf(mesh)
  const states = new Map<string, TelemetryState>()
  return target => {
    const root = mesh.config.rootNamespace
    const levels = [wide(root), target.namespace === root ? [] : wide(target.namespace)]
    const narrow = (byNamespace.get(target.namespace) ?? []).filter(
      one => isNarrow(one) && attaches(mesh, one, target)
    )
    const sources = [...levels.flatMap(([oldest]) => oldest ?? []), ...narrow]
    const key = sources.map(({ ref }) => `${ref.namespace}/${ref.name}`).join()
    let state = states.get(key)
    if (state === undefined) {
      const rivals = [...levels, narrow].some(all => all.length > 1 && all.some(isAgeless))
      state = {
        logs: accessLogs(blocks(sources, 'accessLogging'), mesh, providers),
        traces: traces(blocks(sources, 'tracing').flat(), mesh, providers),
        metrics: metrics(blocks(sources, 'metrics').flat(), providers),
        sources,
        assumed: rivals || (providers.assumed && sources.length > 0)
      }
      states.set(key, state)
    }
    return state
  }
}

function isNarrow(manifest: Manifest): boolean {
  const { targetRef, targetRefs } = manifest.spec
  return policySelector(manifest) !== null || targetRef !== undefined || list(targetRefs).length > 0
}

function isAgeless(manifest: Manifest): boolean {
  return createdAt(manifest) === null
}

function blocks(sources: readonly Manifest[], field: string): Blocks {
  return sources
    .map(({ spec }) => list(spec[field]).map(mapOrEmpty))
    .filter(found => found.length > 0)
}
