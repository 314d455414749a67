import { atOne, isBare, isPlain, isRoot, type NeutralEdit, ruleSites } from './edit.ts'
import { clone, isTree, type Tree, textAt, treeAt, treesAt } from './tree.ts'

/** Edits of matches that take the same requests. */
export const neutralMatches: readonly NeutralEdit[] = [
  {
    name: 'a match twice',
    why: 'matches of a rule are alternatives',
    apply: (objects, random) =>
      atOne(
        random,
        ruleSites(objects, rule => treesAt(rule, 'match').length > 0 && isPlain(rule)),
        ({ rule }) => {
          const matches = treesAt(rule, 'match')
          rule.match = [...matches, clone(random.pick(matches))]
          return true
        }
      )
  },
  {
    name: 'an exact text as a regular expression',
    why: 'expressions of Envoy match whole texts (route_components.proto safe_regex); delegates may not have them beside their roots’',
    apply: (objects, random) =>
      atOne(
        random,
        textMatches(withoutDelegates(objects), ({ match }) => 'exact' in match),
        ({ owner, key, match }) => {
          owner[key] = { regex: escaped(textAt(match, 'exact')) }
          return true
        }
      )
  },
  {
    name: 'an expression in a group',
    why: 'a group that captures nothing changes no language (RE2 syntax)',
    apply: (objects, random) =>
      atOne(
        random,
        textMatches(
          objects,
          ({ match }) => 'regex' in match && !['*', '.*'].includes(textAt(match, 'regex'))
        ),
        ({ match }) => {
          match.regex = `(?:${textAt(match, 'regex')})`
          return true
        }
      )
  },
  {
    name: 'an expression said otherwise',
    why: '[0-9] is \\d, x+ is xx* (RE2 syntax)',
    apply: (objects, random) =>
      atOne(
        random,
        textMatches(objects, ({ match }) => /\[0-9\]|\[a-z\]\+/.test(textAt(match, 'regex'))),
        ({ match }) => {
          match.regex = textAt(match, 'regex')
            .replaceAll('[a-z]+', '[a-z][a-z]*')
            .replaceAll('[0-9]', '\\d')
          return true
        }
      )
  },
  {
    name: 'a match of everything beside no match',
    why: 'prefix / is every path, and what a rule without a match gets (route.go TranslateRouteMatch)',
    apply: (objects, random) =>
      atOne(
        random,
        ruleSites(objects, rule => isBare(rule) && isPlain(rule)).filter(isRoot),
        ({ rule }) => {
          rule.match = [{ uri: { prefix: '/' } }]
          return true
        }
      )
  },
  {
    name: 'prefix / beside other conditions',
    why: 'a match without uri gets prefix / (route.go TranslateRouteMatch)',
    apply: (objects, random) =>
      atOne(
        random,
        ruleSites(objects, isPlain)
          .filter(isRoot)
          .flatMap(({ rule }) =>
            treesAt(rule, 'match').filter(
              match => match.uri === undefined && Object.keys(match).length > 0
            )
          ),
        match => {
          match.uri = { prefix: '/' }
          return true
        }
      )
  },
  {
    name: 'header names in lower case',
    why: 'names of headers have no case (RFC 9110, 5.1)',
    apply: (objects, random) =>
      atOne(random, headerMaps(objects), ({ owner, key, headers }) => {
        owner[key] = Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
        )
        return true
      })
  }
]

interface TextMatch {
  readonly owner: Tree
  readonly key: string
  readonly match: Tree
}

/** Matches of paths, methods and headers by a text. */
function textMatches(objects: readonly Tree[], meets: (site: TextMatch) => boolean): TextMatch[] {
  const out: TextMatch[] = []
  const put = (owner: Tree, key: string): void => {
    const match = owner[key]
    if (isTree(match) && meets({ owner, key, match })) out.push({ owner, key, match })
  }
  for (const { rule } of ruleSites(objects)) {
    for (const match of treesAt(rule, 'match')) {
      if (match.ignoreUriCase !== true) put(match, 'uri')
      put(match, 'method')
      for (const name of Object.keys(treeAt(match, 'headers'))) put(treeAt(match, 'headers'), name)
    }
  }
  return out
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Header conditions with a name in upper case whose lower case is free. */
function headerMaps(objects: readonly Tree[]) {
  return ruleSites(objects).flatMap(({ rule }) =>
    treesAt(rule, 'match').flatMap(owner =>
      ['headers', 'withoutHeaders'].flatMap(key => {
        const headers = treeAt(owner, key)
        const names = Object.keys(headers)
        const lower = new Set(names.map(name => name.toLowerCase()))
        const free = lower.size === names.length && names.some(name => name !== name.toLowerCase())
        return free ? [{ owner, key, headers }] : []
      })
    )
  )
}

/** Without what is merged with its roots, where the two are not of one kind. */
function withoutDelegates(objects: readonly Tree[]): Tree[] {
  return objects.filter(one => {
    const spec = treeAt(one, 'spec')
    return spec.hosts !== undefined && treesAt(spec, 'http').every(isPlain)
  })
}
