import type { Place } from '../finding.ts'
import type { Json, JsonMap, Manifest } from '../manifest/manifest.ts'
import { qualify } from '../mesh/host.ts'
import { isMap, list, map, mapOrEmpty, text, texts } from '../mesh/json.ts'

export interface HttpRule {
  /** Everything but `match`, hosts of destinations with full names. */
  readonly fields: JsonMap
  /** `null`: no match, every request. */
  readonly matches: readonly Match[] | null
  readonly at: Place
  /** The root rule of a delegate. */
  readonly root?: Place
}

export interface L4Rule {
  readonly fields: JsonMap
  readonly matches: readonly Match[] | null
  readonly at: Place
}

export interface Match {
  /** Gateways with full names. */
  readonly fields: JsonMap
  readonly at: Place
  readonly root?: Place
}

/** Rules of one manifest as they stand, without its delegates. */
export function httpRules(manifest: Manifest, domain: string): HttpRule[] {
  const namespace = manifest.ref.namespace
  return list(manifest.spec.http).map((rule, index) => {
    const path = ['spec', 'http', index]
    const fields = mapOrEmpty(rule)
    return {
      fields: withFullNames(fields, namespace, domain),
      matches: matchesOf(fields.match, manifest, path),
      at: { manifest, path }
    }
  })
}

/** TCP or TLS rules of one manifest. */
export function l4Rules(manifest: Manifest, section: 'tcp' | 'tls', domain: string): L4Rule[] {
  return list(manifest.spec[section]).map((rule, index) => {
    const path = ['spec', section, index]
    const fields = mapOrEmpty(rule)
    return {
      fields: withFullNames(fields, manifest.ref.namespace, domain),
      matches: matchesOf(fields.match, manifest, path),
      at: { manifest, path }
    }
  })
}

function matchesOf(
  value: Json | undefined,
  manifest: Manifest,
  rule: readonly (string | number)[]
): Match[] | null {
  const entries = list(value)
  if (entries.length === 0) return null
  return entries.map((entry, index) => {
    const fields = mapOrEmpty(entry)
    const gateways = texts(fields.gateways)
    return {
      fields:
        gateways.length === 0
          ? fields
          : {
              ...fields,
              gateways: gateways.map(name => gatewayName(name, manifest.ref.namespace))
            },
      at: { manifest, path: [...rule, 'match', index] }
    }
  })
}

function withFullNames(fields: JsonMap, namespace: string, domain: string): JsonMap {
  const destination = (value: Json | undefined): Json | undefined => {
    const target = map(value)
    const host = text(target?.host)
    if (target === undefined || host === undefined) return value
    const full = qualify(host, namespace, domain)
    return full === host ? target : { ...target, host: full }
  }
  const inner = (value: Json): Json => {
    if (!isMap(value) || value.destination === undefined) return value
    const changed = destination(value.destination)
    return changed === value.destination || changed === undefined
      ? value
      : { ...value, destination: changed }
  }
  const result: Record<string, Json> = { ...fields }
  if (fields.route !== undefined) result.route = list(fields.route).map(inner)
  if (fields.mirrors !== undefined) result.mirrors = list(fields.mirrors).map(inner)
  const mirror = destination(fields.mirror)
  if (mirror !== undefined) result.mirror = mirror
  return result
}

/**
 * `mesh`, `namespace/name`, `./name`, `name` of the own namespace, or the old dotted form.
 * Source: pilot model/config.go resolveGatewayName.
 */
export function gatewayName(name: string, namespace: string): string {
  if (name === 'mesh') return name
  if (name.includes('/')) {
    const [owner, rest] = [name.slice(0, name.indexOf('/')), name.slice(name.indexOf('/') + 1)]
    return owner === '.' ? `${namespace}/${rest}` : name
  }
  if (!name.includes('.')) return `${namespace}/${name}`
  const [first, second] = name.split('.')
  return `${second}/${first}`
}
