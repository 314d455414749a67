import { type Unreached, unreachable } from '../../decision/unreachable.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { list, map, text } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { defineAnalyzer } from '../analyzer.ts'
import {
  actionText,
  type RuleAction,
  type RuleRow,
  type RuleTable,
  ruleTable
} from '../route-rows.ts'

export const unreachableRoute = defineAnalyzer({
  id: 'virtual-service/unreachable-route',
  severity: 'warning',
  summary: 'No request can reach a route of a VirtualService, or one of its matches.',
  why: 'Routes are tried in the order in which they stand, and the first that matches takes the request. What earlier routes take together, or what contradicts itself, is dead: people read it and believe that it works. Everything behind a route without `match` is not even sent to the proxies.',
  fix: 'Move the narrower route in front of the wider one, or remove what can never match.',
  message: 'No request reaches the {what} to {target}: {reason}.',
  sources: ['IST0130', 'IST0131'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('VirtualService')) {
      if (list(manifest.spec.http).length === 0) continue
      const question = questionOf(manifest, mesh)
      if (alive.has(question)) continue
      const rules = ruleTable(manifest, mesh)
      const found = unreachable(rules.table, { keyOf: actionText })
      // A pattern that cannot be compiled is found where schemas and values are judged.
      if (found.kind === 'malformed' || found.unreached.length === 0) {
        remember(question)
        continue
      }
      const dead = new Map<number, { row: RuleRow; unreached: Unreached<RuleAction> }[]>()
      for (const unreached of found.unreached) {
        const row = rules.rowOf(unreached.row)
        if (row === null) continue
        dead.set(row.rule, [...(dead.get(row.rule) ?? []), { row, unreached }])
      }
      for (const [rule, rows] of dead) {
        const [first] = rows
        if (first === undefined) continue
        const whole = rows.length === rowsOf(rules, rule)
        // A rule without a living match is one finding; else each dead match is one of its own.
        for (const { row, unreached } of whole ? [first] : rows) {
          const hidden = unreached.why === 'hidden' ? unreached.by : []
          const harmless =
            !whole ||
            hidden.some(({ row }) => actionText(row.action) === actionText(unreached.row.action))
          report(
            manifest,
            whole ? ['spec', 'http', rule] : row.at.path,
            {
              what: whole ? 'route' : 'match of the route',
              target: targetOf(manifest, rule),
              reason:
                unreached.why === 'empty'
                  ? 'what it asks for can never hold together'
                  : 'earlier ones take all that it would match'
            },
            {
              severity: harmless ? 'info' : 'warning',
              sources: [whole ? 'IST0130' : 'IST0131'],
              related: hidden.slice(0, 5).flatMap(({ row: other }) => {
                const by = rules.rowOf(other)
                return by === null ? [] : [{ at: by.at, note: 'takes such requests first' }]
              })
            }
          )
        }
      }
    }
  }
})

/** Questions without a dead row: most objects ask what their other side asks, and many what another object asks. */
const alive = new Set<string>()
const REMEMBERED = 20_000

function remember(question: string): void {
  if (alive.size >= REMEMBERED) alive.clear()
  alive.add(question)
}

/** All that the rows are made from: what rules do decides who is named, never whether a row is reached. */
function questionOf({ spec, ref }: Manifest, { features, config }: Mesh): string {
  const matches = JSON.stringify(
    list(spec.http).map(rule => {
      const fields = map(rule)
      return fields?.delegate === undefined ? (fields?.match ?? null) : false
    })
  )
  const ground = `${features.key} ${config.pathNormalization} ${matches}`
  // Gateways that a match names are told apart from the others that the object is bound to.
  return matches.includes('"gateways"')
    ? `${ground} ${ref.namespace} ${JSON.stringify(spec.gateways ?? null)}`
    : ground
}

function rowsOf({ table, rowOf }: RuleTable, rule: number): number {
  return table.rows.filter(row => rowOf(row)?.rule === rule).length
}

/** `cart v2`, `a redirect`: where the route would lead, for people and the fingerprint. */
function targetOf(manifest: Manifest, rule: number): string {
  const fields = map(list(manifest.spec.http)[rule])
  if (fields?.redirect !== undefined) return 'a redirect'
  if (fields?.directResponse !== undefined) return 'a direct response'
  const targets = list(fields?.route).map(route => {
    const destination = map(map(route)?.destination)
    const subset = text(destination?.subset)
    return `${text(destination?.host) ?? 'nowhere'}${subset === undefined ? '' : ` ${subset}`}`
  })
  return targets.length === 0 ? 'nowhere' : targets.join(' and ')
}
