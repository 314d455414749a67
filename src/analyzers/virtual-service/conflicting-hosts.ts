import { describeRef } from '../../finding.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { type HostClaim, hostClaims, rivalClaims } from '../host-claims.ts'

/** Others that a message names. */
const NAMED = 5

export const conflictingHosts = defineAnalyzer({
  id: 'virtual-service/conflicting-hosts',
  severity: 'error',
  summary: 'Several VirtualServices claim one host for the sidecars of the mesh.',
  why: 'For sidecars Istio never merges VirtualServices: the one that was created first takes the host whole, the others are dead for it, in every namespace that sees both. Which one that is does not stand in git, and deleting and applying it again changes it.',
  fix: 'Keep all routes of a host in one VirtualService (delegates can share it out), or narrow `exportTo` so that no namespace sees two.',
  message:
    '{hosts} claimed for sidecars by {others} as well; only the oldest of them takes effect.',
  sources: ['IST0109', 'KIA1106'],
  check({ mesh, report }) {
    const claims = hostClaims(mesh)
    const rivalsOf = rivalClaims(claims)
    const contested = new Map<Manifest, { claims: HostClaim[]; rivals: Set<HostClaim> }>()
    for (const claim of claims) {
      const rivals = rivalsOf(claim)
      if (rivals.length === 0) continue
      const one = contested.get(claim.manifest) ?? { claims: [], rivals: new Set() }
      contested.set(claim.manifest, one)
      one.claims.push(claim)
      for (const rival of rivals) one.rivals.add(rival)
    }
    for (const [manifest, one] of contested) {
      const [first] = one.claims
      if (first === undefined) continue
      const hosts = one.claims.map(({ host }) => `"${host}"`).sort()
      report(
        manifest,
        first.path,
        {
          hosts: hosts.length === 1 ? `Host ${hosts[0]} is` : `Hosts ${hosts.join(', ')} are`,
          others: named(one.rivals)
        },
        {
          related: [...one.rivals].slice(0, NAMED).map(rival => ({
            at: { manifest: rival.manifest, path: rival.path },
            note: `${describeRef(rival.manifest.ref)} claims it here`
          }))
        }
      )
    }
  }
})

function named(rivals: ReadonlySet<HostClaim>): string {
  const names = [...new Set([...rivals].map(({ manifest }) => describeRef(manifest.ref)))].sort()
  return names.length > NAMED ? `${names.slice(0, NAMED).join(', ')} and more` : names.join(', ')
}
