import { addressRange } from './address.ts'
import { matches } from './decide.ts'
import { remembered } from './remembered.ts'
import type { Dimension, Matcher, Point } from './table.ts'

/** Whether a dimension has the value: its domain, values and bounds, and whether it may be absent. */
export function exists(value: Point[string], dimension: Dimension): boolean {
  if (value === null || (typeof value !== 'string' && value.length === 0)) return dimension.optional
  const single: Dimension = { ...dimension, multiple: false }
  const elements = typeof value === 'string' ? [value] : value
  return elements.every(element => elementExists(element, single))
}

/** Values that were looked at: rows of one table ask for the same few prefixes and defaults again and again. */
const inDomain = new WeakMap<Matcher, Map<string, boolean>>()

function elementExists(value: string, dimension: Dimension): boolean {
  const { theory, values, bounds, domain } = dimension
  if (theory === 'enumeration' && values?.includes(value) !== true) return false
  if (theory === 'ip' && (value.includes('/') || addressRange(value) === null)) return false
  if (theory === 'integer') {
    if (!/^(0|-?[1-9]\d*)$/.test(value)) return false
    if (bounds !== undefined && !(bounds.from <= Number(value) && Number(value) <= bounds.to)) {
      return false
    }
  }
  if (domain === undefined) return true
  let known = inDomain.get(domain)
  if (known === undefined) {
    known = new Map()
    inDomain.set(domain, known)
  }
  return remembered(known, value, () => matches(domain, value, dimension))
}
