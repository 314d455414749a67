import type { FieldPath } from '../../finding.ts'
import type { JsonMap, Manifest } from '../../manifest/manifest.ts'
import { isMap, list, map, number } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'

export const invalidWeights = defineAnalyzer({
  id: 'virtual-service/invalid-weights',
  severity: 'error',
  summary: 'The weights of a route cannot share requests out as they are written.',
  why: 'Weights are relative: 1 and 1 is the same as 50 and 50. One destination alone receives everything, whatever its weight, even 0. Negative weights and several weights that add up to 0 are refused by Istio as a whole; a sum beyond 32 bits makes Envoy refuse all routes of the port.',
  fix: 'Give each of several destinations a weight of 0 or more with a sum above 0 (100 is usual), and leave the weight out where there is one destination.',
  message: 'These weights do not mean what they say: {problem}.',
  sources: ['KIA1104'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('VirtualService')) {
      for (const { protocol, routes, path } of weightedRoutes(manifest)) {
        const weights = routes.map(route => number(route.weight))
        const negative = weights.findIndex(weight => weight !== undefined && weight < 0)
        if (negative >= 0) {
          report(manifest, [...path, negative, 'weight'], {
            problem: 'a weight is negative, and Istio refuses the VirtualService'
          })
        } else if (routes.length === 1) {
          const weight = weights[0]
          // 100 % of one destination is what happens; nothing else is.
          if (weight === undefined || weight === 100) continue
          report(
            manifest,
            [...path, 0, 'weight'],
            { problem: 'the only destination receives every request, whatever its weight' },
            { severity: 'warning' }
          )
        } else if (routes.length > 1 && sum(weights) === 0) {
          report(
            manifest,
            path,
            { problem: 'they add up to 0, and Istio refuses the VirtualService' },
            { part: 'key' }
          )
        } else if (protocol === 'http' && sum(weights) > largestSum) {
          report(
            manifest,
            path,
            {
              problem: `they add up to more than ${largestSum}, and Envoy refuses all routes of the port`
            },
            { part: 'key' }
          )
        }
      }
    }
  }
})

/** Envoy adds the weights of HTTP routes up as 32 bits, those of connections as 64. */
const largestSum = 0xffff_ffff

interface WeightedRoutes {
  readonly protocol: 'http' | 'tls' | 'tcp'
  readonly routes: readonly JsonMap[]
  readonly path: FieldPath
}

function* weightedRoutes(manifest: Manifest): Generator<WeightedRoutes> {
  for (const protocol of ['http', 'tls', 'tcp'] as const) {
    for (const [i, rule] of list(manifest.spec[protocol]).entries()) {
      const routes = list(map(rule)?.route)
      // A destination that is no map is the schema's finding, and its neighbours cannot be weighed.
      if (routes.every(isMap)) {
        yield { protocol, routes, path: ['spec', protocol, i, 'route'] }
      }
    }
  }
}

function sum(weights: readonly (number | undefined)[]): number {
  let total = 0
  for (const weight of weights) total += weight ?? 0
  return total
}
