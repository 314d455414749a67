import type { Request } from '../../src/dataplane/request.ts'
import type { AreaOptions } from './area.ts'
import type { Cast, PodOf, ServiceOf } from './cast.ts'
import { gatewayPorts } from './cluster.ts'
import { type Draft, emptyDraft, hit } from './hit.ts'
import { bendAuthority, nearMiss } from './near-miss.ts'
import type { Random } from './random.ts'
import { listOf, mapOf, textOf, textsOf } from './read.ts'
import type { Fields, KubernetesObject } from './world.ts'

/** A set of hosts with the matches under them: what a request can be aimed at. */
interface Target {
  readonly hosts: readonly string[]
  readonly matches: readonly Fields[]
  readonly gateways: readonly string[]
}

/** An address that no object of a world has. */
const elsewhere = '203.0.113.250'

/** What one request is aimed at; without a target, at nothing in particular. */
interface Aim {
  readonly target?: Target
  readonly match?: Fields
  /** Bends one dimension of the hit. */
  readonly misses: boolean
}

/**
 * Requests aimed at the literals of a world: every match in turn gets a hit and then near misses, as far as
 * the count goes; some are aimed at nothing in particular.
 */
export function drawRequests(
  random: Random,
  cast: Cast,
  objects: readonly KubernetesObject[],
  options: AreaOptions,
  count: number
): readonly Request[] {
  const targets = targetsOf(objects)
  const rounds = {
    sidecar: new Rounds(random, targets.filter(isOfMesh)),
    gateway: new Rounds(
      random,
      targets.filter(each => each.gateways.some(name => name !== 'mesh'))
    )
  }
  return random.times(count, index => {
    const at = random.pick(options.asks)
    const aim = rounds[at].next()
    const request =
      at === 'gateway'
        ? atGateway(random, cast, aim, objects)
        : atSidecar(random, cast, aim, objects)
    return { ...request, id: String(index) }
  })
}

function isOfMesh({ gateways }: Target): boolean {
  return gateways.length === 0 || gateways.includes('mesh')
}

/** Goes through all matches in an order of its own: a hit of each, then near misses, again and again. */
class Rounds {
  private readonly random: Random
  private readonly all: readonly Omit<Aim, 'misses'>[]
  private count = 0

  constructor(random: Random, targets: readonly Target[]) {
    this.random = random
    this.all = random.shuffle(
      targets.flatMap(target =>
        target.matches.length === 0
          ? [{ target }]
          : target.matches.map(match => ({ target, match }))
      )
    )
  }

  next(): Aim {
    const aim = this.all[Math.floor(this.count / 2) % this.all.length]
    if (aim === undefined || this.random.chance(0.12)) return { misses: this.random.chance(0.5) }
    const misses = this.count % 2 === 1
    this.count += 1
    return { ...aim, misses }
  }
}

function targetsOf(objects: readonly KubernetesObject[]): readonly Target[] {
  const out: Target[] = []
  const leaves: Fields[] = []
  for (const object of objects) {
    if (object.kind !== 'VirtualService') continue
    const spec = mapOf(object.spec)
    const matches = listOf(spec.http).flatMap(rule => listOf(mapOf(rule).match).map(mapOf))
    const hosts = textsOf(spec.hosts)
    if (hosts.length === 0) leaves.push(...matches)
    else out.push({ hosts, matches, gateways: textsOf(spec.gateways) })
  }
  return out.map(target => ({ ...target, matches: [...target.matches, ...leaves] }))
}

function drawDraft(random: Random, { match, misses }: Aim): Draft {
  const draft = match === undefined ? emptyDraft() : hit(random, match)
  if (match === undefined) draft.path = random.pick(['/', '/a', '/a/b', '/api/v1', '/zzz'])
  return misses ? nearMiss(random, draft) : draft
}

function atSidecar(
  random: Random,
  cast: Cast,
  aim: Aim,
  objects: readonly KubernetesObject[]
): Request {
  const client = random.pick(random.chance(0.9) ? cast.clients : cast.servers)
  const { target } = aim
  const draft = drawDraft(random, aim)
  const dialled = drawService(random, cast, target, client)
  const port = dialled === undefined ? (draft.port ?? 80) : drawPort(random, draft, dialled)
  const host = draft.authority ?? nameOf(random, cast, target, dialled, client)
  const entry = random.chance(0.3) ? entryAddress(random, objects) : undefined
  return {
    from: {
      namespace: client.namespace,
      pod: client.name,
      serviceAccount: client.serviceAccount,
      labels: client.labels
    },
    address: entry ?? addressOf(random, cast, dialled),
    ...lineOf(draft, bendAuthority(random, host, port), port),
    transport: 'plaintext'
  }
}

