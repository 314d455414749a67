import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { downloadTool } from '../../src/render/download.ts'
import { openScratch, type Scratch } from '../../src/render/scratch.ts'
import { sha256Of } from '../../src/render/sha256.ts'

const root = mkdtempSync(join(tmpdir(), 'meshproof-download-'))
const scratches: Scratch[] = []
let server: Server
let archive: Buffer
let asked = 0

beforeAll(async () => {
  process.env.RUNNER_TOOL_CACHE = join(root, 'cache')
  process.env.RUNNER_TEMP = join(root, 'temp')
  for (const name of ['cache', 'temp', 'linux-amd64']) mkdirSync(join(root, name))
  writeFileSync(join(root, 'linux-amd64', 'helm'), '#!/bin/sh\necho v3.19.4\n', { mode: 0o755 })
  execFileSync('tar', ['-czf', join(root, 'helm.tgz'), '-C', root, 'linux-amd64'])
  archive = readFileSync(join(root, 'helm.tgz'))
  server = createServer((_, response) => {
    asked++
    response.end(archive)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => {
  server.close()
  for (const { remove } of scratches) remove()
  rmSync(root, { recursive: true, force: true })
})

function download(sha256: string): Promise<string> {
  const scratch = openScratch(undefined)
  scratches.push(scratch)
  // A server that listens on a port.
  const { port } = server.address() as AddressInfo
  return downloadTool({
    name: 'helm',
    version: '3.19.4',
    address: `http://127.0.0.1:${port}/helm.tgz`,
    sha256,
    binary: 'linux-amd64/helm',
    scratch
  })
}

test('an archive is unpacked once its checksum is right, and kept for the next run', async () => {
  const path = await download(sha256Of(archive))
  expect(execFileSync(path).toString()).toBe('v3.19.4\n')
  await download(sha256Of(archive))
  expect(asked).toBe(1)
})

test('a cache that somebody else wrote to is not used', async () => {
  const key = `meshproof-helm-${sha256Of(archive).slice(0, 12)}`
  const kept = join(root, 'cache', key, '3.19.4', process.arch, 'archive.tar.gz')
  expect(readFileSync(kept).equals(archive)).toBe(true)
  writeFileSync(kept, 'poison')
  const path = await download(sha256Of(archive))
  expect(execFileSync(path).toString()).toBe('v3.19.4\n')
  expect(asked).toBe(2)
})

test('an archive with another checksum is not unpacked', async () => {
  await expect(download('0'.repeat(64))).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringContaining('does not have the SHA-256 that is pinned for helm 3.19.4')
  })
})
