import type { AccessAction } from '../dataplane/lower/access.ts'
import type { Severity } from '../finding.ts'
import type { EffectDirection, EffectKind } from './effect.ts'

/** What a change of access is called, and how much it matters. */
export interface AccessVerdict {
  readonly kind: EffectKind
  readonly direction: EffectDirection
  readonly severity: Severity
}

type Fate = 'passes' | 'asked' | 'denied' | 'unauthenticated' | 'refused'

function fateOf({ kind }: AccessAction): Fate {
  switch (kind) {
    case 'allow':
      return 'passes'
    case 'ask':
      return 'asked'
    case 'deny':
    case 'close':
      return 'denied'
    case 'unauthenticated':
      return 'unauthenticated'
    case 'reset':
    case 'bad-request':
      return 'refused'
  }
}

/**
 * The name of a change from one fate to another; `null`: no person would call it one, since the request fails
 * on both sides. `mutual`: the client brings a certificate of the mesh.
 */
export function accessVerdict(
  before: AccessAction,
  after: AccessAction,
  mutual: boolean
): AccessVerdict | null {
  const [from, to] = [fateOf(before), fateOf(after)]
  if (to === 'refused') return refused(from, mutual)
  if (from === 'refused') return accepted(to, mutual)
  if (before.layer === 'token' || after.layer === 'token') return tokens(from, to)
  if (from === 'asked' || to === 'asked') return delegated(from, to)
  if (from === to) return null
  return to === 'passes'
    ? { kind: 'access-granted', direction: 'widen', severity: 'error' }
    : { kind: 'access-revoked', direction: 'narrow', severity: 'warning' }
}

function refused(from: Fate, mutual: boolean): AccessVerdict | null {
  if (from === 'refused') return null
  const lost = from === 'passes' || from === 'asked'
  if (mutual) {
    return lost ? { kind: 'connection-broken', direction: 'break', severity: 'error' } : null
  }
  const severity = lost ? 'warning' : 'info'
  return { kind: 'mtls-strengthened', direction: 'narrow', severity }
}

function accepted(to: Fate, mutual: boolean): AccessVerdict | null {
  const gained = to === 'passes' || to === 'asked'
  if (mutual) {
    return gained ? { kind: 'connection-repaired', direction: 'repair', severity: 'info' } : null
  }
  const severity = gained ? 'error' : 'warning'
  return { kind: 'mtls-weakened', direction: 'widen', severity }
}

function tokens(from: Fate, to: Fate): AccessVerdict | null {
  if (from === to) return null
  const gained = to === 'passes' || to === 'asked'
  const lost = from === 'passes' || from === 'asked'
  if (gained === lost) return null
  return gained
    ? { kind: 'authentication-changed', direction: 'widen', severity: 'error' }
    : { kind: 'authentication-changed', direction: 'narrow', severity: 'warning' }
}

function delegated(from: Fate, to: Fate): AccessVerdict {
  if (from === 'asked' && to === 'asked') {
    return { kind: 'delegation-changed', direction: 'move', severity: 'warning' }
  }
  const widens = to === 'passes' || (to === 'asked' && from !== 'passes')
  if (to !== 'asked' && !widens) {
    return { kind: 'access-revoked', direction: 'narrow', severity: 'warning' }
  }
  return widens
    ? { kind: 'delegation-changed', direction: 'widen', severity: 'error' }
    : { kind: 'delegation-changed', direction: 'narrow', severity: 'warning' }
}
