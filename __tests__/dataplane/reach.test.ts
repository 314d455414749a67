import { describe, expect, test } from '@jest/globals'
import type { Area } from '../../conformance/generate/area.ts'
import { generateWorld } from '../../conformance/generate/generate.ts'
import { Random } from '../../conformance/generate/random.ts'
import { type KubernetesObject, manifestText } from '../../conformance/generate/world.ts'
import type { ProxyConfig, RouteConfig, VirtualHost } from '../../src/dataplane/config.ts'
import { type Dataplane, dataplane } from '../../src/dataplane/dataplane.ts'
import { proxyClasses } from '../../src/dataplane/proxies.ts'
import { type Change, reach } from '../../src/dataplane/reach.ts'
import type { Manifest } from '../../src/manifest/manifest.ts'
import { buildMeshes } from '../../src/mesh/mesh.ts'
import { refKey } from '../../src/mesh/order.ts'
import { manifestsFrom } from '../support/side.ts'

/** More rounds where somebody looks for what is missed: REACH_ROUNDS=400. */
const rounds = Number(process.env.REACH_ROUNDS ?? 12)

const AREAS: readonly Area[] = [
  'http-sidecar',
  'http-gateway',
  'sidecar-scope',
  'delegate',
  'destination-rule',
  'service-entry'
]

/** An object added, removed or put in the place of another: every kind of change, wild and small. */
function edited(
  objects: readonly KubernetesObject[],
  other: readonly KubernetesObject[],
  random: Random
) {
  const result = [...objects]
  for (let edit = 0; edit < random.between(1, 3); edit++) {
    const at = random.between(0, result.length - 1)
    const old = result[at]
    const donor = random.pick(other)
    if (old === undefined || donor === undefined) continue
    const kind = random.pick(['remove', 'add', 'replace'] as const)
    if (kind === 'remove') result.splice(at, 1)
    else if (kind === 'add')
      result.push({
        ...donor,
        metadata: { ...donor.metadata, name: `${donor.metadata.name}-added` }
      })
    else {
      const same = other.filter(one => one.kind === old.kind)
      const from = random.pick(same.length > 0 ? same : [old])
      result[at] = {
        ...from,
        metadata: {
          ...from.metadata,
          name: old.metadata.name,
          namespace: old.metadata.namespace ?? ''
        }
      }
    }
  }
  return result
}

function changesOf(base: readonly Manifest[], head: readonly Manifest[]): Change[] {
  const before = new Map(base.map(one => [refKey(one.ref), one]))
  const after = new Map(head.map(one => [refKey(one.ref), one]))
  const changes: Change[] = []
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const change = { base: before.get(key) ?? null, head: after.get(key) ?? null }
    if (JSON.stringify(change.base?.object) !== JSON.stringify(change.head?.object))
      changes.push(change)
  }
  return changes
}

/** What a virtual host does, without names of files: routes, and whether their clusters exist. */
function meaning(host: VirtualHost | undefined, config: ProxyConfig): string {
  if (host === undefined) return 'absent'
  const routes = host.routes.map(({ name, match, action }) => {
    const clusters = action.kind === 'forward' ? action.destinations : []
    const states = clusters.map(({ cluster }) => {
      const found = config.clusters.get(cluster)
      return [cluster, found === undefined, found?.endpoints ?? null, found?.policy, found?.tls]
    })
    return [name, match, action, states]
  })
  return JSON.stringify([host.requireTls, routes], (key, value) =>
    key === 'at' || key === 'manifest' ? undefined : value
  )
}

/** Hosts with the same routes may share a virtual host on one side alone, so domains are compared. */
function byDomain(config: RouteConfig | undefined): Map<string, VirtualHost> {
  const hosts = config?.virtualHosts ?? []
  return new Map(hosts.flatMap(host => host.domains.map(domain => [domain, host] as const)))
}

function check(
  base: Dataplane,
  head: Dataplane,
  changes: readonly Change[],
  world: string
): number {
  const reached = reach(base.compilation, head.compilation, changes)
  const sides = [base, head].map(full => ({ full, part: full.reached(reached) }))
  let differing = 0
  for (const proxy of proxyClasses(base.mesh, head.mesh)) {
    const configs = sides.map(({ full, part }) => ({
      full: full.config(proxy),
      part: part.config(proxy)
    }))
    const names = new Set(configs.flatMap(({ full }) => [...full.routeConfigs.keys()]))
    for (const name of names) {
      const hosts = configs.map(({ full, part }) => ({
        full: byDomain(full.routeConfigs.get(name)),
        part: byDomain(
          [...part.routeConfigs.keys()].includes(name) ? part.routeConfigs.get(name) : undefined
        )
      }))
      const all = new Set(hosts.flatMap(({ full }) => [...full.keys()]))
      for (const host of all) {
        const where = `${world} ${proxy.id} ${name} ${host}`
        const full = hosts.map(({ full: one }, side) =>
          meaning(one.get(host), configs[side]?.full ?? never())
        )
        const part = hosts.map(({ part: one }, side) =>
          meaning(one.get(host), configs[side]?.full ?? never())
        )
        if (full[0] !== full[1]) {
          differing += 1
          expect([where, part]).toEqual([where, full])
        } else if (part[0] !== part[1])
          expect([where, part]).toEqual([where, 'equal on both sides'])
      }
    }
  }
  return differing
}

function never(): never {
  throw new Error('two sides')
}

describe('what a change does not reach is the same on both sides', () => {
  test.each(AREAS)(
    '%s',
    area => {
      let differing = 0
      for (let index = 0; index < rounds; index++) {
        const random = new Random(`reach/${area}/${index}`)
        const world = generateWorld({ area, seed: 'reach', index: index % 20, requests: 0 })
        if (world.objects.length > 120) continue
        const other = generateWorld({ area, seed: 'donor', index, requests: 0 })
        const head = edited(world.objects, other.objects, random)
        const sides = {
          base: manifestsFrom(manifestText(world.objects), 'base'),
          head: manifestsFrom(manifestText(head), 'head')
        }
        const ground = { meshConfig: world.meshConfig, istio: { minor: '1.31', why: 'given' } }
        const meshes = buildMeshes(
          { side: 'base', manifests: sides.base, ...ground },
          { side: 'head', manifests: sides.head, ...ground }
        )
        const changes = changesOf(sides.base, sides.head)
        differing += check(
          dataplane(meshes.base),
          dataplane(meshes.head),
          changes,
          `${area}/${index}`
        )
      }
      expect(differing).toBeGreaterThan(0)
    },
    120_000
  )
})
