import { expect, test } from '@jest/globals'
import { manifestChanges } from '../../src/effects/manifest-change.ts'
import { phases, stepWords } from '../../src/effects/phases.ts'
import { manifestsFrom } from '../support/side.ts'

function rule(subsets: readonly string[]): string {
  const list = subsets.map(name => `{name: ${name}, labels: {version: ${name}}}`).join(', ')
  return `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec: {host: cart, subsets: [${list}]}
`
}

function service(subset: string): string {
  return `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http: [{route: [{destination: {host: cart, subset: ${subset}}}]}]
`
}

function steps(base: string, head: string, way: 'forward' | 'back'): string[] {
  return phases(manifestChanges(manifestsFrom(base, 'base'), manifestsFrom(head, 'head')), way).map(
    stepWords
  )
}

const virtualService = 'apply VirtualService shop/cart (mesh.yaml)'
const destinationRule = 'apply DestinationRule shop/cart (mesh.yaml)'

test('a subset is there before routes name it, and stays until none does', () => {
  const base = `${rule(['v1'])}---\n${service('v1')}`
  const head = `${rule(['v1', 'v2'])}---\n${service('v2')}`
  expect(steps(base, head, 'forward')).toEqual([destinationRule, virtualService])
  expect(steps(base, head, 'back')).toEqual([virtualService, destinationRule])
})

test('a subset that goes, goes last', () => {
  const base = `${rule(['v1', 'v2'])}---\n${service('v2')}`
  const head = `${rule(['v1'])}---\n${service('v1')}`
  expect(steps(base, head, 'forward')).toEqual([virtualService, destinationRule])
})

test('new objects are deleted on the way back', () => {
  expect(steps(rule(['v1']), `${rule(['v1'])}---\n${service('v1')}`, 'back')).toEqual([
    'delete VirtualService shop/cart (mesh.yaml)'
  ])
})
