import type { EffectKind } from '../../src/effects/effect.ts'
import type { Random } from '../generate/random.ts'
import { atOne, livelyOf, ruleSites, setRules, type TellingEdit } from './edit.ts'
import { nameOf, namespaceOf, ofKind, type Tree, textAt, treeAt, treesAt } from './tree.ts'

/** Requests go elsewhere, or start or cease to be served. */
export const ROUTED: readonly EffectKind[] = [
  'rerouted',
  'traffic-lost',
  'traffic-gained',
  'weights-changed',
  'visibility-changed',
  'exposed',
  'unexposed'
]
const SETTINGS: readonly EffectKind[] = ['settings-changed']

/** Edits of one HTTP rule that requests notice. */
export const tellingRoutes: readonly TellingEdit[] = [
  {
    name: 'another destination',
    kinds: ROUTED,
    apply: (objects, random) =>
      atOne(random, destinations(objects), destination => {
        const before = textAt(destination, 'host')
        destination.host = serviceHost(objects, random)
        delete destination.port
        return destination.host !== before
      })
  },
  {
    name: 'another subset',
    kinds: ROUTED,
    apply: (objects, random) =>
      atOne(random, destinations(objects), destination => {
        destination.subset = textAt(destination, 'subset') === 'v1' ? 'v2' : 'v1'
        return true
      })
  },
  {
    name: 'another port of the destination',
    kinds: ROUTED,
    apply: (objects, random) =>
      atOne(random, destinations(objects), destination => {
        const before = treeAt(destination, 'port').number
        destination.port = { number: before === 8080 ? 80 : 8080 }
        return true
      })
  },
  {
    name: 'other weights',
    kinds: ROUTED,
    apply: (objects, random) =>
      atOne(random, forwards(objects, 2), rule => {
        const [first, second] = treesAt(rule, 'route')
        if (first === undefined || second === undefined) return false
        first.weight = Number(first.weight ?? 0) + 17
        return true
      })
  },
  {
    name: 'overlapping neighbours exchanged',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) =>
      atOne(
        random,
        livelyOf(ruleSites(objects, (_, index, rules) => rules[index + 1] !== undefined)),
        site => {
          const list = [...site.rules]
          const [a, b] = [list[site.index], list[site.index + 1]]
          if (a === undefined || b === undefined) return false
          list[site.index] = b
          list[site.index + 1] = a
          setRules(site, list)
          return true
        }
      )
  },
  {
    name: 'prefix to exact',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) => reworded(objects, random, 'prefix', 'exact')
  },
  {
    name: 'exact to prefix',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) => reworded(objects, random, 'exact', 'prefix')
  },
  {
    name: 'another path',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) =>
      atOne(random, matches(objects, 'uri'), match => {
        match.uri = { prefix: random.pick(['/a', '/api', '/b', '/zzz']) }
        return true
      })
  },
  {
    name: 'a method asked for',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) =>
      atOne(
        random,
        matches(objects, 'uri').filter(match => match.method === undefined),
        match => {
          match.method = { exact: 'POST' }
          return true
        }
      )
  },
  {
    name: 'a method no longer asked for',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) => dropped(objects, random, 'method')
  },
  {
    name: 'headers no longer asked for',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) => dropped(objects, random, 'headers')
  },
  {
    name: 'a header asked for',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) =>
      atOne(random, matches(objects, 'uri'), match => {
        match.headers = { ...treeAt(match, 'headers'), 'x-new': { exact: 'a' } }
        return true
      })
  },
  {
    name: 'a header excluded',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) =>
      atOne(random, matches(objects, 'uri'), match => {
        match.withoutHeaders = { ...treeAt(match, 'withoutHeaders'), 'x-new': {} }
        return true
      })
  },
  {
    name: 'a query parameter asked for',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) =>
      atOne(random, matches(objects, 'uri'), match => {
        match.queryParams = { ...treeAt(match, 'queryParams'), fresh: { exact: '1' } }
        return true
      })
  },
  {
    name: 'a rule removed',
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) =>
      atOne(random, livelyOf(ruleSites(objects, (_, __, rules) => rules.length > 1)), site => {
        setRules(
          site,
          site.rules.filter(rule => rule !== site.rule)
        )
        return true
      })
  },
  {
    name: 'a rule in front',
    // Where both rules lead nowhere, that the settings of the other no longer hold is all that is seen.
    kinds: [...ROUTED, ...SETTINGS],
    apply: (objects, random) =>
      atOne(random, livelyOf(ruleSites(objects)), site => {
        const fresh: Tree = {
          match: [{ uri: { prefix: random.pick(['/a', '/api', '/']) } }],
          route: [{ destination: { host: serviceHost(objects, random) } }]
        }
        setRules(site, [fresh, ...site.rules])
        return true
      })
  },
  {
    name: 'a redirect instead',
    kinds: ROUTED,
    apply: (objects, random) =>
      atOne(random, forwards(objects, 1), rule => {
        for (const field of [
          'route',
          'rewrite',
          'mirror',
          'mirrors',
          'fault',
          'timeout',
          'retries'
        ]) {
          delete rule[field]
        }
        rule.redirect = { uri: '/moved' }
        return true
      })
  },
  {
    name: 'an answer instead',
    kinds: ROUTED,
    apply: (objects, random) =>
      atOne(random, forwards(objects, 1), rule => {
        for (const field of [
          'route',
          'rewrite',
          'mirror',
          'mirrors',
          'fault',
          'timeout',
          'retries'
        ]) {
          delete rule[field]
        }
        rule.directResponse = { status: 418 }
        return true
      })
  },
  setting('another timeout', rule => {
    rule.timeout = rule.timeout === '7s' ? '8s' : '7s'
  }),
  setting('other retries', rule => {
    rule.retries = { attempts: 7, retryOn: '5xx' }
  }),
  setting('a fault', rule => {
    rule.fault = { abort: { httpStatus: 599, percentage: { value: 33 } } }
  }),
  setting('a delay', rule => {
    rule.fault = { delay: { fixedDelay: '4s', percentage: { value: 10 } } }
  }),
  setting('a mirror', (rule, objects, random) => {
    delete rule.mirrors
    rule.mirror = { host: serviceHost(objects, random) }
    rule.mirrorPercentage = { value: 7 }
  }),
  setting('a request header set', rule => {
    rule.headers = { request: { set: { 'x-fresh': '1' } } }
  }),
  setting('a response header taken away', rule => {
    rule.headers = { response: { remove: ['x-secret'] } }
  }),
  setting('another rewrite', rule => {
    rule.rewrite = { uri: '/fresh/' }
  }),
  setting('another policy of origins', rule => {
    rule.corsPolicy = { allowOrigins: [{ exact: 'https://fresh.example' }] }
  })
]

