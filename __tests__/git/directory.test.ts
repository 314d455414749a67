import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { UserError } from '../../src/errors.ts'
import { readDirectory } from '../../src/git/directory.ts'
import { removeTemporaryFolders, temporaryFolder } from '../support/repository.ts'

afterAll(removeTemporaryFolders)

const service = 'apiVersion: v1\nkind: Service\n'

function folder(files: Readonly<Record<string, string>>): string {
  const path = temporaryFolder()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(path, name, '..'), { recursive: true })
    writeFileSync(join(path, name), text)
  }
  return path
}

describe('readDirectory', () => {
  test('names are relative and in one order, whatever the disk says', () => {
    const path = folder({
      'b.yaml': service,
      'a/z.yml': service,
      'a.yaml': service,
      'a/.hidden/x.yaml': service,
      '.git/config.yaml': service,
      'c.json': '{"apiVersion": "v1"}',
      'package.json': '{}',
      'notes.txt': ''
    })
    const side = readDirectory(path, 'head')
    expect(side.files.map(file => file.path)).toEqual([
      'a.yaml',
      'a/.hidden/x.yaml',
      'a/z.yml',
      'b.yaml',
      'c.json'
    ])
    expect(side.files.every(file => file.side === 'head')).toBe(true)
    expect(side).toMatchObject({ name: path, skipped: [] })
  })

  test('a single file, whatever its extension', () => {
    const path = folder({ 'world.txt': service })
    expect(readDirectory(join(path, 'world.txt'), 'base').files).toMatchObject([
      { path: 'world.txt', side: 'base' }
    ])
  })

  test('links inside are not followed, a link that is named is', () => {
    const inside = folder({ 'a.yaml': service })
    const path = folder({ 'b.yaml': service })
    symlinkSync(inside, join(path, 'dir'))
    symlinkSync(join(inside, 'a.yaml'), join(path, 'l.yaml'))
    symlinkSync(path, join(path, 'loop'))
    const side = readDirectory(path, 'head')
    expect(side.files.map(file => file.path)).toEqual(['b.yaml'])
    expect(side.skipped.map(({ file, reason }) => `${file} ${reason}`)).toEqual([
      'dir symlink',
      'l.yaml symlink',
      'loop symlink'
    ])
    const named = join(temporaryFolder(), 'named')
    symlinkSync(inside, named)
    expect(readDirectory(named, 'head').files.map(file => file.path)).toEqual(['a.yaml'])
  })

  test('names that are not UTF-8, pipes, and files that are too large', () => {
    const path = folder({ 'big.yaml': 'x'.repeat(200), 'small.yaml': 'x' })
    writeFileSync(
      Buffer.concat([Buffer.from(`${path}/`), Buffer.from([0xff]), Buffer.from('.yaml')]),
      'x'
    )
    execFileSync('mkfifo', [join(path, 'p.yaml')])
    const side = readDirectory(path, 'head', { file: 100, total: 1000 })
    expect(side.files.map(file => file.path)).toEqual(['\\xff.yaml', 'small.yaml'])
    expect(side.skipped.map(({ file, reason }) => `${file} ${reason}`)).toEqual([
      'big.yaml too-large',
      'p.yaml unreadable'
    ])
  })

  test('a single file over the limit is skipped, too', () => {
    const path = folder({ 'big.yaml': 'x'.repeat(200) })
    const side = readDirectory(join(path, 'big.yaml'), 'head', { file: 100, total: 1000 })
    expect(side.skipped).toMatchObject([{ file: 'big.yaml', reason: 'too-large' }])
  })

  test('what does not exist is the mistake of whoever named it', () => {
    expect(() => readDirectory('/nowhere/at/all', 'head')).toThrow(UserError)
    expect(() => readDirectory('/nowhere/at/all', 'head')).toThrow('does not exist')
  })

  // Root may list everything.
  const asUser = process.getuid?.() === 0 ? test.skip : test

  asUser('a folder that may not be listed', () => {
    const path = folder({ 'a/b.yaml': service })
    chmodSync(join(path, 'a'), 0)
    expect(() => readDirectory(path, 'head')).toThrow('cannot be listed')
    chmodSync(join(path, 'a'), 0o755)
  })

  test('an empty folder is an empty side', () => {
    expect(readDirectory(temporaryFolder(), 'head')).toMatchObject({ files: [], skipped: [] })
  })
})
