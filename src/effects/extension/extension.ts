import type { Dataplane } from '../../dataplane/dataplane.ts'
import { proxyClasses } from '../../dataplane/proxies.ts'
import { describeRef, type Place, type UnknownDraft } from '../../finding.ts'
import { fingerprint } from '../../fingerprint.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { refKey } from '../../mesh/order.ts'
import type { Cause, EffectDraft, FacetChange } from '../effect.ts'
import type { TextChange } from '../ledger.ts'
import { type ManifestChange, sameJson } from '../manifest-change.ts'
import { phases, stepWords } from '../phases.ts'
import { listWords } from '../words.ts'
import { isExtension } from './kinds.ts'
import { changedPatches, type Patch, patchesOf, priorityOf } from './patch.ts'
import { audienceWords, type Ground, type Reached, reachedBy, regionWords } from './scope.ts'
import { moduleWords, patchWords, priorityWords, touchesGuards, trafficWords } from './words.ts'

export interface ExtensionResult {
  readonly effects: readonly EffectDraft[]
  readonly unknown: readonly UnknownDraft[]
  readonly textOnly: readonly TextChange[]
}

/** One thing that an extension does on one side and not on the other. */
interface Move {
  readonly side: 'base' | 'head'
  readonly manifest: Manifest
  readonly path: Place['path']
  readonly words: string
  readonly region: string
  readonly reached: Reached
  readonly guards: boolean
}

/**
 * What changes of EnvoyFilters and Wasm plugins can touch: which proxies, which way, which listeners, routes and
 * clusters. What they make of it is never guessed, so each effect is unknown; edits that no proxy meets are none.
 */
export function extensionEffects(
  base: Dataplane,
  head: Dataplane,
  changes: readonly ManifestChange[]
): ExtensionResult {
  const edited = changes.filter(change => !change.equal && isExtension(change))
  if (edited.length === 0) return { effects: [], unknown: [], textOnly: [] }
  const ground: Ground = {
    sides: [base, head],
    classes: proxyClasses(base.mesh, head.mesh),
    root: head.mesh.config.rootNamespace
  }
  const effects: EffectDraft[] = []
  const unknown: UnknownDraft[] = []
  const textOnly: TextChange[] = []
  for (const change of edited) {
    const manifest = change.head ?? change.base
    if (manifest === null) continue
    const moves = movesOf(change, ground)
    if (moves.length === 0) {
      const what = 'no proxy meets what changed'
      textOnly.push({ file: manifest.file, what, ref: describeRef(manifest.ref) })
      continue
    }
    const effect = effectOf(change, manifest, moves, ground, changes)
    effects.push(effect)
    unknown.push(unknownOf(manifest, moves, effect))
  }
  return { effects, unknown, textOnly }
}

function movesOf(change: ManifestChange, ground: Ground): Move[] {
  const { base, head } = change
  const kind = (head ?? base)?.ref.kind
  return kind === 'EnvoyFilter' ? filterMoves(base, head, ground) : moduleMoves(base, head, ground)
}

function filterMoves(base: Manifest | null, head: Manifest | null, ground: Ground): Move[] {
  const before = base === null ? [] : patchesOf(base)
  const after = head === null ? [] : patchesOf(head)
  const moves: Move[] = []
  const add = (
    side: 'base' | 'head',
    manifest: Manifest | null,
    patches: readonly Patch[]
  ): void => {
    if (manifest === null) return
    for (const patch of patches) {
      const reached = reachedBy(manifest, patch, ground)
      if (reached === null) continue
      const region = regionWords(patch, reached)
      const words = patchWords(patch)
      const guards = touchesGuards(patch)
      moves.push({ side, manifest, path: patch.path, words, region, reached, guards })
    }
  }
  if (base !== null && head !== null && sameAudience(base, head)) {
    const { removed, added } = changedPatches(before, after)
    add('base', base, removed)
    add('head', head, added)
    if (moves.length === 0 && priorityOf(base) !== priorityOf(head) && hasRivals(head, ground)) {
      for (const patch of after) {
        const reached = reachedBy(head, patch, ground)
        if (reached === null) continue
        const region = regionWords(patch, reached)
        const words = priorityWords(head)
        moves.push({
          side: 'head',
          manifest: head,
          path: ['spec', 'priority'],
          words,
          region,
          reached,
          guards: false
        })
        break
      }
    }
    return moves
  }
  add('base', base, before)
  add('head', head, after)
  return moves
}

/** The same proxies are asked for. */
function sameAudience(base: Manifest, head: Manifest): boolean {
  const of = ({ spec }: Manifest) => [
    spec.workloadSelector ?? null,
    spec.targetRefs ?? null,
    spec.selector ?? null,
    spec.targetRef ?? null
  ]
  return sameJson(of(base), of(head))
}

/** The order among filters counts only where there are others. */
function hasRivals(own: Manifest, { sides, root }: Ground): boolean {
  const key = refKey(own.ref)
  return sides.some(({ mesh }) =>
    mesh
      .of('EnvoyFilter')
      .some(
        other =>
          refKey(other.ref) !== key &&
          (other.ref.namespace === own.ref.namespace ||
            other.ref.namespace === root ||
            own.ref.namespace === root)
      )
  )
}

