import type { SchemaSource } from '../../src/schema/schemas.ts'
import type { World } from '../generate/world.ts'
import { diffTexts } from './diff.ts'
import type { NeutralEdit, Texts } from './edit.ts'
import { neutralMatches } from './neutral-matches.ts'
import { neutralObjects } from './neutral-objects.ts'
import { neutralPolicies } from './neutral-policies.ts'
import { neutralRoutes } from './neutral-routes.ts'
import { neutralServices } from './neutral-services.ts'
import { neutralText } from './neutral-text.ts'
import { drawPolicies } from './policies.ts'
import { copyOf, nameOf, namespaceOf, ofKind, type Tree } from './tree.ts'
import { areaOf, choicesOf, worldOf } from './worlds.ts'
import { oneFile } from './write.ts'

export const neutralEdits: readonly NeutralEdit[] = [
  ...neutralText,
  ...neutralRoutes,
  ...neutralMatches,
  ...neutralObjects,
  ...neutralServices,
  ...neutralPolicies
]

/** Two states that mean the same, and the world that they are states of. */
export interface NeutralPair {
  readonly world: World
  readonly base: Texts
  readonly head: Texts
  readonly objects: { readonly base: readonly Tree[]; readonly head: readonly Tree[] }
}

/** A pair whose bytes differ; null where the edit found nothing to do in this world. */
export function neutralPair(edit: NeutralEdit, seed: string, index: number): NeutralPair | null {
  return neutralPairOf(edit, seed, index, worldOf(areaOf(index), `${seed}/${edit.name}`, index, 0))
}

/** The same in a world that is given. */
export function neutralPairOf(
  edit: NeutralEdit,
  seed: string,
  index: number,
  world: World
): NeutralPair | null {
  const random = choicesOf(edit.name, seed, index)
  if (edit.unless?.(world.meshConfig) === true) return null
  const base = copyOf(world.objects)
  if (neutralPolicies.includes(edit) || random.chance(0.2)) {
    const servers = ofKind(base, 'Service').filter(one => nameOf(one) !== 'gateway')
    const namespaces = [...new Set(servers.map(namespaceOf))]
    if (servers.length > 0) base.push(...drawPolicies(random, namespaces, servers.map(nameOf)))
  }
  const head = copyOf(base)
  if (!edit.apply(head, random)) return null
  const before = oneFile(base)
  const after = edit.write?.(head, random) ?? oneFile(head)
  if (JSON.stringify(before) === JSON.stringify(after)) return null
  // Neutral in one direction is neutral in the other.
  return random.chance(0.5)
    ? { world, base: before, head: after, objects: { base, head } }
    : { world, base: after, head: before, objects: { base: head, head: base } }
}

/** What is said although nothing happened: effects and unknowns. Empty: as it should be. */
export function alarms(pair: NeutralPair, minor: string, schemas: SchemaSource): string[] {
  const { flags, meshConfig } = pair.world
  const report = diffTexts(pair.base, pair.head, { flags, meshConfig, minor }, schemas)
  return [
    ...report.effects.map(
      ({ kind, subject, region, changes }) =>
        `${kind} ${subject.name}, ${region}: ${changes.map(one => `${one.facet} ${one.before} → ${one.after}`).join('; ')}`
    ),
    ...report.unknown.map(({ reason, message }) => `unknown ${reason}: ${message}`)
  ]
}
