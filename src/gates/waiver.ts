import { describeRef } from '../finding.ts'
import type { Evidence } from './gate.ts'

/** A written, dated exception to one gate: the configuration's `waivers`. */
export interface Waiver {
  readonly gate: string
  /**
   * What is excepted: a fingerprint, a finding's id or an effect's kind, each also followed by a space and its
   * subject (`traffic-lost reviews`, `virtual-service/unknown-host VirtualService shop/web`).
   */
  readonly target: string
  readonly reason: string
  readonly owner: string
  /** `YYYY-MM-DD`, the last day it holds (UTC). */
  readonly expires: string
}

/** `now` is RFC 3339. Without it nobody can say that the waiver still holds, so it does not. */
export function holds(waiver: Waiver, now: string | undefined): boolean {
  return now !== undefined && now.slice(0, 10) <= waiver.expires
}

/** The fingerprints that a waiver names in this evidence. */
export function waived(waiver: Waiver, evidence: Evidence): ReadonlySet<string> {
  const fingerprints = new Set<string>()
  for (const effect of evidence.effects) {
    // One that stands for others is excepted by a subject only where it is that of all of them.
    const subjects = new Set([effect, ...effect.members].map(({ subject }) => subject.name))
    const subject = subjects.size === 1 ? effect.subject.name : ''
    if (names(waiver.target, effect.fingerprint, effect.kind, subject)) {
      fingerprints.add(effect.fingerprint)
    }
  }
  for (const finding of evidence.findings.introduced) {
    const subject = finding.subject === null ? '' : describeRef(finding.subject)
    if (names(waiver.target, finding.fingerprint, finding.id, subject)) {
      fingerprints.add(finding.fingerprint)
    }
  }
  for (const one of evidence.unknown) {
    const subject = one.subject === null ? '' : describeRef(one.subject)
    if (names(waiver.target, one.fingerprint, one.reason, subject)) {
      fingerprints.add(one.fingerprint)
    }
  }
  return fingerprints
}

/** The same evidence without some of it. */
export function without(evidence: Evidence, fingerprints: ReadonlySet<string>): Evidence {
  const kept = (one: { readonly fingerprint: string }) => !fingerprints.has(one.fingerprint)
  return {
    comparison: evidence.comparison,
    effects: evidence.effects.filter(kept),
    unknown: evidence.unknown.filter(kept),
    findings: { ...evidence.findings, introduced: evidence.findings.introduced.filter(kept) },
    changed: evidence.changed
  }
}

function names(target: string, fingerprint: string, id: string, subject: string): boolean {
  return target === fingerprint || target === id || target === `${id} ${subject}`
}
