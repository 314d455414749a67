import { evaluate } from '../dataplane/answer.ts'
import type { Dataplane } from '../dataplane/dataplane.ts'
import { normalizePath } from '../dataplane/path.ts'
import { proxyClasses } from '../dataplane/proxies.ts'
import type { Request } from '../dataplane/request.ts'
import type { Place, UnknownDraft } from '../finding.ts'
import { withEmbedded, writtenPath } from '../mesh/embedded.ts'
import { isHttp } from '../mesh/protocol.ts'
import { causesOfChange } from './access-causes.ts'
import { rollbackSecurity } from './access-steps.ts'
import { callerOf } from './caller.ts'
import type { Cause, EffectDraft, FacetChange, Witness } from './effect.ts'
import { fieldChanges } from './field-diff.ts'
import type { ManifestChange } from './manifest-change.ts'
import { acrossServices } from './pair-fold.ts'
import { draftOf, type Made } from './path-draft.ts'
import { admittedOtherwise } from './policies-by-path.ts'
import { formsApart, type PathForm } from './raw-paths.ts'
import { routedOtherwise } from './routes-by-path.ts'

export interface NormalisationResult {
  readonly effects: readonly EffectDraft[]
  readonly unknown: readonly UnknownDraft[]
}

/**
 * Tables are compared by the paths that matchers see. Where the two sides make those of what was sent in different ways,
 * a path that one of them rewrites fares otherwise though no matcher changed: such requests are put to both sides, as
 * examples, and that the rest of them was not compared is said.
 * Source: pilot core/listener_builder.go buildHTTPConnectionManager (MeshConfig.pathNormalization).
 */
export function normalisationEffects(
  base: Dataplane,
  head: Dataplane,
  changes: readonly ManifestChange[]
): NormalisationResult {
  const [before, after] = [base, head].map(({ mesh }) => mesh.config.pathNormalization)
  if (before === undefined || after === undefined || before === after) {
    return { effects: [], unknown: [] }
  }
  const apart = formsApart(before, after)
  const causes = causesOfSetting(changes)
  const made: Made = { base, head, changes, causes }
  const effects = [
    meshEffect(apart, made),
    ...acrossServices(admittedOtherwise(apart, made)),
    ...routedOtherwise(apart, made)
  ]
  const message = `paths ${apart.map(({ name }) => name).join(', ')}: ${before} and ${after} make different paths of them, which is told by examples`
  const at = causes[0]?.at ?? null
  return {
    effects,
    unknown: [{ reason: 'composition', message, subject: causes[0]?.ref ?? null, at }]
  }
}

/** The field itself where a file holds it, else the objects that hold the configuration. */
function causesOfSetting(changes: readonly ManifestChange[]): Cause<Place>[] {
  const holders = changes.filter(({ base, head, equal }) => {
    return !equal && configKinds.has((head ?? base)?.ref.kind ?? '')
  })
  const named = holders.flatMap(({ base, head }): Cause<Place>[] => {
    if (base === null || head === null) return []
    return fieldChanges(withEmbedded(base), withEmbedded(head)).flatMap(({ before, after }) => {
      const path = after ?? before ?? []
      if (!path.includes('pathNormalization')) return []
      const [side, manifest] =
        after === null ? (['base', base] as const) : (['head', head] as const)
      const at = { manifest, path: writtenPath(manifest, path) }
      return [{ side, ref: manifest.ref, at, note: 'pathNormalization changed' }]
    })
  })
  const now = named.filter(({ side }) => side === 'head')
  if (named.length > 0) return now.length > 0 ? now : named
  return holders.flatMap(causesOfChange)
}

const configKinds: ReadonlySet<string> = new Set(['ConfigMap', 'IstioOperator', 'Istio'])

/** What every proxy forwards otherwise. */
function meshEffect(apart: readonly PathForm[], made: Made): EffectDraft {
  const { base, head, causes, changes } = made
  const [before, after] = [base.mesh.config, head.mesh.config].map(one => one.pathNormalization)
  const facets: FacetChange[] = [
    { facet: 'path normalisation', before: String(before), after: String(after) }
  ]
  for (const { of } of apart) {
    const raw = of('/a/b')
    const [was, is] = [base, head].map(plane => normalised(plane, raw))
    facets.push({ facet: `path ${raw}`, before: String(was), after: String(is) })
  }
  const subject = { kind: 'mesh', name: 'every HTTP port of the mesh' } as const
  const region = `paths ${apart.map(({ name }) => name).join(', ')}`
  return {
    ...draftOf('settings-changed', 'neutral', subject, region, facets, made),
    severity: 'warning',
    proxy: { type: 'sidecar', names: ['every proxy'] },
    witness: forwardedOtherwise(apart, made),
    verify:
      'istioctl proxy-config listeners "$POD" -n "$NAMESPACE" --port 15006 -o json | grep -n -i "normalize_path\\|normalizePath\\|mergeSlashes\\|pathWithEscapedSlashesAction"',
    watch:
      'sum by (destination_service, response_code) (rate(istio_requests_total{reporter="destination"}[5m]))',
    rollback: rollbackSecurity(causes, changes)
  }
}

function normalised({ mesh }: Dataplane, raw: string): string {
  return normalizePath(raw, mesh.config.pathNormalization).path
}

/** A request to a service of the mesh that is forwarded otherwise; null: git holds none. */
function forwardedOtherwise(apart: readonly PathForm[], { base, head }: Made): Witness | null {
  const classes = proxyClasses(base.mesh, head.mesh)
  const proxy = classes.find(({ type }) => type === 'sidecar')
  if (proxy === undefined) return null
  for (const { name, namespace, host, ports } of head.mesh.registry.all) {
    const port = ports.find(({ protocol }) => isHttp(protocol))?.number
    if (port === undefined || host.startsWith('*')) continue
    const subject = { kind: 'service', name, namespace, port } as const
    for (const { of } of apart) {
      const request: Request = {
        from: callerOf(proxy, classes, base.mesh, head.mesh, subject),
        protocol: 'http',
        port,
        authority: port === 80 ? host : `${host}:${port}`,
        method: 'GET',
        path: of('/a/b'),
        headers: {},
        transport: 'plaintext'
      }
      const [before, after] = [evaluate(base, proxy, request), evaluate(head, proxy, request)]
      const arrives = before.outcome === 'served' && after.outcome === 'served'
      if (arrives && before.path !== after.path) return { request, before, after }
    }
  }
  return null
}
