import type { Area } from '../generate/area.ts'
import { generateWorld } from '../generate/generate.ts'
import { Random } from '../generate/random.ts'
import type { World } from '../generate/world.ts'

/** A generated world small enough that thousands of pairs can be compared; requests are aimed at its literals. */
export function worldOf(
  area: Area,
  seed: string,
  index: number,
  requests: number,
  largest = 60
): World {
  // One in twenty of a generator's worlds is large: the next number is drawn instead.
  for (let again = 0; ; again++) {
    const world = generateWorld({ area, seed: `${seed}/${index}`, index: again, requests })
    if (world.objects.length <= largest) return world
  }
}

/** Routing in all its parts; policies are drawn beside it. */
const routing: readonly Area[] = [
  'http-sidecar',
  'http-gateway',
  'sidecar-scope',
  'delegate',
  'destination-rule',
  'service-entry'
]

/** The area of a pair: each in turn. */
export function areaOf(index: number): Area {
  const found = routing[index % routing.length]
  if (found === undefined) throw new RangeError('there are no areas')
  return found
}

/** The choices of one pair, independent of those of its world. */
export function choicesOf(kind: string, seed: string, index: number): Random {
  return new Random(`${seed}/${kind}/${index}`)
}
