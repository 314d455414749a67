import type { Request } from '../dataplane/request.ts'
import { selectorText, selects } from '../mesh/selector.ts'
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
  const namespace = shellWord(proxy.namespace)
  const which =
    service === undefined ? `-l ${shellWord(selectorText(proxy.labels))}` : shellWord(service.name)
  const path = service === undefined ? '.items[0].status' : '.status'
  const address = `"$(kubectl get service -n ${namespace} ${which} -o jsonpath='{${path}.loadBalancer.ingress[0].ip}{${path}.loadBalancer.ingress[0].hostname}')"`
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
