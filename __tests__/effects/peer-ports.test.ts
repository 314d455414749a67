import { expect, test } from '@jest/globals'
import { diffOf } from '../support/reviewed.ts'

const yaml = (...documents: readonly object[]): string =>
  documents.map(document => JSON.stringify(document)).join('\n---\n')

const metadata = (name: string) => ({ name, namespace: 'bank' })
const selector = { matchLabels: { app: 'pay' } }

const world = [
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata('pay'),
    spec: { selector: { app: 'pay' }, ports: [{ name: 'http', port: 80, targetPort: 8080 }] }
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata('pay'),
    spec: {
      selector,
      template: { metadata: { labels: { app: 'pay' } }, spec: { containers: [{ name: 'app' }] } }
    }
  }
]

const strict = (ports?: object) => ({
  apiVersion: 'security.istio.io/v1',
  kind: 'PeerAuthentication',
  metadata: metadata('pay'),
  spec: { selector, mtls: { mode: 'STRICT' }, ...(ports && { portLevelMtls: ports }) }
})

test('a port without mutual TLS: who is let in besides, and what clients of the mesh do now, are two things', () => {
  const report = diffOf(
    yaml(strict(), ...world),
    yaml(strict({ 8080: { mode: 'DISABLE' } }), ...world)
  )
  const said = report.effects.map(({ kind, subject, region, witness }) => {
    return `${kind} ${subject.kind} ${subject.port}, ${region}: ${witness?.before.outcome} → ${witness?.after.outcome}`
  })
  expect(said.sort()).toEqual([
    expect.stringMatching(/^mtls-weakened service 80, connections of /),
    'mtls-weakened workload 8080, callers with a mesh identity: served → bad-request',
    'mtls-weakened workload 8080, plaintext connections: reset → served'
  ])
})
