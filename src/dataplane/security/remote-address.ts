/**
 * The client's address as a proxy takes it: at sidecars the last entry of `x-forwarded-for`, at gateways the
 * entry that the trusted proxies before them wrote; where there is none, the TCP peer.
 * Source: Envoy http/conn_manager_utility.cc mutateRequestHeaders; pilot core/gateway.go.
 */
export function remoteAddress(
  forwarded: readonly string[],
  peer: string | undefined,
  hops: 'sidecar' | number
): string | undefined {
  if (hops === 0) return peer
  const entries = forwarded
    .flatMap(line => line.split(','))
    .map(entry => entry.trim())
    .filter(entry => entry !== '')
  const back = hops === 'sidecar' ? 1 : hops
  return entries[entries.length - back] ?? peer
}
