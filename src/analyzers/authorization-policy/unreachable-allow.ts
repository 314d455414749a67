import { isDryRun } from '../../dataplane/security/authorization.ts'
import { rowsMayMeet } from '../../decision/overlap.ts'
import { unreachable } from '../../decision/unreachable.ts'
import { describeRef } from '../../finding.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { list } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { type Labels, selects } from '../../mesh/selector.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { targetsOf } from '../http-policies.ts'
import { put } from '../pods.ts'
import { type PolicyTable, policyTable, type RuleOf, rulesOf } from '../policy-rows.ts'
import { actionOf } from '../rules-of.ts'
import { matchLabels } from '../selector-text.ts'

export const unreachableAllow = defineAnalyzer({
  id: 'authorization-policy/unreachable-allow',
  severity: 'warning',
  summary:
    'An ALLOW policy, or a rule of one, lets nobody in, since DENY policies keep all of it out.',
  why: 'DENY is asked before ALLOW. Where the DENY policies of the same workloads match every request that an ALLOW rule would, the rule is never asked. A DENY with an empty rule matches everything.',
  fix: 'Narrow the DENY policy, or remove what it hides: workloads with an ALLOW policy deny whatever no rule names.',
  message: 'Nobody is let in by {what}: {denying} denies such requests first.',
  sources: [],
  check({ mesh, report }) {
    const denying = new Map<string, Manifest[]>()
    for (const manifest of mesh.of('AuthorizationPolicy')) {
      if (actionOf(manifest) !== 'DENY' || !isPlain(manifest) || isDryRun(manifest)) continue
      if (list(manifest.spec.rules).length === 0) continue
      // A policy that selects fewer labels has its first one among those of the other.
      const [pair] = Object.entries(matchLabels(manifest.spec.selector))
      put(denying, keyOf(manifest.ref.namespace, pair), manifest)
    }
    if (denying.size === 0) return
    const tables = new Map<string, PolicyTable>()
    for (const manifest of mesh.of('AuthorizationPolicy')) {
      const count = list(manifest.spec.rules).length
      if (actionOf(manifest) !== 'ALLOW' || count === 0 || !isPlain(manifest)) continue
      const places = [...new Set([mesh.config.rootNamespace, manifest.ref.namespace])]
      const labels = matchLabels(manifest.spec.selector)
      const denies = denialsFor(labels, places, denying)
      if (denies.length === 0) continue
      const key = denies.map(({ ref }) => `${ref.namespace}/${ref.name}`).join()
      const denials =
        tables.get(key) ?? policyTable(denies.flatMap(rulesOf).slice(0, LOOKED_AT), mesh)
      tables.set(key, denials)
      const hidden = hiddenRules(manifest, denials, mesh)
      const whole = hidden.length === count
      for (const { rule, by } of whole ? hidden.slice(0, 1) : hidden) {
        const [first] = by
        if (first === undefined) continue
        report(
          manifest,
          whole ? ['spec', 'rules'] : ['spec', 'rules', rule],
          {
            what: whole ? 'this policy' : 'this rule',
            denying: describeRef(first.manifest.ref)
          },
          {
            ...(whole && { part: 'key' }),
            related: by.slice(0, 5).map(({ manifest: denial, index }) => ({
              at: { manifest: denial, path: ['spec', 'rules', index] },
              note: 'denies them'
            }))
          }
        )
      }
    }
  }
})

/** Denials that hold for everything that carries the labels, a hundred at most. */
function denialsFor(
  labels: Labels,
  places: readonly string[],
  denying: ReadonlyMap<string, readonly Manifest[]>
): Manifest[] {
  const found: Manifest[] = []
  for (const place of places) {
    for (const pair of [undefined, ...Object.entries(labels)]) {
      for (const denial of denying.get(keyOf(place, pair)) ?? []) {
        if (!selects(matchLabels(denial.spec.selector), labels)) continue
        found.push(denial)
        if (found.length >= LOOKED_AT) return found
      }
    }
  }
  return found
}

function keyOf(namespace: string, pair: readonly [string, string] | undefined): string {
  return pair === undefined ? namespace : `${namespace} ${pair[0]}=${pair[1]}`
}

/** References attach a policy to something else than labels do. */
function isPlain(manifest: Manifest): boolean {
  return targetsOf(manifest).length === 0
}

interface Hidden {
  readonly rule: number
  readonly by: readonly RuleOf[]
}

/** Denials, and rules of them, that are held against one policy; more decide too seldom to be worth it. */
const LOOKED_AT = 100

/** Rules of an ALLOW of which the denials take every request. Exact. */
function hiddenRules(manifest: Manifest, denials: PolicyTable, mesh: Mesh): Hidden[] {
  const hidden: Hidden[] = []
  for (const rule of rulesOf(manifest)) {
    const own = policyTable([rule], mesh)
    if (own.table.rows.length === 0) continue
    const dimensions = new Map(
      [...denials.table.dimensions, ...own.table.dimensions].map(one => [one.name, one])
    )
    const meeting = denials.table.rows.filter(denial =>
      own.table.rows.some(row => rowsMayMeet(denial.when, row.when, dimensions))
    )
    if (meeting.length === 0) continue
    const rows = [...meeting, ...own.table.rows]
    const found = unreachable(
      { dimensions: [...dimensions.values()], rows, otherwise: '' },
      { keyOf: action => action }
    )
    if (found.kind === 'malformed') continue
    const dead = found.unreached.filter(({ index }) => index >= meeting.length)
    if (dead.length < own.table.rows.length) continue
    const by = dead.flatMap(one => (one.why === 'hidden' ? one.by : []))
    const rules = new Set(
      by.filter(one => one.index < meeting.length).map(one => denials.ruleOf(one.row))
    )
    // A rule that contradicts itself, or alternatives that cover each other, are told elsewhere.
    if (rules.size > 0) hidden.push({ rule: rule.index, by: [...rules] })
  }
  return hidden
}
