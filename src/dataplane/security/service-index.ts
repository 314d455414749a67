import { type Labels, selects } from '../../mesh/selector.ts'
import type { Service } from '../../mesh/service.ts'

/** Services by the pods that they select. */
export interface ServiceIndex {
  /** Oldest first. */
  selecting(pod: { readonly namespace: string; readonly labels: Labels }): readonly Service[]
}

interface Placed {
  readonly service: Service
  readonly selector: Labels
  readonly place: number
}

/** Filed by namespace and the first pair of the selector, so that a pod meets few others. */
export function serviceIndex(services: readonly Service[]): ServiceIndex {
  const filed = new Map<string, Placed[]>()
  for (const [place, service] of services.entries()) {
    const { selector, namespace } = service
    const [pair] = selector === null ? [] : Object.entries(selector)
    if (selector === null || pair === undefined) continue
    const key = keyOf(namespace, pair)
    const known = filed.get(key)
    if (known === undefined) filed.set(key, [{ service, selector, place }])
    else known.push({ service, selector, place })
  }
  return {
    selecting({ namespace, labels }) {
      const found: Placed[] = []
      for (const pair of Object.entries(labels)) {
        for (const placed of filed.get(keyOf(namespace, pair)) ?? []) {
          if (selects(placed.selector, labels)) found.push(placed)
        }
      }
      return found.sort((a, b) => a.place - b.place).map(({ service }) => service)
    }
  }
}

function keyOf(namespace: string, [name, value]: readonly [string, string]): string {
  return `${namespace} ${name}=${value}`
}
