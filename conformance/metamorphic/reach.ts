import { type Dataplane, dataplane } from '../../src/dataplane/dataplane.ts'
import { proxyClasses } from '../../src/dataplane/proxies.ts'
import { manifestChanges } from '../../src/effects/manifest-change.ts'
import { routingEffects } from '../../src/effects/routing-effects.ts'
import { readManifests } from '../../src/manifest/read.ts'
import { buildMeshes } from '../../src/mesh/mesh.ts'
import type { Fields } from '../generate/world.ts'
import { pairIn, type TellingPair, tellingEdits } from './telling.ts'
import { copyOf, type Tree } from './tree.ts'
import { areaOf, choicesOf, worldOf } from './worlds.ts'
import { oneFile } from './write.ts'

/**
 * Comparing what a change can reach, beside comparing everything: both said as facts that are equal where the first
 * leaves nothing out (design §7).
 */
export function reachDiffers(pair: TellingPair, minor: string): string | null {
  const [base, head] = [manifestsOf('base', pair.base), manifestsOf('head', pair.head)]
  const istio = { minor, why: 'the run' }
  const { flags, meshConfig } = pair.world
  const meshes = buildMeshes(
    { side: 'base', manifests: base, istio, flags, meshConfig: plain(meshConfig) },
    { side: 'head', manifests: head, istio, flags, meshConfig: plain(meshConfig) }
  )
  const sides = { base: dataplane(meshes.base), head: dataplane(meshes.head) }
  const classes = proxyClasses(meshes.base, meshes.head)
  const changes = manifestChanges(base, head)
  const all = [
    ...base.map(manifest => ({ base: manifest, head: null })),
    ...head.map(manifest => ({ base: null, head: manifest }))
  ]
  const reached = factsOf(sides, { classes, changes })
  const everything = factsOf(sides, { classes, changes, within: all })
  const missing = everything.filter(fact => !reached.includes(fact))
  const more = reached.filter(fact => !everything.includes(fact))
  if (missing.length + more.length === 0) return null
  return `${pair.world.name}: missing ${JSON.stringify(missing)}, more ${JSON.stringify(more)}`
}

type Parts = Omit<Parameters<typeof routingEffects>[0], 'base' | 'head'>

function factsOf(sides: { base: Dataplane; head: Dataplane }, parts: Parts): readonly string[] {
  const { effects, unknown } = routingEffects({ ...sides, ...parts })
  const facts = effects.map(
    ({ draft, proxy }) =>
      `${proxy.id}: ${draft.kind} ${draft.subject.name}, ${draft.region}: ${JSON.stringify(draft.changes)}`
  )
  return [...facts, ...unknown.map(({ message }) => message)].sort()
}

function manifestsOf(side: 'base' | 'head', objects: readonly Tree[]) {
  const bytes = new TextEncoder().encode(oneFile(objects)['mesh.yaml'])
  return readManifests([{ path: 'mesh.yaml', bytes, side }], { defaultNamespace: 'default' })
    .manifests
}

function plain(config: Fields): Tree {
  const [copy = {}] = copyOf([config])
  return copy
}

/** The most objects of a world of which all is compared. */
const largest = 30

/** Pairs in which one to three edits of any kind meet. */
export function reachPair(seed: string, index: number): TellingPair | null {
  const at = (place: number) => tellingEdits[(index * 7 + place * 11) % tellingEdits.length]
  const first = at(0)
  if (first === undefined) return null
  const world = worldOf(areaOf(index), `${seed}/reach`, index, 0, largest)
  const pair = pairIn(world, copyOf(world.objects), first, choicesOf('reach', seed, index))
  if (pair === null) return null
  const head = copyOf(pair.head)
  for (let place = 1; place <= index % 3; place++) at(place)?.apply(head, pair.random)
  return { ...pair, head }
}
