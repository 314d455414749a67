import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import Ajv from 'ajv/dist/2020.js'
import { parseAllDocuments } from 'yaml'
import { expectGolden, root } from '../support/golden.ts'
import { runCli, withFiles } from '../support/world.ts'

const world = `apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{name: http, port: 8080, targetPort: 9000}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec:
  selector: {matchLabels: {app: cart}}
  template:
    metadata: {labels: {app: cart, version: v1}}
    spec: {serviceAccountName: cart, containers: [{name: a, image: b}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart, shop.example.com]
  gateways: [mesh, istio-system/public]
  http:
  - match: [{uri: {prefix: /slow}}]
    timeout: 2s
    fault: {delay: {fixedDelay: 1s, percentage: {value: 100}}}
    retries: {attempts: 0}
    mirror: {host: cart, port: {number: 8080}}
    rewrite: {uri: /s}
    headers: {request: {set: {x-a: b}, remove: [x-c]}, response: {add: {x-r: "1"}}}
    route: [{destination: {host: cart, port: {number: 8080}}}]
  - match: [{uri: {prefix: /r}}]
    redirect: {scheme: https, uri: /rr}
  - match: [{uri: {prefix: /broken}}]
    fault: {abort: {httpStatus: 418, percentage: {value: 100}}}
    route: [{destination: {host: cart, port: {number: 8080}}}]
  - match: [{uri: {prefix: /d}}]
    delegate: {name: gone}
  - match: [{uri: {exact: /teapot}}]
    directResponse: {status: 418, body: {string: short}}
  - route:
    - {destination: {host: cart, subset: v1, port: {number: 8080}}, weight: 75}
    - {destination: {host: cart, subset: v2, port: {number: 8080}}, weight: 25}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec:
  host: cart
  subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {app: cart}}]
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: shop}
spec: {mtls: {mode: STRICT}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec:
  selector: {matchLabels: {app: cart}}
  action: DENY
  rules: [{from: [{source: {namespaces: [evil]}}]}]
`

/** The cases as a test file, in a folder with the world. */
async function ask(cases: string, ...args: readonly string[]) {
  return withFiles({ 'world.yaml': world, 't.yaml': cases }, directory =>
    runCli(['test', '.', ...args], { cwd: directory })
  )
}

async function statusOf(entry: string): Promise<[string, string]> {
  const { stdout, stderr } = await ask(`testCases: [{${entry}}]`, '--format', 'json')
  expect(stderr).toBe('')
  const [found] = JSON.parse(stdout).cases
  return [found.status, found.requests.flatMap((one: { misses: unknown[] }) => one.misses)]
}

const cart = 'from: shop/cart, request: {authority: cart'

