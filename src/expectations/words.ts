import type { Outcome } from '../dataplane/request.ts'
import { canonical } from '../fingerprint.ts'

/** What became of a request, in a few words. */
export function outcomeWords({ outcome, status, reason, decidedBy }: Outcome): string {
  const by =
    decidedBy?.ref === undefined ? '' : ` by ${decidedBy.ref.namespace}/${decidedBy.ref.name}`
  const code = status === undefined ? '' : ` (${status})`
  const why = reason === undefined ? '' : `: ${reason}`
  return `${outcome}${code}${outcome === 'denied' ? by : ''}${why}`
}

/** Where a request goes, and where it does not arrive, why. */
export function destinationWords(outcome: Outcome): string {
  const { destinations } = outcome
  if (destinations.length === 0) return outcomeWords(outcome)
  let sum = 0
  for (const { weight } of destinations) sum += weight
  const parts = destinations.map(({ host, port, subset, weight }) => {
    const share = destinations.length === 1 ? '' : ` (${round((100 * weight) / sum)} %)`
    return `${host}:${port}${subset === undefined ? '' : ` subset ${subset}`}${share}`
  })
  return parts.join(', ')
}

/** Settings of a rule as one line of JSON. */
export function settingsWords(value: unknown): string {
  return value === undefined ? 'none' : canonical(value)
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}
