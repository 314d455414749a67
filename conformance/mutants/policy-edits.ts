import { listOf, mapOf, textOf } from '../generate/read.ts'
import type { KubernetesObject } from '../generate/world.ts'
import {
  actionOf,
  changeOne,
  changePart,
  changePolicy,
  changeRule,
  changeValue,
  changeValues,
  type Edit,
  policyKind
} from './edit.ts'

/** Edits of AuthorizationPolicies that change, or may change, who is let in. */
export const policyEdits: Readonly<Record<string, Edit>> = {
  'a principal dropped': changeValues('source', 'principals', (_, values) => values.slice(1)),
  'a principal widened': changeValue('source', 'principals', value =>
    value.includes('*') ? '*' : value.replace(/\/sa\/.*$/, '/*')
  ),
  'a namespace widened': changeValue('source', 'namespaces', () => '*'),
  'a request principal dropped': changeValues('source', 'requestPrincipals', (_, values) =>
    values.slice(1)
  ),
  'an address block widened': changeValue('source', 'ipBlocks', () => '0.0.0.0/0'),
  'a forwarded address block changed': changeValue(
    'source',
    'remoteIpBlocks',
    () => '203.0.113.0/24'
  ),
  'a `not` of a source dropped': changePart('source', withoutNot),
  'a `not` of an operation dropped': changePart('operation', withoutNot),
  'a field of an operation negated': changePart('operation', (_, fields) => {
    const name = ['paths', 'methods', 'hosts', 'ports'].find(
      each => fields[each] !== undefined && fields[notName(each)] === undefined
    )
    if (name === undefined) return null
    const { [name]: values = null, ...rest } = fields
    return { ...rest, [notName(name)]: values }
  }),
  'ALLOW to AUDIT': actionChanged('ALLOW', 'AUDIT'),
  'ALLOW to DENY': actionChanged('ALLOW', 'DENY'),
  'DENY to ALLOW': actionChanged('DENY', 'ALLOW'),
  'CUSTOM to ALLOW': changePolicy((_, spec) => {
    const { provider: __, ...rest } = spec
    return actionOf(spec) === 'CUSTOM' ? { ...rest, action: 'ALLOW' } : null
  }),
  'a selector changed': changePolicy((_, spec) =>
    spec.selector === undefined
      ? null
      : { ...spec, selector: { matchLabels: { app: 'somebody-else' } } }
  ),
  'a selector dropped': changePolicy((_, spec) => {
    const { selector, ...rest } = spec
    return selector === undefined ? null : rest
  }),
  'a targetRef in place of the selector': changePolicy((_, spec) => {
    const { selector: __, targetRefs, ...rest } = spec
    if (targetRefs !== undefined) return null
    const target = { group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'gw0' }
    return { ...rest, targetRefs: [target] }
  }),
  'dry-run added': changeOne(policyKind, (_, object) =>
    object.metadata.annotations === undefined ? dryRun(object, 'true') : null
  ),
  'dry-run dropped': changeOne(policyKind, (_, object) =>
    object.metadata.annotations === undefined ? null : dryRun(object, 'false')
  ),
  'a path prefix to exact': changeValue('operation', 'paths', value =>
    value.endsWith('*') && value.length > 1 ? value.slice(0, -1) : null
  ),
  'an exact path to a prefix': changeValue('operation', 'paths', value =>
    /[*{]/.test(value) ? null : `${value}*`
  ),
  'a template edited': changeValue('operation', 'paths', value =>
    value.includes('{*}') ? value.replace('{*}', 'x') : null
  ),
  'a template of one segment to the rest': changeValue('operation', 'paths', value =>
    value.endsWith('{*}') && !value.includes('{**}') ? value.replace(/\{\*\}$/, '{**}') : null
  ),
  'a path dropped': changeValues('operation', 'paths', (_, values) => values.slice(1)),
  'a method changed': changeValue('operation', 'methods', value =>
    value === 'GET' ? 'POST' : 'GET'
  ),
  'a host widened': changeValue('operation', 'hosts', () => '*'),
  'a port changed': changeValue('operation', 'ports', value => (value === '80' ? '8080' : '80')),
  'a condition dropped': changeRule((_, rule) => {
    const [, ...rest] = listOf(rule.when)
    if (rule.when === undefined) return null
    const { when: __, ...without } = rule
    return rest.length === 0 ? without : { ...without, when: rest }
  }),
  'a condition negated': changeRule((_, rule) => {
    const whens = listOf(rule.when).map(mapOf)
    const place = whens.findIndex(
      ({ values, notValues }) => values !== undefined && notValues === undefined
    )
    const found = whens[place]
    if (found === undefined) return null
    const { values = null, ...rest } = found
    return { ...rule, when: whens.with(place, { ...rest, notValues: values }) }
  }),
  'the sources of a rule dropped': changeRule((_, rule) => {
    const { from, ...rest } = rule
    return from === undefined ? null : rest
  }),
  'an empty rule added': changePolicy((_, spec) => {
    const rules = listOf(spec.rules)
    const isThere = rules.some(rule => Object.keys(mapOf(rule)).length === 0)
    return isThere ? null : { ...spec, rules: [...rules, {}] }
  }),
  'a rule dropped': changePolicy((_, spec) => {
    const rules = listOf(spec.rules)
    return rules.length < 2 ? null : { ...spec, rules: rules.slice(1) }
  }),
  'a policy dropped': (random, objects) => {
    const all = objects.filter(({ kind }) => kind === policyKind)
    if (all.length === 0) return null
    const gone = random.pick(all)
    return { base: objects, head: objects.filter(each => each !== gone) }
  },
  'a second ALLOW': (random, objects) => {
    const allow = objects.filter(
      ({ kind, spec }) => kind === policyKind && actionOf(mapOf(spec)) === 'ALLOW'
    )
    if (allow.length === 0) return null
    const like = random.pick(allow)
    const { name, namespace, ...rest } = like.metadata
    const metadata = {
      ...rest,
      name: `${name}-too`,
      ...(namespace === undefined ? {} : { namespace })
    }
    const rules = [{ to: [{ operation: { paths: ['/a', '/admin*'] } }] }]
    const added = { ...like, metadata, spec: { ...mapOf(like.spec), rules } }
    return { base: objects, head: [...objects, added] }
  }
}

function notName(name: string): string {
  return `not${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

function withoutNot(_: unknown, fields: Parameters<typeof mapOf>[0]) {
  const all = Object.entries(mapOf(fields))
  const found = all.find(([name]) => name.startsWith('not'))
  return found === undefined ? null : Object.fromEntries(all.filter(entry => entry !== found))
}

function actionChanged(from: string, to: string): Edit {
  return changePolicy((_, spec) =>
    actionOf(spec) === from && listOf(spec.rules).length > 0 ? { ...spec, action: to } : null
  )
}

function dryRun(object: KubernetesObject, value: string): KubernetesObject | null {
  const annotations = { 'istio.io/dry-run': value }
  const old = object.metadata.annotations?.['istio.io/dry-run']
  if (old === value || textOf(mapOf(object.spec).action) === 'CUSTOM') return null
  return { ...object, metadata: { ...object.metadata, annotations } }
}
