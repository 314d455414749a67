import { describe, expect, test } from '@jest/globals'
import { type Area, areas } from '../../conformance/generate/area.ts'
import { generateWorld } from '../../conformance/generate/generate.ts'
import { Random } from '../../conformance/generate/random.ts'
import { manifestText } from '../../conformance/generate/world.ts'
import { readManifests } from '../../src/manifest/read.ts'

// The names of the record are its keys.
const names = Object.keys(areas) as Area[]

describe.each(names)('worlds of %s', area => {
  const worlds = Array.from({ length: 25 }, (_, index) =>
    generateWorld({ area, seed: 'test', index, requests: 30 })
  )

  test('are determined by area, seed and number', () => {
    const again = generateWorld({ area, seed: 'test', index: 7, requests: 30 })
    expect(again).toEqual(worlds[7])
    expect(generateWorld({ area, seed: 'other', index: 7, requests: 30 })).not.toEqual(worlds[7])
  })

  test('are read whole by our own reader', () => {
    for (const { objects } of worlds) {
      const bytes = new TextEncoder().encode(manifestText(objects))
      const reading = readManifests([{ path: 'world.yaml', bytes, side: 'head' }], {
        defaultNamespace: 'default'
      })
      expect(reading.findings).toEqual([])
      expect(reading.manifests).toHaveLength(objects.length)
    }
  })

  test('collide: hosts, ages', () => {
    let sharedHosts = 0
    let equallyOld = 0
    for (const { objects } of worlds) {
      const hosts = objects
        .filter(({ kind }) => kind === 'VirtualService')
        .flatMap(({ spec }) => (spec as { readonly hosts?: readonly string[] }).hosts ?? [])
      if (new Set(hosts).size < hosts.length) sharedHosts += 1
      const times = objects.map(({ metadata }) => metadata.creationTimestamp)
      if (new Set(times).size < times.length) equallyOld += 1
    }
    // Worlds about access are about few hosts.
    if (!areas[area].access) expect(sharedHosts).toBeGreaterThan(5)
    expect(equallyOld).toBe(worlds.length)
  })

  test('ask as much as was ordered, of proxies that are there', () => {
    for (const { objects, proxies, requests } of worlds) {
      expect(new Set(requests.map(({ id }) => id)).size).toBe(30)
      const pods = objects
        .filter(({ kind }) => kind === 'Pod')
        .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)
      for (const { pod } of proxies) expect(pods).toContain(pod)
    }
  })
})

describe('choices', () => {
  test('are spread', () => {
    const random = new Random('spread')
    const counts = [0, 0, 0, 0]
    for (let draw = 0; draw < 4000; draw++) {
      const at = random.pick([0, 1, 2, 3])
      counts[at] = (counts[at] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120)
  })

  test('follow their weights', () => {
    const random = new Random('weights')
    let heavy = 0
    for (let draw = 0; draw < 4000; draw++) {
      if (
        random.weighted([
          [3, true],
          [1, false]
        ])
      )
        heavy += 1
    }
    expect(Math.abs(heavy - 3000)).toBeLessThan(120)
  })

  test('of some keep order and number', () => {
    const random = new Random('some')
    for (let draw = 0; draw < 200; draw++) {
      const chosen = random.some([1, 2, 3, 4, 5], 2, 3)
      expect(chosen.length).toBeGreaterThanOrEqual(2)
      expect(chosen.length).toBeLessThanOrEqual(3)
      expect([...chosen].sort()).toEqual(chosen)
    }
  })
})
