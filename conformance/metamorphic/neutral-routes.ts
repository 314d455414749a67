import {
  atOne,
  isBare,
  isPlain,
  isRoot,
  type NeutralEdit,
  type RuleSite,
  ruleSites,
  setRules
} from './edit.ts'
import { clone, isTree, same, type Tree, textAt, treeAt, treesAt, type Value } from './tree.ts'

/** Edits of HTTP rules that send every request where it went. */
export const neutralRoutes: readonly NeutralEdit[] = [
  {
    name: 'a rule for each of its matches',
    why: 'istiod makes one Envoy route of each match of a rule, in order (route.go BuildHTTPRoutes); a delegate’s rule goes as a whole where one match conflicts with the root’s (virtualservice.go mergeHTTPMatchRequests)',
    apply: (objects, random) =>
      atOne(
        random,
        ruleSites(
          objects,
          rule => treesAt(rule, 'match').length > 1 && !('delegate' in rule)
        ).filter(isRoot),
        site =>
          replaceRule(
            site,
            treesAt(site.rule, 'match').map(match => ({ ...clone(site.rule), match: [match] }))
          )
      )
  },
  {
    name: 'a rule twice',
    why: 'the first route that matches is taken, so the copy takes nothing',
    apply: (objects, random) =>
      atOne(random, ruleSites(objects, isPlain), site =>
        replaceRule(site, [site.rule, clone(site.rule)])
      )
  },
  {
    name: 'a rule behind one that takes everything',
    why: 'nothing is left for it',
    apply: (objects, random) =>
      atOne(
        random,
        ruleSites(
          objects,
          (rule, index, rules) => isBare(rule) && index === rules.length - 1 && isPlain(rule)
        ),
        site =>
          replaceRule(site, [
            site.rule,
            { match: [{ uri: { prefix: '/never' } }], redirect: { uri: '/never' } }
          ])
      )
  },
  {
    name: 'disjoint neighbours exchanged',
    why: 'no request satisfies both, so their order decides nothing',
    apply: (objects, random) =>
      atOne(
        random,
        ruleSites(objects, (rule, index, rules) => isDisjoint(rule, rules[index + 1])),
        ({ service, rules, index }) => {
          const list = [...rules]
          const [a, b] = [list[index], list[index + 1]]
          if (a === undefined || b === undefined) return false
          list[index] = b
          list[index + 1] = a
          treeAt(service, 'spec').http = list
          return true
        }
      )
  },
  {
    name: 'weights in proportion',
    why: 'only the share of the sum counts (route_components.proto weighted_clusters)',
    apply: (objects, random) =>
      atOne(
        random,
        ruleSites(objects, rule => treesAt(rule, 'route').length > 1),
        ({ rule }) => {
          const factor = random.between(2, 7)
          for (const share of treesAt(rule, 'route'))
            share.weight = Number(share.weight ?? 0) * factor
          return treesAt(rule, 'route').some(share => share.weight !== 0)
        }
      )
  },
  {
    name: 'one destination as two halves',
    why: 'shares of one cluster add up; hash policies of destinations do not, each adds one',
    apply: (objects, random) =>
      !JSON.stringify(objects).includes('consistentHash') &&
      atOne(
        random,
        ruleSites(
          objects,
          rule =>
            treesAt(rule, 'route').filter(
              share => Number(share.weight ?? 0) % 2 === 0 && Number(share.weight ?? 0) > 0
            ).length > 0 && treesAt(rule, 'route').length > 1
        ),
        ({ rule }) => {
          const shares = treesAt(rule, 'route')
          const whole = random.pick(
            shares.filter(
              share => Number(share.weight ?? 0) % 2 === 0 && Number(share.weight ?? 0) > 0
            )
          )
          const half = { ...clone(whole), weight: Number(whole.weight) / 2 }
          rule.route = shares.flatMap(share => (share === whole ? [half, clone(half)] : [share]))
          return true
        }
      )
  },
  {
    name: 'the weight of the only destination',
    why: 'one destination takes everything (route.go: a single destination has no weights)',
    apply: (objects, random) =>
      atOne(
        random,
        ruleSites(
          objects,
          rule =>
            treesAt(rule, 'route').length === 1 && treesAt(rule, 'route')[0]?.weight === undefined
        ),
        ({ rule }) => {
          for (const share of treesAt(rule, 'route')) share.weight = 100
          return true
        }
      )
  },
  {
    name: 'durations in other units',
    why: 'a duration is a length of time (google.protobuf.Duration)',
    apply: (objects, random) =>
      atOne(random, durations(objects), ({ owner, key, milliseconds }) => {
        owner[key] = `${milliseconds}ms`
        return true
      })
  },
  {
    name: 'names of rules and matches',
    why: 'the name of an Envoy route is for logs and dumps',
    apply: (objects, random) =>
      atOne(random, ruleSites(objects), ({ rule }) => {
        rule.name = `named-${random.between(0, 99)}`
        for (const match of treesAt(rule, 'match')) match.name = `m-${random.between(0, 99)}`
        return true
      })
  },
  {
    name: 'all of a mirror said',
    why: 'a mirror without a percentage gets every request (route.go mirrorPercent)',
    apply: (objects, random) =>
      atOne(
        random,
        ruleSites(
          objects,
          rule =>
            'mirror' in rule &&
            rule.mirrorPercentage === undefined &&
            rule.mirrorPercent === undefined
        ),
        ({ rule }) => {
          rule.mirrorPercentage = { value: 100 }
          return true
        }
      )
  },
  {
    name: 'the code of a redirect said',
    why: 'the default is 301 (virtual_service.proto HTTPRedirect)',
    apply: (objects, random) =>
      atOne(
        random,
        ruleSites(
          objects,
          rule => isTree(rule.redirect) && rule.redirect.redirectCode === undefined
        ),
        ({ rule }) => {
          treeAt(rule, 'redirect').redirectCode = 301
          return true
        }
      )
  }
]

function replaceRule(site: RuleSite, by: readonly Tree[]): boolean {
  setRules(
    site,
    site.rules.flatMap(rule => (rule === site.rule ? by : [rule]))
  )
  return true
}

/** Both want one and the same thing to be two different texts. Not a header: it may have both, in two lines. */
function isDisjoint(a: Tree, b: Tree | undefined): boolean {
  if (b === undefined || !isPlain(a) || !isPlain(b)) return false
  const [one, other] = [treesAt(a, 'match'), treesAt(b, 'match')]
  if (one.length === 0 || other.length === 0 || same(a, b)) return false
  return one.every(x => other.every(y => apart(x, y)))
}

function apart(a: Tree, b: Tree): boolean {
  const differ = (x: Value | undefined, y: Value | undefined): boolean =>
    isTree(x) && isTree(y) && 'exact' in x && 'exact' in y && x.exact !== y.exact
  if (differ(a.method, b.method)) return true
  const caseless = a.ignoreUriCase === true || b.ignoreUriCase === true
  if (!caseless && differ(a.uri, b.uri)) return true
  return false
}

/** Durations of rules, in whole milliseconds. */
function durations(objects: readonly Tree[]) {
  const out: { owner: Tree; key: string; milliseconds: number }[] = []
  const put = (owner: Tree, key: string): void => {
    const found = /^(\d+)s$/.exec(textAt(owner, key))
    if (found !== null) out.push({ owner, key, milliseconds: Number(found[1]) * 1000 })
  }
  for (const { rule } of ruleSites(objects)) {
    put(rule, 'timeout')
    put(treeAt(rule, 'retries'), 'perTryTimeout')
    put(treeAt(rule, 'fault', 'delay'), 'fixedDelay')
  }
  return out
}
