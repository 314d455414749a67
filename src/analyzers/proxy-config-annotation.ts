import { parse } from 'yaml'
import { parseDuration } from '../go/duration.ts'
import type { Json } from '../manifest/manifest.ts'
import { isMap } from '../mesh/json.ts'

type Reads = (value: Json) => string | null

/**
 * Fields of ProxyConfig by what istiod reads them as; unknown ones are ignored, those of messages are not looked into.
 * Source: istio.io/api mesh/v1alpha1/proxy.proto.
 */
const FIELDS: Readonly<Record<string, Reads>> = {
  configPath: filledText,
  binaryPath: filledText,
  serviceCluster: filledText,
  drainDuration: positiveDuration,
  discoveryAddress: address,
  discoveryRefreshDelay: duration,
  zipkinAddress: anyText,
  statsdUdpAddress: optionalAddress,
  envoyMetricsServiceAddress: optionalAddress,
  availabilityZone: anyText,
  customConfigFile: anyText,
  proxyBootstrapTemplatePath: anyText,
  terminationDrainDuration: duration,
  meshId: anyText,
  statNameLength: whole,
  concurrency: whole,
  proxyAdminPort: port,
  statusPort: port,
  proxyMetadata: map,
  runtimeValues: map,
  extraStatTags: list,
  caCertificatesPem: list,
  holdApplicationUntilProxyStarts: flag,
  statsCompression: flag,
  fileFlushInterval: duration,
  tracing: map,
  sds: map,
  envoyAccessLogService: map,
  envoyMetricsService: map,
  gatewayTopology: map,
  proxyStatsMatcher: map,
  readinessProbe: map,
  privateKeyProvider: map,
  proxyHeaders: map,
  image: map
}

/** What is wrong with the YAML of `proxy.istio.io/config`, as a clause; `null` where nothing is, as far as is known. */
export function proxyConfigProblem(written: string): string | null {
  let value: Json | undefined
  try {
    value = parse(written) as Json // parsed YAML is JSON
  } catch {
    return 'it has to be YAML'
  }
  if (value === null || value === undefined) return null
  if (!isMap(value)) return 'it has to be a map with fields of ProxyConfig'
  for (const [key, inner] of Object.entries(value)) {
    const name = key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
    if (inner === null || !Object.hasOwn(FIELDS, name)) continue
    const problem = FIELDS[name]?.(inner) ?? null
    if (problem !== null) return `its ${key} has to be ${problem}`
  }
  return null
}

function anyText(value: Json): string | null {
  return typeof value === 'string' ? null : 'text'
}

function filledText(value: Json): string | null {
  return typeof value === 'string' && value !== '' ? null : 'text that is not empty'
}

function duration(value: Json): string | null {
  return typeof value === 'string' && parseDuration(value) !== null ? null : 'a duration such as 5s'
}

/** Source: istio pkg/config/validation/agent ValidateDrainDuration. */
function positiveDuration(value: Json): string | null {
  const read = typeof value === 'string' ? parseDuration(value) : null
  return read !== null && read >= 1_000_000_000n && read % 1_000_000_000n === 0n
    ? null
    : 'a duration of whole seconds such as 45s'
}

/** Source: istio pkg/config/validation/agent ValidateProxyAddress. */
function address(value: Json): string | null {
  const found = typeof value === 'string' ? /^.+:(\d+)$/.exec(value)?.[1] : undefined
  return found !== undefined && isPort(Number(found)) ? null : 'an address with its port'
}

function optionalAddress(value: Json): string | null {
  return value === '' ? null : address(value)
}

function whole(value: Json): string | null {
  return Number.isInteger(Number(value)) && isScalar(value) ? null : 'a whole number'
}

function port(value: Json): string | null {
  return isScalar(value) && isPort(Number(value)) ? null : 'a port number from 1 to 65535'
}

function isScalar(value: Json): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')
}

function isPort(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 65_535
}

function flag(value: Json): string | null {
  return typeof value === 'boolean' ? null : 'true or false'
}

function map(value: Json): string | null {
  return isMap(value) ? null : 'a map'
}

function list(value: Json): string | null {
  return Array.isArray(value) ? null : 'a list'
}
