import { gatewayClasses } from '../dataplane/proxies-gateway.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { list, map, number, text, textMap, texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { selects } from '../mesh/selector.ts'

/**
 * What the servers of a Gateway compete for at the pods that take it: those that end TLS for a server name on the port,
 * the others for the port. Source: pilot model/gateway.go mergeGateways.
 */
export function gatewayClaims(manifest: Manifest, mesh: Mesh): string[] {
  return claimsOf(mesh).get(manifest) ?? []
}

const known = new WeakMap<Mesh, ReadonlyMap<Manifest, string[]>>()

interface Claim {
  readonly manifest: Manifest
  /** Pods and port. */
  readonly place: string
  /** Empty: all names. */
  readonly host: string
}

function claimsOf(mesh: Mesh): ReadonlyMap<Manifest, string[]> {
  let found = known.get(mesh)
  if (found === undefined) {
    found = read(mesh)
    known.set(mesh, found)
  }
  return found
}

function read(mesh: Mesh): ReadonlyMap<Manifest, string[]> {
  const classes = gatewayClasses([mesh])
  const claims: Claim[] = []
  for (const manifest of mesh.of('Gateway')) {
    const labels = textMap(manifest.spec.selector)
    const pods = classes.filter(one => selects(labels, one.labels)).map(one => one.id)
    for (const entry of list(manifest.spec.servers)) {
      const server = map(entry)
      const port = number(map(server?.port)?.number) ?? 0
      const mode = text(map(server?.tls)?.mode)
      const ends = mode !== undefined && !mode.includes('PASSTHROUGH')
      for (const pod of pods) {
        for (const host of ends ? texts(server?.hosts) : ['']) {
          claims.push({ manifest, place: `${pod} ${port}`, host })
        }
      }
    }
  }
  // Where one server takes the whole port, all others of it are its rivals.
  const whole = new Set(claims.filter(({ host }) => host === '').map(({ place }) => place))
  const result = new Map<Manifest, string[]>()
  for (const { manifest, place, host } of claims) {
    const own = result.get(manifest) ?? []
    if (whole.has(place)) own.push(place)
    if (host !== '') own.push(`${place} ${host}`)
    result.set(manifest, own)
  }
  return result
}
