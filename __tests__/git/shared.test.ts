import { describe, expect, test } from '@jest/globals'
import { withSharedBytes } from '../../src/git/shared.ts'
import type { SideFiles } from '../../src/manifest/manifest.ts'

function side(name: 'base' | 'head', texts: Readonly<Record<string, string>>): SideFiles {
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    bytes: Buffer.from(text),
    side: name
  }))
  return { name, files, skipped: [] }
}

describe('bytes that both sides have', () => {
  const base = side('base', { 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n', 'c.yaml': 'c: 1\n' })
  const head = side('head', { 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 2\n', 'd.yaml': 'c: 1\n' })
  const shared = withSharedBytes(base, head)

  test('are one object where a file did not change', () => {
    expect(shared.files[0]?.bytes).toBe(base.files[0]?.bytes)
    expect(shared.files[0]?.side).toBe('head')
  })

  test('stay apart where it changed or has no counterpart', () => {
    expect(shared.files[1]?.bytes).toBe(head.files[1]?.bytes)
    expect(shared.files[2]?.bytes).toBe(head.files[2]?.bytes)
    expect(shared.files.map(file => file.path)).toEqual(['a.yaml', 'b.yaml', 'd.yaml'])
  })
})
