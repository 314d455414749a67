import type { Proxy as ProxyClass } from '../dataplane/config.ts'
import type { Request } from '../dataplane/request.ts'
import { selectorText, selects } from '../mesh/selector.ts'
import type { Service } from '../mesh/service.ts'
import type { ExposureSide } from './exposure-side.ts'
import { promString } from './steps.ts'
import { shellWord } from './words.ts'

/** The request from outside, as a command that prints the status alone. */
export function verifyExposure({ plane, proxy, view }: ExposureSide, request: Request): string {
  const [service] = plane.mesh.registry
    .inNamespace(proxy.namespace)
    .filter(({ selector }) => selector !== null && selects(selector, proxy.labels))
  const scheme = request.transport === 'tls' ? 'https' : 'http'
  const host = request.authority.replace(/:\d+$/, '')
  const port = service?.ports.find(({ number, targetPort }) => {
    return (typeof targetPort === 'number' ? targetPort : number) === request.port
  })?.number
  const dialled = port ?? serverPort(view, request.port) ?? (scheme === 'https' ? 443 : 80)
  const address = addressOf(proxy, service)
  const options = [
    `curl -sk -o /dev/null -w '%{http_code}\\n'`,
    `--connect-to ::${address}:${dialled}`,
    ...(request.method === 'GET' ? [] : [`-X ${shellWord(request.method)}`]),
    ...Object.entries(request.headers).flatMap(([name, values]) =>
      (typeof values === 'string' ? [values] : values).map(
        one => `-H ${shellWord(`${name}: ${one}`)}`
      )
    ),
    ...(request.tokens ?? []).map(() => '-H "Authorization: Bearer $TOKEN"')
  ]
  return [...options, shellWord(`${scheme}://${host}${request.path}`)].join(' ')
}

/** Of the gateway's Service; of a gateway that git does not hold, the one that the reader knows. */
function addressOf({ namespace, labels }: ProxyClass, service: Service | undefined): string {
  // No label of a pod holds a slash: this one stands for a Gateway that git does not hold.
  const own = Object.fromEntries(Object.entries(labels).filter(([, value]) => !value.includes('/')))
  if (service === undefined && Object.keys(own).length === 0) return '"$GATEWAY"'
  const which =
    service === undefined ? `-l ${shellWord(selectorText(own))}` : shellWord(service.name)
  const root = service === undefined ? '.items[0]' : ''
  const ingress = `${root}.status.loadBalancer.ingress[0]`
  return `"$(kubectl get service -n ${shellWord(namespace)} ${which} -o jsonpath='{${ingress}.ip}{${ingress}.hostname}')"`
}

/** The port that clients dial, where git holds no Service: that of the Gateway's server. */
function serverPort({ routeConfigs }: ExposureSide['view'], listening: number): number | undefined {
  for (const routes of routeConfigs.values()) {
    if (routes.port !== listening) continue
    const [, port] = /:(\d+)$/.exec(routes.virtualHosts[0]?.name ?? '') ?? []
    if (port !== undefined) return Number(port)
  }
  return undefined
}

/**
 * Requests that the gateway forwards, by what becomes of them.
 * Source: istio.io/latest/docs/reference/config/metrics.
 */
export function watchExposure({ proxy }: ExposureSide): string {
  const matcher = `reporter="source", source_workload_namespace=${promString(proxy.namespace)}`
  const [, name] = /^gateway [^/ ]+\/([^ ]+)/.exec(proxy.id) ?? []
  const own = name === undefined ? '' : `, source_workload=${promString(name)}`
  return `sum by (destination_service, response_code, response_flags) (rate(istio_requests_total{${matcher}${own}}[5m]))`
}
