/**
 * Schema validation: what a version costs to load, and structural checks and validation rules per
 * manifest, each as a ratio to ajv in the same process. `node bench/schema.ts`
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { jsonSchema } from '../__tests__/support/json-schema.ts'
import { readManifests } from '../src/manifest/read.ts'
import { createSchemas } from '../src/schema/schemas.ts'
import { openSchemaStore } from '../src/schema/store.ts'
import { findProblems, validateSchema } from '../src/schema/validate.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const KINDS = ['VirtualService', 'DestinationRule', 'Gateway', 'ServiceEntry', 'Sidecar']
const ROUNDS = 20_000

const YAML = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: a, namespace: shop}
spec:
  hosts: [a]
  gateways: [g]
  http:
${Array.from(
  { length: 5 },
  (_, index) => `  - name: r${index}
    match: [{uri: {prefix: /a${index}}, headers: {x: {exact: jason}}}]
    route:
    - {destination: {host: a, subset: v1, port: {number: 80}}, weight: 90}
    - {destination: {host: a, subset: v2}, weight: 10}
    timeout: 5s
    retries: {attempts: 3, perTryTimeout: 2s, retryOn: 5xx}`
).join('\n')}
`

await main()

async function main(): Promise<void> {
  const load = time(() => createSchemas(openSchemaStore(ROOT), { istio: '1.31' }))
  const schemas = load.result
  const [manifest] = readManifests(
    [{ path: 'a.yaml', bytes: new TextEncoder().encode(YAML), side: 'head' }],
    { defaultNamespace: 'default' }
  ).manifests
  const known = schemas.kind('networking.istio.io', 'VirtualService')
  const version = known?.version('v1')
  if (manifest === undefined || known === undefined || version === undefined)
    throw new Error('setup')
  const { object } = manifest

  const first = time(() => validateSchema(manifest, schemas))
  const table = schemas.source.load('1.31')
  const ajvPrepare = time(() => {
    const ajv = new Ajv({ strict: false, validateFormats: false })
    return KINDS.map(kind => {
      const facts = table.kinds.find(entry => entry.kind === kind)
      return ajv.compile(jsonSchema(table, facts?.versions[0]?.schema ?? 0))
    })
  })
  const [ajv] = ajvPrepare.result
  if (ajv === undefined) throw new Error('setup')
  const plain = { spec: JSON.parse(JSON.stringify(object.spec)) }
  const ours = perCall(() => findProblems(object, known, version))
  const theirs = perCall(() => ajv(plain))

  const { result: cel, milliseconds: celLoad } = await timeAsync(
    () => import('../src/schema/cel.ts')
  )
  const celFirst = time(() => cel.validateExpressions(manifest, schemas))
  const celCall = perCall(() => cel.validateExpressions(manifest, schemas))

  row('load one version', `${load.milliseconds.toFixed(2)} ms`)
  row('first manifest', `${first.milliseconds.toFixed(2)} ms`)
  row(`ajv: compile ${KINDS.length} kinds`, `${ajvPrepare.milliseconds.toFixed(0)} ms`)
  row(
    'load + first manifest, of ajv',
    ratio(load.milliseconds + first.milliseconds, ajvPrepare.milliseconds)
  )
  row('VirtualService with 5 routes', `${(ours * 1000).toFixed(1)} µs`)
  row('the same, of ajv', ratio(ours, theirs))
  row('validation rules: load the engine', `${celLoad.toFixed(0)} ms`)
  row('validation rules: first manifest', `${celFirst.milliseconds.toFixed(2)} ms`)
  row('validation rules: same manifest', `${(celCall * 1000).toFixed(1)} µs`)
}

function time<T>(work: () => T): { result: T; milliseconds: number } {
  const start = performance.now()
  const result = work()
  return { result, milliseconds: performance.now() - start }
}

async function timeAsync<T>(work: () => Promise<T>): Promise<{ result: T; milliseconds: number }> {
  const start = performance.now()
  const result = await work()
  return { result, milliseconds: performance.now() - start }
}

/** Milliseconds: the best of five runs after a warm-up. */
function perCall(work: () => unknown): number {
  for (let round = 0; round < ROUNDS / 4; round++) work()
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 5; run++) {
    const start = performance.now()
    for (let round = 0; round < ROUNDS; round++) work()
    best = Math.min(best, (performance.now() - start) / ROUNDS)
  }
  return best
}

function ratio(ours: number, theirs: number): string {
  return `${(ours / theirs).toFixed(2)} x`
}

function row(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(40)} ${value}\n`)
}
