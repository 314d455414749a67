import type { Json } from '../manifest/manifest.ts'
import { isMap } from '../manifest/map.ts'
import type { Footprint, Outcome } from './cel-program.ts'
import type { CheckTable } from './check-table.ts'

/** Beyond this many, outcomes are worked out anew. */
const MOST = 50_000

const known = new WeakMap<CheckTable, Map<string, Outcome>>()

/**
 * Remembers what a rule said of the parts of a value that it reads: a mesh has thousands of durations and
 * selectors and few different ones. Worked out anew where those parts are large.
 */
export function remembered(
  checks: CheckTable,
  rule: string,
  footprint: Footprint,
  value: Json,
  work: () => Outcome
): Outcome {
  const text = footprintText(footprint, value)
  if (text === undefined) return work()
  let outcomes = known.get(checks)
  if (outcomes === undefined) {
    outcomes = new Map()
    known.set(checks, outcomes)
  }
  const key = `${rule} ${text}`
  const before = outcomes.get(key)
  if (before !== undefined) return before
  const outcome = work()
  if (outcomes.size < MOST) outcomes.set(key, outcome)
  return outcome
}

function footprintText({ whole, tested, read }: Footprint, value: Json): string | undefined {
  if (whole) return textOf(value)
  if (!isMap(value)) return undefined
  let text = ''
  for (const field of tested) {
    text += Object.hasOwn(value, field) ? (value[field] === null ? 'n' : '+') : '-'
  }
  for (const field of read) {
    const part = Object.hasOwn(value, field) ? textOf(value[field] ?? null) : '-'
    if (part === undefined) return undefined
    text += `,${part}`
  }
  return text
}

/** Scalars, and small lists and maps of scalars. */
function textOf(value: Json): string | undefined {
  if (value === null || typeof value !== 'object') {
    return typeof value === 'string' && value.length > 200 ? undefined : JSON.stringify(value)
  }
  const parts: readonly Json[] = isMap(value) ? Object.values(value) : value
  if (parts.length > 8) return undefined
  for (const part of parts) {
    if (part !== null && (typeof part === 'object' || String(part).length > 100)) return undefined
  }
  return JSON.stringify(value)
}
