import type { Clause, Term } from './describe.ts'
import type { Matcher } from './table.ts'

/** Forms of speech for the matchers of one dimension; `{}` is the value, `{to}` the end of an interval. */
export interface Words {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly regex: string
  readonly between: string
  readonly cidr: string
  readonly present: string
  readonly absent: string
  /** Where nothing but exceptions is said. */
  readonly any: string
  /** After "except": shorter forms where the noun has been said. */
  readonly except?: Partial<
    Readonly<Record<'exact' | 'prefix' | 'suffix' | 'regex' | 'between' | 'cidr', string>>
  >
}

export interface Vocabulary {
  /** By dimension; `defaultWords` of its name where there is none. */
  readonly words: Readonly<Record<string, Words>>
  /** Said of a clause without terms. */
  readonly everything: string
  /** Said before a clause of which the region is a part; `some of`. */
  readonly partly?: string
  /** How many matchers of one list are named before "and n more"; all of them where it is not given. */
  readonly most?: number
}

export function defaultWords(noun: string): Words {
  return {
    exact: `${noun} {}`,
    prefix: `${noun} beginning with {}`,
    suffix: `${noun} ending in {}`,
    regex: `${noun} matching {}`,
    between: `${noun} {} to {to}`,
    cidr: `${noun} in {}`,
    present: `${noun} present`,
    absent: `${noun} absent`,
    any: `any ${noun}`,
    except: {
      exact: '{}',
      prefix: 'those beginning with {}',
      suffix: 'those ending in {}',
      regex: 'those matching {}',
      between: '{} to {to}',
      cidr: '{}'
    }
  }
}

/** `paths under /users except /users/v2, method GET`. Values are put in as they are; the reporter escapes. */
export function toWords(clause: Clause, vocabulary: Vocabulary): string {
  const words =
    clause.terms.length === 0
      ? vocabulary.everything
      : clause.terms.map(term => termWords(term, vocabulary)).join(', ')
  return clause.partly === true ? `${vocabulary.partly ?? 'some of'} ${words}` : words
}

function termWords(term: Term, vocabulary: Vocabulary): string {
  const own = vocabulary.words
  const words =
    (Object.hasOwn(own, term.dimension) ? own[term.dimension] : undefined) ??
    defaultWords(term.dimension)
  const lists = {
    within: term.within.map(matcher => say(matcher, words, false)),
    except: term.except.map(matcher => say(matcher, words, true))
  }
  const within = lists.within.length === 0 ? words.any : join(lists.within, 'or', vocabulary.most)
  if (lists.except.length === 0) return within
  return `${within} except ${join(lists.except, 'and', vocabulary.most)}`
}

function join(parts: readonly string[], word: string, most: number | undefined): string {
  const shown = most === undefined || parts.length <= most ? parts : parts.slice(0, most)
  const more = parts.length - shown.length
  const all = more === 0 ? shown : [...shown, `${more} more`]
  const last = all.at(-1) ?? ''
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} ${word} ${last}`
}

function say(matcher: Matcher, words: Words, short: boolean): string {
  switch (matcher.is) {
    case 'present':
    case 'absent':
      return words[matcher.is]
    case 'not':
      return matcher.of.is === 'present'
        ? words.absent
        : matcher.of.is === 'absent'
          ? words.present
          : `not (${say(matcher.of, words, false)})`
    case 'some':
      return say(matcher.of, words, short)
    case 'all':
    case 'any': {
      const parts = matcher.of.map(part => say(part, words, short))
      return parts.join(matcher.is === 'all' ? ' and ' : ' or ')
    }
    case 'between': {
      if (matcher.from === matcher.to)
        return fill(form(words, 'exact', short), String(matcher.from))
      const template = form(words, 'between', short)
      return fill(template, String(matcher.from)).replace('{to}', () => String(matcher.to))
    }
    case 'exact':
    case 'prefix':
    case 'suffix': {
      const text = fill(form(words, matcher.is, short), matcher.value)
      return matcher.ignoreCase === true ? `${text} in any case` : text
    }
    case 'regex':
    case 'cidr':
      return fill(form(words, matcher.is, short), matcher.value)
  }
}

function form(
  words: Words,
  kind: 'exact' | 'prefix' | 'suffix' | 'regex' | 'between' | 'cidr',
  short: boolean
): string {
  return (short ? words.except?.[kind] : undefined) ?? words[kind]
}

/** A value may hold `{}` or `$&` itself. */
function fill(template: string, value: string): string {
  return template.replace('{}', () => value)
}
