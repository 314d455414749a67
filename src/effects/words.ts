/** Phrases for people: hosts, shares, durations, settings. Untrusted names pass through as they are. */

/** `reviews` in its own namespace, `reviews.shop` elsewhere; hosts outside the cluster domain as written. */
export function hostWords(host: string, namespace: string | undefined): string {
  const service = serviceOf(host)
  if (service === null) return host
  return service.namespace === namespace ? service.name : `${service.name}.${service.namespace}`
}

/** The parts of `<name>.<namespace>.svc.<domain>`; null for any other host. */
export function serviceOf(host: string): { name: string; namespace: string } | null {
  const parts = /^([^.*]+)\.([^.*]+)\.svc\./.exec(host)
  const [, name, namespace] = parts ?? []
  return name === undefined || namespace === undefined ? null : { name, namespace }
}

/** A share of a whole as a percentage with as few digits as tell it apart from its neighbours. */
export function percentWords(part: number, whole: number): string {
  const percent = (part * 100) / whole
  const digits = Number.isInteger(percent) ? 0 : percent < 1 || percent > 99 ? 2 : 1
  return `${percent.toFixed(digits)} %`
}

/** Milliseconds as Go prints durations: `3s`, `1m30s`, `250ms`. */
export function durationWords(milliseconds: number): string {
  if (milliseconds < 1000) return `${milliseconds}ms`
  const hours = Math.floor(milliseconds / 3_600_000)
  const minutes = Math.floor((milliseconds % 3_600_000) / 60_000)
  const seconds = (milliseconds % 60_000) / 1000
  return [
    hours > 0 ? `${hours}h` : '',
    minutes > 0 ? `${minutes}m` : '',
    seconds > 0 ? `${seconds}s` : ''
  ].join('')
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

/** `1 field`, `5 fields`. */
export function countWords(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** One argument for a POSIX shell: what a person pastes must not run what a manifest says. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}
