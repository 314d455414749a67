import { describe, expect, test } from '@jest/globals'
import type { Manifest } from '../../src/manifest/manifest.ts'
import { splitByFolder } from '../../src/review/split.ts'
import { manifestsFrom } from '../support/side.ts'

/** One VirtualService per file; `file: host` pairs, the name is the file's last segment. */
function manifests(files: Readonly<Record<string, string>>): Manifest[] {
  return Object.entries(files).flatMap(([file, host]) => {
    const name = file.slice(file.lastIndexOf('/') + 1).replace('.yaml', '')
    return manifestsFrom(
      `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: ${name}}\nspec: {hosts: [${host}]}\n`,
      'head',
      file
    )
  })
}

function split(files: Readonly<Record<string, string>>): Record<string, string[]> | null {
  const parts = splitByFolder([], manifests(files))
  if (parts === null) return null
  return Object.fromEntries(parts.map(part => [part.name, part.head.map(one => one.file).sort()]))
}

describe('splitByFolder', () => {
  test('what is consistent stays one', () => {
    expect(split({ 'a/web.yaml': 'x', 'b/cart.yaml': 'y' })).toEqual({
      '': ['a/web.yaml', 'b/cart.yaml']
    })
  })

  test('copies with one content are no reason to split', () => {
    expect(split({ 'a/web.yaml': 'x', 'b/web.yaml': 'x' })).toEqual({
      '': ['a/web.yaml', 'b/web.yaml']
    })
  })

  test('environments are told apart by their folders; what lies outside is in each', () => {
    expect(
      split({ 'envs/dev/web.yaml': 'x', 'envs/prod/web.yaml': 'y', 'shared/cart.yaml': 'z' })
    ).toEqual({
      'envs/dev': ['envs/dev/web.yaml', 'shared/cart.yaml'],
      'envs/prod': ['envs/prod/web.yaml', 'shared/cart.yaml']
    })
  })

  test('folders of the same names belong together', () => {
    expect(
      split({
        'cart/dev/cart.yaml': 'x',
        'cart/prod/cart.yaml': 'y',
        'web/dev/web.yaml': 'x',
        'web/prod/web.yaml': 'y'
      })
    ).toEqual({
      dev: ['cart/dev/cart.yaml', 'web/dev/web.yaml'],
      prod: ['cart/prod/cart.yaml', 'web/prod/web.yaml']
    })
  })

  test('a base and its overlays are split twice', () => {
    expect(
      split({
        'base/web.yaml': 'x',
        'overlays/dev/web.yaml': 'y',
        'overlays/prod/web.yaml': 'z'
      })
    ).toEqual({
      base: ['base/web.yaml'],
      'overlays/dev': ['overlays/dev/web.yaml'],
      'overlays/prod': ['overlays/prod/web.yaml']
    })
  })

  test('copies in one folder cannot be told apart', () => {
    const two = manifestsFrom(
      'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {type: ExternalName}\n'
    )
    expect(splitByFolder(two, [])).toBeNull()
    expect(split({ 'web.yaml': 'x', 'prod/web.yaml': 'y' })).toBeNull()
  })
})
