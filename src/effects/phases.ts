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
  const directed = changes
    .filter(({ equal }) => !equal)
    .map(change => (way === 'forward' ? change : reversed(change)))
  return phaseGroups(directed).map(stepOf)
}

function reversed({ base, head, equal }: ManifestChange): ManifestChange {
  return { base: head, head: base, equal }
}

/** The way back goes through the same states, the other way round. */
export function backwards(groups: readonly (readonly ManifestChange[])[]): Step[] {
  return groups.map(group => stepOf(group.map(reversed))).reverse()
}

/** What is applied at once, in the order that is recommended. */
export function phaseGroups(moving: readonly ManifestChange[]): ManifestChange[][] {
  const groups: [ManifestChange[], ManifestChange[], ManifestChange[], ManifestChange[]] = [
    [],
    [],
    [],
    []
  ]
  const [first, middle, leaving, last] = groups
  const takenOver = hostsTakenOver(moving)
  for (const change of moving) {
    if (isPointedAt(change)) (loses(change) ? last : first).push(change)
    else if (takenOver(change)) leaving.push(change)
    else middle.push(change)
  }
  return [first, middle, ...apart(leaving), last].filter(group => group.length > 0)
}

/** More than so many that exchange hosts are applied together, which nobody foresees either. */
const exchangeLimit = 3

/** VirtualServices that exchange hosts are steps of their own, of which none can come first. */
function apart(leaving: readonly ManifestChange[]): ManifestChange[][] {
  const given = new Set(
    leaving.flatMap(({ base, head }) => difference(hostsOf(base), hostsOf(head)))
  )
  const exchanging = leaving.filter(({ base, head }) =>
    difference(hostsOf(head), hostsOf(base)).some(host => given.has(host))
  )
  if (exchanging.length < 2 || exchanging.length > exchangeLimit) return [[...leaving]]
  return [leaving.filter(one => !exchanging.includes(one)), ...exchanging.map(one => [one])]
}

export function stepOf(group: readonly ManifestChange[]): Step {
  return {
    apply: group.flatMap(change => change.head ?? []),
    remove: group.flatMap(change => (change.head === null && change.base ? [change.base] : []))
  }
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

/** A VirtualService without hosts holds for no host: other ones name it. */
function isPointedAt({ base, head }: ManifestChange): boolean {
  const manifest = head ?? base
  if (manifest === null) return false
  const { kind } = manifest.ref
  return pointedAt.has(kind) || (kind === 'VirtualService' && isDelegate(manifest))
}

function isDelegate({ spec }: Manifest): boolean {
  return texts(spec.hosts).length === 0
}

/** VirtualServices that give a host away, which another one takes: it has to be there first. */
function hostsTakenOver(moving: readonly ManifestChange[]): (change: ManifestChange) => boolean {
  const isRoute = ({ base, head }: ManifestChange) => (head ?? base)?.ref.kind === 'VirtualService'
  const routes = moving.filter(one => isRoute(one) && !isPointedAt(one))
  if (routes.length < 2) return () => false
  const taken = new Set(routes.flatMap(one => difference(hostsOf(one.head), hostsOf(one.base))))
  if (taken.size === 0) return () => false
  return one =>
    isRoute(one) && difference(hostsOf(one.base), hostsOf(one.head)).some(host => taken.has(host))
}

function hostsOf(manifest: Manifest | null): string[] {
  return manifest === null ? [] : texts(manifest.spec.hosts)
}

function difference(all: Iterable<string>, without: Iterable<string>): string[] {
  const left = new Set(without)
  return [...all].filter(name => !left.has(name))
}

/** Can the order of these changes matter: does something come or go that another one of them may name, or brings? */
export function orderCanMatter(changes: readonly ManifestChange[]): boolean {
  const points = changes.filter(one => !isPointedAt(one))
  const aims = changes.filter(isPointedAt)
  const moves = (one: ManifestChange) => loses(one) || loses(reversed(one))
  if (points.length > 0 && aims.some(moves)) return true
  const takenOver = hostsTakenOver(changes)
  return points.some(takenOver) || namesMove(aims)
}

/** One object brings what another one takes away. */
function namesMove(aims: readonly ManifestChange[]): boolean {
  if (aims.length < 2) return false
  const names = (manifest: Manifest | null) =>
    manifest === null ? [] : [...offered(manifest.spec)]
  const gained = aims.map(({ base, head }) => difference(names(head), names(base)))
  const lost = aims.map(({ base, head }) => difference(names(base), names(head)))
  const owners = new Map(gained.flatMap((all, index) => all.map(name => [name, index] as const)))
  return lost.some((all, index) => all.some(name => (owners.get(name) ?? index) !== index))
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
  const host = text(spec.host)
  for (const one of [...(host === undefined ? [] : [host]), ...texts(spec.hosts)]) {
    names.add(`host ${one}`)
  }
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
