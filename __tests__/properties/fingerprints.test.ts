import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { analyzers } from '../../src/analyzers/index.ts'
import type { Report } from '../../src/report/report.ts'
import { root } from '../support/golden.ts'
import { diffOf } from '../support/reviewed.ts'

/** The documents of every example of every analyzer: each kind of finding, and what is near to it. */
function examples(): string[][] {
  return analyzers.flatMap(({ id }) => {
    const text = readFileSync(join(root, `docs/analyzers/${id}.md`), 'utf8')
    return [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = '']) =>
      yaml.split(/^---\n/m).map(document => document.replace(/^#.*\n/gm, ''))
    )
  })
}

const all = examples()

/** The same objects in other files, at other lines, in another order. */
interface Moved {
  readonly order: readonly number[]
  readonly files: readonly number[]
  readonly blank: readonly number[]
  readonly folder: string
}

const moves = (count: number): fc.Arbitrary<Moved> =>
  fc.record({
    order: fc.shuffledSubarray([...Array(count).keys()], { minLength: count, maxLength: count }),
    files: fc.array(fc.nat(3), { minLength: count, maxLength: count }),
    blank: fc.array(fc.nat(4), { minLength: count, maxLength: count }),
    folder: fc.constantFrom('a', 'deploy/prod', 'z')
  })

function filesOf(documents: readonly string[], moved: Moved): Record<string, string> {
  const files: Record<string, string> = {}
  for (const [at, index] of moved.order.entries()) {
    const path = `${moved.folder}/${moved.files[at] ?? 0}.yaml`
    const lines = '# a line more\n'.repeat(moved.blank[at] ?? 0)
    const document = documents[index] ?? ''
    files[path] = `${files[path] ?? ''}---\n${lines}${document}`
  }
  return files
}

function said({ findings }: Report): string[] {
  return [...findings.introduced, ...findings.resolved].map(
    ({ id, message, at }) => `${id} ${at.file}:${at.start.line} ${message}`
  )
}

describe('fingerprints', () => {
  test('survive moved lines, renamed files and another order of documents', () => {
    const example = fc
      .constantFrom(...all)
      .chain(documents => moves(documents.length).map(moved => ({ documents, moved })))
    fc.assert(
      fc.property(example, ({ documents, moved }) => {
        const report = diffOf({ 'mesh.yaml': documents.join('---\n') }, filesOf(documents, moved))
        expect(said(report)).toEqual([])
      }),
      { numRuns: 400 }
    )
  })

  const route = (hosts: readonly string[]) => `apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  http:
${hosts.map((host, index) => `    - {match: [{uri: {exact: /${index}}}], route: [{destination: {host: ${host}}}]}`).join('\n')}
`

  test('count one mistake as often as it stands in one object', () => {
    const hosts = fc.array(fc.constantFrom('cart', 'crat', 'cat'), { minLength: 1, maxLength: 6 })
    const count = (all: readonly string[], host: string) => all.filter(one => one === host).length
    fc.assert(
      fc.property(hosts, hosts, (before, after) => {
        const { findings } = diffOf(route(before), route(after))
        const of = (list: Report['findings']['introduced'], host: string) =>
          list.filter(
            ({ id, params }) =>
              id === 'virtual-service/unknown-host' && params.host?.startsWith(`${host}.`)
          ).length
        for (const host of ['crat', 'cat']) {
          const [old, now] = [count(before, host), count(after, host)]
          expect(of(findings.introduced, host)).toBe(Math.max(0, now - old))
          expect(of(findings.resolved, host)).toBe(Math.max(0, old - now))
          expect(of(findings.remaining, host)).toBe(Math.min(old, now))
        }
      }),
      { numRuns: 150 }
    )
  })

  test('hold no line, column or index', () => {
    for (const documents of all) {
      const once = diffOf('', documents.join('---\n')).findings.introduced
      for (const { params, id } of once) {
        for (const value of Object.values(params)) {
          expect([id, value]).not.toEqual([id, expect.stringMatching(/\.ya?ml:\d|\[\d+\]/)])
        }
      }
    }
  })
})
