import { describe, expect, test } from '@jest/globals'
import type { Request } from '../../src/dataplane/request.ts'
import { UserError } from '../../src/errors.ts'
import type { Callers } from '../../src/explain/callers.ts'
import { readRequest, readRequestLine } from '../../src/explain/request.ts'

const workloads = [
  { name: 'web-v1', labels: { app: 'web', version: 'v1' }, serviceAccount: 'web' },
  { name: 'cart-v1', labels: { app: 'cart', version: 'v1' }, serviceAccount: 'cart' },
  { name: 'cart-v2', labels: { app: 'cart', version: 'v2' }, serviceAccount: 'cart' }
]
const callers: Callers = {
  workload: (namespace, name) =>
    namespace === 'shop' ? (workloads.find(one => one.name === name) ?? null) : null,
  withServiceAccount: (namespace, account) =>
    namespace === 'shop' ? workloads.filter(one => one.serviceAccount === account) : []
}
const read = (value: unknown) => readRequest(value, 'requests.jsonl:3', callers)

describe('shorthands', () => {
  test.each<[string, Partial<Request>]>([
    [
      'http://cart',
      { authority: 'cart', port: 80, path: '/', protocol: 'http', transport: 'plaintext' }
    ],
    [
      'http://cart:8080/a/../b?x=%2f#y',
      { authority: 'cart:8080', port: 8080, path: '/a/../b?x=%2f#y' }
    ],
    [
      'https://Shop.example.com?q',
      { port: 443, path: '/?q', transport: 'tls', sni: 'shop.example.com' }
    ],
    ['https://shop.example.com:8443/', { port: 8443, sni: 'shop.example.com' }],
    ['tcp://db:5432', { protocol: 'tcp', port: 5432, authority: 'db:5432' }],
    [
      'tls://db.example.com',
      { protocol: 'tcp', port: 443, transport: 'tls', sni: 'db.example.com' }
    ]
  ])('url %s', (url, expected) => {
    expect(read({ from: 'outside', url })).toMatchObject(expected)
  })

  test('an IP address is no server name', () => {
    expect(read({ from: 'outside', url: 'https://10.0.0.1/' }).sni).toBeUndefined()
    expect(read({ from: 'outside', url: 'https://a.com/', sni: 'b.com' }).sni).toBe('b.com')
  })

  test('from', () => {
    const from = (text: unknown) => read({ from: text, url: 'http://cart' }).from
    expect(from('outside')).toBe('outside')
    expect(from('gateway:shop/public')).toEqual({ gateway: 'shop/public' })
    expect(from('waypoint:shop/way')).toEqual({ waypoint: 'shop/way' })
    expect(from('workload:shop/cart-v2')).toEqual({
      namespace: 'shop',
      serviceAccount: 'cart',
      labels: { app: 'cart', version: 'v2' }
    })
    expect(from('shop/web')).toEqual({
      namespace: 'shop',
      serviceAccount: 'web',
      labels: { app: 'web', version: 'v1' }
    })
    expect(from('other/anybody')).toEqual({ namespace: 'other', serviceAccount: 'anybody' })
    expect(from({ namespace: 'shop', labels: { a: 'b' } })).toEqual({
      namespace: 'shop',
      labels: { a: 'b' }
    })
  })

  test('jwt, next to tokens; the transport is what the application sends, or mutual TLS at a server', () => {
    const request = read({
      from: 'shop/web',
      url: 'http://cart',
      jwt: { iss: 'x' },
      tokens: [{ claims: { iss: 'y' }, signature: 'broken', in: 'query:t' }]
    })
    expect(request.tokens).toEqual([
      { claims: { iss: 'y' }, signature: 'broken', in: 'query:t' },
      { claims: { iss: 'x' }, signature: 'good' }
    ])
    expect(request.transport).toBe('plaintext')
    const inbound = read({ from: 'shop/web', to: 'shop/cart-v1', url: 'http://cart:8080' })
    expect(inbound.transport).toBe('mtls')
  })

  test('a line as people type it', () => {
    expect(readRequestLine('POST http://a/b')).toEqual({ method: 'POST', url: 'http://a/b' })
    expect(readRequestLine('http://a')).toEqual({ method: 'GET', url: 'http://a' })
    expect(() => readRequestLine('GET /a')).toThrow('is no request')
  })
})

test('a request in full is read as it stands', () => {
  const full: Request = {
    id: '1',
    from: { namespace: 'shop', serviceAccount: 'web', pod: 'web-1' },
    to: 'shop/cart-v1',
    protocol: 'http',
    address: '10.0.0.1',
    port: 8080,
    authority: 'cart',
    method: 'PUT',
    path: '//a%2F',
    headers: { via: ['a', 'b'], 'x-one': 'c' },
    transport: 'mtls',
    sni: 's',
    alpn: 'h2',
    principal: 'cluster.local/ns/shop/sa/web',
    ip: '10.0.0.2',
    remoteIp: '1.2.3.4',
    tokens: [{ claims: {}, signature: 'good' }],
    now: '2027-01-01T00:00:00Z'
  }
  expect(read(full)).toEqual(full)
})

describe('mistakes name the line and the field', () => {
  test.each<[string, unknown, string]>([
    ['no object', [], 'requests.jsonl:3: a request is an object'],
    [
      'an unknown field',
      { from: 'outside', url: 'http://a', header: {} },
      'unknown field "header"; did you mean "headers"?'
    ],
    [
      'a prototype name',
      JSON.parse('{"from":"outside","url":"http://a","__proto__":{}}'),
      'unknown field "__proto__"'
    ],
    ['no caller', { url: 'http://a' }, 'needs a "from"'],
    ['a caller of another form', { from: 'web', url: 'http://a' }, '"web" is no caller'],
    [
      'a workload that is not there',
      { from: 'workload:shop/nope', url: 'http://a' },
      'no workload shop/nope'
    ],
    [
      'an account of several workloads',
      { from: 'shop/cart', url: 'http://a' },
      'several workloads with different labels run as shop/cart'
    ],
    ['a caller that is none', { from: { ns: 'a' }, url: 'http://a' }, '"from" must be a caller'],
    ['no port', { from: 'outside', authority: 'a' }, 'needs a "port"'],
    ['no authority', { from: 'outside', port: 80 }, 'needs an "authority"'],
    ['another scheme', { from: 'outside', url: 'ftp://a' }, 'is no address that can be asked'],
    ['a port out of bounds', { from: 'outside', url: 'http://a:70000' }, '"url" must be'],
    [
      'a port that is text',
      { from: 'outside', url: 'http://a', port: '80' },
      '"port" must be a port'
    ],
    [
      'headers that are none',
      { from: 'outside', url: 'http://a', headers: { x: 1 } },
      '"headers.x" must be'
    ],
    [
      'another transport',
      { from: 'outside', url: 'http://a', transport: 'ssl' },
      '"transport" must be one of mtls, plaintext, tls'
    ],
    ['tokens that are none', { from: 'outside', url: 'http://a', tokens: [1] }, '"tokens" must be']
  ])('%s', (_, value, message) => {
    const attempt = () => read(value)
    expect(attempt).toThrow(UserError)
    expect(attempt).toThrow(message)
  })

  test('several workloads are listed', () => {
    try {
      read({ from: 'shop/cart', url: 'http://a' })
    } catch (error) {
      expect(error).toMatchObject({
        hint: 'Name one of them: workload:shop/cart-v1, workload:shop/cart-v2.'
      })
    }
    expect.assertions(1)
  })
})
