import { securityOf } from '../dataplane/security/inbound.ts'
import type { FieldPath, Place } from '../finding.ts'
import { refKey } from '../mesh/order.ts'
import { changesByRef } from './changes-by-ref.ts'
import type { Cause } from './effect.ts'
import { fieldChanges } from './field-diff.ts'
import type { ManifestChange } from './manifest-change.ts'
import type { SecurityContext } from './security-context.ts'
import type { ServerClass } from './servers.ts'

/** What a change is about: who is let in, or over which transport. */
export type CauseTopic = 'policy' | 'transport'

/** Changed objects that bear on what a server lets in, as their changed lines. */
export function accessCauses(
  server: ServerClass,
  topic: CauseTopic,
  context: SecurityContext
): Cause<Place>[] {
  const bearing = context.changes.filter(one => !one.equal && bears(one, server, context))
  const close = bearing.filter(one => topicOf(one) === topic)
  const relevant = close.length > 0 ? close : bearing
  return relevant.flatMap(causesOfChange)
}

const causesKnown = new WeakMap<ManifestChange, readonly Cause<Place>[]>()

/** The changed lines of one object. */
export function causesOfChange(change: ManifestChange): readonly Cause<Place>[] {
  let found = causesKnown.get(change)
  if (found === undefined) {
    found = changedLines(change)
    causesKnown.set(change, found)
  }
  return found
}

/** The lines of one object that differ, on each side that has them. */
function changedLines({ base, head }: ManifestChange): Cause<Place>[] {
  if (base === null && head === null) return []
  if (base === null || head === null) {
    const [side, manifest] = base === null ? (['head', head] as const) : (['base', base] as const)
    if (manifest === null) return []
    const note = side === 'head' ? 'this object is new' : 'this object was removed'
    return [{ side, ref: manifest.ref, at: { manifest, path: ['metadata', 'name'] }, note }]
  }
  const fields = fieldChanges(base.object, head.object)
  const before = shared(fields.map(field => field.before))
  const after = shared(fields.map(field => field.after))
  const causes: Cause<Place>[] = []
  if (before !== null) {
    const at = { manifest: base, path: before }
    causes.push({ side: 'base', ref: base.ref, at, note: 'this was changed or removed' })
  }
  if (after !== null) {
    const at = { manifest: head, path: after }
    causes.push({ side: 'head', ref: head.ref, at, note: 'this is changed or new' })
  }
  return causes
}

/** The deepest field that holds all of these; `null`: there is none. */
function shared(paths: readonly (FieldPath | null)[]): FieldPath | null {
  let common: FieldPath | null = null
  for (const path of paths) {
    if (path === null) continue
    if (common === null) common = path
    else {
      let length = 0
      while (length < common.length && common[length] === path[length]) length++
      common = common.slice(0, length)
    }
  }
  return common
}

/** Mutual TLS has policies of its own; everything else can decide about either. */
function topicOf({ base, head }: ManifestChange): CauseTopic | 'pods' {
  switch ((head ?? base)?.ref.kind) {
    case 'PeerAuthentication':
      return 'transport'
    case 'AuthorizationPolicy':
    case 'RequestAuthentication':
      return 'policy'
    default:
      return 'pods'
  }
}

/** Policies that apply to the pods on either side, and what makes them be those pods. */
function bears(
  { base, head }: ManifestChange,
  server: ServerClass,
  context: SecurityContext
): boolean {
  const manifest = head ?? base
  if (manifest === null) return false
  const { kind, namespace, name } = manifest.ref
  switch (kind) {
    case 'AuthorizationPolicy':
    case 'RequestAuthentication':
      return applying(server, context).has(refKey(manifest.ref))
    case 'PeerAuthentication':
      return (
        namespace === server.namespace ||
        namespace === context.head.mesh.config.rootNamespace ||
        namespace === context.base.mesh.config.rootNamespace
      )
    case 'Service':
    case 'Sidecar':
      return namespace === server.namespace
    case 'Namespace':
      return name === server.namespace
    default:
      if (holdsMeshConfig(refKey(manifest.ref), context)) return true
      return server.workloads.includes(name) && namespace === server.namespace
  }
}

/** Trust domains, normalisation of paths and providers are settings of the whole mesh. */
function holdsMeshConfig(key: string, { base, head }: SecurityContext): boolean {
  return [base, head].some(({ mesh }) => {
    const { at } = mesh.config
    return at !== null && refKey(at.manifest.ref) === key
  })
}

const known = new WeakMap<ServerClass, ReadonlySet<string>>()

function applying(server: ServerClass, { base, head }: SecurityContext): ReadonlySet<string> {
  let found = known.get(server)
  if (found === undefined) {
    const keys = new Set<string>()
    for (const [plane, pod] of [
      [base, server.base],
      [head, server.head]
    ] as const) {
      for (const { ref } of policiesOf(plane, pod)) keys.add(refKey(ref))
    }
    found = keys
    known.set(server, found)
  }
  return found
}

function policiesOf(
  { compilation }: SecurityContext['base'],
  pod: ServerClass['base']
): readonly Place['manifest'][] {
  const security = securityOf(compilation)
  return [...security.authorization.policies(pod), ...security.authentication.policies(pod)]
}

/** Changes that a set of causes names. */
export function changesOf(
  causes: readonly Cause<Place>[],
  changes: readonly ManifestChange[]
): ManifestChange[] {
  return changesByRef(changes).of(causes.map(({ ref }) => refKey(ref)))
}
