/**
 * Writes `schemas/istio/`, `schemas/gateway-api/` and `schemas/sources.json` from
 * CustomResourceDefinitions. Names, types, bounds and validation rules stay; prose goes. The same input
 * gives the same bytes.
 *
 *   node scripts/schemas.ts --istio DIR [--gateway-api-cache DIR] [--root DIR] [--only istio]
 *
 * DIR of --istio holds `istio-<minor>.yaml` (the bundled CRDs of one release each) and a README.md with
 * one table row a file: `| file | tag | path in the repository |`. Gateway API comes from the Go module
 * proxy by `go mod download`. `--only istio` leaves it out, and sources.json as it is.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { parseAllDocuments } from 'yaml'
import type { Channel, KindTable, Project, SchemaTable, VersionTable } from '../src/schema/table.ts'
import { type CrdSchema, createNodeTable, type NodeTable } from './compact-schema.ts'

const GATEWAY_API = 'sigs.k8s.io/gateway-api'
/** The newest patch of each minor that Istio 1.18 to 1.31 were made for and that the proxy serves. */
const GATEWAY_API_RELEASES = [
  'v0.6.2',
  'v0.8.1',
  'v1.0.0',
  'v1.1.1',
  'v1.2.1',
  'v1.3.0',
  'v1.4.1',
  'v1.5.1',
  'v1.6.3'
]

interface Input {
  /** Path in the project or module that it comes from. */
  readonly path: string
  readonly text: string
  readonly channel?: Channel
}

interface Source {
  readonly file: string
  readonly project: string
  readonly release: string
  readonly licence: 'Apache-2.0'
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[]
}

interface Crd {
  readonly kind: string
  readonly spec: {
    readonly group: string
    readonly scope: 'Namespaced' | 'Cluster'
    readonly names: { kind: string; plural: string; shortNames?: string[] }
    readonly versions: readonly CrdVersion[]
  }
}

interface CrdVersion {
  readonly name: string
  readonly served: boolean
  readonly storage: boolean
  readonly deprecated?: boolean
  readonly schema: { readonly openAPIV3Schema: CrdSchema }
  readonly subresources?: { readonly status?: unknown }
}

main()

function main(): void {
  const { values } = parseArgs({
    options: {
      istio: { type: 'string' },
      'gateway-api-cache': { type: 'string' },
      only: { type: 'string' },
      root: { type: 'string', default: join(dirname(fileURLToPath(import.meta.url)), '..') }
    }
  })
  if (values.istio === undefined) throw new Error('--istio DIR is missing')
  const root = join(values.root, 'schemas')
  const sources = writeIstio(values.istio, root)
  if (values.only === 'istio') return
  sources.push(...writeGatewayApi(values['gateway-api-cache'], root))
  writeFileSync(join(root, 'sources.json'), `${JSON.stringify({ files: sources }, null, 2)}\n`)
}

function writeIstio(directory: string, root: string): Source[] {
  const sources: Source[] = []
  const rows = readFileSync(join(directory, 'README.md'), 'utf8').matchAll(
    /^\| istio-(\d+\.\d+)\.yaml \| (\S+)[^|]*\| (\S+) \|$/gm
  )
  for (const [, minor = '', release = '', path = ''] of rows) {
    const text = readFileSync(join(directory, `istio-${minor}.yaml`), 'utf8')
    sources.push(write(root, 'istio', minor, release, 'istio.io/istio', [{ path, text }]))
  }
  return sources
}

function writeGatewayApi(cache: string | undefined, root: string): Source[] {
  const directory = cache ?? mkdtempSync(join(tmpdir(), 'gateway-api-'))
  try {
    return GATEWAY_API_RELEASES.map(release => {
      const minor = release.slice(1).split('.').slice(0, 2).join('.')
      const inputs = readBundle(downloadModule(release, directory))
      return write(root, 'gateway-api', minor, release, GATEWAY_API, inputs)
    })
  } finally {
    if (cache === undefined) rmSync(directory, { recursive: true, force: true })
  }
}

