import {
  authorizationPolicy,
  deployment,
  type Files,
  filed,
  namespace,
  peerAuthentication,
  service
} from './documents.ts'

/** Workloads with policies: what a change of who may call whom costs. Same numbers, same text. */

/**
 * `count` workloads, 20 a namespace, each with a Service of its own and one in ten with a policy; `edited` changes one
 * policy, or the mode of the whole mesh.
 */
export function workloads(count: number, edited: 'nothing' | 'one policy' | 'the mesh'): Files {
  const documents: string[] = [meshMode(edited === 'the mesh' ? 'STRICT' : 'PERMISSIVE')]
  for (let i = 0; i < count; i++) {
    const space = `team-${Math.floor(i / 20)}`
    const app = `app-${i}`
    if (i % 20 === 0) documents.push(namespace(space))
    documents.push(deployment(app, 'v1', space), service(app, space))
    if (i % 10 !== 0) continue
    const policy = authorizationPolicy(`allow-${i}`, space, app)
    const changed = edited === 'one policy' && i === 0
    documents.push(changed ? policy.replace('methods: [GET]', 'methods: [GET, POST]') : policy)
  }
  return filed(documents)
}

/** `count` policies of one namespace, `rules` rules each, ten workloads between them; one rule of one changes. */
export function policies(count: number, rules: number, edited: boolean): Files {
  const space = 'shop'
  const documents: string[] = [namespace(space)]
  for (let i = 0; i < 10; i++) {
    documents.push(deployment(`app-${i}`, 'v1', space), service(`app-${i}`, space))
  }
  for (let i = 0; i < count; i++) {
    const lines = Array.from({ length: rules }, (_, n) => {
      const method = edited && i === 0 && n === 0 ? 'DELETE' : n % 2 === 0 ? 'GET' : 'POST'
      const source = `principals: ["cluster.local/ns/team-${n}/sa/client-${i}"]`
      return `    - from: [{source: {${source}}}]
      to: [{operation: {methods: [${method}], paths: ["/p${i}/r${n}/*"]}}]
`
    })
    documents.push(`apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: policy-${i}, namespace: ${space}}
spec:
  selector: {matchLabels: {app: app-${i % 10}}}
  action: ALLOW
  rules:
${lines.join('')}`)
  }
  return filed(documents)
}

/** One policy with `count` paths, of which `edited` changes one. */
export function manyPaths(count: number, edited: boolean): Files {
  const paths = Array.from({ length: count }, (_, i) =>
    edited && i === 7 ? '"/changed"' : `"/api/v${i % 7}/item-${i}"`
  )
  const documents = [
    namespace('shop'),
    deployment('web', 'v1', 'shop'),
    service('web', 'shop'),
    `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: paths, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  action: ALLOW
  rules:
    - to: [{operation: {methods: [GET], paths: [${paths.join(', ')}]}}]
`
  ]
  return filed(documents)
}

function meshMode(mode: string): string {
  return peerAuthentication('default', 'istio-system', 'x').replace(
    /spec:[\s\S]*/,
    `spec:\n  mtls: {mode: ${mode}}\n`
  )
}
