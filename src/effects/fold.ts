import { quoted } from '../dataplane/security/pattern.ts'
import { canonical, fingerprint } from '../fingerprint.ts'
import { refKey } from '../mesh/order.ts'
import { rollbackOf } from './draft-parts.ts'
import type { EffectDraft, EffectMember, EffectSubject } from './effect.ts'
import type { ManifestChange } from './manifest-change.ts'
import { compareText } from './risk.ts'
import type { RouteEffect } from './route-effect.ts'
import { listWords } from './words.ts'

/**
 * Equal effects as one: the same requests of the same subject at several proxy classes, then the same subject at
 * several ports, then several subjects that one object changes alike, then many that many objects change alike.
 */
export function folded(
  effects: readonly RouteEffect[],
  sidecars: readonly string[],
  changes: readonly ManifestChange[] = []
): EffectDraft[] {
  const byProxy = groups(effects, ({ draft }) => draft.fingerprint).map(group =>
    acrossProxies(group, sidecars)
  )
  const bySubject = groups(byProxy, sameSubject).map(acrossRegions)
  const byObject = groups(bySubject, likeness).map(withMembers)
  const alike = groups(byObject, sameWords).flatMap(group => acrossObjects(group, changes))
  return groups(alike, sameChange).flatMap(group => acrossRequests(group, changes))
}

/** The same change of the same subject, of several kinds of traffic: HTTP, TLS, other bytes. */
function sameSubject(draft: EffectDraft): string {
  const { kind, mesh, severity, subject, proxy, changes, causes } = draft
  const files = [...new Set(causes.map(cause => refKey(cause.ref)))].sort()
  const isPolicy = kind === 'upstream-changed'
  // Requests that are told apart are told apart for a reason, but for what their endpoints are sent.
  return canonical([
    kind,
    mesh,
    severity,
    subject,
    proxy,
    changes,
    files,
    isPolicy ? '' : draft.region
  ])
}

function acrossRegions(group: readonly EffectDraft[]): EffectDraft {
  const [first, ...rest] = [...group].sort(
    (a, b) =>
      Number(a.witness?.request.protocol === 'tcp') - Number(b.witness?.request.protocol === 'tcp')
  )
  if (first === undefined) throw new Error('an empty group of effects')
  const regions = [...new Set([first, ...rest].map(one => one.region))]
  return { ...first, region: regions.join('; or ') }
}

/** The surest of them stands for all: what is certain at one proxy class is an effect whatever others assume. */
function acrossProxies(group: readonly RouteEffect[], sidecars: readonly string[]): EffectDraft {
  const [first, ...rest] = [...group].sort(bySureness)
  // Groups are made of members.
  if (first === undefined) throw new Error('an empty group of effects')
  const { type } = first.draft.proxy
  const names = new Set([first, ...rest].map(({ proxy }) => proxy.description))
  return { ...first.draft, proxy: { type, names: namesOf([...names], type, sidecars) } }
}

/** More names than this are said by those that are left out, where these are few. */
const nameLimit = 4

function namesOf(
  names: readonly string[],
  type: EffectDraft['proxy']['type'],
  sidecars: readonly string[]
): readonly string[] {
  const sorted = [...names].sort()
  if (type !== 'sidecar' || sidecars.length < 2) return sorted
  const others = sidecars.filter(name => !names.includes(name)).sort()
  if (others.length === 0) return ['all sidecars']
  if (names.length <= nameLimit || others.length > nameLimit) return sorted
  return [`all sidecars except ${listWords(others)}`]
}

function bySureness(a: RouteEffect, b: RouteEffect): number {
  const rank = { certain: 0, assumed: 1, unknown: 2 }
  return (
    rank[a.draft.certainty] - rank[b.draft.certainty] ||
    remoteness(a) - remoteness(b) ||
    a.draft.assumptions.length - b.draft.assumptions.length ||
    compareText(a.proxy.id, b.proxy.id)
  )
}

/** Pods of the subject's own namespace before others, and "any other namespace" last. */
function remoteness({ draft, proxy }: RouteEffect): number {
  if (proxy.namespace === draft.subject.namespace) return 0
  return proxy.id.startsWith('sidecar *') ? 2 : 1
}

