import { type Unreached, unreachable } from '../decision/unreachable.ts'
import type { Place } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { list, map } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { connectionTable } from './connection-rows.ts'
import {
  actionText,
  type RuleAction,
  type RuleRow,
  type RuleTable,
  ruleTable
} from './route-rows.ts'

export type Section = 'http' | 'tls' | 'tcp'

/** A rule, or one match of a rule, that nothing reaches. */
export interface DeadRule {
  /** Index of the rule in its list. */
  readonly rule: number
  readonly at: Place
  /** No match of the rule is reached: it is one finding; else each dead match is one of its own. */
  readonly whole: boolean
  readonly why: Unreached<RuleAction>['why']
  /** What is in the way, most of it first; `same`: some of it does the same. */
  readonly by: readonly Place[]
  readonly same: boolean
}

/** Rules of one list of a VirtualService that nothing reaches. Exact; a pattern that cannot be compiled is the schema's. */
export function deadRules(manifest: Manifest, section: Section, mesh: Mesh): DeadRule[] {
  const question = questionOf(manifest, section, mesh)
  if (alive.has(question)) return []
  const rules =
    section === 'http' ? ruleTable(manifest, mesh) : connectionTable(manifest, section, mesh)
  const found = unreachable(rules.table, { keyOf: actionText })
  if (found.kind === 'malformed' || found.unreached.length === 0) {
    remember(question)
    return []
  }
  const byRule = new Map<number, { row: RuleRow; unreached: Unreached<RuleAction> }[]>()
  for (const unreached of found.unreached) {
    const row = rules.rowOf(unreached.row)
    if (row === null) continue
    byRule.set(row.rule, [...(byRule.get(row.rule) ?? []), { row, unreached }])
  }
  return [...byRule].flatMap(([rule, rows]) => {
    const whole = rows.length === rowsOf(rules, rule)
    return (whole ? rows.slice(0, 1) : rows).map(({ row, unreached }) => {
      const hiding = unreached.why === 'hidden' ? unreached.by : []
      const own = actionText(unreached.row.action)
      return {
        rule,
        whole,
        at: whole ? { manifest, path: ['spec', section, rule] } : row.at,
        why: unreached.why,
        by: hiding.flatMap(({ row: other }) => rules.rowOf(other)?.at ?? []),
        same: hiding.some(({ row: other }) => actionText(other.action) === own)
      }
    })
  })
}

/** Questions without a dead row: most objects ask what their other side asks, and many what another object asks. */
const alive = new Set<string>()
const REMEMBERED = 20_000

function remember(question: string): void {
  if (alive.size >= REMEMBERED) alive.clear()
  alive.add(question)
}

/** All that the rows are made from: what rules do decides who is named, never whether a row is reached. */
function questionOf({ spec, ref }: Manifest, section: Section, { features, config }: Mesh): string {
  const matches = JSON.stringify(
    list(spec[section]).map(rule => {
      const fields = map(rule)
      if (section !== 'http' && list(fields?.route).length === 0) return false
      return fields?.delegate === undefined ? (fields?.match ?? null) : false
    })
  )
  const ground = `${section} ${features.key} ${config.pathNormalization} ${matches}`
  // Gateways that a match names are told apart from the others that the object is bound to.
  return matches.includes('"gateways"')
    ? `${ground} ${ref.namespace} ${JSON.stringify(spec.gateways ?? null)}`
    : ground
}

function rowsOf({ table, rowOf }: RuleTable, rule: number): number {
  return table.rows.filter(row => rowOf(row)?.rule === rule).length
}
