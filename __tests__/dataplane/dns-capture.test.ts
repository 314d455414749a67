import { describe, expect, test } from '@jest/globals'
import { usesAllocatedAddresses } from '../../src/mesh/dns-capture.ts'
import { buildMesh, type MeshInput } from '../../src/mesh/mesh.ts'
import { diffOf, saidEffects } from '../support/reviewed.ts'
import { manifestsFrom } from '../support/side.ts'

const capture = { ISTIO_META_DNS_CAPTURE: 'true' }

function mesh(yaml: string, parts: Partial<MeshInput> = {}) {
  return buildMesh({
    side: 'head',
    manifests: manifestsFrom(yaml),
    assumeAddresses: true,
    ...parts
  })
}

const minor = (of: string) => ({ istio: { minor: of, why: 'the test' } })
const metadata = (variables: Record<string, string>) => ({
  meshConfig: { defaultConfig: { proxyMetadata: variables } }
})

const proxyConfig = (namespace: string, value: string, selector = '') => `---
apiVersion: networking.istio.io/v1beta1
kind: ProxyConfig
metadata: {name: dns-${value}${selector === '' ? '' : '-some'}, namespace: ${namespace}}
spec:
${selector}  environmentVariables: {ISTIO_META_DNS_CAPTURE: "${value}"}
`

const entry = (name: string, extra = '', labels = '') => `---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: ${name}, namespace: shop${labels}}
spec:
  hosts: [${name}.example.com]
  ports: [{number: 3306, name: tcp, protocol: TCP}]
  resolution: DNS
${extra}`

const web = { namespace: 'shop', labels: { app: 'web' } }

describe('which proxies know allocated addresses', () => {
  test('those that capture DNS, where istiod allocates', () => {
    expect(usesAllocatedAddresses(mesh(entry('db')), web)).toBe(false)
    expect(usesAllocatedAddresses(mesh(entry('db'), metadata(capture)), web)).toBe(true)
    const before = { ...metadata(capture), ...minor('1.24') }
    expect(usesAllocatedAddresses(mesh(entry('db'), before), web)).toBe(false)
    const flags = { ...before, flags: { PILOT_ENABLE_IP_AUTOALLOCATE: 'true' } }
    expect(usesAllocatedAddresses(mesh(entry('db'), flags), web)).toBe(true)
    const asked = {
      ...metadata({ ...capture, ISTIO_META_DNS_AUTO_ALLOCATE: 'true' }),
      ...minor('1.18')
    }
    expect(usesAllocatedAddresses(mesh(entry('db'), asked), web)).toBe(true)
  })

  test('the narrower setting wins: mesh, root namespace, namespace, annotation, workload', () => {
    const root = mesh(proxyConfig('istio-system', 'true'))
    expect(usesAllocatedAddresses(root, web)).toBe(true)
    const own = mesh(proxyConfig('istio-system', 'true') + proxyConfig('shop', 'false'))
    expect(usesAllocatedAddresses(own, web)).toBe(false)
    expect(usesAllocatedAddresses(own, { ...web, namespace: 'other' })).toBe(true)
    expect(usesAllocatedAddresses(own, { ...web, proxyMetadata: capture })).toBe(true)
    const selector = '  selector: {matchLabels: {app: web}}\n'
    const narrow = mesh(proxyConfig('shop', 'false', selector), metadata(capture))
    expect(usesAllocatedAddresses(narrow, { ...web, proxyMetadata: capture })).toBe(false)
    expect(usesAllocatedAddresses(narrow, { namespace: 'shop', labels: {} })).toBe(true)
  })
})

describe('which ServiceEntries have one', () => {
  const allocated = (yaml: string, parts: Partial<MeshInput> = {}) =>
    mesh(yaml, parts).registry.all.map(service => service.allocated)

  test('those that are looked up or listed, without addresses, and are no wildcards', () => {
    expect(allocated(entry('db'))).toEqual([expect.stringMatching(/^100::/)])
    expect(allocated(entry('db', '  addresses: [192.0.2.1]\n'))).toEqual([undefined])
    expect(allocated(entry('db').replace('DNS', 'NONE'))).toEqual([undefined])
    expect(
      allocated(entry('db').replace('db.example', '"*.example').replace('com]', 'com"]'))
    ).toEqual([undefined])
  })

  test('the label opts out where the controller allocates, and there alone', () => {
    const out = entry('db', '', ', labels: {networking.istio.io/enable-autoallocate-ip: "False"}')
    expect(allocated(out)).toEqual([undefined])
    expect(allocated(out, minor('1.24'))).toEqual([expect.stringMatching(/^100::/)])
  })

  test('the status says which, and without it nothing is made up for the judge', () => {
    const status = 'status: {addresses: [{host: db.example.com, value: 240.240.0.7}]}\n'
    expect(allocated(entry('db', status), { assumeAddresses: false })).toEqual(['240.240.0.7'])
    expect(allocated(entry('db'), { assumeAddresses: false })).toEqual([undefined])
  })
})

describe('connections of proxies that capture DNS', () => {
  const base = entry('db1') + entry('db2')
  const config = (value: string) => `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: '{defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: "${value}"}}}'
`

  test('each entry has a listener of its own, where all shared one before', () => {
    const report = diffOf(config('false') + base, config('true') + base)
    expect(report.unknown).toEqual([])
    expect(saidEffects(report)).toContain(
      'rerouted db2.example.com:3306, every connection: destinations db1.example.com → db2.example.com'
    )
  })

  test('an entry that goes takes nothing from the other', () => {
    const report = diffOf(config('true') + base, config('true') + entry('db2'))
    expect(saidEffects(report).filter(line => line.includes('db2'))).toEqual([])
  })

  test('pods that an annotation sets apart have addresses, others do not', () => {
    const pods = (name: string, annotations: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: shop}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata:
      labels: {app: ${name}}
${annotations}    spec: {containers: [{name: a, image: a}]}
`
    const annotated = `      annotations: {proxy.istio.io/config: '{proxyMetadata: {ISTIO_META_DNS_CAPTURE: "true"}}'}\n`
    const all = pods('web', annotated) + pods('job', '')
    const report = diffOf(all + base, all + entry('db2'))
    const told = report.effects.map(({ kind, subject, proxy }) => [kind, subject.name, proxy.names])
    expect(told).toEqual([
      // Without addresses the older one had the listener, which git does not hold.
      ['order-dependent', 'db2.example.com', ['pods in any other namespace', 'pods in shop']],
      ['rerouted', 'db1.example.com', ['pods that set ISTIO_META_DNS_CAPTURE=true in shop']]
    ])
  })
})
