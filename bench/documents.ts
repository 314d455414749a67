/** Single objects as YAML documents, written as people write them. */

export type Files = Readonly<Record<string, string>>

/** `count` documents a file, in order. */
export function filed(documents: readonly string[], count = 10): Files {
  const files: Record<string, string> = {}
  for (let i = 0; i < documents.length; i += count) {
    const name = `team/${String(i / count).padStart(5, '0')}.yaml`
    files[name] = documents.slice(i, i + count).join('---\n')
  }
  return files
}

export function namespace(name: string): string {
  return `apiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}, labels: {istio-injection: enabled}}\n`
}

export function service(name: string, space: string): string {
  return `apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: ${space}}
spec:
  selector: {app: ${name}}
  ports: [{name: http, port: 80, targetPort: 8080}]
`
}

export function deployment(app: string, version: string, space: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${app}-${version}, namespace: ${space}}
spec:
  selector: {matchLabels: {app: ${app}, version: ${version}}}
  template:
    metadata: {labels: {app: ${app}, version: ${version}}}
    spec: {containers: [{name: app, image: "example.com/${app}:${version}"}]}
`
}

export function destinationRule(app: string, space: string): string {
  return `${istio('networking', 'DestinationRule', app, space)}spec:
  host: ${app}
  subsets:
    - {name: v1, labels: {version: v1}}
    - {name: v2, labels: {version: v2}}
`
}

export function gateway(name: string, space: string, hosts: readonly string[]): string {
  return `${istio('networking', 'Gateway', name, space)}spec:
  selector: {istio: ingressgateway}
  servers:
    - port: {number: 80, name: http, protocol: HTTP}
      hosts: [${hosts.map(host => `"${host}"`).join(', ')}]
`
}

export function serviceEntry(name: string, space: string): string {
  return `${istio('networking', 'ServiceEntry', name, space)}spec:
  hosts: [${name}.example.org]
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{number: 80, name: http, protocol: HTTP}]
`
}

export function virtualService(
  name: string,
  space: string,
  hosts: readonly string[],
  gateways: readonly string[],
  routes: readonly string[]
): string {
  return `${istio('networking', 'VirtualService', name, space)}spec:
  hosts: [${hosts.join(', ')}]
${gateways.length === 0 ? '' : `  gateways: [${gateways.join(', ')}]\n`}  http:
${routes.join('')}`
}

/** What the proxies of a namespace import. */
export function sidecar(name: string, space: string, hosts: readonly string[]): string {
  return `${istio('networking', 'Sidecar', name, space)}spec:
  egress:
    - hosts: [${hosts.map(host => `"${host}"`).join(', ')}]
`
}

export function peerAuthentication(name: string, space: string, app: string): string {
  return `${istio('security', 'PeerAuthentication', name, space)}spec:
  selector: {matchLabels: {app: ${app}}}
  mtls: {mode: STRICT}
`
}

export function requestAuthentication(name: string, space: string, app: string): string {
  return `${istio('security', 'RequestAuthentication', name, space)}spec:
  selector: {matchLabels: {app: ${app}}}
  jwtRules: [{issuer: "https://issuer.example.com", jwksUri: "https://issuer.example.com/jwks.json"}]
`
}

export function authorizationPolicy(name: string, space: string, app: string): string {
  return `${istio('security', 'AuthorizationPolicy', name, space)}spec:
  selector: {matchLabels: {app: ${app}}}
  action: ALLOW
  rules:
    - from: [{source: {principals: ["cluster.local/ns/${space}/sa/${app}"]}}]
      to: [{operation: {methods: [GET], paths: ["/${app}/*"]}}]
`
}

export function configMap(name: string, space: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: ${space}}\ndata: {level: info}\n`
}

export function match(condition: string, route: string): string {
  return `    - match: [${condition}]\n${route.replace('    - ', '      ')}`
}

/** `null`: the whole service; else the share of version 2. */
export function split(host: string, share: number | null): string {
  if (share === null) return `    - route: [{destination: {host: ${host}}}]\n`
  if (share === 0) return `    - route: [{destination: {host: ${host}, subset: v1}}]\n`
  if (share === 100) return `    - route: [{destination: {host: ${host}, subset: v2}}]\n`
  return `    - route:
        - {destination: {host: ${host}, subset: v1}, weight: ${100 - share}}
        - {destination: {host: ${host}, subset: v2}, weight: ${share}}
`
}

function istio(group: string, kind: string, name: string, space: string): string {
  return `apiVersion: ${group}.istio.io/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ${space}}\n`
}