/** A setting of a rule that forwards. */
function setting(
  name: string,
  change: (rule: Tree, objects: readonly Tree[], random: Random) => void
): TellingEdit {
  return {
    name,
    kinds: SETTINGS,
    apply: (objects, random) =>
      atOne(random, forwards(objects, 1), rule => {
        change(rule, objects, random)
        return true
      })
  }
}

function forwards(objects: readonly Tree[], least: number): Tree[] {
  return livelyOf(ruleSites(objects, rule => treesAt(rule, 'route').length >= least)).map(
    ({ rule }) => rule
  )
}

function destinations(objects: readonly Tree[]): Tree[] {
  return forwards(objects, 1).flatMap(rule =>
    treesAt(rule, 'route').map(share => treeAt(share, 'destination'))
  )
}

function matches(objects: readonly Tree[], field: string): Tree[] {
  const asks = (rule: Tree) => treesAt(rule, 'match').filter(match => field in match)
  return livelyOf(ruleSites(objects, rule => asks(rule).length > 0)).flatMap(({ rule }) =>
    asks(rule)
  )
}

function dropped(objects: readonly Tree[], random: Random, field: string): boolean {
  return atOne(random, matches(objects, field), match => {
    delete match[field]
    return true
  })
}

function reworded(objects: readonly Tree[], random: Random, from: string, to: string): boolean {
  const sites = matches(objects, 'uri').filter(match => from in treeAt(match, 'uri'))
  return atOne(random, sites, match => {
    match.uri = { [to]: textAt(treeAt(match, 'uri'), from) }
    return true
  })
}

/** The full name of a service of the world. */
export function serviceHost(objects: readonly Tree[], random: Random): string {
  const services = ofKind(objects, 'Service').filter(one => nameOf(one) !== 'gateway')
  const one = random.pick(services)
  return `${nameOf(one)}.${namespaceOf(one)}.svc.cluster.local`
}
