/** The parts of a cluster's name. */
export interface ClusterParts {
  readonly port: number
  readonly subset: string
  readonly host: string
}

/** `outbound|port|subset|host` → its parts; `null`: another kind of name. Source: pilot model/service.go ParseSubsetKey. */
export function parseCluster(name: string): ClusterParts | null {
  const parts = name.split('|')
  const [direction, port, subset, host] = parts
  if (parts.length !== 4 || direction !== 'outbound') return null
  if (subset === undefined || host === undefined) return null
  return { port: Number(port), subset, host }
}

/** The name as a server name: `outbound_.80_.v1_.host`. Source: pilot model/service.go BuildDNSSrvSubsetKey. */
export function snatName(port: number, subset: string, host: string): string {
  return `outbound_.${port}_.${subset}_.${host}`
}

/** The ordinary name of a cluster that is named for server names; `null`: it is not. */
export function acrossNetworks(name: string): string | null {
  const found = /^outbound_\.(\d+)_\.(.*?)_\.(.+)$/.exec(name)
  return found === null ? null : `outbound|${found[1]}|${found[2]}|${found[3]}`
}
