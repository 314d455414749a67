import type { Assumption } from '../../finding.ts'
import type { JsonMap } from '../../manifest/manifest.ts'
import { filled, flag, isMap, list, map, number, text } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'

/** A service that CUSTOM policies ask. */
export interface ExtensionProvider {
  readonly name: string
  readonly protocol: 'http' | 'grpc'
  /** What happens when it does not answer. */
  readonly failOpen: boolean
  /** Status of a refusal that is a failure to answer. */
  readonly statusOnError: number
  /** Its configuration, canonical; equal behaviour towards it is equal text. */
  readonly settings: string
  readonly assumptions: readonly Assumption[]
}

/**
 * Providers by name; a text says why istiod cannot use one, and then denies what asks it.
 * Source: pilot security/authz/builder/extauthz.go processExtensionProvider.
 */
export function extensionProviders(mesh: Mesh): ReadonlyMap<string, ExtensionProvider | string> {
  const result = new Map<string, ExtensionProvider | string>()
  for (const entry of list(mesh.config.raw.extensionProviders)) {
    if (!isMap(entry)) continue
    const http = map(entry.envoyExtAuthzHttp)
    const grpc = map(entry.envoyExtAuthzGrpc)
    const settings = http ?? grpc
    // Providers of logs, traces and metrics have the same list.
    if (settings === undefined) continue
    const name = text(entry.name) ?? ''
    result.set(
      name,
      result.has(name)
        ? `the mesh configuration has two providers named ${name}`
        : provider(mesh, name, http === undefined ? 'grpc' : 'http', settings)
    )
  }
  return result
}

/** Of sides that are compared without the mesh configuration: a provider that a policy names is taken to be there. */
export function assumedProvider(
  { config, complete, isCompared }: Mesh,
  name: string
): ExtensionProvider | undefined {
  if (complete || !isCompared || !config.isDefault || name === '') return undefined
  return {
    name,
    protocol: 'grpc',
    failOpen: false,
    statusOnError: 403,
    settings: '',
    assumptions: [{ kind: 'provider-exists', params: { provider: name } }]
  }
}

function provider(
  mesh: Mesh,
  name: string,
  protocol: 'http' | 'grpc',
  settings: JsonMap
): ExtensionProvider | string {
  if (mesh.features.has('custom-dry-run-denies') && !/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name)) {
    return `${name} is no name for a provider: lower-case letters, digits and dashes`
  }
  const service = filled(settings.service)
  if (service === undefined) return `provider ${name} names no service`
  const port = number(settings.port) ?? 0
  if (port < 1 || port > 65535) return `provider ${name} has no port from 1 to 65535`
  const status = text(settings.statusOnError)
  if (status !== undefined && status !== '' && !/^[1-5]\d\d$/.test(status)) {
    return `provider ${name} has a statusOnError that is no HTTP status`
  }
  const prefix = filled(settings.pathPrefix)
  if (prefix !== undefined && !prefix.startsWith('/')) {
    return `the pathPrefix of provider ${name} does not begin with /`
  }
  const found = lookUp(mesh, service)
  if (typeof found === 'string') return found
  return {
    name,
    protocol,
    failOpen: flag(settings.failOpen) ?? false,
    statusOnError: status === undefined || status === '' ? 403 : Number(status),
    settings: canonical(settings),
    assumptions: found
  }
}

/** Source: pilot model/push_context.go LookupCluster. A service that git does not hold is taken to exist. */
function lookUp(mesh: Mesh, service: string): readonly Assumption[] | string {
  const parts = service.split('/')
  const [first = '', second] = parts
  const host = second ?? first
  const namespaces = new Set(mesh.registry.byHost(host.toLowerCase()).map(entry => entry.namespace))
  if (second === undefined && namespaces.size > 1) {
    return `${host} is in several namespaces: ${[...namespaces].sort().join(', ')}`
  }
  const found = second === undefined ? namespaces.size === 1 : namespaces.has(first)
  if (found) return []
  return [{ kind: 'service-exists', params: { host, namespace: '', ports: '' } }]
}

function canonical(value: JsonMap): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member
  )
}
