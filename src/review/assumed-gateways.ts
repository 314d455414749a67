import { gatewayName } from '../dataplane/rules.ts'
import type { FieldPath, ResourceRef, Side, SourceRange } from '../finding.ts'
import type { JsonMap, Manifest } from '../manifest/manifest.ts'
import { list, map, number, texts } from '../mesh/json.ts'

/**
 * Gateways that VirtualServices name and git does not hold: they often live in another repository. Where neither side
 * holds a Gateway of the namespace, one is taken to exist that listens for every host, on 80 and 443 and on the ports
 * that matches name; else its routes would reach no proxy and no change of them would ever be seen.
 * Where a sibling is there, a missing name is a mistake, and Istio binds the routes to nothing.
 */
export function assumedGateways(
  base: readonly Manifest[],
  head: readonly Manifest[]
): { readonly base: readonly Manifest[]; readonly head: readonly Manifest[] } {
  const held = new Set<string>()
  for (const { ref } of [...base, ...head]) {
    if (ref.kind === 'Gateway' && groups.has(ref.group)) held.add(ref.namespace)
  }
  const named = new Map<string, Named>()
  // What did not change is one object on both sides, and names the same.
  const seen = new Set<JsonMap>()
  for (const manifest of [...base, ...head]) {
    if (manifest.ref.kind !== 'VirtualService' || seen.has(manifest.object)) continue
    seen.add(manifest.object)
    collect(manifest, held, named)
  }
  const make = (side: Side) =>
    [...named.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => gateway(key, one, side))
  return { base: make('base'), head: make('head') }
}

const groups: ReadonlySet<string> = new Set(['networking.istio.io', 'gateway.networking.k8s.io'])

interface Named {
  readonly ports: Set<number>
  readonly by: Manifest
  readonly path: FieldPath
}

function collect(manifest: Manifest, held: ReadonlySet<string>, named: Map<string, Named>): void {
  const { spec, ref } = manifest
  const add = (written: string, path: FieldPath): void => {
    const key = gatewayName(written, ref.namespace)
    if (key === 'mesh' || held.has(key.slice(0, key.indexOf('/')))) return
    const known = named.get(key) ?? { ports: new Set([80, 443]), by: manifest, path }
    named.set(key, known)
    for (const port of matchPorts(spec)) known.ports.add(port)
  }
  for (const [i, written] of texts(spec.gateways).entries()) add(written, ['spec', 'gateways', i])
  for (const [i, rule] of list(spec.http).entries()) {
    for (const [j, match] of list(map(rule)?.match).entries()) {
      for (const [k, written] of texts(map(match)?.gateways).entries()) {
        add(written, ['spec', 'http', i, 'match', j, 'gateways', k])
      }
    }
  }
}

function matchPorts(spec: JsonMap): number[] {
  return list(spec.http).flatMap(rule =>
    list(map(rule)?.match).flatMap(match => {
      const port = number(map(match)?.port)
      return port === undefined || port <= 0 ? [] : [port]
    })
  )
}

/** A manifest of nobody's: its places are those of the names that asked for it. */
function gateway(key: string, { ports, by, path }: Named, side: Side): Manifest {
  const slash = key.indexOf('/')
  const ref: ResourceRef = {
    group: 'networking.istio.io',
    kind: 'Gateway',
    namespace: key.slice(0, slash),
    name: key.slice(slash + 1)
  }
  const spec: JsonMap = {
    // Pods of two unknown Gateways are not known to be the same ones.
    selector: { gateway: key },
    servers: [...ports]
      .sort((a, b) => a - b)
      .map(port =>
        port === 443
          ? {
              port: { number: port, name: 'https', protocol: 'HTTPS' },
              hosts: ['*'],
              tls: { mode: 'SIMPLE', credentialName: 'assumed' }
            }
          : { port: { number: port, name: `http-${port}`, protocol: 'HTTP' }, hosts: ['*'] }
      )
  }
  const metadata = { name: ref.name, namespace: ref.namespace }
  return {
    ref,
    apiVersion: 'networking.istio.io/v1',
    version: 'v1',
    namespaceGiven: true,
    side,
    file: by.file,
    object: { apiVersion: 'networking.istio.io/v1', kind: 'Gateway', metadata, spec },
    spec,
    labels: {},
    annotations: {},
    locate: (): SourceRange => by.locate(path)
  }
}