function downloadModule(release: string, cache: string): string {
  const answer = execFileSync('go', ['mod', 'download', '-json', `${GATEWAY_API}@${release}`], {
    cwd: cache,
    env: { ...process.env, GOMODCACHE: cache, GOFLAGS: '-mod=mod -modcacherw' },
    encoding: 'utf8'
  })
  return (JSON.parse(answer) as { Dir: string }).Dir
}

function readBundle(module: string): Input[] {
  const inputs: Input[] = []
  for (const channel of ['standard', 'experimental'] as const) {
    const folder = `config/crd/${channel}`
    for (const name of readdirSync(join(module, folder)).sort()) {
      const path = `${folder}/${name}`
      const text = readFileSync(join(module, path), 'utf8')
      // The folders also hold a kustomization and an admission policy.
      if (/^kind: CustomResourceDefinition$/m.test(text)) inputs.push({ path, text, channel })
    }
  }
  return inputs
}

function write(
  root: string,
  project: Project,
  minor: string,
  release: string,
  origin: string,
  inputs: readonly Input[]
): Source {
  const table = createNodeTable()
  const kinds = inputs
    .flatMap(input => readCrds(input, table))
    .sort((a, b) => compare(sortKey(a), sortKey(b)))
  const file = `${project}/${minor}.json`
  mkdirSync(join(root, project), { recursive: true })
  writeFileSync(
    join(root, file),
    print({
      format: 'meshproof/schemas/v1',
      project,
      minor,
      release,
      kinds,
      nodes: table.nodes
    })
  )
  process.stdout.write(`${file}: ${kinds.length} kinds, ${table.nodes.length} nodes\n`)
  return {
    file,
    project: origin,
    release,
    licence: 'Apache-2.0',
    inputs: inputs.map(({ path, text }) => ({
      path,
      sha256: createHash('sha256').update(text).digest('hex')
    }))
  }
}

function sortKey(kind: KindTable): string {
  return `${kind.group} ${kind.kind} ${kind.channel === 'experimental' ? 1 : 0}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function readCrds(input: Input, table: NodeTable): KindTable[] {
  const kinds: KindTable[] = []
  for (const document of parseAllDocuments(input.text)) {
    const [error] = document.errors
    if (error !== undefined) throw new Error(`${basename(input.path)}: ${error.message}`)
    const crd = document.toJS() as Crd | null
    if (crd?.kind === 'CustomResourceDefinition') kinds.push(readKind(crd, input.channel, table))
  }
  return kinds
}

function readKind({ spec }: Crd, channel: Channel | undefined, table: NodeTable): KindTable {
  return {
    group: spec.group,
    kind: spec.names.kind,
    plural: spec.names.plural,
    ...(spec.names.shortNames && { shortNames: spec.names.shortNames }),
    scope: spec.scope,
    ...(channel && { channel }),
    versions: spec.versions.map(version => readVersion(version, spec.names.kind, table))
  }
}

function readVersion(version: CrdVersion, kind: string, table: NodeTable): VersionTable {
  const schema = version.schema.openAPIV3Schema
  const {
    apiVersion,
    kind: _,
    metadata,
    ...properties
  } = (schema.properties ?? {}) as Record<string, CrdSchema>
  const constraints = Object.keys(metadata ?? {}).filter(
    key => key !== 'type' && key !== 'description'
  )
  if (constraints.length > 0) throw new Error(`${kind}: metadata has ${constraints.join(', ')}`)
  // The API server drops a status on create where the subresource exists, whatever is in it.
  if (properties.status && version.subresources?.status !== undefined) {
    properties.status = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
  }
  return {
    name: version.name,
    schema: table.add({ ...schema, properties }, `${kind}/${version.name}`),
    ...(version.storage && { storage: true as const }),
    ...(!version.served && { served: false as const }),
    ...(version.deprecated && { deprecated: true as const })
  }
}

/** One kind and one node a line, so that a diff of two releases can be read. */
function print({ kinds, nodes, ...head }: SchemaTable): string {
  const lines = (rows: readonly unknown[]) => rows.map(row => JSON.stringify(row)).join(',\n')
  const opening = JSON.stringify(head).slice(0, -1)
  return `${opening},\n"kinds":[\n${lines(kinds)}\n],\n"nodes":[\n${lines(nodes)}\n]}\n`
}
