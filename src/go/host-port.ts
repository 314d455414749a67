/** Go's net.SplitHostPort; `null` where it reports an error. An IPv6 address stands in brackets. */
export function splitHostPort(text: string): { host: string; port: string } | null {
  const colon = text.lastIndexOf(':')
  if (colon < 0) return null
  const port = text.slice(colon + 1)
  if (text.startsWith('[')) {
    const end = text.indexOf(']')
    const host = text.slice(1, end)
    if (end < 0 || end + 1 !== colon || /[[]/.test(host) || /[[\]]/.test(port)) return null
    return { host, port }
  }
  const host = text.slice(0, colon)
  return /[:[\]]/.test(host) || /[[\]]/.test(port) ? null : { host, port }
}
