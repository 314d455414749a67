import { unreachable } from '../../decision/unreachable.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { isMap, list } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { policyTable, type RuleOf, rulesOf } from '../policy-rows.ts'
import { actionOf } from '../rules-of.ts'

export const unreachableRule = defineAnalyzer({
  id: 'authorization-policy/unreachable-rule',
  severity: 'warning',
  summary: 'A rule of a policy matches no request, or none that other rules of it do not match.',
  why: 'All conditions of a rule have to hold together. What contradicts itself never does: an ALLOW lets nobody in by it, a DENY keeps nobody out. What other rules match already is only read by people, who may take it for the reason of the rest.',
  fix: 'Correct what can never hold together, or remove the rule.',
  message: 'No request is matched by this rule {why}.',
  sources: [],
  check({ mesh, report }) {
    for (const manifest of mesh.of('AuthorizationPolicy')) {
      if (actionOf(manifest) === 'CUSTOM') continue
      for (const { rule, why, by } of deadRules(manifest, mesh)) {
        report(
          manifest,
          ['spec', 'rules', rule],
          {
            why:
              why === 'empty'
                ? 'at all: what it asks for can never hold together'
                : 'that others of this policy do not match'
          },
          {
            severity: why === 'empty' ? 'warning' : 'info',
            related: by.slice(0, 5).map(({ index }) => ({
              at: { manifest, path: ['spec', 'rules', index] },
              note: 'matches such requests too'
            }))
          }
        )
      }
    }
  }
})

interface Dead {
  readonly rule: number
  readonly why: 'empty' | 'hidden'
  readonly by: readonly RuleOf[]
}

/** Rules of which redundancy is looked for; contradictions are found in all. */
const LOOKED_AT = 60

function deadRules(manifest: Manifest, mesh: Mesh): Dead[] {
  const rules = rulesOf(manifest).filter(({ index }) => isMap(list(manifest.spec.rules)[index]))
  if (rules.length === 0) return []
  const question = `${mesh.features.key} ${mesh.config.pathNormalization} ${manifest.ref.namespace} ${JSON.stringify([manifest.spec.action ?? null, manifest.spec.rules ?? null, mesh.config.trustDomain, mesh.config.trustDomainAliases])}`
  if (alive.has(question)) return []
  const dead = [...deadIn(rules, mesh)]
  if (dead.length === 0) remember(question)
  return dead
}

/** Order decides nothing: who is covered by what stands behind it is found backwards. */
function* deadIn(rules: readonly RuleOf[], mesh: Mesh): Generator<Dead> {
  const said = new Set<number>()
  const forward = hiddenIn(rules, mesh)
  for (const one of forward) {
    said.add(one.rule)
    yield one
  }
  if (rules.length < 2 || rules.length > LOOKED_AT) return
  for (const one of hiddenIn(rules.toReversed(), mesh)) {
    if (said.has(one.rule) || one.by.some(({ index }) => said.has(index))) continue
    said.add(one.rule)
    yield one
  }
}

function hiddenIn(rules: readonly RuleOf[], mesh: Mesh): Dead[] {
  const { table, ruleOf, empty } = policyTable(rules, mesh)
  const dead: Dead[] = empty.map(({ index }) => ({ rule: index, why: 'empty', by: [] }))
  const found = unreachable(table, { keyOf: action => action })
  // A pattern that cannot be compiled is the webhook's.
  if (found.kind === 'malformed') return dead
  const rows = new Map<number, number>()
  for (const row of table.rows) {
    const { index } = ruleOf(row)
    rows.set(index, (rows.get(index) ?? 0) + 1)
  }
  const unreached = new Map<number, (typeof found.unreached)[number][]>()
  for (const one of found.unreached) {
    const { index } = ruleOf(one.row)
    unreached.set(index, [...(unreached.get(index) ?? []), one])
  }
  for (const [rule, all] of unreached) {
    if (all.length < (rows.get(rule) ?? 0)) continue
    const hidden = all.flatMap(one => (one.why === 'hidden' ? one.by : []))
    const by = [...new Set(hidden.map(({ row }) => ruleOf(row)))].filter(
      ({ index }) => index !== rule
    )
    // A rule whose alternatives cover each other is alive in one of them.
    if (hidden.length > 0 && by.length === 0) continue
    dead.push({ rule, why: hidden.length > 0 ? 'hidden' : 'empty', by })
  }
  return dead
}

/** Questions without a dead rule: most objects ask what their other side asks. */
const alive = new Set<string>()
const REMEMBERED = 20_000

function remember(question: string): void {
  if (alive.size >= REMEMBERED) alive.clear()
  alive.add(question)
}
