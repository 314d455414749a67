import type { Caller, Outcome, OutcomeKind, Request } from '../dataplane/request.ts'
import type { EffectSubject } from '../effects/effect.ts'
import { redactNamed, redactText } from './redact.ts'
import { visible } from './visible.ts'

/** Where a request starts, in words. */
export function describeCaller(from: Caller): string {
  if (from === 'outside') return 'outside the mesh'
  if ('gateway' in from) return `gateway ${from.gateway}`
  if ('waypoint' in from) return `waypoint ${from.waypoint}`
  if (from.pod !== undefined) return `pod ${from.namespace}/${from.pod}`
  if (from.serviceAccount !== undefined) return `${from.namespace}/${from.serviceAccount}`
  const labels = Object.entries(from.labels ?? {})
  const selected = labels.map(([key, value]) => `${key}=${value}`).join(',')
  return selected === '' ? `namespace ${from.namespace}` : `${selected} in ${from.namespace}`
}

/**
 * The request as one shell command, quoted so that nothing in it can end an argument. Credentials are
 * left out; a gateway's address is `$GATEWAY`, dialled on the port of its server that the subject names (its Service's;
 * pods may listen on another), that of a pod to which no known Service leads `$POD`: git does not
 * hold them.
 */
export function curl(request: Request, subject?: EffectSubject): string {
  const port = subject?.gateway === undefined ? request.port : (subject.port ?? request.port)
  return command(request, { isFull: true, port })
}

/** The same for a table: at a gateway by the name that clients use, without where its pods listen. */
export function shortCurl(request: Request): string {
  return command(request, { isFull: false, port: request.port })
}

/** `port`: the one on which a gateway's address is dialled. */
interface Dialling {
  readonly isFull: boolean
  readonly port: number
}

function command(request: Request, { isFull, port }: Dialling): string {
  if (request.protocol === 'tcp') return connect(request, port)
  const options: string[] = []
  if (request.method === 'HEAD') options.push('--head')
  else if (request.method !== 'GET') options.push(`-X ${quote(request.method)}`)
  for (const [name, values] of Object.entries(request.headers)) {
    for (const value of typeof values === 'string' ? [values] : values) {
      const shown = redactNamed(name, value)
      // curl sends an empty header only in the form `name;`.
      options.push(`-H ${quote(shown === '' ? `${name};` : `${name}: ${shown}`)}`)
    }
  }
  for (const token of request.tokens ?? []) {
    options.push(
      token.signature === 'good'
        ? '-H "Authorization: Bearer $TOKEN"'
        : '-H "Authorization: Bearer $BROKEN_TOKEN"'
    )
  }
  if (/[[\]{}]/.test(request.path)) options.push('-g')
  if (request.path.includes('/.')) options.push('--path-as-is')
  const scheme = request.transport === 'tls' ? 'https' : 'http'
  const direct = request.sni !== undefined && request.sni !== hostOf(request.authority)
  const host = direct ? (request.sni ?? '') : request.authority
  if (direct) options.push(`-H ${quote(`Host: ${request.authority}`)}`)
  const implied = portOf(host) ?? (scheme === 'https' ? 443 : 80)
  if (request.from !== 'outside' && 'gateway' in request.from) {
    if (isFull) options.push(`--connect-to "::$GATEWAY:${port}"`)
  } else if (request.to !== undefined && request.address === undefined) {
    if (request.via === undefined) options.push(`--connect-to "::$POD:${request.port}"`)
    else if (request.via !== `${hostOf(host)}:${implied}`) {
      options.push(`--connect-to ${quote(`::${request.via}`)}`)
    }
  } else if (request.address !== undefined || implied !== request.port) {
    options.push(`--connect-to ${quote(`::${request.address ?? ''}:${request.port}`)}`)
  }
  const url = quote(redactText(`${scheme}://${host}${request.path}`))
  return ['curl', ...options, url].join(' ')
}

