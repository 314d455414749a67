import { listOf, mapOf, textOf, textsOf } from '../generate/read.ts'
import type { Fields, Json, KubernetesObject } from '../generate/world.ts'
import {
  actionOf,
  changeOne,
  changePolicy,
  changeRule,
  changeValues,
  type Edit,
  policyKind,
  reordered
} from './edit.ts'

/** Edits that change bytes and nothing else. */
export const neutralEdits: Readonly<Record<string, Edit>> = {
  'neutral: rules in another order': changePolicy((_, spec) => {
    const rules = reordered(listOf(spec.rules))
    return rules === null ? null : { ...spec, rules }
  }),
  'neutral: paths in another order': changeValues('operation', 'paths', (_, all) => reordered(all)),
  'neutral: principals in another order': changeValues('source', 'principals', (_, all) =>
    reordered(all)
  ),
  'neutral: sources in another order': changeRule((_, rule) => {
    const from = reordered(listOf(rule.from))
    return from === null ? null : { ...rule, from }
  }),
  'neutral: a path that a prefix covers': changeValues('operation', 'paths', (_, all) => {
    const prefix = all.find(path => /^\/[^*{]*\*$/.test(path))
    const covered = prefix === undefined ? undefined : `${prefix.slice(0, -1)}covered`
    return covered === undefined || all.includes(covered) ? null : [...all, covered]
  }),
  'neutral: a rule twice': changePolicy((_, spec) => {
    const [first] = listOf(spec.rules)
    return first === undefined || actionOf(spec) === 'CUSTOM'
      ? null
      : { ...spec, rules: [...listOf(spec.rules), first] }
  }),
  'neutral: the default action written': changePolicy((_, spec) =>
    spec.action === undefined ? { ...spec, action: 'ALLOW' } : null
  ),
  'neutral: a label of the policy': changeOne(policyKind, (_, object) => ({
    ...object,
    metadata: { ...object.metadata, labels: { team: 'a' } }
  })),
  'neutral: rules in two policies': (random, objects) => {
    for (const object of random.shuffle(objects.filter(({ kind }) => kind === policyKind))) {
      const spec = mapOf(object.spec)
      const rules = listOf(spec.rules)
      if (rules.length < 2 || actionOf(spec) === 'CUSTOM' || isNamed(objects, object)) continue
      const { name, ...rest } = object.metadata
      const first = { ...object, spec: { ...spec, rules: rules.slice(0, 1) } }
      const second = {
        ...object,
        metadata: { ...rest, name: `${name}-rest` },
        spec: { ...spec, rules: rules.slice(1) }
      }
      return {
        base: objects,
        head: objects.flatMap(each => (each === object ? [first, second] : [each]))
      }
    }
    return null
  },
  'neutral: sources in two rules': changePolicy((_, spec) => {
    if (actionOf(spec) === 'CUSTOM') return null
    const rules = listOf(spec.rules).map(mapOf)
    const place = rules.findIndex(
      ({ from }) => listOf(from).length > 1 && !listOf(from).some(asksToken)
    )
    const rule = rules[place]
    if (rule === undefined) return null
    const split = listOf(rule.from).map((from): Fields => ({ ...rule, from: [from] }))
    return { ...spec, rules: [...rules.slice(0, place), ...split, ...rules.slice(place + 1)] }
  }),
  'neutral: a label of a namespace': changeOne('Namespace', (_, object) => ({
    ...object,
    metadata: { ...object.metadata, labels: { ...object.metadata.labels, team: 'a' } }
  }))
}

/** On bytes a rule with such a source is dropped whole, and its other sources with it. */
function asksToken(from: Json): boolean {
  return Object.keys(mapOf(mapOf(from).source)).some(name => /requestPrincipals/i.test(name))
}

/** Names in a policy's metadata of filters are of rules: splitting one may be seen there. */
function isNamed(objects: readonly KubernetesObject[], { metadata }: KubernetesObject): boolean {
  return objects.some(({ kind, spec }) => {
    if (kind !== policyKind) return false
    const whens = listOf(mapOf(spec).rules).flatMap(rule => listOf(mapOf(rule).when).map(mapOf))
    return whens.some(when =>
      [...textsOf(when.values), textOf(when.key) ?? ''].some(text => text.includes(metadata.name))
    )
  })
}
