import type { Effect, EffectKind } from '../../src/effects/effect.ts'
import type { Finding, ResourceRef, Severity, Unknown } from '../../src/finding.ts'
import type { Evidence } from '../../src/gates/gate.ts'

export const reviews: ResourceRef = {
  group: 'networking.istio.io',
  kind: 'VirtualService',
  namespace: 'shop',
  name: 'reviews'
}

export function evidenceOf(parts: Partial<Evidence>): Evidence {
  return {
    comparison: true,
    effects: [],
    unknown: [],
    findings: { introduced: [], resolved: [], remaining: [] },
    changed: () => false,
    ...parts
  }
}

export function effectOf(kind: EffectKind, parts: Partial<Effect> = {}): Effect {
  return {
    kind,
    mesh: 'default',
    domain: 'routing',
    direction: 'break',
    severity: 'error',
    subject: { kind: 'service', name: 'reviews', namespace: 'shop', port: 9080 },
    proxy: { type: 'sidecar', names: ['any workload in shop'] },
    region: 'every request',
    changes: [],
    witness: null,
    causes: [],
    members: [],
    certainty: 'certain',
    assumptions: [],
    fingerprint: `0000${kind}`.slice(0, 12),
    verify: '',
    watch: '',
    rollback: '',
    ...parts
  }
}

export function findingOf(severity: Severity, fingerprint: string): Finding {
  return {
    id: 'virtual-service/unknown-host',
    mesh: 'default',
    sources: ['IST0101'],
    severity,
    certainty: 'certain',
    message: 'x',
    params: {},
    subject: reviews,
    at: { file: 'a.yaml', start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
    related: [],
    fingerprint
  }
}

export function unknownOf(subject: ResourceRef | null, fingerprint: string): Unknown {
  return { reason: 'field', message: 'x', subject, at: null, mesh: 'default', fingerprint }
}
