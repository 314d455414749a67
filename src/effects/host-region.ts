import type { VirtualHost } from '../dataplane/config.ts'
import { matches } from '../decision/decide.ts'
import type { Term } from '../decision/describe.ts'
import type { Dimension } from '../decision/table.ts'
import { serviceOf } from './words.ts'

const dimension: Dimension = { name: 'host', theory: 'string', optional: false, multiple: false }

/**
 * Which of a virtual host's names a term means: null where it means them all, since then the subject says it.
 * Undefined where names alone cannot say it: there are wildcards.
 */
export function namesOfHost(term: Term, host: VirtualHost): string | null | undefined {
  // A name with a dot at the end is the same name, sent by few.
  const domains = host.domains.filter(domain => !domain.endsWith('.'))
  if (domains.some(domain => domain.startsWith('*'))) return undefined
  const meant = domains.filter(domain => means(term, domain))
  if (meant.length === domains.length) return null
  const full = host.name.replace(/:\d+$/, '')
  if (serviceOf(full) !== null && meant.length > 0) {
    if (meant.every(domain => domain === full)) return 'by its full name'
    if (!meant.includes(full) && meant.length === domains.length - 1) return 'by its short names'
  }
  return meant.length === 0 ? undefined : `host ${meant.join(' or ')}`
}

function means({ within, except }: Term, domain: string): boolean {
  const holds = (matcher: Term['within'][number]) => matches(matcher, domain, dimension)
  return (within.length === 0 || within.some(holds)) && !except.some(holds)
}
