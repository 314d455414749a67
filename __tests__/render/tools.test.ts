import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ToolSettings } from '../../src/manifest/rendered.ts'
import { renderLimits } from '../../src/render/limits.ts'
import { openScratch, type Scratch } from '../../src/render/scratch.ts'
import { sha256Of } from '../../src/render/sha256.ts'
import { releases } from '../../src/render/tool-table.ts'
import { findTool } from '../../src/render/tools.ts'

const any: ToolSettings = { path: null, version: null, sha256: null, mirror: null }
const folder = mkdtempSync(join(tmpdir(), 'meshproof-tools-'))
let scratch: Scratch

beforeAll(() => {
  scratch = openScratch(undefined)
})
afterAll(() => {
  scratch.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** A program that says it is of a version, in a folder of its own. */
function fake(name: string, version: string, where = version): string {
  const path = join(folder, where)
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, name), `#!/bin/sh\necho ${version}\n`)
  chmodSync(join(path, name), 0o755)
  return path
}

function search(path: string, settings: Partial<ToolSettings> = {}, directory = '/nowhere') {
  const env = { PATH: path }
  return { settings: { ...any, ...settings }, env, directory, scratch, limits: renderLimits }
}

describe('findTool', () => {
  test('takes the first one on the PATH whose version is right', async () => {
    const path = `${fake('kustomize', 'v4.5.7')}:relative:${fake('kustomize', 'v5.4.3')}`
    expect(await findTool('kustomize', search(path))).toEqual({
      path: join(folder, 'v5.4.3', 'kustomize'),
      version: '5.4.3'
    })
  })

  test('never takes one from the work tree', async () => {
    const own = fake('helm', 'v3.19.4', 'repository/bin')
    await expect(findTool('helm', search(own, {}, join(folder, 'repository')))).rejects.toThrow(
      'helm was not found on the PATH'
    )
  })

  test('wants exactly the version that the configuration names', async () => {
    const path = fake('helm', 'v3.18.0')
    expect((await findTool('helm', search(path, { version: '3.18.0' }))).version).toBe('3.18.0')
    await expect(findTool('helm', search(path, { version: '3.17.1' }))).rejects.toMatchObject({
      message: expect.stringContaining('no SHA-256 of helm 3.17.1'),
      hint: expect.stringContaining('tools.helm.sha256')
    })
  })

  test('says what is there and what is wanted, where nothing can be downloaded', async () => {
    await expect(findTool('kustomize', search(fake('kustomize', 'v4.5.7')))).rejects.toMatchObject({
      message: 'kustomize on the PATH is 4.5.7; wanted is 5.x.',
      hint: expect.stringContaining('tools.kustomize.path')
    })
  })

  test('uses the path that is named, once its checksum and version are right', async () => {
    const path = join(fake('helm', 'v3.16.2'), 'helm')
    const sha256 = sha256Of(Buffer.from('#!/bin/sh\necho v3.16.2\n'))
    expect(await findTool('helm', search('', { path, sha256 }))).toEqual({
      path,
      version: '3.16.2'
    })
    await expect(
      findTool('helm', search('', { path, sha256: sha256.replace(/^./, 'z') }))
    ).rejects.toThrow('does not have the SHA-256')
    await expect(findTool('helm', search('', { path, version: '3.19.4' }))).rejects.toThrow(
      'is helm 3.16.2; wanted is 3.19.4'
    )
    await expect(findTool('helm', search('', { path: '/nowhere/helm' }))).rejects.toThrow('ENOENT')
  })
})

test('each pinned release has a checksum for the platforms of runners', () => {
  for (const { sha256, version, archive, binary } of Object.values(releases)) {
    expect(Object.keys(sha256).sort()).toEqual([
      'darwin-amd64',
      'darwin-arm64',
      'linux-amd64',
      'linux-arm64'
    ])
    expect(new Set(Object.values(sha256)).size).toBe(4)
    for (const one of Object.values(sha256)) expect(one).toMatch(/^[0-9a-f]{64}$/)
    expect(archive(version, 'linux-amd64')).toContain(version)
    expect(binary('linux-amd64')).toMatch(/(?:kustomize|helm)$/)
  }
})
