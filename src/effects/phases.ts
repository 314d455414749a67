import { describeRef } from '../finding.ts'
import type { JsonMap, Manifest } from '../manifest/manifest.ts'
import { list, map, text, texts } from '../mesh/json.ts'
import type { ManifestChange } from './manifest-change.ts'
import { listWords } from './words.ts'

/** What one step applies or deletes. */
export interface Step {
  readonly apply: readonly Manifest[]
  readonly remove: readonly Manifest[]
}

/**
 * The order in which changes reach a mesh without a gap: what routes point at is there before they do, and goes only
 * when none points at it any more. `forward` leads to head, `back` to base.
 * Source: istio.io/latest/docs/ops/best-practices/traffic-management, "make-before-break".
 */
export function phases(changes: readonly ManifestChange[], way: 'forward' | 'back'): Step[] {
  const first: ManifestChange[] = []
  const middle: ManifestChange[] = []
  const last: ManifestChange[] = []
  for (const { base, head, equal } of changes) {
    if (equal) continue
    const change = way === 'forward' ? { base, head, equal } : { base: head, head: base, equal }
    const kind = (change.head ?? change.base)?.ref.kind ?? ''
    if (!pointedAt.has(kind)) middle.push(change)
    else if (loses(change)) last.push(change)
    else first.push(change)
  }
  return [first, middle, last]
    .filter(group => group.length > 0)
    .map(group => ({
      apply: group.flatMap(change => change.head ?? []),
      remove: group.flatMap(change => (change.head === null && change.base ? [change.base] : []))
    }))
}

/** `apply DestinationRule shop/cart (cart.yaml)`. */
export function stepWords({ apply, remove }: Step): string {
  const parts: string[] = []
  if (apply.length > 0) parts.push(`apply ${named(apply)}`)
  if (remove.length > 0) parts.push(`delete ${named(remove)}`)
  return parts.join(' and ')
}

function named(manifests: readonly Manifest[]): string {
  const names = manifests.map(({ ref, file }) => `${describeRef(ref)} (${file})`)
  const shown = names.slice(0, 5)
  return names.length > shown.length
    ? `${shown.join(', ')} and ${names.length - shown.length} more`
    : listWords(shown)
}

const pointedAt: ReadonlySet<string> = new Set([
  'Service',
  'ServiceEntry',
  'DestinationRule',
  'Gateway',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'WorkloadEntry'
])

/** Can the order of these changes matter: does something come or go that another one of them may name? */
export function orderCanMatter(changes: readonly ManifestChange[]): boolean {
  const pointing = changes.some(({ base, head }) => !pointedAt.has((head ?? base)?.ref.kind ?? ''))
  const moving = changes.some(({ base, head, equal }) => {
    if (!pointedAt.has((head ?? base)?.ref.kind ?? '')) return false
    return loses({ base, head, equal }) || loses({ base: head, head: base, equal })
  })
  return pointing && moving
}

/** Each effect of an object asks again, and a Gateway can have thousands of servers. */
const lost = new WeakMap<JsonMap, WeakMap<JsonMap, boolean>>()

/** Something that routes may name is gone afterwards. */
function loses({ base, head }: ManifestChange): boolean {
  if (base === null) return false
  if (head === null) return true
  const found = lost.get(base.spec)?.get(head.spec)
  if (found !== undefined) return found
  const after = offered(head.spec)
  const answer = [...offered(base.spec)].some(name => !after.has(name))
  const of = lost.get(base.spec) ?? new WeakMap<JsonMap, boolean>()
  lost.set(base.spec, of.set(head.spec, answer))
  return answer
}

/** Hosts, subsets and ports: the names by which routes reach an object. */
function offered(spec: JsonMap): Set<string> {
  const names = new Set<string>()
  for (const host of [text(spec.host) ?? '', ...texts(spec.hosts)]) names.add(`host ${host}`)
  for (const subset of list(spec.subsets)) names.add(`subset ${text(map(subset)?.name) ?? ''}`)
  for (const port of list(spec.ports)) {
    const { number, port: own } = map(port) ?? {}
    const written = number ?? own
    if (typeof written === 'number' || typeof written === 'string') names.add(`port ${written}`)
  }
  for (const server of list(spec.servers)) {
    for (const host of texts(map(server)?.hosts)) names.add(`server ${host}`)
  }
  return names
}
