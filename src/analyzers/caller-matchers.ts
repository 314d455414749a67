import { gatewayName } from '../dataplane/rules.ts'
import type { Dimension, Matcher } from '../decision/table.ts'
import type { JsonMap, Manifest } from '../manifest/manifest.ts'
import { filled, number, textMap, texts } from '../mesh/json.ts'

type Dimensions = Map<string, Dimension>

/** The port that was called. */
export function portMatcher(fields: JsonMap, dimensions: Dimensions): Record<string, Matcher> {
  const written = number(fields.port) ?? 0
  if (written === 0) return {}
  dimensions.set('port', { ...plain('port'), theory: 'integer', bounds: { from: 1, to: 65_535 } })
  // What is no port is called by nobody.
  const port = Number.isInteger(written) ? written : 0
  return { port: { is: 'between', from: port, to: port } }
}

/** The gateways of a match, among those that its VirtualService is bound to. */
export function gatewayMatcher(
  fields: JsonMap,
  { spec, ref }: Manifest,
  dimensions: Dimensions
): Record<string, Matcher> {
  const gateways = texts(fields.gateways)
  if (gateways.length === 0) return {}
  const bound = texts(spec.gateways).map(name => gatewayName(name, ref.namespace))
  const values = bound.length === 0 ? ['mesh'] : [...new Set(bound)]
  dimensions.set('gateway', { ...plain('gateway'), theory: 'enumeration', values })
  return { gateway: { is: 'any', of: gateways.map(value => ({ is: 'exact', value })) } }
}

/** Labels and namespace of the pods that call. */
export function sourceMatchers(fields: JsonMap, dimensions: Dimensions): Record<string, Matcher> {
  const when: Record<string, Matcher> = {}
  for (const [key, value] of Object.entries(textMap(fields.sourceLabels))) {
    when[`label:${key}`] = { is: 'exact', value }
    dimensions.set(`label:${key}`, { ...plain(`label:${key}`), optional: true })
  }
  const namespace = filled(fields.sourceNamespace)
  if (namespace !== undefined) {
    when.namespace = { is: 'exact', value: namespace }
    dimensions.set('namespace', plain('namespace'))
  }
  return when
}

function plain(name: string): Dimension {
  return { name, theory: 'string', optional: false, multiple: false }
}
