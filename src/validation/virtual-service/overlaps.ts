import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import type { Problem } from '../problem.ts'

type Match = Message<'HTTPMatchRequest'>

const OVERLAP =
  '{field} is never used for prefix {prefix}: an earlier rule takes requests with prefix {other} and the same conditions. Put the longer prefix first.'

/** What istioctl reports as IST0131. */
const overlappingMatch: Problem<typeof OVERLAP> = {
  name: 'overlapping-match',
  severity: 'info',
  sources: ['IST0131'],
  message: OVERLAP
}

/** Comparisons of matches per object: rules of one prefix each are a few, and thousands on one prefix are an attack. */
const BUDGET = 1_000_000

interface Candidate {
  readonly rule: number
  readonly position: number
  readonly prefix: string
  readonly match: Match
}

/**
 * Prefixes that an earlier rule covers. Istio compares port, method, authority, headers and parameters by their exact
 * or prefix text, and neither source labels, gateways, namespaces nor case (coveredValidation): it is wrong where rules
 * differ in those alone. What is really unreachable, the analyzers say.
 */
export function checkOverlaps(
  rules: readonly Message<'HTTPRoute'>[],
  distinct: readonly (readonly [rule: number, match: number])[],
  field: Field
): void {
  const earlier = new Map<string, Candidate[]>()
  let budget = BUDGET
  for (const [rule, position] of distinct) {
    const match = rules[rule]?.match[position]
    const prefix = match?.uri?.prefix ?? ''
    if (match === undefined || prefix === '') continue
    for (let length = 1; length < prefix.length; length++) {
      for (const other of earlier.get(prefix.slice(0, length)) ?? []) {
        budget -= 1
        if (budget < 0 || field.recorder.isFull) return
        if (!covers(other.match, match)) continue
        const related = { field: field.at(other.rule), note: 'takes its requests' }
        const params = { prefix, other: other.prefix }
        field.at(rule, 'match', position).reportWith(overlappingMatch, related, params)
      }
    }
    const known = earlier.get(prefix)
    const candidate = { rule, position, prefix, match }
    if (known === undefined) earlier.set(prefix, [candidate])
    else known.push(candidate)
  }
}

function covers(earlier: Match, later: Match): boolean {
  return (
    earlier.port === later.port &&
    textOf(earlier.method, 'exact:GET').startsWith(textOf(later.method, 'exact:GET')) &&
    textOf(earlier.authority).startsWith(textOf(later.authority)) &&
    allCover(earlier.headers, later.headers) &&
    allCover(earlier.queryParams, later.queryParams) &&
    allCover(earlier.withoutHeaders, later.withoutHeaders)
  )
}

function allCover(
  earlier: ReadonlyMap<string, Message<'StringMatch'>>,
  later: ReadonlyMap<string, Message<'StringMatch'>>
): boolean {
  if (earlier.size !== later.size) return false
  for (const [name, match] of earlier) {
    const other = later.get(name)
    if (other === undefined || !textOf(match).startsWith(textOf(other))) return false
  }
  return true
}

function textOf(match: Message<'StringMatch'> | undefined, missing = ''): string {
  if (match?.exact) return `exact:${match.exact}`
  return match?.prefix ? `prefix:${match.prefix}` : missing
}
