import { drawActors } from '../generate/access/world.ts'
import { areas } from '../generate/area.ts'
import { generateWorld } from '../generate/generate.ts'
import { Random } from '../generate/random.ts'
import { mapOf } from '../generate/read.ts'
import type { KubernetesObject, World } from '../generate/world.ts'
import { policyKind } from './edit.ts'
import { planted, samplePolicies } from './samples.ts'

/**
 * A world to edit. In most of them few policies stand, so that an edit of one is not hidden by the others; in some of
 * those they are policies that people wrote.
 */
export function worldToEdit(seed: string, index: number, requests: number): World {
  const drawn = generateWorld({ area: 'access-sidecar', seed: `mutant-${seed}`, index, requests })
  const { admission: _, ...plain } = drawn
  const random = new Random(`${drawn.name} kept`)
  // What waypoints enforce is not built, and said to be unknown.
  const objects = plain.objects.filter(({ spec }) => mapOf(spec).targetRefs === undefined)
  const world: World = { ...plain, flags: {}, proxies: [], objects }
  if (random.chance(0.25)) return world
  const peers = random.chance(0.5)
  const others = objects.filter(
    ({ kind }) => kind !== policyKind && (peers || kind !== 'PeerAuthentication')
  )
  const count = random.between(1, 2)
  return { ...world, objects: [...others, ...policiesOf(random, world, count)] }
}

function policiesOf(random: Random, world: World, count: number): readonly KubernetesObject[] {
  const all = random.shuffle(world.objects.filter(({ kind }) => kind === policyKind))
  if (samplePolicies().length === 0 || random.chance(0.65)) return all.slice(0, count)
  const { cast, mesh } = drawActors(new Random(world.name), areas[world.area])
  return random.times(count, index => planted(random, cast, mesh.providers, index))
}