/** What must be equal for two subjects to be told in one line. */
function likeness(draft: EffectDraft): string {
  return canonical([
    draft.kind,
    draft.mesh,
    draft.severity,
    // What lies beneath a patch is told apart from what does not.
    draft.certainty === 'unknown',
    draft.proxy.type,
    draft.changes,
    draft.region,
    [...new Set(draft.causes.map(cause => refKey(cause.ref)))].sort(),
    draft.subject.gateway ?? ''
  ])
}

function sameWords(draft: EffectDraft): string {
  return canonical([...whatChanges(draft), draft.region])
}

/** The same of other requests of each subject. */
function sameChange(draft: EffectDraft): string {
  return canonical(whatChanges(draft))
}

function whatChanges({ kind, mesh, severity, certainty, proxy, changes, subject }: EffectDraft) {
  return [
    kind,
    mesh,
    severity,
    certainty === 'unknown',
    proxy.type,
    changes.map(({ facet, before, after }) => [
      facet,
      unnamed(before, subject),
      unnamed(after, subject)
    ]),
    subject.gateway ?? ''
  ]
}

/** Words about a subject itself are the same words of another one. */
function unnamed(words: string, { name, namespace }: EffectSubject): string {
  const own = quoted(name)
  const place = namespace === undefined ? '' : `(?:\\.${quoted(namespace)})?`
  return words.replace(new RegExp(`(?<![\\w.*-])${own}${place}(?![\\w.-])`, 'g'), '\u0000')
}

/** Fewer objects than this that say the same are each told: every one is a change that somebody wrote. */
const alikeLimit = 4

/** A namespace that was renamed, a port that moved: many objects say the same, and one line says it of all. */
function acrossObjects(
  group: readonly EffectDraft[],
  changes: readonly ManifestChange[]
): readonly EffectDraft[] {
  if (group.length < alikeLimit) return group
  const [first, ...rest] = [...group].sort(bySubject)
  if (first === undefined) return group
  const causes = [first, ...rest].flatMap(one => one.causes)
  const members = [...first.members, ...rest.flatMap(one => [memberOf(one), ...one.members])]
  // A waiver of one of them is none of all.
  const own = fingerprint([first, ...members].map(one => one.fingerprint))
  const rollback = rollbackOf(causes, changes)
  return [{ ...first, causes, members, rollback, fingerprint: own }]
}

/** So many that change alike are one thing that somebody did, whichever requests of each it is about. */
const manyLimit = 10

function acrossRequests(
  group: readonly EffectDraft[],
  changes: readonly ManifestChange[]
): readonly EffectDraft[] {
  if (group.length < manyLimit) return group
  const folded = acrossObjects(group, changes)
  return folded.map(one => ({
    ...one,
    region: `${one.region} (of the others: see the JSON report)`
  }))
}

function withMembers(group: readonly EffectDraft[]): EffectDraft {
  const [first, ...rest] = [...group].sort(bySubject)
  if (first === undefined) throw new Error('an empty group of effects')
  return { ...first, members: rest.map(memberOf) }
}

function memberOf({ mesh, subject, proxy, region, fingerprint }: EffectDraft): EffectMember {
  return { mesh, subject, proxy, region, fingerprint }
}

function bySubject(a: EffectDraft, b: EffectDraft): number {
  const rank = { certain: 0, assumed: 1, unknown: 2 }
  return (
    rank[a.certainty] - rank[b.certainty] ||
    compareText(a.subject.name, b.subject.name) ||
    (a.subject.port ?? 0) - (b.subject.port ?? 0) ||
    compareText(a.subject.namespace ?? '', b.subject.namespace ?? '') ||
    compareText(a.fingerprint, b.fingerprint)
  )
}

function groups<Value>(values: readonly Value[], key: (value: Value) => string): Value[][] {
  const found = new Map<string, Value[]>()
  for (const value of values) {
    const name = key(value)
    const group = found.get(name)
    if (group === undefined) found.set(name, [value])
    else group.push(value)
  }
  return [...found.values()]
}
