import { expect, test } from '@jest/globals'
import { diffOf } from '../support/reviewed.ts'

test('a namespace that is no name is text, not an expression: each change in it is told', () => {
  const side = (timeout: string) =>
    [0, 1, 2]
      .flatMap(index => [
        {
          apiVersion: 'v1',
          kind: 'Service',
          metadata: { name: `s${index}`, namespace: 'shop(' },
          spec: { ports: [{ name: 'http', port: 80 }] }
        },
        {
          apiVersion: 'networking.istio.io/v1',
          kind: 'VirtualService',
          metadata: { name: `s${index}`, namespace: 'shop(' },
          spec: {
            hosts: [`s${index}`],
            http: [{ timeout, route: [{ destination: { host: `s${index}` } }] }]
          }
        }
      ])
      .map(one => JSON.stringify(one))
      .join('\n---\n')
  const { effects, unknown } = diffOf(side('1s'), side('2s'))
  expect(unknown).toEqual([])
  const told = effects.flatMap(one => [one, ...one.members]).map(({ subject }) => subject.name)
  expect(told.sort()).toEqual(['s0', 's1', 's2'])
})
