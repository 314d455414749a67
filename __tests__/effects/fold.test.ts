import { expect, test } from '@jest/globals'
import { diffOf } from '../support/reviewed.ts'

const names = Array.from({ length: 12 }, (_, index) => `w${index}`)

const world = (namespace: string, rule: (name: string) => string) =>
  names
    .map(
      name => `apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: ${namespace}}
spec: {selector: {app: ${name}}, ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}, namespace: ${namespace}}
spec: {hosts: [${name}], http: [${rule(name)}]}
`
    )
    .join('---\n')

const plain = (name: string) => `{route: [{destination: {host: ${name}}}]}`

/** `kind first subject (requests): facet before → after, count`. */
function told(base: string, head: string): string[] {
  return diffOf(base, head).effects.map(({ kind, subject, region, changes, members }) => {
    const [{ facet = '', before = '', after = '' } = {}] = changes
    return `${kind} ${subject.name} in ${subject.namespace} (${region}): ${facet} ${before} → ${after}, ${members.length + 1}`
  })
}

test('a namespace that is renamed is told as what goes and what comes', () => {
  const report = diffOf(world('quay', plain), world('jetty', plain))
  expect(told(world('quay', plain), world('jetty', plain))).toEqual([
    'traffic-lost w0 in quay (every request): destinations w0 → no such Service, 12',
    'traffic-gained w0 in jetty (every request): destinations no such Service → w0, 12'
  ])
  const [lost] = report.effects
  expect(new Set(lost?.members.map(one => one.subject.name)).size).toBe(11)
  expect(report.verdict.reasons[0]?.message).toBe('requests to w0 and 11 more are no longer served')
})

test('many that change alike are one, whichever requests of each it is', () => {
  const timed = (timeout: string, some: readonly string[]) => (name: string) => {
    const own = some.includes(name) ? `timeout: ${timeout}, ` : ''
    return `{match: [{uri: {prefix: /${name}}}], ${own}route: [{destination: {host: ${name}}}]}, ${plain(name)}`
  }
  expect(told(world('quay', timed('', [])), world('quay', timed('9s', names)))).toEqual([
    'settings-changed w0 in quay (paths under /w0 (of the others: see the JSON report)): timeout none → 9s, 12'
  ])
  const few = names.slice(0, 3)
  expect(told(world('quay', timed('', [])), world('quay', timed('9s', few)))).toHaveLength(3)
})

test('one that is waived is not waived for all that it stands for later', () => {
  const loses = (some: readonly string[]) => (name: string) =>
    some.includes(name) ? plain('nowhere') : plain(name)
  const fingerprints = (some: readonly string[]) =>
    diffOf(world('quay', plain), world('quay', loses(some))).effects.map(one => one.fingerprint)
  const [alone = ''] = fingerprints(['w0'])
  expect(fingerprints(names)).toHaveLength(1)
  expect(fingerprints(names)).not.toContain(alone)
})