function connect(request: Request, port: number): string {
  const target = connected({ ...request, port })
  if (request.transport !== 'plaintext' && request.to === undefined && fromGateway(request)) {
    // What clients of the mesh offer: chains that pass mutual TLS on ask for it.
    const alpn = request.transport === 'mtls' ? ' -alpn istio' : ''
    const name = request.sni === undefined ? '-noservername' : `-servername ${quote(request.sni)}`
    return `openssl s_client -connect "$GATEWAY:${port}" ${name}${alpn}`
  }
  if (request.transport === 'tls') {
    const name = request.sni === undefined ? '-noservername' : `-servername ${quote(request.sni)}`
    return `openssl s_client -connect ${target} ${name}`
  }
  return `nc -zv ${target.replace(/:(\d+)(['"]?)$/, '$2 $1')}`
}

function fromGateway({ from }: Request): boolean {
  return from !== 'outside' && 'gateway' in from
}

/** Host and port of a connection, as one shell word. */
function connected({ address, authority, port, to, via }: Request): string {
  if (address !== undefined) return quote(`${address}:${port}`)
  if (via !== undefined) return quote(via)
  if (to !== undefined) return `"$POD:${port}"`
  return authority === '' ? `"$ADDRESS:${port}"` : quote(`${hostOf(authority)}:${port}`)
}

/** One shell word. A newline or control character cannot be sent in a header and is shown, not sent. */
function quote(text: string): string {
  const shown = visible(text, 2000)
  return /^[A-Za-z0-9_./:=@%+,-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`
}

function hostOf(authority: string): string {
  return authority.replace(/:\d+$/, '')
}

function portOf(authority: string): number | undefined {
  const match = /:(\d+)$/.exec(authority)
  return match === null ? undefined : Number(match[1])
}

const OUTCOMES: Readonly<Record<OutcomeKind, string>> = {
  served: 'served',
  'no-virtual-host': 'no virtual host, 404',
  'no-route': 'no route, 404',
  'no-cluster': 'no such cluster',
  'no-endpoints': 'no healthy endpoint, 503',
  redirect: 'redirected',
  'direct-response': 'answered by the proxy',
  denied: 'denied',
  unauthenticated: 'unauthenticated',
  'bad-request': 'bad request',
  reset: 'connection reset',
  closed: 'connection closed',
  passthrough: 'passed through',
  blackhole: 'blackholed',
  delegated: 'decided by an external provider',
  'config-refused': 'configuration refused by Envoy, the last good one stays',
  unknown: 'unknown'
}

/** "served by reviews.prod.svc.cluster.local subset v1 90 %, subset v2 10 %". */
export function describeOutcome(outcome: Outcome): string {
  const parts = [OUTCOMES[outcome.outcome]]
  const { destinations } = outcome
  if (destinations.length > 0) {
    let sum = 0
    for (const destination of destinations) sum += destination.weight
    const named = destinations.map(({ host, subset, port, weight, missing, empty }) => {
      const share = destinations.length === 1 ? '' : ` ${percent(weight, sum)}`
      const by = `${host}${port === 0 ? '' : `:${port}`}${subset === undefined || subset === '' ? '' : ` subset ${subset}`}`
      const failure = missing === true ? ' (missing)' : empty === true ? ' (no pods)' : ''
      return `${by}${share}${failure}`
    })
    const isAnswered = outcome.outcome === 'served' || outcome.outcome === 'delegated'
    parts.push(`${isAnswered ? 'by' : 'for'} ${named.join(', ')}`)
  }
  if (outcome.redirect !== undefined) {
    const { scheme, host, port, path, status } = outcome.redirect
    const target = `${scheme === undefined ? '' : `${scheme}://`}${host ?? ''}${port === undefined ? '' : `:${port}`}${path ?? ''}`
    parts.push(`${status} to ${target}`)
  } else if (outcome.response !== undefined) {
    parts.push(`with ${outcome.response.status}`)
  } else if (outcome.status !== undefined && !parts[0]?.includes(String(outcome.status))) {
    parts.push(`with ${outcome.status}`)
  }
  if (outcome.outcome === 'unknown' && outcome.reason !== undefined)
    parts.push(`(${outcome.reason})`)
  return parts.join(' ')
}

/** Whole percents where they are whole, else the fraction as it stands. */
function percent(weight: number, sum: number): string {
  if (sum === 0) return '0 %'
  const share = (weight * 100) / sum
  return Number.isInteger(share) ? `${share} %` : `${weight}/${sum}`
}
