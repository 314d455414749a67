import { matcherKey } from './matcher-key.ts'
import type { Dimension, Matcher } from './table.ts'

/**
 * The dimensions of two tables as one list, in base's order and then head's own. A value exists where either table
 * says so: domains and bounds are joined, values and natural members are united, optional wins.
 */
export function mergeDimensions(
  base: readonly Dimension[],
  head: readonly Dimension[]
): readonly Dimension[] {
  const merged = new Map(base.map(dimension => [dimension.name, dimension]))
  for (const other of head) {
    const known = merged.get(other.name)
    merged.set(other.name, known === undefined ? other : merge(known, other))
  }
  return [...merged.values()]
}

function merge(base: Dimension, head: Dimension): Dimension {
  if (base === head) return base
  if (base.theory !== head.theory || base.multiple !== head.multiple) {
    throw new Error(`dimension ${base.name} has another theory in each table`)
  }
  const domain = mergeDomain(base.domain, head.domain)
  const bounds =
    base.bounds !== undefined && head.bounds !== undefined
      ? {
          from: Math.min(base.bounds.from, head.bounds.from),
          to: Math.max(base.bounds.to, head.bounds.to)
        }
      : undefined
  return {
    name: base.name,
    theory: base.theory,
    multiple: base.multiple,
    optional: base.optional || head.optional,
    ...(base.values === undefined && head.values === undefined
      ? {}
      : { values: [...new Set([...(base.values ?? []), ...(head.values ?? [])])] }),
    ...(bounds === undefined ? {} : { bounds }),
    ...(domain === undefined ? {} : { domain }),
    natural: [...new Set([...(base.natural ?? []), ...(head.natural ?? [])])]
  }
}

function mergeDomain(base: Matcher | undefined, head: Matcher | undefined): Matcher | undefined {
  if (base === undefined || head === undefined) return undefined
  return matcherKey(base) === matcherKey(head) ? base : { is: 'any', of: [base, head] }
}
