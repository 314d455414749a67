/**
 * Writes `src/validation/decode/messages.ts` from the protobuf files of istio.io/api: names and types of the fields
 * that istiod decodes, and the first minor of those that came after 1.18, which the tables in `schemas/istio` say.
 *
 *   node scripts/messages.ts --api DIR [--root DIR]
 *
 * DIR is the module istio.io/api of the newest minor (`go mod download`).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openSchemaStore } from '../src/schema/store.ts'
import type { SchemaTable } from '../src/schema/table.ts'
import { type Enum, type Field, type Message, type Proto, parseProto } from './proto.ts'

const FILES = [
  'extensions/v1alpha1/traffic_extension.proto',
  'extensions/v1alpha1/wasm.proto',
  'networking/v1alpha3/destination_rule.proto',
  'networking/v1alpha3/envoy_filter.proto',
  'networking/v1alpha3/gateway.proto',
  'networking/v1alpha3/service_entry.proto',
  'networking/v1alpha3/sidecar.proto',
  'networking/v1alpha3/virtual_service.proto',
  'networking/v1alpha3/workload_entry.proto',
  'networking/v1alpha3/workload_group.proto',
  'networking/v1beta1/proxy_config.proto',
  'security/v1beta1/authorization_policy.proto',
  'security/v1beta1/peer_authentication.proto',
  'security/v1beta1/request_authentication.proto',
  'telemetry/v1alpha1/telemetry.proto',
  'type/v1beta1/selector.proto'
]

const OLDEST = 18

main()

function main(): void {
  const here = join(dirname(fileURLToPath(import.meta.url)), '..')
  const { values } = parseArgs({
    options: { api: { type: 'string' }, root: { type: 'string', default: here } }
  })
  const { api, root } = values
  if (api === undefined) throw new Error('Name the module istio.io/api with --api DIR.')
  const proto: Proto = { messages: new Map(), enums: new Map() }
  for (const file of FILES) parseProto(readFileSync(join(api, file), 'utf8'), proto)
  const store = openSchemaStore(here)
  const since = new Map<string, number>()
  for (const minor of store.minors()) noteFirst(proto, store.load(minor), since)
  writeFileSync(join(root, 'src/validation/decode/messages.ts'), printed(proto, since))
}

/** Walks messages and schemas side by side. Minors come oldest first. */
function noteFirst(proto: Proto, table: SchemaTable, since: Map<string, number>): void {
  const minor = Number(table.minor.split('.')[1])
  for (const { kind, versions } of table.kinds) {
    const done = new Set<string>()
    for (const version of versions) {
      const spec = table.nodes[version.schema]?.properties?.spec
      if (spec !== undefined) visit(kind, spec)
    }

    function visit(name: string, index: number): void {
      const message = proto.messages.get(name)
      const node = table.nodes[index]
      if (message === undefined || node === undefined || done.has(`${name} ${index}`)) return
      done.add(`${name} ${index}`)
      for (const field of message.fields) {
        let child = node.properties?.[field.json]
        if (child === undefined) continue
        note(`${name}.${field.name}`)
        if (field.shape !== 'single') {
          const inner = table.nodes[child]
          child = field.shape === 'list' ? inner?.items : (inner?.additionalProperties as number)
          if (child === undefined) continue
        }
        visit(field.type, child)
        if (proto.enums.has(field.type)) {
          for (const value of table.nodes[child]?.enum ?? []) note(`${field.type}.${value}`)
        }
      }
    }
  }

  function note(key: string): void {
    if (!since.has(key)) since.set(key, minor)
  }
}

function printed({ messages, enums }: Proto, since: ReadonlyMap<string, number>): string {
  const lines = [
    '/* Written by scripts/messages.ts from the protobuf files of istio.io/api. */',
    '',
    '/**',
    ' * Fields of the messages that istiod decodes a spec into, in the order of their declaration. A type is a scalar, a',
    ' * message or an enum; `[T]` is a list, `{T}` a map (`{K=T}` where its keys are',
    ' * no text), and `?T` tells absent from zero. After `@` stands the oneof.',
    ' */',
    'export const MESSAGES = {'
  ]
  for (const [name, message] of sorted(messages))
    lines.push(...printedMessage(name, message, enums))
  lines.push('} as const', '', '/** Values of enums by their number. */', 'export const ENUMS = {')
  for (const [name, values] of sorted(enums)) lines.push(...printedEnum(name, values))
  lines.push('} as const', '')
  const later = [...since]
    .filter(([, minor]) => minor > OLDEST)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  lines.push('/** The first minor (1.x) of fields and enum values that came after 1.18. */')
  lines.push('export const SINCE: Readonly<Record<string, number>> = {')
  for (const [key, minor] of later) lines.push(`  '${key}': ${minor},`)
  lines.push('}', '')
  return lines.join('\n').replace(/,\n(\s*\})/g, '\n$1')
}

function printedMessage(name: string, { fields }: Message, enums: Proto['enums']): string[] {
  const lines = [`  ${quoted(name)}: {`]
  for (const field of fields) {
    // An enum in a oneof may be absent, as a scalar may.
    const optional = field.optional || (field.oneof !== undefined && enums.has(field.type))
    const single = optional ? `?${field.type}` : field.type
    const type = typeText(field, single)
    lines.push(`    ${field.name}: '${type}${field.oneof === undefined ? '' : `@${field.oneof}`}',`)
  }
  return [...lines, '  },']
}

function typeText({ shape, key }: Field, single: string): string {
  if (shape === 'list') return `[${single}]`
  if (shape === 'map') return key === undefined ? `{${single}}` : `{${key}=${single}}`
  return single
}

function printedEnum(name: string, values: Enum): string[] {
  const members = [...values].map(([value, number]) => `${value}: ${number}`)
  return [`  ${quoted(name)}: { ${members.join(', ')} },`]
}

function quoted(name: string): string {
  return /^\w+$/.test(name) ? name : `'${name}'`
}

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}
