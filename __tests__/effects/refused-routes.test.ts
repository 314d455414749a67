import { describe, expect, test } from '@jest/globals'
import { diffOf } from '../support/reviewed.ts'

const service = (name: string) => `
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}
spec: {clusterIP: None, selector: {app: web}, ports: [{name: http, port: 80}]}
---`

function mesh(spec: string, beside = '1s', more = ''): string {
  return `${service('web').replace('None', '10.96.1.1')}${service('other').replace('None', '10.96.1.2')}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: beside, namespace: shop}
spec: {hosts: [other], http: [{timeout: ${beside}, route: [{destination: {host: other}}]}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec: {hosts: [web], http: ${spec}}
${more}`
}

const web = '[{destination: {host: web}}]'
const good = `[{route: ${web}}]`
const both = (one: number, other: number) =>
  `[{route: [{destination: {host: web}, weight: ${one}}, {destination: {host: other}, weight: ${other}}]}]`

/** Envoy refuses the route configuration of the port for one route, and keeps the last good one. */
const refused: readonly (readonly [string, string, string, string?])[] = [
  [
    'a reference',
    `[{match: [{uri: {regex: '/(a)\\1'}}], route: ${web}}, {route: ${web}}]`,
    'is not RE2'
  ],
  [
    'a lookahead of a header',
    `[{match: [{headers: {x: {regex: 'a(?=b)'}}}], route: ${web}}]`,
    'is not RE2'
  ],
  [
    'one of a query parameter',
    `[{match: [{queryParams: {x: {regex: '[z-a]'}}}], route: ${web}}]`,
    'is not RE2'
  ],
  [
    'a rewrite',
    `[{rewrite: {uriRegexRewrite: {match: '(', rewrite: /}}, route: ${web}}]`,
    'is not RE2'
  ],
  ['an origin', `[{corsPolicy: {allowOrigins: [{regex: '(?!a)'}]}, route: ${web}}]`, 'is not RE2'],
  [
    'an empty one',
    `[{match: [{uri: {regex: ''}}], route: ${web}}, {route: ${web}}]`,
    'an empty regular'
  ],
  [
    'a large one',
    `[{match: [{uri: {regex: '/(${'abcde'.repeat(9)}){1000}'}}], route: ${web}}]`,
    '32768'
  ],
  [
    'weights beyond 32 bits',
    both(2147483647, 2147483647).replace(']}]', ', {destination: {host: web}, weight: 2}]}]'),
    '4294967295'
  ],
  ['a negative weight', both(-5, 105), '4294967295'],
  ['no weight', both(0, 0), 'without a destination'],
  [
    'a delegate that delegates',
    '[{delegate: {name: inner}}]',
    'without a destination',
    `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: inner, namespace: shop}
spec: {http: [{delegate: {name: inner}}]}
`
  ]
]

describe('routes that Envoy refuses', () => {
  test.each(refused)(
    '%s on both sides: what changes beside it is not what proxies do',
    (...row) => {
      const [, spec, reason, more] = row
      const { effects, unknown } = diffOf(mesh(spec, '1s', more), mesh(spec, '2s', more))
      expect(effects).toEqual([])
      const messages = unknown.map(({ message }) => message)
      expect(messages).toEqual([
        expect.stringContaining('Envoy refuses them as both sides have them')
      ])
      expect(messages[0]).toContain(reason)
      expect(unknown.every(({ subject }) => subject === null)).toBe(true)
    }
  )

  test.each(refused)('%s that comes: its requests are lost, in one effect', (...row) => {
    const [, spec, reason, more = ''] = row
    const { effects } = diffOf(mesh(good, '1s', more), mesh(spec, '1s', more))
    expect(effects.map(({ kind }) => kind)).toEqual(['traffic-lost'])
    expect(JSON.stringify(effects[0]?.changes)).toContain(reason)
    expect(effects[0]?.witness?.after.outcome).toBe('config-refused')
  })

  test('what is refused before and after is not told, and what another port does is', () => {
    const spec = `[{match: [{uri: {regex: '/(a)\\1'}}], timeout: 1s, route: ${web}}]`
    expect(diffOf(mesh(spec), mesh(spec.replace('1s', '2s'))).effects).toEqual([])
    const on = (text: string) =>
      text.replace(
        'name: other, namespace: shop}\nspec: {clusterIP: 10.96.1.2, selector: {app: web}, ports: [{name: http, port: 80}',
        'name: other, namespace: shop}\nspec: {clusterIP: 10.96.1.2, selector: {app: web}, ports: [{name: http, port: 81}'
      )
    const { effects, unknown } = diffOf(on(mesh(spec)), on(mesh(spec, '2s')))
    expect(effects.map(({ kind, subject }) => [kind, subject.name, subject.port])).toEqual([
      ['settings-changed', 'other', 81]
    ])
    expect(unknown).toEqual([])
  })

  test('a negative weight of the only destination is nothing', () => {
    const alone = (weight: number) => `[{route: [{destination: {host: web}, weight: ${weight}}]}]`
    expect(diffOf(mesh(alone(-5)), mesh(alone(-6))).effects).toEqual([])
  })
})
