import type { FieldPath } from '../finding.ts'
import type { Json, Manifest } from '../manifest/manifest.ts'
import { isMap, list, text } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { WORKLOAD_KINDS } from '../mesh/workload.ts'
import { EXTENSION_KINDS } from './extension/kinds.ts'
import type { ManifestChange } from './manifest-change.ts'

/** Why nothing on either side depends on a field that no step compares; null where something may. */
export type Unheeded = (change: ManifestChange, path: FieldPath) => string | null

/**
 * Fields that are of consequence only through other objects: a Secret through what names it, a service account through
 * policies and certificates that name accounts. Both sides are looked through once, and only where such a field changed.
 */
export function unheededIn(base: Mesh, head: Mesh): Unheeded {
  let said: { readonly base: string; readonly head: string } | undefined
  let accounts: boolean | undefined
  const certificate = ({ base: before, head: after }: ManifestChange): string | null => {
    const manifest = after ?? before
    if (manifest === null || isControlPlanes(manifest)) return null
    said ??= { base: wordsOf(base), head: wordsOf(head) }
    // A credential is named without the ending of its CA part.
    const name = manifest.ref.name.replace(/-cacert$/, '')
    const isNamed = (side: string): boolean => side.includes(name)
    // What comes with the object that names it is told of that object.
    if (before === null) return isNamed(said.base) ? null : 'nothing named it before'
    if (after === null) return isNamed(said.head) ? null : 'nothing names it any more'
    return isNamed(said.base) || isNamed(said.head) ? null : 'nothing names it'
  }
  return (change, path) => {
    const manifest = change.head ?? change.base
    if (manifest === null) return null
    const { group, kind } = manifest.ref
    if (group === '' && kind === 'Secret') return certificate(change)
    if (group === '' && kind === 'ConfigMap') return ofConfigMap(manifest, path)
    const field = path.at(-1)
    const isAccount = field === 'serviceAccountName' || field === 'serviceAccount'
    // A WorkloadEntry says what its machine is believed to present, which git does not decide.
    if (!isAccount || kind === 'WorkloadEntry' || !WORKLOAD_KINDS.includes(kind)) return null
    accounts ??= [base, head].some(namesAccounts)
    return accounts ? null : 'no policy and no certificate names accounts'
  }
}

/** Of the ConfigMap `istio` istiod reads two keys. Source: istio pkg/config/mesh/kubemesh/watcher.go. */
function ofConfigMap({ ref }: Manifest, [first, key]: FieldPath): string | null {
  if (ref.name !== 'istio' || (first !== 'data' && first !== 'binaryData')) return null
  return first === 'data' && (key === 'mesh' || key === 'meshNetworks')
    ? null
    : 'a key that istiod does not read'
}

/** Secrets that istiod itself reads: its keys, and access to other clusters. Source: istio security/pkg/pki/ca/ca.go. */
function isControlPlanes({ ref, labels }: Manifest): boolean {
  return CONTROL_PLANE.has(ref.name) || labels['istio/multiCluster'] !== undefined
}

const CONTROL_PLANE: ReadonlySet<string> = new Set([
  'cacerts',
  'istio-ca-secret',
  'istio-kubeconfig'
])

/** Everything the objects of a side say, names in texts of YAML and JSON included; Secrets say nothing of others. */
function wordsOf({ manifests }: Mesh): string {
  const others = manifests.filter(({ ref }) => ref.kind !== 'Secret')
  return others.map(({ object }) => JSON.stringify(object)).join('\n')
}

/** Something may tell pods apart by their service accounts: a policy, an accepted certificate, code of somebody's own. */
function namesAccounts(mesh: Mesh): boolean {
  if (EXTENSION_KINDS.some(kind => mesh.of(kind).length > 0)) return true
  if (mesh.of('AuthorizationPolicy').some(seesAccounts)) return true
  return ['DestinationRule', 'ServiceEntry'].some(kind =>
    mesh.of(kind).some(({ spec }) => holdsKey(spec, 'subjectAltNames'))
  )
}

function seesAccounts({ spec }: Manifest): boolean {
  // The provider is told who calls, and what it makes of that is its own.
  if (text(spec.action) === 'CUSTOM') return true
  const conditions = list(spec.rules)
    .filter(isMap)
    .flatMap(rule => list(rule.when))
    .filter(isMap)
  return (
    ACCOUNT_FIELDS.some(field => holdsKey(spec.rules ?? null, field)) ||
    conditions.some(({ key }) => text(key)?.startsWith('source.') === true)
  )
}

const ACCOUNT_FIELDS = ['principals', 'notPrincipals', 'serviceAccounts', 'notServiceAccounts']

function holdsKey(value: Json, key: string): boolean {
  if (Array.isArray(value)) return value.some(item => holdsKey(item, key))
  if (!isMap(value)) return false
  return Object.hasOwn(value, key) || Object.values(value).some(item => holdsKey(item, key))
}
