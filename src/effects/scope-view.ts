import type { Client } from '../dataplane/client.ts'
import type { Service } from '../mesh/service.ts'

/** The services of a host (lower case) that a client has listeners or routes for. */
export function sees({ scope }: Client, host: string): readonly Service[] {
  return scope.listeners.flatMap(listener => listener.servicesOf(host))
}
