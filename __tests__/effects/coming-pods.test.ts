import { expect, test } from '@jest/globals'
import { diffOf } from '../support/reviewed.ts'

const yaml = (...documents: readonly object[]): string =>
  documents.map(document => JSON.stringify(document)).join('\n---\n')

const service = (name: string, app: string) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop' },
  spec: { selector: { app }, ports: [{ name: 'http', port: 80 }] }
})

const policy = {
  apiVersion: 'security.istio.io/v1',
  kind: 'AuthorizationPolicy',
  metadata: { name: 'some', namespace: 'shop' },
  spec: { selector: { matchLabels: { app: 'cart' } }, rules: [{}] }
}

const kinds = (base: string, head: string): string[] =>
  diffOf(base, head).effects.map(({ domain, kind }) => `${domain} ${kind}`)

const there = service('web', 'web')

test('pods of a Service that is new or gone come and go with it', () => {
  const more = yaml(there, service('cart', 'cart'))
  expect(kinds(yaml(there), more)).toEqual(['routing traffic-gained'])
  expect(kinds(more, yaml(there))).toEqual(['routing traffic-lost'])
})

test('pods that a policy or another Service knows are there before', () => {
  const known = [there, policy]
  expect(kinds(yaml(...known), yaml(...known, service('cart', 'cart')))).toContain(
    'transport connection-broken'
  )
  expect(kinds(yaml(service('web', 'web')), yaml(service('web', 'cart')))).toContain(
    'transport connection-broken'
  )
})
