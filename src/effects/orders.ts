import type { Manifest } from '../manifest/manifest.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { createdAt, refKey } from '../mesh/order.ts'
import type { Rivals } from './rivals.ts'

/** The orders of creation that a group of rivals could have; the first is the one that is taken without a hint. */
export function ordersOf({ members, manifests }: Rivals): (readonly string[])[] {
  const all = members.length <= 3 ? permutations(members) : rotations(members)
  return all.filter(order => respectsAges(order, manifests))
}

/** Each once in front and once at the end, the others as they are: who wins, and who never does. */
function rotations(members: readonly string[]): string[][] {
  const orders: string[][] = [[...members]]
  for (const one of members.slice(0, 8)) {
    const others = members.filter(key => key !== one)
    orders.push([one, ...others], [...others, one])
  }
  const distinct = new Map(orders.map(order => [order.join('\n'), order]))
  return [...distinct.values()]
}

function permutations(members: readonly string[]): string[][] {
  const [first, ...rest] = members
  if (first === undefined) return [[]]
  const result: string[][] = []
  for (const order of permutations(rest)) {
    for (let i = 0; i <= order.length; i++)
      result.push([...order.slice(0, i), first, ...order.slice(i)])
  }
  const given = members.join('\n')
  // The order by names comes first.
  return result.sort((a, b) => Number(b.join('\n') === given) - Number(a.join('\n') === given))
}

function respectsAges(order: readonly string[], manifests: ReadonlyMap<string, Manifest>): boolean {
  let oldest = Number.NEGATIVE_INFINITY
  for (const key of order) {
    const manifest = manifests.get(key)
    const age = manifest === undefined ? null : createdAt(manifest)
    if (age === null) continue
    if (age < oldest) return false
    oldest = age
  }
  return true
}

/** The same mesh, with rivals created in a certain order; all other objects keep their places. */
export function inOrder(mesh: Mesh, kind: string, order: readonly string[]): Mesh {
  const wanted = new Set(order)
  const current = mesh.of(kind)
  const present = new Map(current.map(manifest => [refKey(manifest.ref), manifest]))
  const queue = order.flatMap(key => present.get(key) ?? [])
  let next = 0
  const reordered = current.map(manifest =>
    wanted.has(refKey(manifest.ref)) ? (queue[next++] ?? manifest) : manifest
  )
  // Everything but the order of these objects is the mesh's own, made when it is asked for.
  return Object.create(mesh, {
    of: {
      value: (asked: string, group?: string) => {
        const found = mesh.of(asked, group)
        return asked === kind && found === current ? reordered : found
      }
    }
  })
}
