/**
 * Reading manifests against the `yaml` library and against JSON.parse of the same values, in one process and
 * interleaved, so that the ratios hold on a machine that is busy. Run: `node bench/manifest.ts [groups]`.
 */
import { parseAllDocuments } from 'yaml'
import { readManifests } from '../src/manifest/read.ts'

type Contender = 'ours' | 'yaml' | 'json'

const groups = Number(process.argv[2] ?? 1000)
const rounds = 7

const worlds: Readonly<Record<string, readonly string[]>> = {
  'small documents, a file each': Array.from({ length: groups }, (_, i) => group(i)).flat(),
  'one file of all': [
    Array.from({ length: groups }, (_, i) => group(i))
      .flat()
      .join('---\n')
  ],
  'kinds that nothing reads': Array.from({ length: groups }, (_, i) => other(i)),
  'anchors (the library reads them)': Array.from({ length: groups }, (_, i) => anchored(i))
}

for (const [name, texts] of Object.entries(worlds)) report(name, texts)

function report(name: string, texts: readonly string[]): void {
  const bytes = texts.reduce((sum, text) => sum + text.length, 0)
  const json = texts.flatMap(text =>
    parseAllDocuments(text).map(each => JSON.stringify(each.toJS()))
  )
  const contenders: Readonly<Record<Contender, () => void>> = {
    ours: () => readAll(texts),
    yaml: () => {
      for (const text of texts) for (const each of parseAllDocuments(text)) each.toJS()
    },
    json: () => {
      for (const text of json) JSON.parse(text)
    }
  }
  const best: Record<Contender, number> = { ours: Infinity, yaml: Infinity, json: Infinity }
  for (let round = 0; round < rounds; round++) {
    for (const [contender, run] of Object.entries(contenders) as [Contender, () => void][]) {
      // a literal's own keys
      const before = process.cpuUsage()
      run()
      const { user } = process.cpuUsage(before)
      best[contender] = Math.min(best[contender], user / 1000)
    }
  }
  const speed = (bytes / 1000 / best.ours).toFixed(1)
  const ratio = (best.yaml / best.ours).toFixed(1)
  const floor = (best.ours / best.json).toFixed(1)
  process.stdout.write(
    `${name.padEnd(34)} ${(bytes / 1e6).toFixed(2)} MB  ${best.ours.toFixed(0)} ms  ${speed} MB/s  ${ratio}x yaml  1/${floor} of JSON.parse\n`
  )
}

function readAll(texts: readonly string[]): number {
  const encoder = new TextEncoder()
  const files = texts.map((text, i) => ({
    path: `${i}.yaml`,
    bytes: encoder.encode(text),
    side: 'head' as const
  }))
  const { manifests } = readManifests(files, { defaultNamespace: 'default' })
  return manifests.length
}

function group(i: number): string[] {
  const namespace = `team-${i % 97}`
  const host = `api-${i}`
  return [
    `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: ${host}
  namespace: ${namespace}
  labels:
    app: ${host}
    owner: "squad-${i % 13}"
spec:
  hosts:
    - ${host}.${namespace}.svc.cluster.local
  gateways: [mesh, ingress/public]
  http:
    # the new version first
    - name: next
      match:
        - uri:
            prefix: /v${i % 5}/items
          headers:
            x-preview:
              exact: "true"
      route:
        - destination:
            host: ${host}
            subset: next
            port:
              number: 8080
          weight: 100
      timeout: 5s
      retries:
        attempts: 3
        perTryTimeout: 2s
        retryOn: connect-failure,refused-stream,503
    - route:
        - destination:
            host: ${host}
            subset: current
`,
    `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: ${host}
  namespace: ${namespace}
spec:
  host: ${host}.${namespace}.svc.cluster.local
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
    outlierDetection:
      consecutive5xxErrors: 5
      interval: 30s
  subsets:
    - name: current
      labels: {version: v1}
    - name: next
      labels: {version: v2}
`,
    `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: ${host}
  namespace: ${namespace}
spec:
  selector:
    matchLabels:
      app: ${host}
  action: ALLOW
  rules:
    - from:
        - source:
            principals: ["cluster.local/ns/${namespace}/sa/web-${i % 7}"]
      to:
        - operation:
            methods: ["GET", "POST"]
            paths: ["/v1/*"]
`,
    `apiVersion: v1
kind: Service
metadata:
  name: ${host}
  namespace: ${namespace}
spec:
  selector:
    app: ${host}
  ports:
    - name: http
      port: 80
      targetPort: 8080
`
  ]
}

function other(i: number): string {
  const roles = Array.from(
    { length: 20 },
    (_, n) => `  - apiGroups: [""]\n    resources: [pods, r${n}]\n    verbs: [get, list]\n`
  )
  return `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: role-${i}\nrules:\n${roles.join('')}`
}

function anchored(i: number): string {
  return (group(i)[1] ?? '').replace('labels: {version: v1}', 'labels: &labels {version: v1}')
}
