import type { Dataplane } from '../dataplane/dataplane.ts'
import type { UnknownDraft } from '../finding.ts'
import { ComparisonMemory, compareAccess } from './access.ts'
import { accessEffect } from './access-effect.ts'
import { foldedAccess, type ServerEffect } from './access-fold.ts'
import { ambientMoves } from './ambient-moves.ts'
import { auditEffect } from './audit-effect.ts'
import { knownCallers } from './callers-known.ts'
import type { EffectDraft } from './effect.ts'
import type { ManifestChange } from './manifest-change.ts'
import { membershipEffects } from './membership.ts'
import { pairEffects } from './pair-effects.ts'
import { peerRivals } from './peer-rivals.ts'
import { serverScope } from './server-scope.ts'
import { serverClasses } from './servers.ts'
import { tokenEffects } from './token-effects.ts'

export interface SecurityResult {
  readonly effects: readonly EffectDraft[]
  readonly unknown: readonly UnknownDraft[]
  readonly servers: number
  readonly tables: number
  readonly classes: number
}

/** Everything that servers let in differently on two sides: transport, tokens, policies, what is written down. */
export function securityEffects(
  base: Dataplane,
  head: Dataplane,
  changes: readonly ManifestChange[]
): SecurityResult {
  const scope = serverScope(base.mesh, head.mesh, changes)
  const callers = knownCallers(base.mesh, head.mesh)
  const context = { base, head, changes, callers }
  const pairs = pairEffects(context)
  if (scope.empty) return { ...pairs, servers: 0, tables: 0, classes: 0 }
  const servers = serverClasses(base.mesh, head.mesh, scope)
  const effects: ServerEffect[] = []
  const unknown: UnknownDraft[] = []
  let tables = 0
  let classes = 0
  const memory = new ComparisonMemory()
  for (const server of servers) {
    const found = compareAccess(base, head, server, callers, memory)
    tables += found.tables
    classes += found.classes
    for (const { message } of found.gaps) {
      const where = `what ${server.description} in ${server.namespace} let in`
      unknown.push({ reason: 'budget', message: `${where}: ${message}`, subject: null, at: null })
    }
    for (const change of found.changes) {
      const made = accessEffect(change, context)
      if (made === null) continue
      if ('draft' in made) effects.push(made)
      else unknown.push(made)
    }
    for (const audit of found.audits) {
      const made = auditEffect(audit, context)
      if ('draft' in made) effects.push(made)
      else unknown.push(made)
    }
    const tokens = tokenEffects(server, context)
    effects.push(...tokens.effects)
    unknown.push(...tokens.unknown)
  }
  return {
    effects: [...foldedAccess(effects, servers), ...pairs.effects, ...membershipEffects(context)],
    unknown: distinct([
      ...unknown,
      ...pairs.unknown,
      ...peerRivals(context),
      ...ambientMoves(context)
    ]),
    servers: servers.length,
    tables,
    classes
  }
}

function distinct(all: readonly UnknownDraft[]): UnknownDraft[] {
  const seen = new Map(all.map(one => [one.message, one]))
  return [...seen.values()]
}