describe('test', () => {
  test.each<[string, string, string]>([
    ['a split', `${cart}}, expect: {distribution: {v1: 75, v2: 25}}`, 'passed'],
    ['another split', `${cart}}, expect: {distribution: {v1: 50, v2: 50}}`, 'failed'],
    ['status of an application', `${cart}}, expect: {status: 200}`, 'passed'],
    ['a failure that is none', `${cart}}, expect: {status: 503}`, 'failed'],
    ['mutual TLS', `${cart}}, expect: {mtls: true}`, 'passed'],
    ['no mutual TLS', `${cart}}, expect: {mtls: false}`, 'failed'],
    ['tries', `${cart}}, expect: {attempts: 3}`, 'passed'],
    ['no repetition', `${cart}, uri: /slow}, expect: {attempts: 1}`, 'passed'],
    ['a path', `${cart}, uri: "/slow/x?q=1"}, expect: {path: "/s/x?q=1"}`, 'passed'],
    ['another path', `${cart}, uri: /slow/x}, expect: {path: /slow/x}`, 'failed'],
    [
      'headers of the request',
      `${cart}, uri: /slow, headers: {x-c: d, x-e: f}}, expect: {requestHeaders: {x-a: b, X-C: null, x-e: f}}`,
      'passed'
    ],
    [
      'a header that is removed',
      `${cart}, uri: /slow, headers: {x-c: d}}, expect: {requestHeaders: {x-c: d}}`,
      'failed'
    ],
    [
      'headers of the answer',
      `${cart}, uri: /slow}, expect: {responseHeaders: {x-r: "1"}}`,
      'passed'
    ],
    ['a header of the application', `${cart}}, expect: {responseHeaders: {x-r: "1"}}`, 'skipped'],
    ['a delay', `${cart}, uri: /slow}, expect: {minDuration: 1s, maxDuration: 3s}`, 'passed'],
    ['a limit', `${cart}, uri: /slow}, expect: {maxDuration: 2s}`, 'failed'],
    ['a mirror', `${cart}, uri: /slow}, expect: {mirroredTo: cart}`, 'passed'],
    ['no mirror', `${cart}, uri: /slow}, expect: {mirroredTo: []}`, 'failed'],
    ['an abort', `${cart}, uri: /broken}, expect: {status: 418}`, 'passed'],
    [
      'a redirect',
      `from: shop/cart, request: {authority: "cart:8080", uri: "/r?z=1"}, expect: {status: 301, location: "https://cart:8080/rr?z=1"}`,
      'passed'
    ],
    ['an answer', `${cart}, uri: /teapot}, expect: {status: 418, body: short}`, 'passed'],
    ['another answer', `${cart}, uri: /teapot}, expect: {body: stout}`, 'failed'],
    ['a body of the application', `${cart}}, expect: {body: stout}`, 'skipped'],
    [
      'a refusal',
      'from: {namespace: evil}, request: {authority: cart.shop, port: 8080}, expect: {denied: rbac, status: 403}',
      'passed'
    ],
    [
      'a refusal of another kind',
      'from: {namespace: evil}, request: {authority: cart.shop, port: 8080}, expect: {denied: jwt}',
      'failed'
    ],
    [
      'a pod without a proxy',
      'from: {namespace: x, sidecar: false}, request: {authority: cart.shop, port: 8080}, expect: {denied: tls}',
      'passed'
    ],
    [
      'a gateway that another repository holds',
      'from: {gateway: istio-system/public}, request: {authority: shop.example.com, uri: /teapot}, expect: {status: 418}',
      'passed'
    ],
    [
      'whoever the host is bound to',
      'request: {authority: shop.example.com}, expect: {destination: {host: cart}}',
      'passed'
    ],
    [
      'the destination of a rule',
      `${cart}, uri: /slow}, wantMatch: true, route: [{destination: {host: cart}}]`,
      'passed'
    ],
    [
      'a rule that must differ',
      `${cart}, uri: /slow}, wantMatch: false, route: [{destination: {host: cart}}]`,
      'failed'
    ],
    [
      'weights are shares',
      `${cart}}, wantMatch: true, route: [{destination: {host: cart, subset: v1}, weight: 3}, {destination: {host: cart, subset: v2}, weight: 1}]`,
      'passed'
    ],
    ['a rewrite', `${cart}, uri: /slow}, wantMatch: true, rewrite: {uri: /s}`, 'passed'],
    [
      'a fault',
      `${cart}, uri: /slow}, wantMatch: true, fault: {delay: {fixedDelay: 1000ms, percentage: {value: 100}}}`,
      'passed'
    ],
    [
      'other headers',
      `${cart}, uri: /slow}, wantMatch: true, headers: {request: {set: {x-a: c}}}`,
      'failed'
    ],
    [
      'a redirect of a rule',
      `${cart}, uri: /r}, wantMatch: true, redirect: {scheme: https, uri: /rr, redirect_code: 301}`,
      'passed'
    ],
    ['a delegate', `${cart}, uri: /d/x}, wantMatch: true, delegate: {name: gone}`, 'passed'],
    ['no delegate', `${cart}, uri: /x}, wantMatch: true, delegate: {name: gone}`, 'failed'],
    ['nothing asserted', `${cart}}`, 'skipped'],
    ['a case for a running mesh', `${cart}}, modes: [live], expect: {status: 200}`, 'skipped'],
    ['a case that is left out', `${cart}}, skipReason: later, expect: {status: 500}`, 'skipped'],
    [
      'what is not built',
      'from: {waypoint: a/b}, request: {authority: cart}, expect: {status: 200}',
      'error'
    ]
  ])('%s', async (_, entry, status) => {
    if (status === 'error') {
      const { exit, stderr } = await ask(`testCases: [{${entry}}]`)
      expect(exit).toBe(2)
      expect(stderr).toContain('t.yaml:1: unknown key "waypoint" in "from"')
      return
    }
    const [found, misses] = await statusOf(entry)
    expect([found, misses]).toEqual([status, status === 'failed' ? [expect.anything()] : []])
  })

  test('what nobody can tell does not pass', async () => {
    const { exit, stdout } = await ask(
      'testCases: [{from: "waypoint:a/b", request: {authority: cart}, expect: {status: 200}}]'
    )
    expect(exit).toBe(1)
    expect(stdout).toContain('????')
    expect(stdout).toContain('unknown: waypoints are not built yet')
  })

  test('says what differs, where it was decided, and exits 1', async () => {
    const { exit, stdout } = await ask(
      `testCases:\n- id: a\n  description: to nobody\n  ${cart}}\n  expect: {destination: {host: other}}`.replace(
        `${cart}}`,
        'from: shop/cart\n  request: {authority: cart, uri: /slow}'
      )
    )
    expect(exit).toBe(1)
    expect(stdout).toContain('FAIL a: to nobody t.yaml:2')
    expect(stdout).toContain('destination is cart.shop.svc.cluster.local:8080, not other')
    expect(stdout).toMatch(/decided at world\.yaml:\d+/)
    expect(stdout).toContain('1 case, 1 request: 1 failed')
  })

  test('JUnit counts each status once', async () => {
    const cases = `testCases:
- {id: "<good>", ${cart}}, expect: {status: 200}}
- {id: bad, ${cart}}, expect: {status: 500}}
- {id: left, ${cart}}}
- {id: dark, from: "waypoint:a/b", request: {authority: cart}, expect: {status: 200}}
`
    const { exit, stdout } = await ask(cases, '--format', 'junit')
    expect(exit).toBe(1)
    expect(stdout).toContain(
      '<testsuites name="meshproof test" tests="4" failures="1" errors="1" skipped="1">'
    )
    expect(stdout).toContain('name="&lt;good&gt;" file="t.yaml" line="2"/>')
    expect(stdout).toMatch(/<failure message="GET cart\/ from shop\/cart, port 8080: status is /)
    expect(stdout).toContain('<skipped message="it asserts nothing"/>')
  })

  test('tests may stand apart from manifests, in folders and patterns', async () => {
    const one = `testCases: [{${cart}}, expect: {status: 200}}]`
    const files = {
      'mesh/w.yaml': world,
      'tests/a.yaml': one,
      'tests/b.yml': one,
      'tests/c.yaml': 'x: 1'
    }
    await withFiles(files, async directory => {
      const run = (...args: string[]) => runCli(['test', ...args], { cwd: directory })
      expect((await run('mesh', '--tests', 'tests')).stdout).toContain('2 cases')
      expect((await run('mesh', '--tests', 'tests/*.yml')).stdout).toContain('1 case,')
      expect((await run('mesh', 'tests/a.yaml')).stdout).toContain('1 case,')
      expect((await run('tests/a.yaml', 'tests/b.yml')).exit).toBe(0)
      expect((await run('mesh', '--tests', 'tests/c.yaml')).stderr).toContain(
        'tests/c.yaml holds no test cases'
      )
      expect((await run('mesh', '--tests', 'nope/*.yaml')).stderr).toContain(
        '--tests nope/*.yaml names no test file'
      )
      expect((await run('mesh')).stderr).toContain('mesh holds no test cases')
      expect((await run()).exit).toBe(2)
    })
  })

  test('the version is asked for', async () => {
    const cases = `testCases: [{${cart}}, expect: {status: 200}}]`
    const { stdout } = await ask(cases, '--istio', '1.22')
    expect(stdout).toContain('Istio 1.22, --istio')
  })
})

describe('the example', () => {
  const args = ['examples/tests/mesh', '--tests', 'examples/tests']

  test('prints what its page says', async () => {
    const { exit, stdout, stderr } = await runCli(['test', ...args])
    expect(stderr).toBe('')
    const page = readFileSync(join(root, 'examples/tests/README.md'), 'utf8')
    const prose = page.includes('```sh') ? page.slice(0, page.indexOf('```sh')) : page
    const shown = `\`\`\`sh\nnode dist/cli.js test ${args.join(' ')}\n\`\`\`\n\nIt prints, and exits with ${exit}:\n\n\`\`\`text\n${stdout}\`\`\`\n`
    expectGolden('examples/tests/README.md', prose + shown)
  })

  test.each(['catalog.yaml', 'validator.yaml'])('%s is what the schema says', file => {
    const schema = JSON.parse(readFileSync(join(root, 'schemas/tests.schema.json'), 'utf8'))
    const holds = new Ajv.default({ allowUnionTypes: true }).compile(schema)
    const text = readFileSync(join(root, 'examples/tests', file), 'utf8')
    for (const document of parseAllDocuments(text)) expect(holds(document.toJS())).toBe(true)
    expect(holds({ testCases: [{ request: { authority: 'a' }, expect: { stats: 1 } }] })).toBe(
      false
    )
  })
})
