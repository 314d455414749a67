import type { UnknownDraft } from '../finding.ts'
import { canonical } from '../fingerprint.ts'
import type { RouteGap } from './routing.ts'
import { listWords } from './words.ts'

/** More classes of proxies than this are said by their number. */
const namedClasses = 3

/** Comparisons that could not be made, each said once, whichever classes of proxies are sent the routes. */
export function gapUnknowns(gaps: readonly RouteGap[]): UnknownDraft[] {
  const alike = new Map<string, RouteGap[]>()
  for (const gap of gaps) {
    const key = canonical([gap.kind, gap.routeConfig, gap.proxy.type, gap.message])
    const known = alike.get(key)
    if (known === undefined) alike.set(key, [gap])
    else known.push(gap)
  }
  return [...alike.values()].flatMap(gapUnknown)
}

function gapUnknown(same: readonly RouteGap[]): UnknownDraft[] {
  const [first] = same
  if (first === undefined) return []
  const { kind, routeConfig, message, at } = first
  const all = [...new Set(same.map(({ proxy }) => proxy.description))].sort()
  const named = all.slice(0, namedClasses)
  if (all.length > named.length) named.push(`${all.length - named.length} more classes`)
  return [
    {
      reason: kind === 'budget' ? 'budget' : 'field',
      message: `routes ${routeConfig} of ${listWords(named)}: ${message}`,
      // The object that is refused need not have changed: what is not known is what others do.
      subject: null,
      at: at ?? null
    }
  ]
}
