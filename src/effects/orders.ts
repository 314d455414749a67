import type { Mesh } from '../mesh/mesh.ts'
import { type Aged, agedOf, refKey } from '../mesh/order.ts'
import { type Registry, registry } from '../mesh/registry.ts'
import type { Rivals } from './rivals.ts'

/** Up to so many rivals all orders are compared. */
const everyOrderLimit = 4

/**
 * The orders of creation that a group of rivals could have; the first is the one that is taken without a hint. Null:
 * more than `limit`.
 *
 * Of more than four rivals, each two of which one changed stand once in front, in either order. Of the objects whose
 * rules take a request the oldest decides, on each side; objects that did not change take the same requests on both,
 * so where the sides differ, one of the two that decide changed. Whatever an order gives, one of these gives it.
 */
export function ordersOf(rivals: Rivals, limit: number): (readonly string[])[] | null {
  const { members, manifests, tied, changed } = rivals
  const agedBy = (key: string) => {
    const manifest = manifests.get(key)
    return manifest === undefined ? null : agedOf(manifest)
  }
  if (members.length > everyOrderLimit) {
    const moving = members.filter(key => changed.has(key)).length
    if (2 * moving * members.length > limit) return null
  }
  const all = members.length <= everyOrderLimit ? permutations(members) : fronts(rivals, agedBy)
  return all.filter(order => respectsAges(order, agedBy, tied))
}

/** More changed rivals than this are not each put in front. */
const frontLimit = 4

/** Where there are too many orders: each of the first changed ones in front. It shows, and proves nothing. */
export function changedFirst({ members, changed, manifests }: Rivals): (readonly string[])[] {
  const open = (key: string) => {
    const manifest = manifests.get(key)
    return changed.has(key) && manifest !== undefined && agedOf(manifest).created === null
  }
  const fronts = members.filter(open).slice(0, frontLimit)
  return [members, ...fronts.map(key => [key, ...members.filter(other => other !== key)])]
}

type AgedBy = (key: string) => Aged | null

/** Every two of which one changed in front, the others as they are, those of known age in their order. */
function fronts({ members, tied, changed }: Rivals, agedBy: AgedBy): string[][] {
  const isDated = (key: string) => agedBy(key)?.created !== null
  const dated = members.filter(isDated)
  dated.sort((a, b) => {
    const [one, other] = [agedBy(a), agedBy(b)]
    if (one === null || other === null) return 0
    return (one.created ?? 0) - (other.created ?? 0) || (tied?.(one, other) ?? 0)
  })
  const plain = [...members.filter(key => !isDated(key)), ...dated]
  const orders: string[][] = [plain]
  for (const one of plain) {
    for (const other of plain) {
      if (one === other || !(changed.has(one) || changed.has(other))) continue
      orders.push([one, other, ...plain.filter(key => key !== one && key !== other)])
    }
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

function respectsAges(order: readonly string[], agedBy: AgedBy, tied: Rivals['tied']): boolean {
  let oldest: Aged | null = null
  for (const key of order) {
    const aged = agedBy(key)
    if (aged === null || aged.created === null) continue
    if (oldest !== null) {
      const apart = aged.created - (oldest.created ?? 0)
      if (apart < 0 || (apart === 0 && (tied?.(aged, oldest) ?? 0) < 0)) return false
    }
    oldest = aged
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
  const services = kind === 'ServiceEntry' ? reaged(mesh, order) : null
  return Object.create(mesh, {
    of: {
      value: (asked: string, group?: string) => {
        const found = mesh.of(asked, group)
        return asked === kind && found === current ? reordered : found
      }
    },
    ...(services === null ? {} : { registry: { get: services } })
  })
}

/** Less than the second that Kubernetes counts in. */
const moment = 1e-6

/** The services of a mesh, those of some objects of such ages that they come in an order. */
function reaged(mesh: Mesh, order: readonly string[]): () => Registry {
  let made: Registry | undefined
  return () => {
    if (made !== undefined) return made
    const ages = new Map<string, number>()
    let last = 0
    for (const key of order) {
      const manifest = mesh.of('ServiceEntry').find(one => refKey(one.ref) === key)
      const created = manifest === undefined ? null : agedOf(manifest).created
      last = created ?? last + moment
      ages.set(key, last)
    }
    const services = mesh.registry.all.map(service => {
      const key = service.manifest === null ? undefined : refKey(service.manifest.ref)
      const created = key === undefined ? undefined : ages.get(key)
      return created === undefined ? service : { ...service, created }
    })
    made = registry(services, mesh.features)
    return made
  }
}
