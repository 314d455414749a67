import type { Outcome, Request } from '../../src/dataplane/request.ts'
import type { Effect } from '../../src/effects/effect.ts'
import type { Finding, SourceRange, Unknown } from '../../src/finding.ts'
import type { Report } from '../../src/report/report.ts'

/** The three reports that every reporter is tested with: nothing, what a reviewer meets, and an attack. */

export const empty: Report = {
  schema: 'meshproof/report/v1',
  versions: { meshproof: '0.1.0' },
  command: 'check',
  sides: {
    base: { name: '1a2b3c4d5e6f', commit: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d' },
    head: { name: '4f1c2ab00000', commit: '4f1c2ab0000000000000000000000000000000aa' }
  },
  meshes: [],
  verdict: {
    outcome: 'pass',
    reasons: [],
    gates: [
      { gate: 'no-new-findings', level: 'error', violations: 0, waived: 0 },
      { gate: 'no-traffic-loss', level: 'error', violations: 0, waived: 0 },
      { gate: 'no-unknown', level: 'warn', violations: 0, waived: 0 }
    ]
  },
  effects: [],
  unknown: [],
  findings: { introduced: [], resolved: [], remaining: [] },
  unchanged: { proxies: 0, tables: 0, classes: 0, textOnly: [], assumptions: [] },
  coverage: {
    files: { base: 0, head: 0 },
    manifests: { base: 0, head: 0 },
    changed: { files: 0, manifests: 0 },
    byKind: {},
    skipped: []
  },
  assumptions: [],
  plan: { rollout: [], verify: [], watch: [], rollback: [] }
}

export function range(file: string, line: number, column = 1, length = 8): SourceRange {
  return { file, start: { line, column }, end: { line, column: column + length } }
}

export const request: Request = {
  from: { gateway: 'shop/public' },
  protocol: 'http',
  port: 8080,
  authority: 'shop.example.com',
  method: 'GET',
  path: '/users/42',
  headers: { 'x-user-type': 'qa' },
  transport: 'plaintext'
}

export function served(subset: string): Outcome {
  return {
    outcome: 'served',
    destinations: [
      {
        cluster: `outbound|80|${subset}|users.shop.svc.cluster.local`,
        host: 'users.shop.svc.cluster.local',
        subset,
        port: 80,
        weight: 1
      }
    ],
    steps: [],
    certainty: 'certain',
    assumptions: []
  }
}

const denied: Outcome = {
  outcome: 'no-route',
  status: 404,
  destinations: [],
  steps: [],
  certainty: 'certain',
  assumptions: []
}

const virtualService = {
  group: 'networking.istio.io',
  kind: 'VirtualService',
  namespace: 'shop',
  name: 'public'
}

export const rerouted: Effect = {
  kind: 'rerouted',
  mesh: 'default',
  domain: 'routing',
  direction: 'move',
  severity: 'warning',
  subject: { kind: 'host', name: 'shop.example.com', gateway: 'shop/public', port: 8080 },
  proxy: { type: 'gateway', names: ['pods with istio=ingressgateway'] },
  region: 'paths under /users except /users/v2, header x-user-type exactly qa',
  changes: [{ facet: 'destinations', before: 'users-v2', after: 'users-v1' }],
  witness: { request, before: served('v2'), after: served('v1') },
  causes: [
    {
      side: 'head',
      ref: virtualService,
      at: range('shop/vs.yaml', 14, 7),
      note: 'moved above line 22'
    },
    {
      side: 'base',
      ref: virtualService,
      at: range('shop/vs.yaml', 22, 7),
      note: 'no longer reached'
    }
  ],
  members: [],
  certainty: 'certain',
  assumptions: [],
  fingerprint: 'aa11bb22cc33',
  verify: "curl -H 'x-user-type: qa' http://shop.example.com/users/42",
  watch:
    'sum by (destination_version) (rate(istio_requests_total{destination_service_name="users"}[5m]))',
  rollback: 'Revert shop/vs.yaml.'
}

export const lost: Effect = {
  ...rerouted,
  kind: 'traffic-lost',
  direction: 'break',
  severity: 'error',
  region: 'paths under /legacy',
  changes: [{ facet: 'outcome', before: 'users-v1', after: '404 no route' }],
  witness: {
    request: { ...request, path: '/legacy', headers: {} },
    before: served('v1'),
    after: denied
  },
  certainty: 'assumed',
  assumptions: [
    {
      kind: 'service-exists',
      params: { host: 'users.shop.svc.cluster.local', namespace: 'shop', ports: '80' }
    }
  ],
  members: [
    {
      mesh: 'default',
      subject: { kind: 'host', name: 'www.example.com', gateway: 'shop/public', port: 8080 },
      proxy: rerouted.proxy,
      region: 'paths under /legacy',
      fingerprint: 'dd44ee55ff66'
    }
  ],
  fingerprint: '0123456789ab'
}

export const finding: Finding = {
  id: 'virtual-service/unknown-subset',
  sources: ['IST0101', 'KIA1107'],
  severity: 'warning',
  certainty: 'certain',
  message:
    'Subset "v3" of host users.shop.svc.cluster.local is not defined. Define it in a DestinationRule, or route to v1, v2.',
  params: { subset: 'v3', host: 'users.shop.svc.cluster.local' },
  subject: virtualService,
  mesh: 'default',
  at: range('shop/vs.yaml', 31, 19),
  related: [{ at: range('shop/dr.yaml', 9, 3), note: 'subsets are defined here' }],
  fingerprint: 'fedcba987654'
}

export const unknown: Unknown = {
  reason: 'opaque',
  message:
    'EnvoyFilter shop/lua changes the routes of gateway shop/public in ways that are not analysed.',
  subject: { group: 'networking.istio.io', kind: 'EnvoyFilter', namespace: 'shop', name: 'lua' },
  at: range('shop/filter.yaml', 1),
  mesh: 'default',
  fingerprint: '112233445566'
}

export const typical: Report = {
  ...empty,
  meshes: [
    {
      name: 'default',
      sides: {
        base: { istio: '1.29', why: 'image tag of istiod', manifests: 41 },
        head: { istio: '1.29', why: 'image tag of istiod', manifests: 42 }
      }
    }
  ],
  verdict: {
    outcome: 'block',
    reasons: [
      {
        gate: 'no-traffic-loss',
        level: 'error',
        message: 'requests to shop.example.com are no longer served',
        evidence: [lost.fingerprint]
      },
      {
        gate: 'no-new-findings',
        level: 'warn',
        message: '1 warning introduced: virtual-service/unknown-subset',
        evidence: [finding.fingerprint]
      }
    ],
    gates: [
      { gate: 'no-new-findings', level: 'error', violations: 1, waived: 0 },
      { gate: 'no-traffic-loss', level: 'error', violations: 1, waived: 1 },
      { gate: 'no-unknown', level: 'warn', violations: 0, waived: 0 }
    ],
    waivers: [
      {
        gate: 'no-traffic-loss',
        target: 'traffic-lost old.example.com',
        reason: 'The old shop closes this month.',
        owner: 'team-shop',
        expires: '2027-03-31',
        evidence: ['999999999999']
      }
    ]
  },
  effects: [rerouted, lost],
  unknown: [unknown],
  findings: {
    introduced: [finding],
    resolved: [
      {
        ...finding,
        severity: 'error',
        id: 'virtual-service/unknown-gateway',
        fingerprint: '222222222222'
      }
    ],
    remaining: [{ ...finding, fingerprint: '333333333333' }]
  },
  unchanged: {
    proxies: 3,
    tables: 44,
    classes: 212,
    textOnly: [
      { file: 'shop/dr.yaml', what: 'apiVersion v1alpha3 → v1', ref: 'DestinationRule shop/users' },
      { file: 'shop/gw.yaml', what: 'apiVersion v1alpha3 → v1', ref: 'Gateway shop/public' },
      { file: 'shop/gw.yaml', what: 'comments', ref: 'Gateway shop/admin' }
    ],
    assumptions: [{ kind: 'opaque-unchanged', params: { ref: 'EnvoyFilter shop/gzip' } }]
  },
  coverage: {
    files: { base: 11, head: 12 },
    manifests: { base: 41, head: 42 },
    changed: { files: 3, manifests: 5 },
    byKind: { VirtualService: 9, DestinationRule: 7, Gateway: 2, Service: 24 },
    skipped: [
      {
        file: 'charts/shop/templates/vs.yaml',
        line: null,
        reason: 'helm-template',
        detail: 'holds {{ }}'
      },
      { file: 'notes.yaml', line: 12, reason: 'not-kubernetes', detail: '' }
    ]
  },
  assumptions: [
    {
      kind: 'service-exists',
      params: { host: 'users.shop.svc.cluster.local', namespace: 'shop', ports: '80' }
    },
    {
      kind: 'service-exists',
      params: { host: 'cart.shop.svc.cluster.local', namespace: 'shop', ports: '80' }
    },
    { kind: 'mesh-config-default', params: { minor: '1.29' } }
  ],
  plan: {
    rollout: ['kubectl apply -f shop/dr.yaml', 'kubectl apply -f shop/vs.yaml'],
    verify: ["curl -H 'x-user-type: qa' http://shop.example.com/users/42"],
    watch: ['sum(rate(istio_requests_total{response_code="404"}[5m]))'],
    rollback: ['kubectl apply -f shop/vs.yaml from base']
  },
  notes: [
    'This change edits .github/meshproof.yaml; the file of base holds until it is merged.',
    'To review each folder as a mesh of its own, put this into the configuration:\nmeshes:\n  - name: prod\n    paths: [prod]'
  ]
}

export const proven: Report = {
  ...typical,
  verdict: { outcome: 'pass', reasons: [], gates: empty.verdict.gates ?? [] },
  effects: [],
  unknown: [],
  findings: empty.findings,
  notes: []
}
