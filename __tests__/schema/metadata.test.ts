import { describe, expect, test } from '@jest/globals'
import { found, ids } from '../support/schema.ts'

const object = (metadata: string, type = 'networking.istio.io/v1, kind: Sidecar') =>
  `{apiVersion: ${type}, metadata: {${metadata}}}\n`

describe('metadata as the API server wants it', () => {
  test('a misspelt field does nothing', () => {
    expect(found(object('name: a, label: {app: a}'))).toEqual([
      'schema/unknown-field 1:73 "label": metadata has no field "label". Did you mean "labels"? The API server refuses it under strict validation (the default of kubectl) and drops it otherwise, so that it does nothing.'
    ])
  })

  test('names of custom resources are DNS subdomains', () => {
    expect(ids(object('name: a.b-c.d1'))).toEqual([])
    expect(ids(object(`name: ${'a'.repeat(253)}`))).toEqual([])
    expect(ids(object(`name: ${'a'.repeat(254)}`))).toEqual(['schema/invalid-format'])
    for (const name of ['Reviews', 'a_b', '-a', 'a-', 'a..b']) {
      expect(ids(object(`name: "${name}"`))).toEqual(['schema/invalid-format'])
    }
    expect(ids(object('name: "system:reader"', 'v1, kind: ServiceAccount'))).toEqual([])
  })

  test('a name that is generated may end in a dash', () => {
    expect(ids(object('generateName: a-'))).toEqual([])
  })

  test('namespaces are DNS labels', () => {
    expect(ids(object('name: a, namespace: shop'))).toEqual([])
    expect(ids(object('name: a, namespace: shop.prod'))).toEqual(['schema/invalid-format'])
  })

  test('keys and values of labels', () => {
    expect(ids(object('name: a, labels: {app.kubernetes.io/name: a_B.1, x: ""}'))).toEqual([])
    expect(found(object('name: a, labels: {app: "a b", "a b": c}'))).toEqual([
      'schema/invalid-format 1:87 "\\"a b\\"": metadata.labels.app is the string "a b", but must be a label value: letters, digits, -, _ and ., at most 63 characters, a letter or digit at both ends.',
      'schema/invalid-format 1:94 "\\"a b\\"": metadata.labels has the key "a b", but its keys must be a name of letters, digits, -, _ and ., at most 63 characters, with an optional DNS subdomain and a slash before it.'
    ])
    for (const key of ['/a', 'a/', 'a/b/c', 'A.b/c', 'a'.repeat(64), '-a']) {
      expect(ids(object(`name: a, labels: {"${key}": c}`))).toEqual(['schema/invalid-format'])
    }
  })

  test('keys of annotations in any case, and their size', () => {
    expect(ids(object('name: a, annotations: {Example.com/Name: "any thing"}'))).toEqual([])
    expect(ids(object('name: a, annotations: {"a b": c}'))).toEqual(['schema/invalid-format'])
    const text = 'ä'.repeat(128 * 1024)
    expect(ids(object(`name: a, annotations: {a: ${text.slice(1)}}`))).toEqual([])
    expect(ids(object(`name: a, annotations: {a: ${text}}`))).toEqual(['schema/out-of-bounds'])
  })
})
