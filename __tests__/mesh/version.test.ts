import { describe, expect, test } from '@jest/globals'
import { buildMeshes } from '../../src/mesh/mesh.ts'
import { MINORS, minorOf, NEWEST } from '../../src/mesh/version.ts'
import { manifestsFrom } from '../support/side.ts'
import { meshFrom } from './meshes.ts'

describe('the minor in a text', () => {
  test.each([
    ['1.24', '1.24'],
    ['v1.24.3-distroless', '1.24'],
    ['1-22-1', '1.22'],
    ['1.9.0', null],
    ['1.99', null],
    ['21.24', null],
    ['default', null]
  ])('%s', (text, minor) => expect(minorOf(text)).toBe(minor))
})

const istiod = (tag: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: istiod, namespace: istio-system}
spec:
  template:
    spec:
      containers:
        - {name: discovery, image: "docker.io/istio/pilot:${tag}"}`

const namespace = `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/rev: 1-21-0}}`

describe('what says the version', () => {
  test('an installer goes before an image, an image before a revision', () => {
    const operator = `
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata: {name: mesh, namespace: istio-system}
spec: {tag: 1.25.1}`
    const all = [namespace, istiod('1.23.4'), operator]
    const found = meshFrom(all.join('\n---\n')).version
    expect(found).toMatchObject({ minor: '1.25', full: '1.25.1', isKnown: true })
    expect(found.place?.path).toEqual(['spec', 'tag'])
    expect(meshFrom([namespace, istiod('1.23.4')].join('\n---\n')).version.minor).toBe('1.23')
    expect(meshFrom(namespace).version.minor).toBe('1.21')
  })

  test('the Sail operator and values of the charts', () => {
    const sail = `
apiVersion: sailoperator.io/v1
kind: Istio
metadata: {name: default}
spec: {version: v1.26.2}`
    expect(meshFrom(sail).version).toMatchObject({ minor: '1.26', full: 'v1.26.2' })
    const values = { chartValues: [{ global: { tag: '1.20.3' } }] }
    expect(meshFrom('', values).version.minor).toBe('1.20')
  })

  test('what is given goes before everything; nothing said is the newest', () => {
    const given = { istio: { minor: '1.19', why: 'the flag' } }
    expect(meshFrom(istiod('1.23.4'), given).version).toMatchObject({
      minor: '1.19',
      why: 'the flag'
    })
    expect(meshFrom('').version).toMatchObject({ minor: NEWEST, isKnown: false })
    expect(MINORS.at(-1)).toBe(NEWEST)
  })

  test('a side that does not say runs what the other says; two that say differ', () => {
    const side = (yaml: string, name: 'base' | 'head') => ({
      side: name,
      manifests: manifestsFrom(yaml, name)
    })
    const added = buildMeshes(side('', 'base'), side(istiod('1.23.4'), 'head'))
    expect([added.base.version.minor, added.head.version.minor]).toEqual(['1.23', '1.23'])
    expect(added.base.features.key).toBe(added.head.features.key)
    const upgraded = buildMeshes(side(istiod('1.22.0'), 'base'), side(istiod('1.23.4'), 'head'))
    expect([upgraded.base.version.minor, upgraded.head.version.minor]).toEqual(['1.22', '1.23'])
  })
})
