import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from '@jest/globals'
import { corpus, describeCorpus, yamlFiles } from '../support/corpus.ts'
import { analysisOf } from '../support/reviewed.ts'

const root = corpus('samples')

/** Each sample as one repository, as its author keeps it. Files that define one object twice are variants of a sample. */
function findingsOf(sample: string): string[] {
  const folder = join(root, sample)
  const files = Object.fromEntries(
    yamlFiles(folder).map(path => [relative(folder, path), readFileSync(path, 'utf8')])
  )
  const { findings } = analysisOf(files)
  return findings.remaining
    .filter(({ id, severity }) => id !== 'manifest/duplicate-object' && severity !== 'info')
    .map(({ severity, id, at }) => `${severity} ${id} ${at.file}:${at.start.line}`)
    .sort()
}

/** What is said of the samples, each read as its author would: all of it holds. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  bookinfo: [
    // Patches of Envoy's own configuration, without an order among them.
    'warning envoy-filter/deprecated-internals policy/productpage_envoy_ratelimit.yaml:6',
    'warning envoy-filter/deprecated-internals policy/productpage_envoy_ratelimit.yaml:63',
    'warning envoy-filter/missing-priority policy/productpage_envoy_ratelimit.yaml:23',
    // TLS to a server that is checked against the authorities of the operating system alone.
    'warning destination-rule/insecure-server-certificate networking/egress-rule-google-apis.yaml:46',
    // A gateway route beside subsets that only sidecars choose.
    'warning virtual-service/ineffective-subset-routing networking/bookinfo-gateway.yaml:41',
    // A second route behind one without a match.
    'warning virtual-service/unreachable-route networking/fault-injection-details-v1.yaml:18'
  ],
  multicluster: [
    'warning destination-rule/insecure-server-certificate expose-istiod-https.yaml:69',
    'warning destination-rule/insecure-server-certificate expose-istiod-https.yaml:76'
  ],
  ratelimit: [
    'warning envoy-filter/deprecated-internals local-rate-limit-service.yaml:9',
    'warning envoy-filter/missing-priority local-rate-limit-service.yaml:22'
  ],
  // A version that the Gateway API calls deprecated.
  'tcp-echo': ['warning schema/deprecated-version gateway-api/tcp-echo-20-v2.yaml:1']
}

describeCorpus('the samples of Istio', () => {
  test('have no error, and no warning that does not hold', () => {
    const samples = readdirSync(root, { withFileTypes: true }).filter(one => one.isDirectory())
    expect(samples.length).toBeGreaterThan(15)
    for (const { name } of samples) {
      expect([name, findingsOf(name)]).toEqual([name, [...(SAID[name] ?? [])].sort()])
    }
  })
})
