import type { FieldPath } from '../finding.ts'
import type { Json } from '../manifest/manifest.ts'
import { isGatewayApi, nodeAt, type SchemaSource, type Schemas } from './schemas.ts'
import type { KindTable, SchemaNode, SchemaTable } from './table.ts'

/** Which other versions know what this one does not. Reads their tables: only for what is already wrong. */
export interface History {
  readonly product: 'Istio' | 'Gateway API'
  /** Minors, ascending, whose schema has a field at this path. */
  minorsWithField(kind: string, path: FieldPath): string[]
  /** Minors whose enumeration at this path holds the value. */
  minorsWithValue(kind: string, path: FieldPath, value: Json): string[]
  /** Minors that serve the version, or the kind in any version. */
  minorsWithKind(kind: string, version?: string): string[]
  /** Whether the other channel of the same bundle has the field. */
  isExperimental(kind: string, path: FieldPath): boolean
}

export function historyOf(schemas: Schemas, group: string): History {
  const { source } = schemas
  const gateway = isGatewayApi(group)

  function minorsWhere(test: (table: SchemaTable) => boolean): string[] {
    return tablesOf(source, gateway)
      .filter(test)
      .map(table => table.minor)
  }

  return {
    product: gateway ? 'Gateway API' : 'Istio',
    minorsWithField: (kind, path) =>
      minorsWhere(table =>
        entries(table, group, kind, schemas).some(facts => has(table, facts, path))
      ),
    minorsWithValue: (kind, path, value) =>
      minorsWhere(table =>
        entries(table, group, kind, schemas).some(
          facts => find(table, facts, path)?.enum?.includes(value) === true
        )
      ),
    minorsWithKind: (kind, version) =>
      minorsWhere(table =>
        entries(table, group, kind, schemas).some(facts => serves(facts, version))
      ),
    isExperimental(kind, path) {
      if (!gateway || schemas.channel === 'experimental') return false
      const table = source.gatewayApi(schemas.gatewayApi)
      return table.kinds.some(
        facts =>
          facts.group === group &&
          facts.kind === kind &&
          facts.channel === 'experimental' &&
          has(table, facts, path)
      )
    }
  }
}

function tablesOf(source: SchemaSource, gateway: boolean): SchemaTable[] {
  return gateway
    ? source.gatewayApiMinors().map(minor => source.gatewayApi(minor))
    : source.minors().map(minor => source.load(minor))
}

function entries(table: SchemaTable, group: string, kind: string, schemas: Schemas): KindTable[] {
  const found = table.kinds.filter(facts => facts.group === group && facts.kind === kind)
  const inChannel = found.filter(
    facts => facts.channel === undefined || facts.channel === schemas.channel
  )
  return inChannel.length > 0 ? inChannel : found
}

function find(table: SchemaTable, facts: KindTable, path: FieldPath): SchemaNode | undefined {
  for (const version of facts.versions) {
    if (version.served === false) continue
    const node = nodeAt(table.nodes, version.schema, path)
    if (node !== undefined) return node
  }
  return undefined
}

function has(table: SchemaTable, facts: KindTable, path: FieldPath): boolean {
  return find(table, facts, path) !== undefined
}

function serves(facts: KindTable, version: string | undefined): boolean {
  return facts.versions.some(
    entry => entry.served !== false && (version === undefined || entry.name === version)
  )
}

/** `since 1.28`, `up to 1.24`, `in 1.20 to 1.24`: a run of minors as seen from the one in use. */
export function describeMinors(minors: readonly string[], all: readonly string[]): string {
  const first = minors[0] ?? ''
  const last = minors.at(-1) ?? ''
  if (last === all.at(-1)) return first === all[0] ? 'in other versions' : `since ${first}`
  if (first === all[0]) return `up to ${last}`
  return first === last ? `in ${first}` : `in ${first} to ${last}`
}