/** The service that a client means, if its name is one. */
function drawService(
  random: Random,
  cast: Cast,
  target: Target | undefined,
  client: PodOf
): ServiceOf | undefined {
  if (target === undefined) return random.chance(0.85) ? random.pick(cast.services) : undefined
  const host = random.pick(target.hosts)
  const found = cast.services.filter(
    service =>
      service.host === host ||
      service.name === host ||
      (host.startsWith('*') && service.host.endsWith(host.slice(1)))
  )
  if (found.length === 0) return undefined
  const own = found.filter(service => service.namespace === client.namespace)
  return random.pick(own.length > 0 && random.chance(0.5) ? own : found)
}

function drawPort(random: Random, draft: Draft, service: ServiceOf): number {
  if (draft.port !== undefined && random.chance(0.8)) return draft.port
  return random.chance(0.95) ? random.pick(service.ports).number : 80
}

/** A name as the client would write it. */
function nameOf(
  random: Random,
  cast: Cast,
  target: Target | undefined,
  service: ServiceOf | undefined,
  client: PodOf
): string {
  if (service !== undefined) {
    return random.weighted([
      [50, service.host],
      [service.namespace === client.namespace ? 30 : 3, service.name],
      [10, `${service.name}.${service.namespace}`],
      [5, `${service.name}.${service.namespace}.svc`],
      [service.address === 'None' ? 0 : 5, service.address]
    ])
  }
  return concrete(random, random.pick(target === undefined ? cast.hosts : target.hosts))
}

/** A name under a wildcard. */
function concrete(random: Random, host: string): string {
  if (!host.startsWith('*')) return host
  if (host === '*') return 'anything.example.org'
  return `${random.pick(['x', 'x.y', 'shop'])}${host.startsWith('*.') ? '' : '-'}${host.slice(1)}`
}

function addressOf(random: Random, cast: Cast, service: ServiceOf | undefined): string {
  if (service === undefined) return elsewhere
  if (service.address !== 'None') return service.address
  const pods = cast.servers.filter(
    pod => pod.namespace === service.namespace && pod.labels.app === service.name
  )
  return pods.length > 0 ? random.pick(pods).address : elsewhere
}

/** The address of some ServiceEntry that gives one. */
function entryAddress(random: Random, objects: readonly KubernetesObject[]): string | undefined {
  const addresses = objects
    .filter(object => object.kind === 'ServiceEntry')
    .flatMap(object => textsOf(mapOf(object.spec).addresses))
  return addresses.length > 0 ? random.pick(addresses) : undefined
}

function atGateway(
  random: Random,
  cast: Cast,
  aim: Aim,
  objects: readonly KubernetesObject[]
): Request {
  const pod = random.pick(cast.gateways)
  const { target } = aim
  const draft = drawDraft(random, aim)
  const servers = objects
    .filter(object => object.kind === 'Gateway')
    .flatMap(object => listOf(mapOf(object.spec).servers).map(mapOf))
  const server = random.pick(servers)
  const number = Number(mapOf(server.port).number)
  const secure = textOf(mapOf(server.port).protocol) === 'HTTPS'
  const port = gatewayPorts.find(each => each.port === number)?.targetPort ?? number
  const serverHosts = textsOf(server.hosts).map(host => host.replace(/^.*\//, ''))
  const hosts = target !== undefined && random.chance(0.7) ? target.hosts : serverHosts
  const authority = draft.authority ?? concrete(random, random.pick(hosts))
  const sni = random.chance(0.9) ? authority.replace(/:.*/, '').toLowerCase() : 'none.example.net'
  return {
    from: { gateway: `${pod.namespace}/${pod.name}` },
    ...lineOf(draft, bendAuthority(random, authority, number), port),
    ...(secure ? { transport: 'tls', sni } : { transport: 'plaintext' })
  }
}

function lineOf(
  draft: Draft,
  authority: string,
  port: number
): Pick<Request, 'protocol' | 'port' | 'authority' | 'method' | 'path' | 'headers'> {
  return {
    protocol: 'http',
    port,
    authority,
    method: draft.method,
    path: draft.query === '' ? draft.path : `${draft.path}?${draft.query}`,
    headers: draft.headers
  }
}
