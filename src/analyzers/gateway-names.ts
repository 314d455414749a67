import { gatewayName } from '../dataplane/rules.ts'
import type { FieldPath } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { list, map, texts } from '../mesh/json.ts'

/** One name in a list of gateways of a VirtualService. */
export interface GatewayName {
  readonly path: FieldPath
  readonly written: string
  /** `null` is the reserved name `mesh`: all sidecars. */
  readonly gateway: { readonly namespace: string; readonly name: string } | null
}

/** Every gateway that a VirtualService names, at the top and in matches. */
export function gatewayNamesOf({ spec, ref }: Manifest): GatewayName[] {
  const found: GatewayName[] = []
  const add = (names: readonly string[], path: FieldPath): void => {
    for (const [i, written] of names.entries()) {
      found.push({ path: [...path, i], written, gateway: resolved(written, ref.namespace) })
    }
  }
  add(texts(spec.gateways), ['spec', 'gateways'])
  for (const protocol of ['http', 'tls', 'tcp'] as const) {
    for (const [i, rule] of list(spec[protocol]).entries()) {
      for (const [j, match] of list(map(rule)?.match).entries()) {
        add(texts(map(match)?.gateways), ['spec', protocol, i, 'match', j, 'gateways'])
      }
    }
  }
  return found
}

function resolved(written: string, own: string): GatewayName['gateway'] {
  const full = gatewayName(written, own)
  const slash = full.indexOf('/')
  return slash < 0 ? null : { namespace: full.slice(0, slash), name: full.slice(slash + 1) }
}