function moduleMoves(base: Manifest | null, head: Manifest | null, ground: Ground): Move[] {
  if (base !== null && head !== null && sameJson(base.spec, head.spec)) return []
  const moves: Move[] = []
  const fields = Object.keys({ ...base?.spec, ...head?.spec })
    .filter(key => !sameJson(base?.spec[key] ?? null, head?.spec[key] ?? null))
    .sort()
  const edited = base === null || head === null ? '' : ` (${listWords(fields)} changed)`
  for (const [side, manifest] of [
    ['base', base],
    ['head', head]
  ] as const) {
    if (manifest === null) continue
    const anywhere: Patch = {
      applyTo: 'BOOTSTRAP',
      context: 'ANY',
      operation: 'ADD',
      match: {},
      proxyVersion: null,
      metadata: {},
      value: null,
      path: ['spec'],
      key: ''
    }
    const reached = reachedBy(manifest, anywhere, ground) ?? { proxies: [], directions: new Set() }
    const traffic = trafficWords(manifest)
    moves.push({
      side,
      manifest,
      path: ['spec'],
      words: `${moduleWords(manifest)}${edited}`,
      region: traffic === '' ? regionWords(anywhere, reached) : `requests ${traffic}`,
      reached,
      guards: true
    })
  }
  return moves
}

function effectOf(
  change: ManifestChange,
  manifest: Manifest,
  moves: readonly Move[],
  ground: Ground,
  changes: readonly ManifestChange[]
): EffectDraft {
  const { ref } = manifest
  const mesh = ground.sides[1]?.mesh.name ?? 'default'
  const words = (side: Move['side']): string => {
    const own = [...new Set(moves.filter(move => move.side === side).map(move => move.words))]
    if (own.length === 0) return 'nothing of this'
    return own.length > 3
      ? `${own.slice(0, 3).join('; ')} and ${own.length - 3} more`
      : own.join('; ')
  }
  const facets: FacetChange[] = [{ facet: ref.kind, before: words('base'), after: words('head') }]
  const regions = [...new Set(moves.map(({ region }) => region))]
  const region =
    regions.length > 3 ? `${regions.slice(0, 3).join('; ')} and more` : regions.join('; ')
  const subject = { kind: 'namespace', name: audienceWords(manifest, ground.root) } as const
  const reached = new Map(
    moves.flatMap(({ reached: { proxies } }) => proxies.map(one => [one.id, one]))
  )
  const causes = moves.map(causeOf)
  const guards = moves.some(one => one.guards)
  return {
    kind: 'extension-changed',
    mesh,
    domain: 'observability',
    direction: 'neutral',
    severity: guards ? 'error' : 'warning',
    subject,
    proxy: {
      type:
        [...reached.values()].every(({ type }) => type === 'gateway') && reached.size > 0
          ? 'gateway'
          : 'sidecar',
      names: proxyNames([...reached.values()].map(({ description }) => description))
    },
    region,
    changes: facets,
    witness: null,
    causes,
    members: [],
    certainty: 'unknown',
    assumptions: [],
    fingerprint: fingerprint(['extension-changed', mesh, ref, facets, region]),
    verify: `istioctl proxy-config all "$POD" -n ${ref.namespace} -o json`,
    watch: `sum by (response_code, response_flags) (rate(istio_requests_total{reporter="destination", destination_workload_namespace="${ref.namespace}"}[5m]))`,
    rollback: phases([change], 'back').map(stepWords).join(', then ') || rollbackAll(changes)
  }
}

function rollbackAll(changes: readonly ManifestChange[]): string {
  return phases(changes, 'back').map(stepWords).join(', then ')
}

const nameLimit = 4

function proxyNames(names: readonly string[]): readonly string[] {
  const sorted = [...new Set(names)].sort()
  if (sorted.length <= nameLimit) return sorted
  return [...sorted.slice(0, nameLimit - 1), `${sorted.length - nameLimit + 1} more`]
}

function causeOf({ side, manifest, path, words }: Move): Cause<Place> {
  const note = side === 'head' ? `it ${words}` : `it no longer ${words}`
  return { side, ref: manifest.ref, at: { manifest, path, part: 'key' }, note }
}

function unknownOf(manifest: Manifest, moves: readonly Move[], effect: EffectDraft): UnknownDraft {
  const [first] = [...moves].sort((a, b) => (a.side === b.side ? 0 : a.side === 'head' ? -1 : 1))
  const names =
    effect.proxy.names.length === 0 ? effect.subject.name : effect.proxy.names.join(', ')
  const does =
    first === undefined ? '' : first.side === 'head' ? first.words : `no longer ${first.words}`
  const others =
    new Set(moves.filter(one => one.side === first?.side).map(one => one.words)).size - 1
  const more = others > 0 ? ` (and ${others} more)` : ''
  return {
    reason: 'opaque',
    message: `${describeRef(manifest.ref)} ${does}${more}, for ${effect.region}, at ${names}: what that makes of them is not known, everything else was compared`,
    subject: manifest.ref,
    at: first === undefined ? null : { manifest: first.manifest, path: first.path, part: 'key' }
  }
}
