import { describe, expect, test } from '@jest/globals'
import { type Config, defaultConfig } from '../../src/config/config.ts'
import { meshesOfPath, selectsPath } from '../../src/config/select.ts'

describe('selectsPath', () => {
  test.each([
    ['clusters/prod', 'clusters/prod/shop/vs.yaml', true],
    ['clusters/prod/', 'clusters/prod/shop/vs.yaml', true],
    ['./clusters/prod', 'clusters/prod/vs.yaml', true],
    ['/clusters/prod', 'clusters/prod/vs.yaml', true],
    ['clusters/prod', 'clusters/production/vs.yaml', false],
    ['clusters/prod/vs.yaml', 'clusters/prod/vs.yaml', true],
    ['clusters/*', 'clusters/prod/vs.yaml', true],
    ['*.yaml', 'vs.yaml', true],
    ['*.yaml', 'shop/vs.yaml', false],
    ['**/*.yaml', 'vs.yaml', true],
    ['**/*.yaml', 'a/b/c/vs.yaml', true],
    ['**/base/**', 'a/base/vs.yaml', true],
    ['**/base/**', 'base/vs.yaml', true],
    ['**/base/**', 'a/vs.yaml', false],
    ['a/**/z.yaml', 'a/z.yaml', true],
    ['a/**/z.yaml', 'a/b/c/z.yaml', true],
    ['vs-?.yaml', 'vs-1.yaml', true],
    ['vs-?.yaml', 'vs-12.yaml', false],
    ['v*s*l', 'virtual-services.yaml', true],
    ['[ab].yaml', 'a.yaml', false],
    ['.', 'any/thing.yaml', true]
  ])('%s selects %s: %s', (pattern, path, expected) => {
    expect(selectsPath(pattern, path)).toBe(expected)
  })

  test('does not take exponential time for many stars', () => {
    expect(selectsPath(`${'*a'.repeat(40)}b`, 'a'.repeat(5000))).toBe(false)
    expect(selectsPath(`${'**/'.repeat(40)}b`, `${'a/'.repeat(500)}c`)).toBe(false)
  })
})

describe('meshesOfPath', () => {
  const mesh = (name: string, paths: string[], exclude: string[] = [], context: string[] = []) => ({
    name,
    paths,
    exclude,
    context,
    istio: null,
    defaultNamespace: null,
    meshConfig: null,
    features: {}
  })
  const config: Config = {
    ...defaultConfig,
    meshes: [
      mesh('prod', ['prod', 'shared'], ['shared/drafts'], ['platform']),
      mesh('test', ['shared'])
    ]
  }

  test('is `default` for every file without configuration', () => {
    expect(meshesOfPath(defaultConfig, 'a/b.yaml')).toEqual(['default'])
  })

  test('can be none, one or several, and counts context', () => {
    expect(meshesOfPath(config, 'other/b.yaml')).toEqual([])
    expect(meshesOfPath(config, 'prod/b.yaml')).toEqual(['prod'])
    expect(meshesOfPath(config, 'shared/b.yaml')).toEqual(['prod', 'test'])
    expect(meshesOfPath(config, 'shared/drafts/b.yaml')).toEqual(['test'])
    expect(meshesOfPath(config, 'platform/ns.yaml')).toEqual(['prod'])
  })
})
