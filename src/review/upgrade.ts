import { compareMeshes, type MeshComparison } from '../effects/compare.ts'
import type { EffectBehaviour, EffectDraft } from '../effects/effect.ts'
import type { ManifestChange } from '../effects/manifest-change.ts'
import { canonical } from '../fingerprint.ts'
import { differing, type Feature, sourceOf } from '../mesh/features.ts'
import { buildMeshes, type Mesh, type MeshInput } from '../mesh/mesh.ts'
import { OF_ONE_THEORY, type SideVersions } from './built-sides.ts'
import { newFields, takenDifferently, withoutFields } from './new-fields.ts'

/**
 * Comparisons that are made to tell causes apart: enough to find one among all, more where the mesh is small. Each
 * costs what the first did, which grows with the classes of requests.
 */
const FEWEST_RUNS = 14
const MOST_RUNS = 160
const MOST_CLASSES = 400_000
/** Beyond this many classes one comparison is all that memory has room for. */
const ONCE = 50_000

/** Two sides under two versions. */
export interface Upgrade extends SideVersions {
  readonly changes: readonly ManifestChange[]
}

/** One difference between the versions that can be taken back by itself: a behaviour, or a field that one ignores. */
interface Difference {
  readonly name: string
  readonly feature?: Feature
  readonly field?: string
  /** What is said where it is neither. */
  readonly source?: string
}

/**
 * Which of the differences between two versions makes each effect: the one without which the effect is gone. Groups of
 * differences that change no effect are left at once, so that the cost follows what matters to this mesh and not how
 * many differences there are.
 */
export function withVersionCauses(
  upgrade: Upgrade,
  sides: { readonly base: Mesh; readonly head: Mesh },
  found: MeshComparison
): MeshComparison {
  const minors = [sides.base.version.minor, sides.head.version.minor] as const
  const unknown = [
    ...found.unknown,
    ...takenDifferently(upgrade.inputs.head.manifests, minors, upgrade.known)
  ]
  const all = differences(upgrade, sides)
  if (found.effects.length === 0 || all.length === 0) return { ...found, unknown }
  const causes = new Map<string, Difference[]>()
  const whole = new Set(found.effects.map(keyOf))
  let left = Math.min(
    MOST_RUNS,
    Math.max(FEWEST_RUNS, Math.ceil(MOST_CLASSES / (found.classes + 1)))
  )
  const gone = (restored: readonly Difference[]): ReadonlySet<string> | null => {
    if (left === 0) return null
    left -= 1
    const kept = new Set(compareWith(upgrade, sides, restored).effects.map(keyOf))
    return new Set([...whole].filter(key => !kept.has(key)))
  }
  const search = (group: readonly Difference[], without: ReadonlySet<string>): void => {
    if (without.size === 0) return
    const half = Math.ceil(group.length / 2)
    const parts = group.length === 1 ? [] : [group.slice(0, half), group.slice(half)]
    const explained = new Set<string>()
    for (const part of parts) {
      const own = gone(part)
      if (own === null) break
      for (const key of own) explained.add(key)
      search(part, own)
    }
    // Alone it is the cause; of a group whose halves change nothing, those that cannot be spared.
    for (const key of without) {
      if (explained.has(key)) continue
      causes.set(key, [...(causes.get(key) ?? []), ...needed(group, key)])
    }
  }
  const needed = (group: readonly Difference[], key: string): readonly Difference[] => {
    let kept = group
    for (const one of group) {
      const others = kept.filter(other => other !== one)
      if (others.length > 0 && gone(others)?.has(key) === true) kept = others
    }
    return left === 0 && kept.length > 3 ? [notToldApart(kept)] : kept
  }
  const every = found.classes > ONCE ? null : gone(all)
  if (every !== null) search(all, every)
  else for (const key of whole) causes.set(key, [notToldApart(all)])
  const edited = new Set(upgrade.changes.flatMap(({ base, head }) => [base, head]))
  return {
    ...found,
    unknown,
    effects: found.effects.map(effect => withCauses(effect, causes, edited, minors[0]))
  }
}

function notToldApart(group: readonly Difference[]): Difference {
  return {
    name: `one or more of ${group.length} behaviours`,
    source: 'too many to tell apart in a mesh of this size'
  }
}

function withCauses(
  effect: EffectDraft,
  causes: ReadonlyMap<string, readonly Difference[]>,
  edited: ReadonlySet<unknown>,
  before: string
): EffectDraft {
  const own = causes.get(keyOf(effect))
  if (own === undefined) return effect
  const behaviours = new Map<string, EffectBehaviour>()
  for (const { name, feature, field, source } of own) {
    const known =
      feature === undefined
        ? `one of the versions does not know ${field ?? name}`
        : sourceOf(feature)
    behaviours.set(name, { name, source: source ?? known })
  }
  return {
    ...effect,
    behaviours: [...behaviours.values()],
    // What is not edited did not change: it is read otherwise.
    causes: effect.causes.map(cause =>
      edited.has(cause.at.manifest) ? cause : { ...cause, note: 'this is read otherwise' }
    ),
    rollback: effect.rollback === '' ? `stay on Istio ${before}` : effect.rollback
  }
}

/** Rows of the table that differ, and fields that one version alone knows. */
function differences(
  { inputs, known }: Upgrade,
  sides: { readonly base: Mesh; readonly head: Mesh }
): Difference[] {
  const fields = new Set<string>()
  for (const side of ['base', 'head'] as const) {
    for (const { fields: own } of newFields(inputs[side].manifests, sides[side], known)) {
      for (const field of own) fields.add(field.name)
    }
  }
  return [
    ...differing(sides.base.features, sides.head.features).map(feature => ({
      name: feature,
      feature
    })),
    ...[...fields].sort().map(field => ({ name: field, field }))
  ]
}

/** The comparison, where some differences are taken back: head behaves as base does, and no side ignores the field. */
function compareWith(
  { inputs, changes, known }: Upgrade,
  sides: { readonly base: Mesh; readonly head: Mesh },
  restored: readonly Difference[]
): MeshComparison {
  const rows = new Set([...OF_ONE_THEORY, ...restored.flatMap(({ feature }) => feature ?? [])])
  const kept = new Set(restored.flatMap(({ field }) => field ?? []))
  const input = (side: 'base' | 'head'): MeshInput => ({
    ...inputs[side],
    manifests: withoutFields(inputs[side].manifests, sides[side], known, kept)
  })
  const { base, head } = buildMeshes(input('base'), {
    ...input('head'),
    asIn: { rows, features: sides.base.features }
  })
  return compareMeshes(base, head, changes)
}

/** What is said of whom; for which requests, other differences decide too. */
function keyOf({ kind, mesh, subject, changes }: EffectDraft): string {
  return canonical([kind, mesh, subject, changes])
}
