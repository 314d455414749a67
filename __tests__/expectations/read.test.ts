import { describe, expect, test } from '@jest/globals'
import { UserError } from '../../src/errors.ts'
import { readTests } from '../../src/expectations/read.ts'

const read = (text: string) => readTests('t.yaml', text)

describe('a test file', () => {
  test('of istio-config-validator is read as it is', () => {
    const cases = read(`TestCases:
  - Description: users
    WantMatch: true
    request:
      Authority: [example.com, www.example.com]
      method: [GET, POST]
      uri: [/users]
      headers: {x-user: a}
      queryParams: {v: "1", flag: }
    route:
      - destination: {host: users, port: {number: 80}}
    redirect: {redirect_code: 302}
---
testCases:
  - request: {authority: [a], method: [GET], uri: [/]}
    isMatch: false
`)
    expect(cases).toHaveLength(2)
    const [first, second] = cases ?? []
    expect(first).toMatchObject({
      line: 2,
      description: 'users',
      wantMatch: true,
      request: {
        authority: ['example.com', 'www.example.com'],
        method: ['GET', 'POST'],
        uri: ['/users?v=1&flag'],
        headers: { 'x-user': 'a' }
      },
      rule: {
        route: [{ destination: { host: 'users', port: { number: 80 } } }],
        redirect: { redirectCode: 302 }
      },
      from: null,
      expect: null
    })
    expect(second?.warnings).toEqual(['unknown key "isMatch" is not read'])
  })

  test('without wantMatch says that it counts as false', () => {
    const [one] = read('testCases: [{request: {authority: a}, route: []}]') ?? []
    expect(one?.wantMatch).toBe(false)
    expect(one?.warnings[0]).toContain('counts as false')
  })

  test('of ours has more to say', () => {
    const [one] =
      read(`testCases:
  - id: a
    from: {namespace: shop, sidecar: false}
    modes: [offline]
    request: {authority: a, port: 8080, jwt: {issuer: i, audience: [x, y], expired: true}}
    expect:
      destination: {host: b, port: {number: 9}}
      distribution: {v1: 90, v2: 10}
      denied: rbac
      minDuration: 1.5s
      maxDuration: 2m
      requestHeaders: {x-a: null, x-b: 1}
      mirroredTo: c/v1
`) ?? []
    expect(one?.from).toEqual({ kind: 'bare', namespace: 'shop' })
    expect(one?.modes).toEqual(['offline'])
    expect(one?.request.tokens).toEqual([
      { claims: { iss: 'i', aud: ['x', 'y'], exp: 946_684_800 }, signature: 'good' }
    ])
    expect(one?.expect).toEqual({
      destination: { host: 'b', port: 9 },
      distribution: { v1: 90, v2: 10 },
      denied: 'rbac',
      minDuration: 1500,
      maxDuration: 120_000,
      requestHeaders: { 'x-a': null, 'x-b': '1' },
      mirroredTo: ['c/v1']
    })
  })

  test('that is none is null, and an empty one is empty', () => {
    expect(read('kind: Service\n')).toBeNull()
    expect(read('# testCases\nkind: Service\n')).toBeNull()
    expect(read('testCases:\n')).toEqual([])
  })
})

describe('a mistake is told with its line', () => {
  test.each<[string, string]>([
    ['testCases: [\n', 't.yaml:2:1: the test file is not valid YAML'],
    ['testCases: 1', 't.yaml:1: "testCases" must be a list'],
    ['testCases:\n- 1', 't.yaml:2: "testCases" must be a list of maps'],
    ['testCases:\n- description: x', 't.yaml:2: the test case has no "request"'],
    ['testCases:\n- request:\n    method: [GET]', 't.yaml:2: the request needs an "authority"'],
    ['testCases:\n- request:\n    authority: [1]', 't.yaml:3: "authority" must be a list of texts'],
    [
      'testCases:\n- request:\n    authority: a\n    uri: x',
      't.yaml:4: "uri" must be a list of paths'
    ],
    [
      'testCases:\n- request: {authority: a}\n  expect:\n    stats: 200',
      't.yaml:4: unknown key "stats" in "expect"'
    ],
    [
      'testCases:\n- request: {authority: a}\n  expect:\n    status: 20',
      't.yaml:4: "expect.status" must be a whole number from 100 to 599'
    ],
    [
      'testCases:\n- request: {authority: a}\n  expect:\n    distribution: {v1: 50}',
      't.yaml:4: "expect.distribution" adds up to 50 percent'
    ],
    [
      'testCases:\n- request: {authority: a}\n  expect:\n    minDuration: fast',
      't.yaml:4: "expect.minDuration" must be a duration'
    ],
    ['testCases:\n- request: {authority: a}\n  from: {}', 't.yaml:3: "from" must be a caller'],
    [
      'testCases:\n- request: {authority: a}\n  from: {namspace: x}',
      't.yaml:3: unknown key "namspace" in "from"'
    ],
    [
      'testCases:\n- request: {authority: a}\n  modes: [online]',
      't.yaml:3: "modes" knows offline and live'
    ],
    [
      'testCases:\n- request: {authority: a}\n  route: {}',
      't.yaml:3: "route" must be a list, as in a VirtualService'
    ],
    [
      'testCases:\n- request: {authority: a}\n  wantMatch: maybe',
      't.yaml:3: "wantMatch" must be true or false'
    ]
  ])('%j', (text, message) => {
    expect(() => read(text)).toThrow(UserError)
    expect(() => read(text)).toThrow(message)
  })
})
