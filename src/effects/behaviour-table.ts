import type { ProxyConfig, RouteAction } from '../dataplane/config.ts'
import type { RouteOrigin } from '../dataplane/lower/routes.ts'
import type { Matcher, Row, Table } from '../decision/table.ts'
import { behaviourOf } from './action.ts'
import type { Behaviour } from './behaviour.ts'
import type { PodsOf } from './pods.ts'
import { matchedPath } from './rewrite.ts'
import { serviceOf } from './words.ts'

/**
 * A lowered route configuration with every action seen in its proxy: clusters that do not exist, subsets without
 * pods. A regular rewrite acts only on paths that its pattern occurs in, so its row becomes two.
 */
export function behaviourTable(
  table: Table<RouteAction>,
  config: ProxyConfig,
  pods: PodsOf
): Table<Behaviour> {
  const rows: Row<Behaviour>[] = []
  for (const row of table.rows) {
    const origin = originOf(row)
    const route = origin?.route ?? null
    const context = {
      config,
      pods,
      // Names are said as the owner of the host says them, so that all clients read the same.
      namespace: serviceOf(origin?.virtualHost.name ?? '')?.namespace ?? '',
      matched: matchedPath(route),
      // What is not certain about the proxy itself is added where an effect names the proxy.
      certainty: route?.certainty ?? ('certain' as const),
      assumptions: route?.assumptions ?? []
    }
    const { action } = row
    if (action.kind === 'forward' && action.pathRewrite?.kind === 'regex') {
      const occurs: Matcher = {
        is: 'regex',
        value: `[\\s\\S]*(?:${action.pathRewrite.pattern})[\\s\\S]*`
      }
      const path = row.when.path
      const when = { ...row.when, path: path === undefined ? occurs : both(path, occurs) }
      rows.push({ when, action: behaviourOf(action, context), origin: row.origin })
      const { pathRewrite: _, ...plain } = action
      rows.push({ when: row.when, action: behaviourOf(plain, context), origin: row.origin })
    } else {
      rows.push({ when: row.when, action: behaviourOf(action, context), origin: row.origin })
    }
  }
  const nowhere = {
    config,
    pods,
    namespace: '',
    matched: null,
    certainty: 'certain' as const,
    assumptions: []
  }
  return { ...table, rows, otherwise: behaviourOf(table.otherwise, nowhere) }
}

/** The rows of lowered tables all have one; `null` stands for "no row matched". */
export function originOf(row: { readonly origin: unknown } | null): RouteOrigin | null {
  // Rows of this room come from lowerRoutes alone, which sets it.
  return row === null ? null : (row.origin as RouteOrigin)
}

function both(a: Matcher, b: Matcher): Matcher {
  return { is: 'all', of: [a, b] }
}
