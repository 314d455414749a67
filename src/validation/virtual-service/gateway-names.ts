import type { Field } from '../field.ts'
import { lostWarning, refusal, warning } from '../problem.ts'
import { fqdnFault } from '../values/host.ts'
import { isLabel } from '../values/label.ts'

const LEGACY =
  '{field} names a Gateway as {value}, the old form of a host name. Write namespace/name: {better}.'

const legacyName = warning('deprecated-gateway-name', LEGACY)
const lostLegacyName = lostWarning('deprecated-gateway-name', LEGACY)

const emptyHalf = refusal(
  'missing-gateway-part',
  '{field} names a Gateway as {value}, of which one side of the slash is empty. Write namespace/name.'
)

const invalidNamespace = refusal(
  'invalid-gateway-namespace',
  '{field} names a Gateway as {value}, but {namespace} is no name of a namespace.'
)

const invalidName = refusal(
  'invalid-gateway-name',
  '{field} names a Gateway as {value}, but {name} is no name that a Gateway may have.'
)

export interface GatewayNameOptions {
  readonly isGenerated?: boolean
  /** Istio drops its own warnings about these. */
  readonly losesWarnings?: boolean
}

/** Istio looks no further after the first name without a slash (validateGatewayNames). */
export function checkGatewayNames(
  names: readonly string[],
  field: Field,
  { isGenerated = false, losesWarnings = false }: GatewayNameOptions = {}
): void {
  for (const [index, written] of names.entries()) {
    const place = field.at(index)
    const slash = written.indexOf('/')
    if (slash < 0) {
      if (written.includes('.')) {
        const [name, namespace] = written.split('.')
        place.report(losesWarnings ? lostLegacyName : legacyName, {
          better: `${namespace}/${name}`
        })
      }
      place.check(fqdnFault(written))
      return
    }
    const namespace = written.slice(0, slash)
    const name = written.slice(slash + 1)
    if (namespace === '' || name === '') place.report(emptyHalf)
    if (!isLabel(namespace)) place.report(invalidNamespace, { namespace })
    if (!isLabel(name) && !isGenerated) place.report(invalidName, { name })
  }
}
