import { describe, expect, test } from '@jest/globals'
import { classify } from '../../src/dataplane/ledger/ledger.ts'
import { PatternTree } from '../../src/dataplane/ledger/pattern.ts'
import type { FieldPath } from '../../src/finding.ts'

const NETWORKING = 'networking.istio.io'

describe('what a changed field can do', () => {
  test.each<[string, string, FieldPath, string]>([
    [NETWORKING, 'VirtualService', ['spec', 'http', 0, 'timeout'], 'read'],
    [NETWORKING, 'VirtualService', ['spec', 'http', 0, 'match', 1, 'statPrefix'], 'inert'],
    [NETWORKING, 'VirtualService', ['spec', 'http', 0, 'somethingNew'], 'unknown'],
    [NETWORKING, 'Gateway', ['spec', 'servers', 0, 'hosts', 0], 'read'],
    ['gateway.networking.k8s.io', 'Gateway', ['spec', 'listeners', 0, 'port'], 'unknown'],
    [NETWORKING, 'EnvoyFilter', ['spec', 'priority'], 'unknown'],
    ['apps', 'Deployment', ['spec', 'template', 'spec', 'containers', 0, 'image'], 'inert'],
    ['apps', 'Deployment', ['spec', 'template', 'metadata', 'labels', 'app'], 'read'],
    ['apps', 'Deployment', ['spec', 'replicas'], 'read'],
    ['', 'Service', ['spec', 'ports', 0, 'targetPort'], 'read'],
    ['', 'Service', ['spec', 'ports', 0, 'nodePort'], 'inert'],
    ['', 'Service', ['status', 'loadBalancer'], 'inert'],
    ['', 'ConfigMap', ['data', 'mesh'], 'unknown'],
    [NETWORKING, 'VirtualService', ['metadata', 'creationTimestamp'], 'read'],
    [NETWORKING, 'VirtualService', ['metadata', 'annotations', 'team'], 'inert'],
    [NETWORKING, 'VirtualService', ['apiVersion'], 'inert']
  ])('%s %s %j: %s', (group, kind, path, status) => {
    const reading = classify(group, kind, path)
    expect(reading.status).toBe(status)
    // Who cannot tell must say what is at stake; who is inert touches nothing.
    expect(reading.touches.length > 0).toBe(status !== 'inert')
  })
})

describe('patterns', () => {
  const tree = new PatternTree<string>()
  tree.add('spec.a[].{b,c}', 'named')
  tree.add('spec.a[].d.*', 'any key')
  tree.add('spec.e.**', 'beneath')
  tree.add('spec.a[].d."x.y/z"', 'quoted')
  test.each<[FieldPath, string | undefined]>([
    [['spec', 'a', 3, 'b'], 'named'],
    [['spec', 'a', 3, 'x'], undefined],
    [['spec', 'a', 3, 'd', 'k'], 'any key'],
    [['spec', 'a', 3, 'd', 'x.y/z'], 'quoted'],
    [['spec', 'e', 'f', 0, 'g'], 'beneath']
  ])('%j', (path, value) => expect(tree.get(path)).toBe(value))
})
