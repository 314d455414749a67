import type { FieldPath } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { isWildcard, qualify } from '../mesh/host.ts'
import { texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { type Visibility, visibility } from '../mesh/visibility.ts'
import { put } from './pods.ts'

/** One host of one VirtualService that sidecars read. */
export interface HostClaim {
  readonly manifest: Manifest
  readonly path: FieldPath
  /** Full and in lower case. */
  readonly host: string
  readonly exportTo: Visibility
}

/** Rivals that are listed of one claim; more are not looked for, so that many on one host cost no more than few. */
const LISTED = 6

/** Hosts of VirtualServices that sidecars read; a host that one of them names twice is one claim. */
export function hostClaims(mesh: Mesh): HostClaim[] {
  const claims: HostClaim[] = []
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

interface Group {
  readonly all: HostClaim[]
  readonly shared: HostClaim[]
  readonly own: Map<string, HostClaim[]>
  /** Claims of other hosts under this one, where it is a wildcard; no more than are listed. */
  readonly under: { readonly shared: HostClaim[]; readonly own: HostClaim[] }
}

/**
 * Claims of other VirtualServices that some namespace sees beside a claim, at most six. Claims of one host collide
 * where a namespace sees both. Of a wildcard and a host under it the more specific wins where both are public; a
 * private one is put before all public ones, so that there they do collide.
 * Source: istio analyzers/virtualservice/conflictingmeshgatewayhosts.go.
 */
export function rivalClaims(claims: readonly HostClaim[]): (claim: HostClaim) => HostClaim[] {
  const groups = new Map<string, Group>()
  for (const claim of claims) {
    const group = groups.get(claim.host) ?? emptyGroup()
    groups.set(claim.host, group)
    group.all.push(claim)
    if (claim.exportTo === 'public') group.shared.push(claim)
    else for (const namespace of claim.exportTo) put(group.own, namespace, claim)
  }
  const wildcards: Wildcards = {
    groups,
    lengths: new Set([...groups.keys()].filter(isWildcard).map(host => host.length))
  }
  for (const [host, { all, shared }] of groups) {
    for (const wide of wildcardsOver(host, wildcards)) {
      fill(wide.under.shared, shared)
      fill(
        wide.under.own,
        all.filter(({ exportTo }) => exportTo !== 'public')
      )
    }
  }
  return claim => {
    const found = new Set<HostClaim>()
    const isPublic = claim.exportTo === 'public'
    for (const list of candidates(claim, wildcards, isPublic)) {
      for (const other of list) {
        if (other.manifest !== claim.manifest) found.add(other)
        if (found.size >= LISTED) return [...found]
      }
    }
    return [...found]
  }
}

function* candidates(
  { host, exportTo }: HostClaim,
  wildcards: Wildcards,
  isPublic: boolean
): Generator<readonly HostClaim[]> {
  const group = wildcards.groups.get(host)
  if (group === undefined) return
  yield isPublic ? group.all : group.shared
  if (exportTo !== 'public' && exportTo !== 'none') {
    for (const namespace of exportTo) yield group.own.get(namespace) ?? []
  }
  yield isPublic ? group.under.own : group.under.shared
  for (const wide of wildcardsOver(host, wildcards)) {
    if (isPublic) yield* wide.own.values()
    else yield wide.shared
  }
}

function emptyGroup(): Group {
  return { all: [], shared: [], own: new Map(), under: { shared: [], own: [] } }
}

/** Groups of all hosts, and the lengths that wildcards among them have. */
interface Wildcards {
  readonly groups: ReadonlyMap<string, Group>
  readonly lengths: ReadonlySet<number>
}

/** Wildcards, other than itself, that take the host; the longest first. */
function* wildcardsOver(host: string, { groups, lengths }: Wildcards): Generator<Group> {
  if (lengths.size === 0) return
  const start = isWildcard(host) ? 2 : 0
  for (let at = start; at <= host.length; at++) {
    if (!lengths.has(host.length - at + 1)) continue
    const group = groups.get(`*${host.slice(at)}`)
    if (group !== undefined) yield group
  }
}

function fill(list: HostClaim[], from: readonly HostClaim[]): void {
  for (const claim of from) {
    // One more than are listed: one of them may be the asking object's own.
    if (list.length > LISTED) return
    list.push(claim)
  }
}
