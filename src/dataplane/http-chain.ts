import type { Service, ServicePort } from '../mesh/service.ts'
import type { FilterChain } from './config.ts'

/** What the HTTP inspector says of plaintext HTTP. */
export const PLAINTEXT_HTTP: readonly string[] = ['http/1.1', 'h2c']

/** A chain to a route configuration; `inspected`: only for bytes that are HTTP. */
export function httpChain(
  routeConfig: string,
  inspected: boolean,
  service: Service,
  port: ServicePort
): FilterChain {
  const { manifest, assumptions } = service
  return {
    name: '',
    match: inspected ? { transport: 'raw_buffer', alpn: PLAINTEXT_HTTP } : {},
    routeConfig,
    origins: manifest === null ? [] : [{ manifest, path: port.path }],
    certainty: assumptions.length === 0 ? 'certain' : 'assumed',
    assumptions
  }
}
