import { describe, expect, test } from '@jest/globals'
import { describeRef } from '../../src/finding.ts'
import { readManifests } from '../../src/manifest/read.ts'
import { file, places, read, virtualService } from './reading.ts'

describe('objects', () => {
  test('a manifest says what it is', () => {
    const [manifest] = read(`${virtualService}  http: []\n`).manifests
    expect(manifest).toMatchObject({
      ref: {
        group: 'networking.istio.io',
        kind: 'VirtualService',
        namespace: 'shop',
        name: 'reviews'
      },
      apiVersion: 'networking.istio.io/v1',
      version: 'v1',
      namespaceGiven: true,
      side: 'head',
      file: 'a.yaml'
    })
    expect(manifest?.spec).toEqual({ hosts: ['reviews'], http: [] })
  })

  test('core kinds have no group', () => {
    const [service] = read('apiVersion: v1\nkind: Service\nmetadata: {name: a}\n').manifests
    expect(service?.ref).toEqual({ group: '', kind: 'Service', namespace: 'default', name: 'a' })
    expect(service?.spec).toEqual({})
  })

  test('a namespace comes from the document, else from the options, never for kinds without one', () => {
    const text = `apiVersion: v1
kind: Service
metadata: {name: a}
---
apiVersion: v1
kind: Service
metadata: {name: b, namespace: ''}
---
apiVersion: v1
kind: Namespace
metadata: {name: c, namespace: odd}
`
    const { manifests } = read(text, { defaultNamespace: 'team' })
    expect(manifests.map(({ ref, namespaceGiven }) => [describeRef(ref), namespaceGiven])).toEqual([
      ['Service team/a', false],
      ['Service team/b', false],
      ['Namespace c', true]
    ])
  })

  test('several documents, markers with comments, an empty one, an end marker', () => {
    const text = `# first\n--- # one\n${virtualService}---\n---   # nothing\n\n---\n${virtualService}...\n# over\n`
    const { manifests, findings, skipped } = read(text)
    expect(manifests).toHaveLength(2)
    expect([findings, skipped]).toEqual([[], []])
  })

  test('lists, typed lists and lists in lists are their items, each at its own place', () => {
    const text = `apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Service
  metadata: {name: a}
- apiVersion: networking.istio.io/v1
  kind: VirtualServiceList
  items:
  - metadata: {name: b}
`
    const { manifests, byKind } = read(text)
    expect(manifests.map(({ ref }) => describeRef(ref))).toEqual([
      'Service default/a',
      'VirtualService default/b'
    ])
    expect(manifests.map(each => each.locate(['metadata', 'name']).start)).toEqual([
      { line: 6, column: 20 },
      { line: 10, column: 22 }
    ])
    expect(byKind).toEqual({ Service: 1, 'networking.istio.io/VirtualService': 1 })
  })

  test('a kind that only ends in List and has no items is an object', () => {
    const text = 'apiVersion: extensions.istio.io/v1\nkind: AllowList\nmetadata: {name: a}\n'
    expect(read(text).manifests).toHaveLength(1)
  })

  test('generateName names what has no name', () => {
    const text = 'apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: load-}\n'
    expect(read(text).manifests[0]?.ref.name).toBe('load-')
  })

  test('kinds that nothing reads are counted, whether the type is plain to see or not', () => {
    const text = `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: a}
---
{"apiVersion": "policy/v1", "kind": "PodDisruptionBudget", "metadata": {"name": "b"}}
`
    const { manifests, byKind, skipped } = read(text)
    expect(manifests).toEqual([])
    expect(skipped).toEqual([])
    expect(byKind).toEqual({ 'policy/PodDisruptionBudget': 1, 'rbac.authorization.k8s.io/Role': 1 })
  })

  test('ConfigMaps and CRDs are read by name', () => {
    const text = ['istio', 'istio-sidecar-injector', 'app']
      .map(name => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n`)
      .concat(
        ['virtualservices.networking.istio.io', 'gadgets.example.com'].map(
          name =>
            `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: ${name}}\n`
        )
      )
      .join('---\n')
    const { manifests, byKind } = read(text)
    expect(manifests.map(({ ref }) => ref.name)).toEqual([
      'istio',
      'istio-sidecar-injector',
      'virtualservices.networking.istio.io'
    ])
    expect(byKind).toEqual({ ConfigMap: 3, 'apiextensions.k8s.io/CustomResourceDefinition': 2 })
  })

  test('a Secret keeps its metadata and type alone', () => {
    const text = `apiVersion: v1
kind: Secret
metadata:
  name: cert
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: canary-1
    team: a
type: kubernetes.io/tls
data: {tls.key: canary-2}
stringData: {token: canary-3}
`
    const [secret] = read(text).manifests
    expect(secret?.object.type).toBe('kubernetes.io/tls')
    expect(secret?.annotations).toEqual({ team: 'a' })
    expect(JSON.stringify(secret?.object)).not.toContain('canary')
    expect(JSON.stringify(secret?.credential)).not.toContain('canary')
  })
})

describe('faults of metadata', () => {
  test.each([
    ['metadata: {}', 'manifest/missing-name 3:1'],
    ['metadata:', 'manifest/missing-name 3:1'],
    ['spec: {}', 'manifest/missing-name 1:1'],
    ['metadata: {name: ""}', 'manifest/missing-name 3:18'],
    ['metadata: {name: 5}', 'manifest/invalid-name 3:18'],
    ['metadata: [a]', 'manifest/invalid-metadata 3:11'],
    ['metadata: {name: a, namespace: 7}', 'manifest/invalid-namespace 3:32'],
    ['metadata: {name: a, labels: {b: yes}}', 'manifest/invalid-labels 3:33'],
    ['metadata: {name: a, labels: [b]}', 'manifest/invalid-labels 3:29'],
    ['metadata: {name: a, annotations: {b: {}}}', 'manifest/invalid-annotations 3:38']
  ])('%s', (metadata, place) => {
    expect(places(read(`apiVersion: v1\nkind: Service\n${metadata}\n`))).toEqual([place])
  })

  test('labels keep what is a string, and null is an empty one', () => {
    const text = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: {b: c, d: 1, e: }}\n'
    const reading = read(text)
    expect(reading.manifests[0]?.labels).toEqual({ b: 'c', e: '' })
    expect(places(reading)).toEqual(['manifest/invalid-labels 3:39'])
  })

  test('half a type is a fault where there is metadata, else no Kubernetes object', () => {
    expect(places(read('kind: Service\nmetadata: {name: a}\n'))).toEqual([
      'manifest/missing-api-version 1:1'
    ])
    expect(places(read('apiVersion: v1\nmetadata: {name: a}\n'))).toEqual([
      'manifest/missing-kind 1:1'
    ])
    expect(places(read('apiVersion: v1\nkind: 3\nmetadata: {name: a}\n'))).toEqual([
      'manifest/invalid-kind 2:7'
    ])
    const plain = read('kind: report\ntitle: x\n')
    expect(plain.findings).toEqual([])
    expect(plain.skipped).toMatchObject([{ line: null, reason: 'not-kubernetes' }])
  })

  test('two faults in two documents are two findings, each with its subject', () => {
    const text = `${virtualService.replace('name: reviews', 'name: reviews\n  labels: {a: 1}')}---\n${virtualService.replace('name: reviews', 'name: ratings\n  labels: {a: 1}')}`
    expect(read(text).findings.map(({ subject }) => subject?.name)).toEqual(['reviews', 'ratings'])
  })
})

describe('broken documents', () => {
  test('one finding at its place, and the neighbours go on', () => {
    const text = `${virtualService}---\napiVersion: v1\nkind: Service\n  bad: [\n---\n${virtualService}`
    const reading = read(text)
    expect(reading.manifests).toHaveLength(2)
    expect(places(reading)).toEqual(['manifest/invalid-yaml 10:7'])
    expect(reading.skipped).toMatchObject([{ line: 9, reason: 'unreadable' }])
    expect(reading.findings[0]?.message).toMatch(/^Not YAML: .*correct the syntax\.$/)
  })

  test.each(['a: "open', "a: 'open", 'a: |\n  text\n  """', 'a: [1, 2', 'a: {b: '])(
    'an open %j does not swallow the next document',
    broken => {
      expect(
        read(`kind: A\napiVersion: v1\n${broken}\n---\n${virtualService}`).manifests
      ).toHaveLength(1)
    }
  )

  test('markers count at the start of a line alone', () => {
    const text = `${virtualService}  note: |\n    ---\n    apiVersion: v1\n  more: "a --- b"\n`
    const [manifest] = read(text).manifests
    expect(manifest?.spec.note).toBe('---\napiVersion: v1\n')
  })

  test('a key that stands twice is an error with both places, and the last one counts', () => {
    const reading = read(`${virtualService}  hosts: [a]\n  hosts: [b]\n`)
    expect(places(reading)).toEqual(['manifest/duplicate-key 8:3'])
    expect(reading.findings[0]?.related).toMatchObject([
      { at: { start: { line: 7, column: 3 } }, note: 'first here' }
    ])
    expect(reading.manifests[0]?.spec).toEqual({ hosts: ['b'] })
  })

  test('a character that breaks lines for Kubernetes alone is refused', () => {
    const reading = read(`${virtualService}  # note\u2028  gateways: [public]\n`)
    expect(places(reading)).toEqual(['manifest/ambiguous-character 8:9'])
    expect(reading.manifests).toEqual([])
  })
})

describe('bytes', () => {
  test('CR LF, a byte order mark and UTF-16', () => {
    const crlf = virtualService.replaceAll('\n', '\r\n')
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(new Uint16Array([...virtualService].map(c => c.charCodeAt(0))).buffer)
    ])
    for (const content of [crlf, `\ufeff${virtualService}`, wide]) {
      const [manifest] = read(content).manifests
      expect(manifest?.spec).toEqual({ hosts: ['reviews'] })
      expect(manifest?.locate(['metadata', 'name'])).toMatchObject({
        start: { line: 4, column: 9 },
        end: { line: 4, column: 16 }
      })
    }
  })

  test('binary files, pointers of Git LFS and empty files', () => {
    expect(read(new Uint8Array([1, 0, 2])).skipped).toMatchObject([
      { line: null, reason: 'binary' }
    ])
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n'
    expect(read(pointer).skipped).toMatchObject([{ line: null, reason: 'lfs-pointer' }])
    for (const empty of ['', '\n\n', '# only a comment\n', '---\n', '...\n']) {
      expect(read(empty)).toMatchObject({ manifests: [], findings: [], skipped: [], filesRead: 1 })
    }
  })

  test('bytes that are not UTF-8 are named', () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode(`${virtualService}# caf`),
      0xe9,
      0x0a
    ])
    expect(places(read(bytes))).toEqual(['manifest/invalid-encoding 8:6'])
  })

  test('columns are UTF-16 code units', () => {
    const [manifest] = read(`${virtualService}  "\u{1F600}é": x\n`).manifests
    expect(manifest?.locate(['spec', '\u{1F600}é'])).toMatchObject({
      start: { line: 8, column: 10 }
    })
  })

  test('files beyond the caps are skipped with a finding', () => {
    const big = read(virtualService, { maxFileBytes: 20 })
    expect(big).toMatchObject({ manifests: [], filesRead: 0 })
    expect(big.skipped).toMatchObject([{ reason: 'too-large' }])
    expect(places(big)).toEqual(['manifest/too-large 1:1'])
    const many = read(`${virtualService}---\n`.repeat(5), { maxDocuments: 3 })
    expect(many.manifests).toHaveLength(3)
    expect(many.skipped).toMatchObject([{ line: 25, reason: 'too-many-documents' }])
    expect(places(many)).toEqual(['manifest/too-many-documents 1:1'])
  })
})

describe('sharing', () => {
  test('equal bytes are parsed once, for both sides and every path', () => {
    const { bytes } = file('', virtualService)
    const base = readManifests([{ path: 'a.yaml', bytes, side: 'base' }], {
      defaultNamespace: 'one'
    })
    const head = readManifests([{ path: 'b.yaml', bytes, side: 'head' }], {
      defaultNamespace: 'two'
    })
    expect(head.manifests[0]?.spec).toBe(base.manifests[0]?.spec)
    expect(base.manifests[0]).toMatchObject({ side: 'base', file: 'a.yaml' })
    expect(head.manifests[0]).toMatchObject({ side: 'head', file: 'b.yaml' })
    expect(head.manifests[0]?.locate(['spec']).file).toBe('b.yaml')
  })

  test('the order is that of the files and their documents', () => {
    const text = ['b', 'a']
      .map(name => virtualService.replace('name: reviews', `name: ${name}`))
      .join('---\n')
    expect(
      read({ 'z.yaml': text, 'y.yaml': text }).manifests.map(
        ({ file: path, ref }) => `${path} ${ref.name}`
      )
    ).toEqual(['z.yaml b', 'z.yaml a', 'y.yaml b', 'y.yaml a'])
  })
})
