import type { JsonMap } from '../manifest/manifest.ts'
import { filled, list, map, mapOrEmpty, number, text, textMap } from '../mesh/json.ts'
import { type Labels, selects } from '../mesh/selector.ts'
import type { Route } from './config.ts'
import type { RouteEnvironment } from './route-environment.ts'
import { httpRoutes } from './routes.ts'
import type { VirtualService } from './virtual-service.ts'

/** What of the environment the routes of one VirtualService can tell apart. */
interface Sensitivity {
  readonly labels: readonly Labels[]
  readonly namespace: boolean
  readonly destinations: readonly JsonMap[]
}

/**
 * Routes of VirtualServices, made once for all proxies that cannot tell them apart: equal input gives the
 * same array, so that comparison may stop at identity.
 */
export class RouteCache {
  readonly #sensitivities = new Map<VirtualService, Sensitivity>()
  readonly #routes = new Map<VirtualService, Map<string, readonly Route[]>>()
  readonly #objects = new Map<JsonMap, number>()

  routes(service: VirtualService, environment: RouteEnvironment): readonly Route[] {
    let known = this.#routes.get(service)
    if (known === undefined) {
      known = new Map()
      this.#routes.set(service, known)
    }
    const key = this.#key(service, environment)
    let routes = known.get(key)
    if (routes === undefined) {
      routes = httpRoutes(service, environment)
      known.set(key, routes)
    }
    return routes
  }

  #key(service: VirtualService, environment: RouteEnvironment): string {
    let sensitivity = this.#sensitivities.get(service)
    if (sensitivity === undefined) {
      sensitivity = sensitivityOf(service)
      this.#sensitivities.set(service, sensitivity)
    }
    const parts: (string | number)[] = [
      environment.gateway,
      environment.port,
      environment.tls ? 'tls' : '',
      sensitivity.namespace ? environment.namespace : ''
    ]
    for (const labels of sensitivity.labels) parts.push(selects(labels, environment.labels) ? 1 : 0)
    for (const destination of sensitivity.destinations) {
      const target = environment.service(text(destination.host) ?? '')
      const ports = target?.ports
      parts.push(
        target?.externalName ?? '',
        map(destination.port) === undefined && ports?.length === 1 ? (ports[0]?.number ?? '') : '',
        this.#identity(environment.hash(destination))
      )
    }
    return parts.join(' ')
  }

  #identity(value: JsonMap | undefined): number {
    if (value === undefined) return 0
    let id = this.#objects.get(value)
    if (id === undefined) {
      id = this.#objects.size + 1
      this.#objects.set(value, id)
    }
    return id
  }
}

function sensitivityOf(service: VirtualService): Sensitivity {
  const labels: Labels[] = []
  const destinations: JsonMap[] = []
  let namespace = false
  const add = (destination: JsonMap | undefined): void => {
    if (destination !== undefined && (text(destination.host) ?? '') !== '') {
      destinations.push(destination)
    }
  }
  for (const rule of service.http) {
    for (const match of rule.matches ?? []) {
      const wanted = textMap(match.fields.sourceLabels)
      if (Object.keys(wanted).length > 0) labels.push(wanted)
      if (filled(match.fields.sourceNamespace) !== undefined) namespace = true
    }
    for (const route of list(rule.fields.route)) add(map(mapOrEmpty(route).destination))
    add(map(rule.fields.mirror))
    for (const mirror of list(rule.fields.mirrors)) add(map(mapOrEmpty(mirror).destination))
  }
  return { labels, namespace, destinations: distinct(destinations) }
}

/** One of each host, subset and port. */
function distinct(destinations: readonly JsonMap[]): JsonMap[] {
  const seen = new Set<string>()
  return destinations.filter(({ host, subset, port }) => {
    const key = `${text(host)}|${text(subset) ?? ''}|${number(mapOrEmpty(port).number) ?? ''}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
