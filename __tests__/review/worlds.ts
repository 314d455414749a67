/** A small mesh that most tests start from: two services with subsets, their pods, and a way in. */
export const shop = `apiVersion: v1
kind: Service
metadata: {name: reviews, namespace: shop}
spec:
  selector: {app: reviews}
  ports: [{name: http, port: 9080}]
---
apiVersion: v1
kind: Service
metadata: {name: ratings, namespace: shop}
spec:
  selector: {app: ratings}
  ports: [{name: http, port: 9080}]
---
${pod('web', 'v1')}
---
${pod('reviews', 'v1')}
---
${pod('reviews', 'v2')}
---
${pod('ratings', 'v1')}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: reviews, namespace: shop}
spec:
  host: reviews
  subsets:
    - name: v1
      labels: {version: v1}
    - name: v2
      labels: {version: v2}
`

function pod(app: string, version: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${app}-${version}, namespace: shop}
spec:
  selector: {matchLabels: {app: ${app}, version: ${version}}}
  template:
    metadata: {labels: {app: ${app}, version: ${version}}}
    spec: {serviceAccountName: ${app}}`
}

/** The mesh with a VirtualService for reviews whose `http` is given. */
export function routed(http: string, spec = ''): string {
  return `${shop}---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: shop}
spec:
  hosts: [reviews]
${spec}  http:
${http
  .trim()
  .split('\n')
  .map(line => `    ${line}`)
  .join('\n')}
`
}

export function to(subset: string): string {
  return `route: [{destination: {host: reviews, subset: ${subset}}}]`
}
