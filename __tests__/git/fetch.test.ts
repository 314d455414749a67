import { execFileSync, spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { fetchCommits, tokenAccess } from '../../src/git/fetch.ts'
import {
  emptyRepository,
  type Repository,
  removeTemporaryFolders,
  serveLikeGitHub
} from '../support/repository.ts'

/** git's own HTTP server behind a token, as GitHub answers: two authorization headers are a bad request. */
let server: Server
let origin: Repository
let commit: string
const refused: string[] = []

beforeAll(async () => {
  origin = emptyRepository()
  serveLikeGitHub(origin)
  commit = origin.commit({ 'a.yaml': '1' })
  origin.run('update-ref', 'refs/heads/main', commit)
  server = createServer((request, response) => {
    const headers = request.rawHeaders.filter(
      (_value, index) => request.rawHeaders[index - 1]?.toLowerCase() === 'authorization'
    )
    const wanted = `basic ${Buffer.from('x-access-token:good').toString('base64')}`
    if (headers.length !== 1 || headers[0] !== wanted) {
      refused.push(headers.join(' and '))
      response.writeHead(headers.length > 1 ? 400 : 401, { 'www-authenticate': 'Basic' }).end()
      return
    }
    cgi(origin.path, request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => {
  server.close()
  removeTemporaryFolders()
})

function address(): string {
  // A server that listens on a port has an address of that kind.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function clone(): Repository {
  const repository = emptyRepository()
  repository.run('remote', 'add', 'origin', `${address()}/.git`)
  return repository
}

test('a missing commit is fetched with the token, also where checkout has stored one', async () => {
  for (const stored of [false, true]) {
    const repository = clone()
    if (stored) {
      repository.run('config', `http.${address()}/.extraheader`, 'AUTHORIZATION: basic c3RhbGU=')
    }
    refused.length = 0
    const access = tokenAccess(address(), 'good')
    const failed = await fetchCommits(
      repository.git,
      { name: 'origin', access },
      [commit],
      ['--depth=1']
    )
    expect([failed, refused]).toEqual([null, []])
    expect(repository.run('cat-file', '-t', commit)).toBe('commit')
    const kept = repository.run(
      'config',
      '--get',
      '--default=none',
      `http.${address()}/.extraheader`
    )
    expect(kept).toBe(stored ? 'AUTHORIZATION: basic c3RhbGU=' : 'none')
  }
})

test('without a token that is accepted: what git says, no prompt', async () => {
  const repository = clone()
  for (const token of ['', 'bad']) {
    const access = tokenAccess(address(), token)
    const failed = await fetchCommits(repository.git, { name: 'origin', access }, [commit], [])
    expect(failed).toMatch(/terminal prompts disabled|Authentication failed/)
    expect(failed).not.toContain(Buffer.from('x-access-token:bad').toString('base64'))
  }
})

test('a token goes to its own server alone', async () => {
  const repository = clone()
  refused.length = 0
  const access = tokenAccess('https://github.example', 'good')
  await fetchCommits(repository.git, { name: 'origin', access }, [commit], [])
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.every(header => header === '')).toBe(true)
})

/** The CGI of git-http-backend(1), as little of it as git needs. */
function cgi(project: string, request: IncomingMessage, response: ServerResponse): void {
  const backend = join(execFileSync('git', ['--exec-path']).toString().trim(), 'git-http-backend')
  const url = new URL(request.url ?? '/', 'http://localhost')
  const child = spawn(backend, {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: project,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'],
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? '')
    }
  })
  request.pipe(child.stdin)
  const chunks: Buffer[] = []
  child.stdout.on('data', chunk => chunks.push(chunk))
  child.on('close', () => {
    const output = Buffer.concat(chunks)
    const end = output.indexOf('\r\n\r\n')
    for (const line of output.toString('latin1', 0, end).split('\r\n')) {
      const [name = '', value = ''] = line.split(': ')
      if (name === 'Status') response.statusCode = Number.parseInt(value, 10)
      else response.setHeader(name, value)
    }
    response.end(output.subarray(end + 4))
  })
}
