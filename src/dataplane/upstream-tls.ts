import type { Json, JsonMap } from '../manifest/manifest.ts'
import { filled, texts } from '../mesh/json.ts'
import type { Service } from '../mesh/service.ts'
import type { UpstreamTls } from './config.ts'
import type { MutualTlsMode } from './peer-authentication.ts'
import { tlsModeOf } from './traffic-policy.ts'

export const upstreamTlsReads = [
  [
    'DestinationRule',
    'spec.{trafficPolicy,subsets[].trafficPolicy}.{tls,portLevelSettings[].tls}.{mode,clientCertificate,privateKey,caCertificates,credentialName,subjectAltNames[],sni,insecureSkipVerify,caCrl}'
  ]
] as const

export interface TlsContext {
  readonly tls: JsonMap | undefined
  readonly service: Service
  /** `outbound_.80_.v1_.host`: the server name of Istio's own mutual TLS. */
  readonly sni: string
  readonly autoMtls: boolean
  /** What the service accepts as clients can tell; `null`: no mutual TLS is to be expected. */
  readonly serverMode: MutualTlsMode | null
  readonly isSidecar: boolean
  /** The rule selects workloads, so that it may name credentials. */
  readonly selecting: boolean
  /** Without `sni` the Host header is the server name. */
  readonly autoSni: boolean
  /** Without authorities of its own the system's vouch for the server. */
  readonly verifies: boolean
  /** No endpoints of its own: mutual TLS is all or nothing. */
  readonly originalDst: boolean
}

/** Source: pilot networking/core/cluster_tls.go buildUpstreamTLSSettings, buildUpstreamClusterTLSContext. */
export function upstreamTls(context: TlsContext): UpstreamTls {
  const { tls, service, sni, serverMode } = context
  const mode = tlsModeOf(tls)
  if (tls === undefined || mode === undefined) {
    const plain = service.meshExternal || !context.autoMtls || serverMode === null
    if (plain || serverMode === 'DISABLE') return { mode: 'plaintext' }
    return { mode: context.originalDst ? 'ISTIO_MUTUAL' : 'auto-mtls', sni }
  }
  switch (mode) {
    case 'ISTIO_MUTUAL': {
      const names = texts(tls.subjectAltNames)
      return {
        mode,
        sni: filled(tls.sni) ?? sni,
        ...(names.length === 0 ? {} : { settings: { subjectAltNames: names } })
      }
    }
    case 'SIMPLE':
    case 'MUTUAL': {
      // A sidecar may not read secrets for everybody: without a selector the whole block is dropped.
      const credential = filled(tls.credentialName)
      const guarded = credential !== undefined && !credential.startsWith('configmap://')
      if (guarded && context.isSidecar && !context.selecting) return { mode: 'plaintext' }
      const incomplete =
        mode === 'MUTUAL' &&
        credential === undefined &&
        (filled(tls.clientCertificate) === undefined || filled(tls.privateKey) === undefined)
      if (incomplete) return { mode: 'plaintext' }
      return {
        mode,
        ...serverName(tls),
        settings: settingsOf(tls),
        ...(context.autoSni || filled(tls.sni) !== undefined ? {} : { autoSni: false as const }),
        ...(context.verifies || hasAuthorities(tls) ? {} : { verifies: false as const })
      }
    }
    default:
      return { mode: 'plaintext' }
  }
}

function hasAuthorities(tls: JsonMap): boolean {
  return filled(tls.caCertificates) !== undefined || filled(tls.credentialName) !== undefined
}

function serverName(tls: JsonMap): { readonly sni?: string } {
  const sni = filled(tls.sni)
  return sni === undefined ? {} : { sni }
}

function settingsOf(tls: JsonMap): Readonly<Record<string, unknown>> {
  const settings: Record<string, Json> = {}
  for (const field of FIELDS) {
    const value = tls[field]
    if (value !== undefined && value !== null && value !== '' && value !== false) {
      settings[field] = value
    }
  }
  return settings
}

const FIELDS = [
  'clientCertificate',
  'privateKey',
  'caCertificates',
  'credentialName',
  'subjectAltNames',
  'insecureSkipVerify',
  'caCrl'
] as const
