import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Caller, Outcome, Request } from '../../src/dataplane/request.ts'
import { curl, describeCaller, describeOutcome, shortCurl } from '../../src/report/request-words.ts'
import { payloads } from '../support/hostile-report.ts'
import { request, served } from '../support/reports.ts'

const inside: Request = {
  ...request,
  from: { namespace: 'shop', serviceAccount: 'frontend' },
  port: 80,
  authority: 'users',
  path: '/',
  headers: {}
}

describe('curl', () => {
  test.each<[string, Request, string]>([
    ['a plain request', inside, 'curl http://users/'],
    [
      'the port of the authority',
      { ...inside, authority: 'users:8080', port: 8080 },
      'curl http://users:8080/'
    ],
    [
      'a port that the authority does not say',
      { ...inside, port: 9080 },
      'curl --connect-to :::9080 http://users/'
    ],
    [
      'an address that is dialled',
      { ...inside, address: '10.0.0.7' },
      'curl --connect-to ::10.0.0.7:80 http://users/'
    ],
    [
      'a server, by the port of its Service and not by its own',
      { ...inside, to: 'shop/users-v1', port: 8080, via: 'users:80' },
      'curl http://users/'
    ],
    [
      'a server, by another name than the Host header says',
      { ...inside, to: 'shop/users-v1', port: 8080, via: 'users.shop:9080' },
      'curl --connect-to ::users.shop:9080 http://users/'
    ],
    [
      'a server to which no Service leads',
      { ...inside, to: 'shop/users-v1', port: 9999 },
      'curl --connect-to "::$POD:9999" http://users/'
    ],
    [
      'bytes to a server, by its Service',
      { ...inside, to: 'shop/db-0', protocol: 'tcp', port: 15432, via: 'db.shop:5432' },
      'nc -zv db.shop 5432'
    ],
    [
      'bytes to a server to which no Service leads',
      { ...inside, to: 'shop/db-0', protocol: 'tcp', port: 15432 },
      'nc -zv "$POD" 15432'
    ],
    [
      'a gateway',
      request,
      `curl -H 'x-user-type: qa' --connect-to "::$GATEWAY:8080" http://shop.example.com/users/42`
    ],
    ['methods', { ...inside, method: 'POST' }, 'curl -X POST http://users/'],
    ['HEAD', { ...inside, method: 'HEAD' }, 'curl --head http://users/'],
    [
      'an empty header',
      { ...inside, headers: { 'x-empty': '' } },
      "curl -H 'x-empty;' http://users/"
    ],
    [
      'several lines of a header',
      { ...inside, headers: { via: ['a', 'b'] } },
      "curl -H 'via: a' -H 'via: b' http://users/"
    ],
    [
      'a path that curl would tidy',
      { ...inside, path: '/a/../b' },
      'curl --path-as-is http://users/a/../b'
    ],
    [
      'a path that curl would expand',
      { ...inside, path: '/a[1-3]' },
      "curl -g 'http://users/a[1-3]'"
    ],
    ['a quote in a path', { ...inside, path: "/it's" }, `curl 'http://users/it'\\''s'`],
    [
      'a credential',
      { ...inside, headers: { authorization: 'Bearer abc.def' } },
      `curl -H 'authorization: Bearer [redacted]' http://users/`
    ],
    [
      'a token',
      { ...inside, tokens: [{ claims: {}, signature: 'good' }] },
      'curl -H "Authorization: Bearer $TOKEN" http://users/'
    ],
    [
      'TLS with another name',
      { ...inside, transport: 'tls', port: 443, sni: 'outer.example.com' },
      "curl -H 'Host: users' https://outer.example.com/"
    ],
    ['TCP', { ...inside, protocol: 'tcp', authority: 'db', port: 5432 }, 'nc -zv db 5432'],
    [
      'TLS over TCP',
      {
        ...inside,
        protocol: 'tcp',
        transport: 'tls',
        authority: 'db',
        port: 5432,
        sni: 'db.example.com'
      },
      'openssl s_client -connect db:5432 -servername db.example.com'
    ],
    [
      'TCP without a name',
      { ...inside, protocol: 'tcp', authority: '', port: 5432 },
      'nc -zv "$ADDRESS" 5432'
    ]
  ])('writes %s', (_, given, expected) => {
    expect(curl(given)).toBe(expected)
  })

  test('leaves out in a table where the gateway listens, and nothing else', () => {
    expect(shortCurl(request)).toBe("curl -H 'x-user-type: qa' http://shop.example.com/users/42")
    expect(shortCurl({ ...inside, port: 9080 })).toBe(curl({ ...inside, port: 9080 }))
  })

  test('dials a gateway on the port that its subject names, where its pods listen on another', () => {
    const subject = {
      kind: 'host',
      name: 'shop.example.com',
      gateway: 'edge/public',
      port: 80
    } as const
    expect(curl(request, subject)).toContain('"::$GATEWAY:80"')
    const own = { kind: 'service', name: 'users', namespace: 'shop', port: 80 } as const
    const target = curl({ ...inside, port: 9080 }, own)
    expect(target).toBe(curl({ ...inside, port: 9080 }))
  })

  /** What a shell makes of the command: its words, by printf instead of curl. */
  function words(command: string): string[] {
    const printed = execFileSync('sh', [
      '-c',
      `GATEWAY=gw; ${command.replace(/^curl/, "printf '%s\\037'")}`
    ])
    return printed.toString('utf8').split('\u001f').slice(0, -1)
  }

  test('is one command of known words for any text, when a shell reads it', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...payloads), fc.string({ unit: 'binary', maxLength: 30 })),
        text => {
          const command = curl({
            ...inside,
            path: `/${text}`,
            headers: { 'x-any': text },
            authority: 'users'
          })
          const all = words(command)
          expect(all[0]).toBe('-H')
          expect(all[1]).toMatch(/^x-any[:;]/)
          expect(all.at(-1)).toMatch(/^http:\/\/users\//)
          expect(all.slice(2, -1).every(word => word === '-g' || word === '--path-as-is')).toBe(
            true
          )
        }
      ),
      { numRuns: 60 }
    )
  })
})

