import { describe, expect, test } from '@jest/globals'
import type { FindingDraft } from '../../src/finding.ts'
import { validateExpressions } from '../../src/schema/cel.ts'
import { compileExpression } from '../../src/schema/cel-program.ts'
import type { SchemaChoice } from '../../src/schema/schemas.ts'
import { createSchemas } from '../../src/schema/schemas.ts'
import type { SchemaNode, SchemaTable } from '../../src/schema/table.ts'
import { describeFinding, schemasOf, store } from '../support/schema.ts'
import { manifestsFrom } from '../support/side.ts'

function broken(yaml: string, choice: Partial<SchemaChoice> = {}): string[] {
  const { findings, unknown } = run(yaml, choice)
  expect(unknown).toEqual([])
  return findings.map(finding => describeFinding(finding, yaml))
}

function run(yaml: string, choice: Partial<SchemaChoice> = {}, base?: string) {
  const schemas = schemasOf({ istio: '1.31', ...choice })
  const [manifest] = manifestsFrom(yaml)
  const [old] = base === undefined ? [] : manifestsFrom(base, 'base')
  if (manifest === undefined) throw new Error('no manifest')
  return validateExpressions(manifest, schemas, old)
}

const fieldsOf = (findings: readonly FindingDraft[]) =>
  findings.map(finding => finding.params.field)

describe('validation rules of the CRDs', () => {
  test('on a scalar, a map and a list, each at its place', () => {
    const yaml = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: external}
spec:
  hosts: ["*"]
  resolution: NONE
  workloadSelector:
    labels: {app: "a*"}
  ports:
  - {number: 80, name: a}
  - {number: 80, name: b}
  - {number: 70000, name: c}
`
    expect(broken(yaml)).toEqual([
      'schema/failed-expression 5:11 "\\"*\\"": spec.hosts[0] is the string "*", which breaks a validation rule of networking.istio.io/v1 (Istio 1.31): hostname cannot be wildcard',
      'schema/failed-expression 8:19 "\\"a*\\"": spec.workloadSelector.labels.app is the string "a*", which breaks a validation rule of networking.istio.io/v1 (Istio 1.31): wildcard is not supported in selector',
      'schema/failed-expression 9:3 "ports": spec.ports breaks a validation rule of networking.istio.io/v1 (Istio 1.31): port number cannot be duplicated',
      'schema/failed-expression 12:14 "70000": spec.ports[2].number is the number 70000, which breaks a validation rule of networking.istio.io/v1 (Istio 1.31): port must be between 1-65535'
    ])
    expect(broken(yaml.replace('/v1', '/v1beta1'), { istio: '1.22' })).toEqual([])
  })

  test('about durations: a text that is none is refused as well', () => {
    const yaml = (timeout: string) =>
      `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\nspec: {hosts: [a], http: [{timeout: ${timeout}, route: [{destination: {host: a}}]}]}\n`
    for (const good of ['1ms', '1.5s', '1h30m']) expect(broken(yaml(good))).toEqual([])
    for (const bad of ['0s', '999us', '-5s', 'soon', '""', '5 s']) {
      expect(fieldsOf(run(yaml(bad)).findings)).toEqual(['spec.http[].timeout'])
    }
  })

  test('about URLs, by Go’s reading of them', () => {
    const yaml = (url: string) =>
      `apiVersion: security.istio.io/v1\nkind: RequestAuthentication\nmetadata: {name: a}\nspec: {jwtRules: [{issuer: a, jwksUri: "${url}"}]}\n`
    for (const good of ['https://a/keys', 'HTTP://a:80', 'http://[::1]:80/x?y']) {
      expect(broken(yaml(good))).toEqual([])
    }
    for (const bad of ['ftp://a', 'keys', '/keys', 'http://a b', 'http://a:b', 'https://%zz']) {
      expect(fieldsOf(run(yaml(bad)).findings)).toEqual(['spec.jwtRules[].jwksUri'])
    }
  })

  test('are left out where the part is structurally broken, and run beside it', () => {
    const yaml = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: external}
spec:
  hosts: ["*"]
  ports: [{number: "80", name: a}, {number: 0, name: b}]
`
    expect(fieldsOf(run(yaml).findings)).toEqual(['spec.hosts[]', 'spec.ports[].number'])
  })

  test('see reserved names escaped, and defaults', () => {
    const yaml = (refs: string) =>
      `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: a}\nspec: {parentRefs: [${refs}]}\n`
    expect(broken(yaml('{name: a, namespace: x}, {name: a, namespace: y}'))).toEqual([])
    const same = run(yaml('{name: a}, {name: a, group: gateway.networking.k8s.io}'))
    expect(same.findings.map(finding => finding.params.rule)).toEqual([
      'sectionName must be unique when parentRefs includes 2 or more references to the same parent'
    ])
  })

  test('about a change run against the base only', () => {
    const yaml = (name: string) =>
      `apiVersion: gateway.networking.k8s.io/v1\nkind: GatewayClass\nmetadata: {name: a}\nspec: {controllerName: example.com/${name}}\n`
    expect(run(yaml('b')).findings).toEqual([])
    expect(run(yaml('b'), {}, yaml('b')).findings).toEqual([])
    expect(run(yaml('b'), {}, yaml('a')).findings.map(finding => finding.message)).toEqual([
      'spec.controllerName is the string "example.com/b", which breaks a validation rule of gateway.networking.k8s.io/v1 (Gateway API 1.6): Value is immutable'
    ])
  })
})

