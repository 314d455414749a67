import { answer } from '../../src/dataplane/answer.ts'
import type { Proxy as ProxyClass } from '../../src/dataplane/config.ts'
import { type Dataplane, dataplane } from '../../src/dataplane/dataplane.ts'
import type { Outcome, Request } from '../../src/dataplane/request.ts'
import type { ProxyView } from '../../src/dataplane/view.ts'
import type { MeshInput } from '../../src/mesh/mesh.ts'
import { meshFrom } from '../mesh/meshes.ts'

/** A shop with two services of HTTP, one of TCP, and a gateway. */
export const shop = `
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {clusterIP: 10.0.0.1, selector: {app: web}, ports: [{name: http, port: 80, targetPort: 8080}]}
---
apiVersion: v1
kind: Service
metadata: {name: orders, namespace: shop}
spec: {clusterIP: 10.0.0.2, selector: {app: orders}, ports: [{name: http, port: 80}, {name: tcp, port: 9000}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: orders, namespace: shop}
spec: {template: {metadata: {labels: {app: orders, version: v1}}, spec: {containers: [{name: app, image: x}]}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: edge, namespace: shop}
spec: {template: {metadata: {labels: {istio: edge}}, spec: {containers: [{name: app, image: x}]}}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: edge, namespace: shop}
spec:
  selector: {istio: edge}
  servers:
    - {port: {number: 80, name: http, protocol: HTTP}, hosts: ["*.example.com"]}`

export function plane(yaml: string, more: Partial<MeshInput> = {}): Dataplane {
  return dataplane(meshFrom(`${shop}\n---\n${yaml}`, more))
}

/** The configuration of a pod in a namespace. */
export function sidecar(
  of: Dataplane,
  namespace: string,
  labels: Readonly<Record<string, string>> = {}
): ProxyView {
  return of.config(classOf('sidecar', namespace, labels))
}

export function gateway(of: Dataplane): ProxyView {
  return of.config(classOf('gateway', 'shop', { istio: 'edge' }))
}

function classOf(
  type: 'sidecar' | 'gateway',
  namespace: string,
  labels: Readonly<Record<string, string>>
): ProxyClass {
  const id = `${type} ${namespace} ${JSON.stringify(labels)}`
  const known = { certainty: 'certain', assumptions: [] } as const
  return { type, id, description: id, namespace, labels, ...known }
}

/** A GET from a pod in `shop` unless told otherwise. */
export function ask(of: Dataplane, request: Partial<Request> & { url: string }): Outcome {
  const { url, ...more } = request
  const { hostname, port, pathname, search } = new URL(url)
  return answer(of, {
    from: { namespace: 'shop' },
    protocol: 'http',
    port: port === '' ? 80 : Number(port),
    authority: port === '' ? hostname : `${hostname}:${port}`,
    method: 'GET',
    path: `${pathname}${search}`,
    headers: {},
    transport: 'plaintext',
    ...more
  })
}

/** `orders.shop.svc.cluster.local|v1 80` of each destination, with its weight where there are several. */
export function served({ outcome, destinations }: Outcome): string {
  const parts = destinations.map(({ host, subset, port, weight }) => {
    const share = destinations.length > 1 ? ` at ${weight}` : ''
    return `${host.split('.')[0]}${subset === undefined ? '' : `|${subset}`} ${port}${share}`
  })
  return [outcome, ...parts].join(', ')
}
