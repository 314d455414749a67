import type { VirtualHost } from '../dataplane/config.ts'
import { type Clause, describe, type Term } from '../decision/describe.ts'
import type { Region } from '../decision/region.ts'
import type { Matcher } from '../decision/table.ts'
import { defaultWords, toWords, type Vocabulary, type Words } from '../decision/words.ts'

/** More clauses than this are named by their number: the witness shows one of them. */
const clauseLimit = 4

/** "paths under /users except /users/v2, method GET": the requests of a region, without the host that is its subject. */
export function regionWords(region: Region, host: VirtualHost | null): string {
  const said = new Set<string>()
  for (const clause of describe(region)) {
    const terms = clause.terms.filter(term => !namesWhole(term, host))
    said.add(withOccurrence(toWords({ terms }, vocabularyFor({ terms }))))
  }
  const all = [...said]
  if (all.includes(everything)) return everything
  if (all.length <= clauseLimit) return all.join('; or ')
  return `${all.slice(0, clauseLimit).join('; or ')}; or ${all.length - clauseLimit} more`
}

/** The pattern by which a regular rewrite's row is split is ours; people know the one inside. */
function withOccurrence(text: string): string {
  return text.replace(/matching \[\\s\\S\]\*\(\?:(.*?)\)\[\\s\\S\]\*/g, 'in which $1 occurs')
}

const everything = 'every request'

const path: Words = {
  exact: 'path {}',
  prefix: 'paths under {}',
  suffix: 'paths ending in {}',
  regex: 'paths matching {}',
  between: 'paths {} to {to}',
  cidr: 'paths in {}',
  present: 'any path',
  absent: 'no path',
  any: 'any path',
  except: {
    exact: 'exactly {}',
    prefix: '{}',
    suffix: 'those ending in {}',
    regex: 'those matching {}'
  }
}

const fixed: Readonly<Record<string, Words>> = {
  path,
  host: { ...defaultWords('host'), suffix: 'hosts under {}' },
  authority: defaultWords('Host header'),
  method: defaultWords('method'),
  scheme: defaultWords('scheme')
}

function vocabularyFor({ terms }: Clause): Vocabulary {
  const words: Record<string, Words> = {}
  for (const { dimension } of terms) words[dimension] = fixed[dimension] ?? fieldWords(dimension)
  return { words, everything, most: 6 }
}

/** `header:end-user` → "header end-user: jason", "without header end-user". */
function fieldWords(dimension: string): Words {
  const colon = dimension.indexOf(':')
  const kind = dimension.slice(0, colon)
  const noun = kind === 'query' ? 'query parameter' : kind
  const name = `${noun} ${dimension.slice(colon + 1)}`
  return {
    ...defaultWords(name),
    exact: `${name}: {}`,
    prefix: `${name} beginning with {}`,
    regex: `${name} matching {}`,
    present: `with ${name}`,
    absent: `without ${name}`,
    any: `any ${name}`
  }
}

/** A term that holds for all domains of the virtual host says no more than the subject does. */
function namesWhole(term: Term, host: VirtualHost | null): boolean {
  if (host === null || (term.dimension !== 'host' && term.dimension !== 'authority')) return false
  if (term.except.length > 0 && !host.domains.some(domain => domain.startsWith('*'))) return false
  return atoms(term.within) >= host.domains.length
}

function atoms(matchers: readonly Matcher[]): number {
  let count = 0
  for (const matcher of matchers) count += matcher.is === 'any' ? atoms(matcher.of) : 1
  return count
}
