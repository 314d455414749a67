import { canonical } from '../decode/canonical.ts'
import type { Field } from '../field.ts'
import type { Problem } from '../problem.ts'

/** What istioctl reports as IST0130. */
function unreachable<const Text extends string>(name: string, message: Text): Problem<Text> {
  return { name, severity: 'warning', sources: ['IST0130'], message }
}

const secondCatchAll = unreachable(
  'unreachable-catch-all',
  '{field} has no match, as an earlier rule, which takes every request: it is never used. Keep one rule without match, at the end.'
)

const afterCatchAll = unreachable(
  'unreachable-match',
  '{field} is never used, since an earlier rule has no match and takes every request. Move that rule to the end.'
)

const allUsed = unreachable(
  'unreachable-rule',
  '{field} is never used: earlier rules have each of its matches. Remove it, or match something else.'
)

const duplicateMatch: Problem<'{field} is never used: an earlier rule has the same match. Remove one of them.'> =
  {
    name: 'ineffective-match',
    severity: 'info',
    sources: ['IST0131'],
    message: '{field} is never used: an earlier rule has the same match. Remove one of them.'
  }

interface Rule {
  readonly match: readonly object[]
}

/**
 * Rules behind one that takes everything, and matches that stand twice (analyzeUnreachableHTTPRules). Returns the
 * matches that are left, as positions.
 */
export function checkReachable(
  rules: readonly Rule[],
  field: Field
): (readonly [rule: number, match: number])[] {
  const first = new Map<string, number>()
  const distinct: [number, number][] = []
  let catchAll: number | null = null
  for (const [index, { match }] of rules.entries()) {
    const rule = field.at(index)
    const behind =
      catchAll === null ? null : { field: field.at(catchAll), note: 'takes everything' }
    if (match.length === 0) {
      if (behind !== null) rule.reportWith(secondCatchAll, behind)
      catchAll = index
      continue
    }
    let duplicates = 0
    for (const [position, each] of match.entries()) {
      const place = rule.at('match', position)
      if (behind !== null) {
        place.reportWith(afterCatchAll, behind)
        continue
      }
      const key = canonical(each, ['name'])
      const earlier = first.get(key)
      if (earlier === undefined) {
        first.set(key, index)
        distinct.push([index, position])
      } else {
        place.reportWith(duplicateMatch, { field: field.at(earlier), note: 'has the same match' })
        duplicates += 1
      }
    }
    if (duplicates === match.length) rule.report(allUsed)
  }
  return distinct
}