describe('a rule that cannot be run is unknown', () => {
  const withRule = (rule: string, values = '[a, b]') => {
    const nodes: SchemaNode[] = [
      { type: 'string' },
      { type: 'array', items: 0, validations: [{ rule, message: 'm' }] },
      { type: 'object', properties: { list: 1 } },
      { type: 'object', properties: { spec: 2 } }
    ]
    const table: SchemaTable = {
      format: 'meshproof/schemas/v1',
      project: 'istio',
      minor: '1.31',
      release: 'test',
      kinds: [
        {
          group: 'networking.istio.io',
          kind: 'Sidecar',
          plural: 'sidecars',
          scope: 'Namespaced',
          versions: [{ name: 'v1', schema: 3, storage: true }]
        }
      ],
      nodes
    }
    const schemas = createSchemas({ ...store, load: () => table }, { istio: '1.31' })
    const [manifest] = manifestsFrom(
      `apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: a}\nspec: {list: ${values}}\n`
    )
    if (manifest === undefined) throw new Error('no manifest')
    const { findings, unknown } = validateExpressions(manifest, schemas)
    return {
      findings: findings.map(finding => finding.params.rule),
      unknown: unknown.map(({ reason, message }) => `${reason}: ${message}`)
    }
  }

  test('an unknown function, a syntax error', () => {
    expect(withRule('self.sorted()')).toEqual({
      findings: [],
      unknown: [
        'internal: The validation rule of networking.istio.io/v1 (Istio 1.31) on spec.list of Sidecar default/a was not run, since the function sorted is not known: m'
      ]
    })
    expect(withRule('self.all(')).toMatchObject({ findings: [], unknown: [expect.any(String)] })
    expect(withRule('quantity("1") == 1').unknown).toHaveLength(1)
  })

  test('more steps than the budget', () => {
    const many = `[${Array.from({ length: 1100 }, (_, index) => `n${index}`).join(',')}]`
    expect(withRule('self.all(a, self.exists_one(b, a == b))', many).unknown).toEqual([
      'budget: The validation rule of networking.istio.io/v1 (Istio 1.31) on spec.list of Sidecar default/a was not run, since it would take about 1210000 steps: m'
    ])
    expect(withRule('self.all(a, a != "x")', many)).toEqual({ findings: [], unknown: [] })
  })

  test('but what CEL calls an error is a refusal', () => {
    expect(withRule('self[5] == "a"')).toEqual({ findings: ['m'], unknown: [] })
    expect(withRule('int(self[0]) > 0')).toEqual({ findings: ['m'], unknown: [] })
  })

  test('a name in a text is no transition rule', () => {
    expect(withRule('self[0] == "oldSelf"')).toEqual({ findings: ['m'], unknown: [] })
    expect(withRule('self == oldSelf')).toEqual({ findings: [], unknown: [] })
  })
})

test('every rule of every table compiles, with functions that are known', () => {
  const rules = new Set<string>()
  for (const table of [
    ...store.minors().map(minor => store.load(minor)),
    ...store.gatewayApiMinors().map(minor => store.gatewayApi(minor))
  ]) {
    for (const node of table.nodes) {
      for (const validation of node.validations ?? []) {
        rules.add(validation.rule)
        expect(Object.keys(validation).sort()).toEqual(['message', 'rule'])
      }
    }
  }
  expect(rules.size).toBeGreaterThan(150)
  const broken = [...rules].filter(rule => {
    const program = compileExpression(rule)
    const outcome = program.run('x', 'x')
    return outcome.kind === 'unknown' && !outcome.message.includes('no matching overload')
  })
  expect(broken).toEqual([])
})
