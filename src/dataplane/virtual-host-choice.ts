import type { RouteConfig, VirtualHost } from './config.ts'

/**
 * Envoy's choice of the virtual host: the folded Host without its port, equal names first, then the
 * longest `*` suffix (the star stands for at least one character), then `*`. There is no second chance.
 * Source: Envoy router config_impl.cc findVirtualHost.
 */
export function chooseVirtualHost(config: RouteConfig, authority: string): VirtualHost | undefined {
  const host = hostOf(authority, config.ignorePortInHost)
  let best: VirtualHost | undefined
  let length = -1
  for (const candidate of config.virtualHosts) {
    for (const written of candidate.domains) {
      const domain = written.toLowerCase()
      if (domain === host) return candidate
      if (!domain.startsWith('*') || domain.length <= length) continue
      const suffix = domain.slice(1)
      const covers = domain === '*' || (host.length > suffix.length && host.endsWith(suffix))
      if (covers) {
        best = candidate
        length = domain.length
      }
    }
  }
  return best
}

export function hostOf(authority: string, ignorePort: boolean): string {
  const folded = authority.toLowerCase()
  if (!ignorePort) return folded
  const colon = folded.lastIndexOf(':')
  return colon < 0 || folded.lastIndexOf(']') > colon ? folded : folded.slice(0, colon)
}
