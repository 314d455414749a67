import { describe, expect, test } from '@jest/globals'
import { defaultConfig } from '../../src/config/config.ts'
import type { Request } from '../../src/dataplane/request.ts'
import { explainer } from '../../src/explain.ts'
import { filesFrom } from '../support/side.ts'

const object = (kind: string, name: string, spec: string, api = 'networking.istio.io/v1') =>
  `---
apiVersion: ${api}
kind: ${kind}
metadata: {name: ${name}, namespace: edge}
spec: ${spec}
`

const pods = object(
  'Deployment',
  'edge',
  '{template: {metadata: {labels: {app: edge}}, spec: {containers: [{name: istio-proxy}]}}}',
  'apps/v1'
)
const ports = object(
  'Service',
  'edge',
  '{selector: {app: edge}, ports: [{name: http, port: 80, targetPort: 8080}]}',
  'v1'
)
const web = object(
  'Service',
  'web',
  '{selector: {app: web}, ports: [{name: http, port: 80}]}',
  'v1'
)
const gateway = (name: string, host: string, app = 'edge') =>
  object(
    'Gateway',
    name,
    `{selector: {app: ${app}}, servers: [{hosts: [${host}], port: {number: 80, name: http, protocol: HTTP}}]}`
  )
const route = (name: string, host: string) =>
  object(
    'VirtualService',
    name,
    `{hosts: [${host}], gateways: [${name}], http: [{route: [{destination: {host: web}}]}]}`
  )

const request: Request = {
  from: 'outside',
  protocol: 'http',
  port: 80,
  authority: 'a.example.com',
  method: 'GET',
  path: '/',
  headers: {},
  transport: 'plaintext'
}

/** The outcome, and the first steps as `layer: text`. */
function told(yaml: string, changed: Partial<Request> = {}) {
  const side = { name: 'head', files: filesFrom({ 'mesh.yaml': yaml }, 'head'), skipped: [] }
  const { outcome, steps, reason } = explainer({ side, config: defaultConfig }).explain({
    ...request,
    ...changed
  })
  return { outcome, reason, steps: steps.map(({ layer, text }) => `${layer}: ${text}`) }
}

const translated = 'gateway: port 80 of its Service leads to port 8080 of the pods'

describe('a request from outside', () => {
  const one = pods + ports + web + gateway('one', 'a.example.com') + route('one', 'a.example.com')

  test('comes in at the gateway that serves its host, on the port of its Service', () => {
    const { outcome, steps } = told(one)
    expect(outcome).toBe('served')
    expect(steps.slice(0, 3)).toEqual([
      'arrives at: gateway edge/one',
      translated,
      'listener: 0.0.0.0_8080'
    ])
  })

  test('of two gateways, at the one that routes it', () => {
    const other = gateway('another', 'b.example.com', 'other') + route('another', 'b.example.com')
    expect(told(one + other, { authority: 'b.example.com' }).steps[0]).toBe(
      'arrives at: gateway edge/another'
    )
    expect(told(one + other).steps[0]).toBe('arrives at: gateway edge/one')
  })

  test('that no Gateway serves is said to be so', () => {
    expect(told(one, { authority: 'c.example.com' }).outcome).toBe('no-virtual-host')
    const closed = told(one, { port: 99, authority: 'a.example.com:99' })
    expect([closed.outcome, closed.reason]).toEqual([
      'reset',
      'no gateway of the mesh takes a connection for a.example.com:99 on port 99'
    ])
    expect(told(web).reason).toContain('no Gateway is in git')
  })
})

describe('a request at a gateway', () => {
  const from = { gateway: 'edge/one' } as const
  const own = pods + web + gateway('one', 'a.example.com') + route('one', 'a.example.com')

  test('is dialled on the port of its Service, or on that of its pods', () => {
    expect(told(own + ports, { from }).steps[0]).toBe(translated)
    const direct = told(own + ports, { from, port: 8080 })
    expect([direct.outcome, direct.steps[0]]).toEqual(['served', 'listener: 0.0.0.0_8080'])
  })

  test('keeps its port where no Service translates it', () => {
    const direct = told(own, { from })
    expect([direct.outcome, direct.steps[0]]).toEqual(['served', 'listener: 0.0.0.0_80'])
  })
})
