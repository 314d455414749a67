import type { Dataplane } from '../../src/dataplane/dataplane.ts'
import { type AccessAction, lowerAccess } from '../../src/dataplane/lower/access.ts'
import { BETWEEN } from '../../src/dataplane/lower/conditions.ts'
import { isOpaque } from '../../src/dataplane/lower/opaque-dimension.ts'
import { normalizePath } from '../../src/dataplane/path.ts'
import type { Request } from '../../src/dataplane/request.ts'
import { claimTexts } from '../../src/dataplane/security/claims.ts'
import { securityOf } from '../../src/dataplane/security/inbound.ts'
import { remoteAddress } from '../../src/dataplane/security/remote-address.ts'
import { tokenLocation } from '../../src/dataplane/security/token-location.ts'
import { decide } from '../../src/decision/decide.ts'
import type { Point, Table } from '../../src/decision/table.ts'
import type { Workload } from '../../src/mesh/workload.ts'

/** What the table of a sidecar's port says of one request; a text: why no table is asked. */
export function decidedByTable(
  plane: Dataplane,
  workload: Workload,
  request: Request
): AccessAction | string {
  const tokens = request.tokens ?? []
  if (tokens.length > 1) return 'several tokens'
  if (request.method === 'OPTIONS' && tokens.length > 0) return 'preflight with a token'
  if (/^[a-z]+:\/\//.test(request.path)) return 'absolute form'
  if (!/^[A-Z]+$/.test(request.method) || request.path.includes('#')) return 'refused by the codec'
  const [token] = tokens
  const security = securityOf(plane.compilation)
  const inbound = security.inbound(workload)
  const table = lowerAccess({
    mesh: plane.mesh,
    keeper: inbound,
    port: inbound.ports.port(request.port),
    mode: inbound.mode(request.port).mode,
    trusted: security.trusted,
    speaks: request.protocol,
    location: token === undefined ? null : tokenLocation(token.in),
    destinationIps: request.address === undefined ? [] : [request.address],
    place: 'sidecar'
  })
  if (table.dimensions.some(({ name }) => isOpaque(name))) return 'follows from the request'
  return decide(table, pointOf(plane, table, request)).action
}

function pointOf(plane: Dataplane, table: Table<unknown>, request: Request): Point {
  const { path } = normalizePath(request.path, plane.mesh.config.pathNormalization)
  const headers = new Map<string, readonly string[]>()
  for (const [name, value] of Object.entries(request.headers)) {
    headers.set(name.toLowerCase(), typeof value === 'string' ? [value] : value)
  }
  const [token] = request.tokens ?? []
  const claims = token?.claims ?? {}
  const expired = typeof claims.exp === 'number' && claims.exp < 1_700_000_000
  const point: Record<string, string | readonly string[] | null> = {
    transport: request.transport,
    principal: request.transport === 'mtls' ? (request.principal ?? null) : null,
    'source ip': request.ip ?? '127.0.0.1',
    'remote ip':
      remoteAddress(headers.get('x-forwarded-for') ?? [], request.ip, 'sidecar') ?? '127.0.0.1',
    'destination ip': request.address ?? '10.0.0.1',
    sni: request.transport === 'plaintext' ? null : (request.sni ?? null),
    authority: request.authority,
    method: request.method,
    path,
    'request principal': `${String(claims.iss ?? '')}${BETWEEN}${String(claims.sub ?? '')}`,
    signature: token?.signature === 'good' && !expired ? 'good' : 'broken'
  }
  for (const { name, multiple } of table.dimensions) {
    if (name.startsWith('header:')) {
      const lines = headers.get(name.slice('header:'.length)) ?? []
      point[name] = multiple ? lines : lines.length === 0 ? null : lines.join(',')
    }
    if (name.startsWith('claim:')) {
      const path = name.slice('claim:['.length, -1).split('][')
      const spaceDelimited = ['permission', 'scope', 'groups']
      point[name] = claimTexts(
        {
          claims,
          spaceDelimited:
            claims.groups === 'r w' && !hasList(plane) ? spaceDelimited.slice(0, 2) : spaceDelimited
        },
        path
      )
    }
  }
  return point
}

/** Whether some rule makes a list of the groups claim. */
function hasList(plane: Dataplane): boolean {
  return plane.mesh
    .of('RequestAuthentication')
    .some(({ spec }) => JSON.stringify(spec).includes('spaceDelimitedClaims'))
}
