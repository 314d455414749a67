/**
 * Writes `src/validation/envoy-filter/objects.ts` from the Go module of Envoy's API that Istio links: the fields of the
 * objects that an EnvoyFilter can patch, one level deep, and what each holds.
 *
 *   node scripts/envoy-objects.ts --envoy DIR [--root DIR]
 *
 * DIR is the module github.com/envoyproxy/go-control-plane/envoy of the newest minor (`go mod download`).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** applyTo → file and message (istio pkg/config/xds BuildXDSObjectFromStruct). */
const OBJECTS: Readonly<Record<string, readonly [file: string, message: string]>> = {
  BOOTSTRAP: ['config/bootstrap/v3/bootstrap.pb.go', 'Bootstrap'],
  CLUSTER: ['config/cluster/v3/cluster.pb.go', 'Cluster'],
  EXTENSION_CONFIG: ['config/core/v3/extension.pb.go', 'TypedExtensionConfig'],
  FILTER_CHAIN: ['config/listener/v3/listener_components.pb.go', 'FilterChain'],
  HTTP_FILTER: [
    'extensions/filters/network/http_connection_manager/v3/http_connection_manager.pb.go',
    'HttpFilter'
  ],
  HTTP_ROUTE: ['config/route/v3/route_components.pb.go', 'Route'],
  LISTENER: ['config/listener/v3/listener.pb.go', 'Listener'],
  LISTENER_FILTER: ['config/listener/v3/listener_components.pb.go', 'ListenerFilter'],
  NETWORK_FILTER: ['config/listener/v3/listener_components.pb.go', 'Filter'],
  ROUTE_CONFIGURATION: ['config/route/v3/route.pb.go', 'RouteConfiguration'],
  VIRTUAL_HOST: ['config/route/v3/route_components.pb.go', 'VirtualHost']
}

main()

function main(): void {
  const { values } = parseArgs({
    options: {
      envoy: { type: 'string' },
      root: { type: 'string', default: join(dirname(fileURLToPath(import.meta.url)), '..') }
    }
  })
  const { envoy, root } = values
  if (envoy === undefined) throw new Error('Name the module of the API of Envoy with --envoy DIR.')
  const lines = [
    '/* Written by scripts/envoy-objects.ts from the Go module of the API of Envoy. */',
    '',
    'export type EnvoyType =',
    "  | 'string'",
    "  | 'bool'",
    "  | 'number'",
    "  | 'duration'",
    "  | 'enum'",
    "  | 'message'",
    "  | 'any'",
    "  | 'strings'",
    "  | 'messages'",
    "  | 'map'",
    '',
    '/** Fields of the objects that an EnvoyFilter patches, by applyTo. */',
    'export const OBJECTS: Readonly<Record<string, Readonly<Record<string, EnvoyType>>>> = {'
  ]
  for (const [applyTo, [file, message]] of Object.entries(OBJECTS)) {
    lines.push(`  ${applyTo}: {`)
    const fields = fieldsOf(readFileSync(join(envoy, file), 'utf8'), message)
    for (const [name, type] of fields) lines.push(`    ${name}: '${type}',`)
    lines.push('  },')
  }
  lines.push('}', '')
  const text = lines.join('\n').replace(/,\n(\s*\})/g, '\n$1')
  writeFileSync(join(root, 'src/validation/envoy-filter/objects.ts'), text)
}

function fieldsOf(text: string, message: string): [name: string, type: string][] {
  const body = new RegExp(`^type ${message} struct \\{\\n([\\s\\S]*?)^\\}`, 'm').exec(text)?.[1]
  if (body === undefined) throw new Error(`there is no message ${message}`)
  const fields: [string, string][] = []
  for (const line of body.split('\n')) {
    const union = /^\s+\w+\s+is(\w+)\s+`protobuf_oneof/.exec(line)?.[1]
    if (union !== undefined) {
      // Each member of a oneof is a struct of its own.
      const members = text.matchAll(new RegExp(`^func \\(\\*(\\w+)\\) is${union}\\(\\)`, 'gm'))
      for (const [, member = ''] of members) fields.push(...fieldsOf(text, member))
    }
    const [, type, name, rest = ''] =
      /^\s+\w+\s+(\S+)\s+`protobuf:"[^"]*?name=(\w+)([^"]*)"/.exec(line) ?? []
    if (type !== undefined && name !== undefined) fields.push([name, typeOf(type, rest)])
  }
  return fields
}

function typeOf(type: string, tag: string): string {
  if (type.startsWith('map[')) return 'map'
  if (type === '[]string') return 'strings'
  if (type === '[]byte' || type === 'string' || type.endsWith('.StringValue')) return 'string'
  if (type.startsWith('[]')) return 'messages'
  if (tag.includes('enum=')) return 'enum'
  if (type === 'bool' || type.endsWith('.BoolValue')) return 'bool'
  if (/^u?int\d\d$|^float\d\d$|\.\w+Value$/.test(type) && !type.includes('structpb'))
    return 'number'
  if (type.endsWith('durationpb.Duration')) return 'duration'
  return type.endsWith('anypb.Any') ? 'any' : 'message'
}
