import type { Proxy as ProxyClass } from '../dataplane/config.ts'
import type { Certainty, Severity } from '../finding.ts'
import type { EffectDomain, EffectDraft, EffectKind } from './effect.ts'

/** Highest risk first: the order in which people read effects. Total, so that no kind is forgotten. */
const riskOf: Readonly<Record<EffectKind, number>> = {
  'access-granted': 0,
  exposed: 1,
  'mtls-weakened': 2,
  'authentication-changed': 3,
  'traffic-lost': 4,
  'connection-broken': 5,
  'order-dependent': 6,
  rerouted: 7,
  'visibility-changed': 8,
  'access-revoked': 9,
  unexposed: 10,
  'delegation-changed': 11,
  'mesh-membership-changed': 12,
  'extension-changed': 13,
  'weights-changed': 14,
  'upstream-changed': 15,
  'settings-changed': 16,
  'audit-changed': 17,
  'telemetry-changed': 18,
  'mtls-strengthened': 19,
  'traffic-gained': 20,
  'connection-repaired': 21
}

export const domainOf: Readonly<Record<EffectKind, EffectDomain>> = {
  rerouted: 'routing',
  'traffic-lost': 'routing',
  'traffic-gained': 'routing',
  'weights-changed': 'routing',
  'settings-changed': 'routing',
  'upstream-changed': 'routing',
  'visibility-changed': 'routing',
  'order-dependent': 'routing',
  exposed: 'exposure',
  unexposed: 'exposure',
  'access-granted': 'access',
  'access-revoked': 'access',
  'delegation-changed': 'access',
  'audit-changed': 'access',
  'mtls-weakened': 'transport',
  'mtls-strengthened': 'transport',
  'connection-broken': 'transport',
  'connection-repaired': 'transport',
  'authentication-changed': 'authentication',
  'mesh-membership-changed': 'membership',
  'telemetry-changed': 'observability',
  'extension-changed': 'observability'
}

const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }
const certaintyRank: Readonly<Record<Certainty, number>> = { certain: 0, assumed: 1, unknown: 2 }

/** Severity, then risk of the kind, then names: nothing of files, maps or clocks decides. */
export function byRisk(a: EffectDraft, b: EffectDraft): number {
  return (
    severityRank[a.severity] - severityRank[b.severity] ||
    riskOf[a.kind] - riskOf[b.kind] ||
    certaintyRank[a.certainty] - certaintyRank[b.certainty] ||
    compareText(a.mesh, b.mesh) ||
    compareText(a.subject.name, b.subject.name) ||
    compareText(a.subject.namespace ?? '', b.subject.namespace ?? '') ||
    (a.subject.port ?? 0) - (b.subject.port ?? 0) ||
    compareText(a.region, b.region) ||
    compareText(a.fingerprint, b.fingerprint)
  )
}

/** A class of pods that git holds before one that is assumed, "any other namespace" last. */
export function byProxySureness(a: ProxyClass, b: ProxyClass): number {
  const other = ({ id }: ProxyClass) => (id.startsWith('sidecar *') ? 1 : 0)
  return (
    Number(a.certainty !== 'certain') - Number(b.certainty !== 'certain') ||
    other(a) - other(b) ||
    compareText(a.id, b.id)
  )
}

/** By code units: the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
