import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { FakeGitHub } from '../support/fake-github.ts'
import { injections } from '../support/injections.ts'
import { type Files, removeTemporaryFolders } from '../support/repository.ts'
import type { Step } from '../support/runner.ts'
import { commonMatchers } from '../support/runner-commands.ts'
import { before, Change, rerouted, routes, service } from './pull-request.ts'

jest.setTimeout(60_000)

let github: FakeGitHub

beforeEach(async () => {
  github = await FakeGitHub.start()
})

afterEach(() => {
  expect(github.complaints).toEqual([])
  github.stop()
})

afterAll(removeTemporaryFolders)

const quote = (text: string) => JSON.stringify(text)

/** Hostile text where a manifest can hold text: names, hosts, paths, regular expressions, keys, and file names. */
function hostile(texts: readonly string[]): Files {
  const files: Record<string, string> = { ...(rerouted as Record<string, string>) }
  for (const [index, text] of texts.entries()) {
    const name = Buffer.from(text.replaceAll('/', '_').replaceAll('\0', ''))
      .toString('latin1')
      .slice(0, 100)
    files[`${name}.yaml`] = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${quote(text)}, namespace: ${quote(text)}}
spec:
  hosts: [${quote(text)}]
  gateways: [${quote(text)}]
  ${quote(text)}: 1
  http:
    - match:
        - uri: {regex: ${quote(text)}}
        - headers: {${quote(text)}: {exact: ${quote(text)}}}
      route:
        - destination: {host: ${quote(text)}, subset: ${quote(text)}}
`
    files[`broken${index}.yaml`] = `${text}: [\n`
  }
  return files
}

/** Without code spans, and without the addresses of links to files, where names are percent-encoded. */
function outsideCode(markdown: string): string {
  return markdown
    .replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '')
    .replaceAll(/\]\(https:\/\/github\.example\/acme\/mesh\/blob\/[^)\s]*\)/g, ']')
}

/** Commands that our own code gives, and nothing else. */
const ours = new Set(['group', 'endgroup', 'notice', 'warning', 'error'])

function expectHarmless(step: Step): void {
  for (const { name, data, properties } of step.commands) {
    expect(ours).toContain(name)
    for (const text of [data, ...Object.values(properties)]) expect(text).not.toMatch(/\p{Cc}/u)
  }
  for (const line of step.output.split('\n')) {
    if (line.startsWith('::')) continue
    for (const matcher of Object.values(commonMatchers)) expect(line).not.toMatch(matcher)
  }
  const closed = step.commands.filter(({ name }) => name === 'endgroup').length
  expect(closed).toBe(step.commands.filter(({ name }) => name === 'group').length)
}

describe('a pull request that is written to act on the job', () => {
  test('commands, mentions and markers in every place of a manifest', async () => {
    const change = new Change(before).push(hostile(injections), github)
    const step = await change.run(github)
    expectHarmless(step)
    expect(['pass', 'warn', 'approve', 'block']).toContain(step.outputs.verdict)
    expect(Object.keys(step.outputs).sort()).toEqual([
      'comment-url',
      'effects',
      'introduced',
      'report-file',
      'verdict'
    ])
    expect(step.state).toEqual({ started: 'true', verdict: step.outputs.verdict })
  })

  test('HTML, mentions and forged markers stay text in the comment', async () => {
    const marker = `<!-- meshproof v=1 key=mesh%20checks sha=${'a'.repeat(40)} run=9.9.9 verdict=pass earlier= -->`
    const texts = [
      marker,
      `x\n${marker}`,
      '@acme/owners',
      '</details><h1>proven</h1>',
      '`` ` ```\n# x',
      '[x](http://evil.example)',
      '| a | b |',
      '![x](http://evil.example/x.png)',
      '\u202egnp.exe'
    ]
    const step = await new Change(before).push(hostile(texts), github).run(github)
    expectHarmless(step)
    const [comment] = github.comments
    const lines = comment?.body.split('\n') ?? []
    expect(lines.filter(line => line.includes('<!-- meshproof'))).toHaveLength(1)
    for (const text of [comment?.body ?? '', step.summary]) {
      const outside = outsideCode(text)
      expect(outside).not.toMatch(/@acme|<h1>|evil\.example|\u202e/)
    }
  })

  test('secrets in manifests are in no output', async () => {
    const canaries = [
      'hunter2secret',
      'MIIEowIBAAKCAQ',
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJh.c2lnbmF0dXJl',
      'ghp_0123456789abcdefghijABCDEFGHIJ'
    ]
    const [password, pem, token, pat] = canaries
    const files = {
      'service.yaml': service,
      'routes.yaml': routes('v1').replace(
        '    - route:',
        `    - match: [{headers: {authorization: {exact: "Bearer ${token}"}}}]
      headers: {request: {set: {x-api-key: ${pat}}}}
      route: [{destination: {host: reviews, subset: v2}}]
    - route:`
      ),
      'secret.yaml': `apiVersion: v1
kind: Secret
metadata: {name: s, namespace: shop}
stringData: {password: ${password}}
data: {key: ${Buffer.from(password ?? '').toString('base64')}}
`,
      'auth.yaml': `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: a, namespace: shop}
spec:
  jwtRules:
    - issuer: a
      jwks: '{"keys":[{"kty":"oct","k":"${password}"}]}'
`,
      'filter.yaml': `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: f, namespace: shop}
spec:
  configPatches:
    - applyTo: HTTP_FILTER
      patch:
        operation: ADD
        value: {inline: "-----BEGIN PRIVATE KEY-----\\n${pem}\\n-----END PRIVATE KEY-----"}
`
    }
    const step = await new Change(before)
      .push(files, github)
      .run(github, { inputs: { 'sarif-file': 'out.sarif' } })
    const places = [
      step.output,
      step.summary,
      github.comments[0]?.body ?? '',
      readFileSync(step.outputs['report-file'] ?? '', 'utf8'),
      readFileSync(step.outputs['sarif-file'] ?? '', 'utf8')
    ]
    const encoded = Buffer.from(password ?? '').toString('base64')
    for (const text of places) {
      for (const canary of [...canaries, encoded]) expect(text).not.toContain(canary)
    }
  })

  test('more problems than the runner keeps: nine errors, the first the worst, and a count', async () => {
    const many: Record<string, string> = { 'service.yaml': service, 'routes.yaml': routes('v1') }
    for (let i = 0; i < 40; i++) {
      many[`r${i}.yaml`] = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: r${i}, namespace: shop}
spec:
  hosts: [h${i}.example.com]
  http: [{route: [{destination: {host: reviews, subset: nope${i}}}]}]
`
    }
    const step = await new Change(before).push(many, github).run(github)
    expect(step.outputs.verdict).toBe('block')
    const errors = step.commands.filter(({ name }) => name === 'error')
    expect(errors).toHaveLength(10)
    expect(errors[8]?.data).toMatch(/\d+ more in the job summary/)
    expect(errors[9]?.data).toContain('Meshproof: blocked')
  })
})
