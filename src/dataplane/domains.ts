import ipaddr from 'ipaddr.js'
import { isAssumedAddress } from '../mesh/assumed-address.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { Service } from '../mesh/service.ts'

export interface ServiceDomains {
  readonly domains: readonly string[]
  /** Short and dotted forms: they yield to a service whose real name they are. */
  readonly alternates: ReadonlySet<string>
}

/** Wraps an IPv6 literal in brackets, as hosts in URLs stand. */
export function hostLiteral(host: string): string {
  return host.includes(':') && ipaddr.IPv6.isValid(host) ? `[${host}]` : host
}

export function hostAndPort(host: string, port: number): string {
  return `${hostLiteral(host)}:${port}`
}

/**
 * Every Host under which a service answers: its name, names of ExternalNames that stand for it, short
 * forms within the cluster's domain, addresses. `port` null leaves ports out (Envoy ignores them).
 * Source: pilot networking/core/httproute.go generateVirtualHostDomains.
 */
export function serviceDomains(
  service: Service,
  aliases: readonly string[],
  namespace: string,
  clusterDomain: string,
  options: { readonly absolute: boolean; readonly port: number | null }
): ServiceDomains {
  const domains: string[] = []
  const alternates = new Set<string>()
  const { port } = options
  const push = (domain: string): void => {
    domains.push(hostLiteral(domain))
    if (port !== null) domains.push(hostAndPort(domain, port))
  }
  for (const name of [service.host, ...aliases]) {
    push(name)
    for (const form of alternateForms(name, namespace, clusterDomain, options)) {
      domains.push(form)
      alternates.add(form)
    }
  }
  if (service.headless) domains.push(...domains.map(domain => `*.${domain}`))
  for (const address of service.addresses) {
    if (address !== '0.0.0.0' && !isAssumedAddress(address)) push(address)
  }
  return { domains, alternates }
}

/** Other names under which clients of a namespace know a host. */
export function alternateNames(
  host: string,
  namespace: string,
  mesh: Pick<Mesh, 'config' | 'features'>
): string[] {
  return alternateForms(host, namespace, mesh.config.clusterDomain, {
    absolute: mesh.features.has('absolute-fqdn-domain'),
    port: null
  })
}

/** Source: httproute.go GenerateAltVirtualHosts. */
function alternateForms(
  host: string,
  namespace: string,
  clusterDomain: string,
  { absolute, port }: { readonly absolute: boolean; readonly port: number | null }
): string[] {
  const forms: string[] = []
  if (absolute) {
    if (!isAddress(host)) forms.push(`${host}.`)
    if (port !== null) forms.push(hostAndPort(`${host}.`, port))
  }
  if (!host.endsWith(`.svc.${clusterDomain}`)) return forms
  const end = host.indexOf('.svc.')
  const dot = host.indexOf('.')
  if (end <= 0 || dot + 1 >= host.length || dot + 1 > end) return forms
  const name = host.slice(0, dot)
  const dotted = host.slice(0, end)
  const own = host.slice(dot + 1, end) === namespace
  for (const form of own ? [name, `${dotted}.svc`, dotted] : [dotted, `${dotted}.svc`]) {
    forms.push(form)
    if (port !== null) forms.push(hostAndPort(form, port))
  }
  return forms
}

/** Every spelling of an address begins with a digit or holds a colon; host names are many and seldom do. */
function isAddress(host: string): boolean {
  return /^\d|:/.test(host) && ipaddr.isValid(host)
}