describe('describeCaller', () => {
  const cases: [Caller, string][] = [
    ['outside', 'outside the mesh'],
    [{ gateway: 'shop/public' }, 'gateway shop/public'],
    [{ waypoint: 'shop/way' }, 'waypoint shop/way'],
    [{ namespace: 'shop', serviceAccount: 'web' }, 'shop/web'],
    [{ namespace: 'shop', pod: 'web-1' }, 'pod shop/web-1'],
    [{ namespace: 'shop', labels: { app: 'web' } }, 'app=web in shop'],
    [{ namespace: 'shop' }, 'namespace shop']
  ]
  test.each(cases)('%j', (from, words) => {
    expect(describeCaller(from)).toBe(words)
  })
})

describe('describeOutcome', () => {
  const none: Outcome = {
    outcome: 'no-route',
    status: 404,
    destinations: [],
    steps: [],
    certainty: 'certain',
    assumptions: []
  }
  const cases: [Outcome, string][] = [
    [served('v1'), 'served by users.shop.svc.cluster.local:80 subset v1'],
    [
      {
        ...served('v1'),
        destinations: [
          { cluster: 'a', host: 'a', subset: 'v1', port: 80, weight: 7 },
          { cluster: 'a', host: 'a', subset: 'v2', port: 80, weight: 3, missing: true }
        ]
      },
      'served by a:80 subset v1 70 %, a:80 subset v2 30 % (missing)'
    ],
    [
      {
        ...served('v1'),
        destinations: [
          { cluster: 'a', host: 'a', port: 80, weight: 1 },
          { cluster: 'b', host: 'b', port: 80, weight: 2 }
        ]
      },
      'served by a:80 1/3, b:80 2/3'
    ],
    [none, 'no route, 404'],
    [{ ...none, outcome: 'denied', status: 403 }, 'denied with 403'],
    [
      {
        ...none,
        outcome: 'redirect',
        redirect: { status: 301, scheme: 'https', host: 'x', path: '/' }
      },
      'redirected 301 to https://x/'
    ],
    [
      { ...none, outcome: 'direct-response', response: { status: 503 } },
      'answered by the proxy with 503'
    ],
    [
      { ...none, outcome: 'unknown', status: 0, reason: 'an EnvoyFilter' },
      'unknown with 0 (an EnvoyFilter)'
    ]
  ]
  test.each(cases)('%#', (outcome, words) => {
    expect(describeOutcome(outcome)).toBe(words)
  })
})
