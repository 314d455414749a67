import type { Outcome, OutcomeKind } from '../dataplane/request.ts'
import { hostWords, percentWords } from './words.ts'

const words: Readonly<Record<OutcomeKind, string>> = {
  served: 'served',
  'no-virtual-host': '404 (host not served)',
  'no-route': '404 (no route matches)',
  'no-cluster': 'no such cluster',
  'no-endpoints': 'no pods',
  redirect: 'redirect',
  'direct-response': 'answered by the proxy',
  denied: 'denied',
  unauthenticated: 'unauthenticated',
  'bad-request': 'bad request',
  reset: 'connection refused',
  closed: 'connection closed',
  passthrough: 'passed through to the address dialled',
  blackhole: 'blackholed',
  delegated: 'decided by an external provider',
  'config-refused': 'configuration refused by Envoy',
  unknown: 'not understood'
}

/** `reviews v1 90 %, reviews v2 10 %`, `redirect 301`, `404 (no route matches)`; settings that are not the default follow. */
export function outcomeWords(outcome: Outcome, namespace: string | undefined): string {
  const { destinations, status } = outcome
  if (destinations.length === 0) {
    return status === undefined || words[outcome.outcome].includes(String(status))
      ? words[outcome.outcome]
      : `${words[outcome.outcome]} ${status}`
  }
  let whole = 0
  for (const one of destinations) whole += one.weight
  const shares = destinations.map(({ host, subset, weight, missing, empty }) => {
    const part = destinations.length > 1 ? ` ${percentWords(weight, whole)}` : ''
    const name = `${hostWords(host, namespace)}${subset === undefined ? '' : ` ${subset}`}`
    const failure = missing === true ? 'missing' : empty === true ? 'no pods' : null
    return `${name}${part}${failure === null ? '' : ` (${failure}: ${status ?? 503})`}`
  })
  const timeout = outcome.settings?.timeout
  return [shares.join(', '), timeout === undefined ? '' : `timeout ${timeout}`]
    .filter(part => part !== '')
    .join(', ')
}
