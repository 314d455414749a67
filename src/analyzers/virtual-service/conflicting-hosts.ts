import { describeRef, type FieldPath } from '../../finding.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { overlaps, qualify } from '../../mesh/host.ts'
import { texts } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { type Visibility, visibility } from '../../mesh/visibility.ts'
import { defineAnalyzer } from '../analyzer.ts'

export const conflictingHosts = defineAnalyzer({
  id: 'virtual-service/conflicting-hosts',
  severity: 'error',
  summary: 'Several VirtualServices claim one host for the sidecars of the mesh.',
  why: 'For sidecars Istio never merges VirtualServices: the one that was created first takes the host whole, the others are dead for it, in every namespace that sees both. Which one that is does not stand in git, and deleting and applying it again changes it.',
  fix: 'Keep all routes of a host in one VirtualService (delegates can share it out), or narrow `exportTo` so that no namespace sees two.',
  message:
    'Host "{host}" is claimed for sidecars by {others} as well; only the oldest of them takes effect.',
  sources: ['IST0109', 'KIA1106'],
  check({ mesh, report }) {
    const claims = claimsOf(mesh)
    const byHost = new Map<string, Claim[]>()
    for (const claim of claims) {
      byHost.set(claim.host, [...(byHost.get(claim.host) ?? []), claim])
    }
    const wildcards = claims.filter(claim => claim.host.startsWith('*'))
    for (const claim of claims) {
      const rivals = (byHost.get(claim.host) ?? []).filter(other => conflicts(claim, other))
      for (const other of claim.host.startsWith('*') ? claims : wildcards) {
        if (other.host !== claim.host && overlapAcross(claim, other)) rivals.push(other)
      }
      if (rivals.length === 0) continue
      const others = [...new Set(rivals.map(rival => describeRef(rival.manifest.ref)))].sort()
      report(
        claim.manifest,
        claim.path,
        { host: claim.host, others: others.join(', ') },
        {
          related: rivals.map(rival => ({
            at: { manifest: rival.manifest, path: rival.path },
            note: `${describeRef(rival.manifest.ref)} claims it here`
          }))
        }
      )
    }
  }
})

interface Claim {
  readonly manifest: Manifest
  readonly path: FieldPath
  readonly host: string
  readonly exportTo: Visibility
}

/** Hosts of VirtualServices that sidecars read; a host that one of them names twice is one claim. */
function claimsOf(mesh: Mesh): Claim[] {
  const claims: Claim[] = []
  for (const manifest of mesh.of('VirtualService')) {
    const { spec, ref } = manifest
    const gateways = texts(spec.gateways)
    if (gateways.length > 0 && !gateways.includes('mesh')) continue
    const exportTo = visibility(
      texts(spec.exportTo),
      ref.namespace,
      mesh.config.defaultVirtualServiceExportTo
    )
    if (exportTo === 'none') continue
    const seen = new Set<string>()
    for (const [i, written] of texts(spec.hosts).entries()) {
      const host = qualify(written, ref.namespace, mesh.config.clusterDomain).toLowerCase()
      if (seen.has(host)) continue
      seen.add(host)
      claims.push({ manifest, path: ['spec', 'hosts', i], host, exportTo })
    }
  }
  return claims
}

function conflicts(claim: Claim, other: Claim): boolean {
  return other.manifest !== claim.manifest && sharesNamespace(claim.exportTo, other.exportTo)
}

/**
 * Where both are public the more specific host wins and nothing is lost. A private one is put before all
 * public ones, so that there a wildcard and a host under it do collide.
 * Source: analyzers/virtualservice/conflictingmeshgatewayhosts.go.
 */
function overlapAcross(claim: Claim, other: Claim): boolean {
  const onePublic = claim.exportTo === 'public' || other.exportTo === 'public'
  const bothPublic = claim.exportTo === 'public' && other.exportTo === 'public'
  return onePublic && !bothPublic && conflicts(claim, other) && overlaps(claim.host, other.host)
}

function sharesNamespace(a: Visibility, b: Visibility): boolean {
  if (a === 'none' || b === 'none') return false
  if (a === 'public' || b === 'public') return true
  for (const namespace of a) if (b.has(namespace)) return true
  return false
}
