import type { Random } from '../generate/random.ts'
import { atOne, type NeutralEdit } from './edit.ts'
import {
  clone,
  nameOf,
  ofKind,
  specOf,
  type Tree,
  textAt,
  textsAt,
  treeAt,
  treesAt
} from './tree.ts'

/** Edits of policies that let in whom they let in. */
export const neutralPolicies: readonly NeutralEdit[] = [
  {
    name: 'rules of a policy in another order',
    why: 'any rule of a policy is enough (authorization_policy.proto)',
    apply: (objects, random) =>
      atOne(random, policies(objects, 2), policy => {
        specOf(policy).rules = treesAt(specOf(policy), 'rules').reverse()
        return true
      })
  },
  {
    name: 'a rule of a policy twice',
    why: 'any rule of a policy is enough',
    apply: (objects, random) =>
      atOne(random, policies(objects, 1), policy => {
        const rules = treesAt(specOf(policy), 'rules')
        specOf(policy).rules = [...rules, clone(random.pick(rules))]
        return true
      })
  },
  {
    name: 'a policy for each rule',
    why: 'any policy of an action is enough (authorization_policy.proto)',
    apply: (objects, random) =>
      atOne(random, policies(objects, 2), policy => {
        const [first, ...rest] = treesAt(specOf(policy), 'rules')
        if (first === undefined) return false
        for (const [index, rule] of rest.entries()) {
          const other = clone(policy)
          treeAt(other, 'metadata').name = `${nameOf(policy)}-${index}`
          specOf(other).rules = [rule]
          objects.push(other)
        }
        specOf(policy).rules = [first]
        return true
      })
  },
  {
    name: 'values in another order',
    why: 'any value of a field is enough',
    apply: (objects, random) =>
      atOne(random, valueLists(objects, 2), ({ owner, field }) => {
        owner[field] = textsAt(owner, field).reverse()
        return true
      })
  },
  {
    name: 'a value twice',
    why: 'any value of a field is enough',
    apply: (objects, random) =>
      atOne(random, valueLists(objects, 1), ({ owner, field }) => {
        const values = textsAt(owner, field)
        owner[field] = [...values, random.pick(values)]
        return true
      })
  },
  {
    name: 'an operation for each method',
    why: 'any operation of a rule is enough',
    apply: (objects, random) => splitEntry(objects, random, 'to', 'operation', 'methods')
  },
  {
    name: 'a source for each namespace',
    why: 'any source of a rule is enough',
    apply: (objects, random) => splitEntry(objects, random, 'from', 'source', 'namespaces')
  },
  {
    name: 'namespaces as a condition',
    why: 'source.namespace of `when` is what from.source.namespaces is (authz/model)',
    apply: (objects, random) =>
      atOne(
        random,
        rules(objects).filter(rule => {
          const [first, ...more] = treesAt(rule, 'from')
          const source = first === undefined ? {} : treeAt(first, 'source')
          const whens = treesAt(rule, 'when').map(one => textAt(one, 'key'))
          return (
            more.length === 0 &&
            textsAt(source, 'namespaces').length > 0 &&
            Object.keys(source).length === 1 &&
            !whens.includes('source.namespace')
          )
        }),
        rule => {
          const [first] = treesAt(rule, 'from')
          if (first === undefined) return false
          const values = textsAt(treeAt(first, 'source'), 'namespaces')
          delete rule.from
          rule.when = [...treesAt(rule, 'when'), { key: 'source.namespace', values }]
          return true
        }
      )
  },
  {
    name: 'one address as a block',
    why: 'an address is the block of itself',
    apply: (objects, random) =>
      atOne(
        random,
        valueLists(objects, 1).filter(
          ({ owner, field }) =>
            field === 'ipBlocks' && textsAt(owner, field).some(one => !one.includes('/'))
        ),
        ({ owner, field }) => {
          owner[field] = textsAt(owner, field).map(one => (one.includes('/') ? one : `${one}/32`))
          return true
        }
      )
  },
  {
    name: 'ALLOW, said',
    why: 'ALLOW is the default (authorization_policy.proto)',
    apply: (objects, random) =>
      atOne(
        random,
        policies(objects, 1).filter(one => specOf(one).action === 'ALLOW'),
        policy => {
          delete specOf(policy).action
          return true
        }
      )
  },
  {
    name: 'audiences in another order',
    why: 'any audience is enough (jwt_authn.proto)',
    apply: (objects, random) =>
      atOne(
        random,
        ofKind(objects, 'RequestAuthentication').flatMap(one => treesAt(specOf(one), 'jwtRules')),
        rule => {
          const audiences = textsAt(rule, 'audiences')
          rule.audiences = audiences.reverse()
          return audiences.length > 1
        }
      )
  },
  {
    name: 'an unset mode of a port',
    why: 'UNSET inherits (peer_authentication.proto)',
    apply: (objects, random) =>
      atOne(
        random,
        ofKind(objects, 'PeerAuthentication').filter(one => specOf(one).selector !== undefined),
        policy => {
          specOf(policy).portLevelMtls = { 8080: { mode: 'UNSET' } }
          return true
        }
      )
  }
]

function policies(objects: readonly Tree[], least: number): Tree[] {
  return ofKind(objects, 'AuthorizationPolicy').filter(
    one => treesAt(specOf(one), 'rules').length >= least
  )
}

function rules(objects: readonly Tree[]): Tree[] {
  return policies(objects, 1).flatMap(one => treesAt(specOf(one), 'rules'))
}

function valueLists(objects: readonly Tree[], least: number) {
  const out: { owner: Tree; field: string }[] = []
  const put = (owner: Tree): void => {
    for (const field of Object.keys(owner)) {
      if (textsAt(owner, field).length >= least) out.push({ owner, field })
    }
  }
  for (const rule of rules(objects)) {
    for (const from of treesAt(rule, 'from')) put(treeAt(from, 'source'))
    for (const to of treesAt(rule, 'to')) put(treeAt(to, 'operation'))
    for (const when of treesAt(rule, 'when')) put(when)
  }
  return out
}

function splitEntry(
  objects: readonly Tree[],
  random: Random,
  list: 'from' | 'to',
  inner: 'source' | 'operation',
  field: string
): boolean {
  const sites = rules(objects).flatMap(rule =>
    treesAt(rule, list)
      .filter(entry => textsAt(treeAt(entry, inner), field).length > 1)
      .map(entry => ({ rule, entry }))
  )
  return atOne(random, sites, ({ rule, entry }) => {
    const parts = textsAt(treeAt(entry, inner), field).map(value => {
      const part = clone(entry)
      treeAt(part, inner)[field] = [value]
      return part
    })
    rule[list] = treesAt(rule, list).flatMap(one => (one === entry ? parts : [one]))
    return true
  })
}
