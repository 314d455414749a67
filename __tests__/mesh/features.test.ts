import { describe, expect, test } from '@jest/globals'
import { features } from '../../src/mesh/features.ts'
import { meshFrom } from './meshes.ts'

describe('a behaviour by minor and flag', () => {
  test.each([
    ['1.23', true],
    ['1.24', false]
  ])('503 is retried in %s: %s', (minor, retried) => {
    expect(features(minor).has('retry-503')).toBe(retried)
  })

  test('a flag counts where the minor reads it', () => {
    const flag = (value: string) => ({ EXCLUDE_UNSAFE_503_FROM_DEFAULT_RETRY: value })
    expect(features('1.25', flag('false')).has('retry-503')).toBe(true)
    expect(features('1.25', flag('0')).has('retry-503')).toBe(true)
    expect(features('1.30', flag('false')).has('retry-503')).toBe(false)
    expect(features('1.23', flag('true')).has('retry-503')).toBe(true)
  })

  test('what Go would not parse leaves the default', () => {
    const flags = { DISABLE_SHADOW_HOST_SUFFIX: 'no' }
    expect(features('1.28', flags).has('shadow-suffix')).toBe(false)
    expect(features('1.28', { DISABLE_SHADOW_HOST_SUFFIX: 'F' }).has('shadow-suffix')).toBe(true)
  })

  test('a compatibility version restores what flags restore, and nothing else', () => {
    const like = features('1.29', {}, '1.26')
    expect(like.has('shadow-suffix')).toBe(true)
    // Mixed-case hosts were fixed without a flag.
    expect(like.has('fold-virtual-service-hosts')).toBe(true)
    expect(
      features('1.29', { DISABLE_SHADOW_HOST_SUFFIX: 'true' }, '1.26').has('shadow-suffix')
    ).toBe(false)
  })

  test('equal behaviour has an equal key, whatever the order of flags', () => {
    const some = { A: '1', B: '2' }
    expect(features('1.30', some).key).toBe(features('1.30', { B: '2', A: '1' }).key)
    expect(features('1.30', some).key).not.toBe(features('1.30').key)
  })
})

test('flags and compatibility stand in manifests too, and what is given wins', () => {
  const yaml = `
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata: {name: mesh, namespace: istio-system}
spec:
  tag: 1.28.1
  values:
    compatibilityVersion: "1.27"
    pilot: {env: {PILOT_UNIFIED_SIDECAR_SCOPE: false}}`
  const found = meshFrom(yaml).features
  expect(found.has('shadow-suffix')).toBe(true)
  expect(found.has('unified-sidecar-scope')).toBe(false)
  const given = meshFrom(yaml, { flags: { PILOT_UNIFIED_SIDECAR_SCOPE: 'true' } }).features
  expect(given.has('unified-sidecar-scope')).toBe(true)
})
