import { expect, test } from '@jest/globals'
import { proxyConfigProblem } from '../../src/analyzers/proxy-config-annotation.ts'

test.each([
  '',
  'concurrency: 2',
  'concurrency: "2"',
  'drainDuration: 45s\nterminationDrainDuration: 5s',
  'discovery_address: istiod.istio-system.svc:15012',
  'proxyMetadata: {A: b}',
  'holdApplicationUntilProxyStarts: true',
  'image: {imageType: debug}',
  'statsdUdpAddress: ""',
  'notAField: [1]',
  'concurrency: null'
])('istiod reads %j', written => {
  expect(proxyConfigProblem(written)).toBeNull()
})

test.each([
  ['{', 'it has to be YAML'],
  ['- a', 'it has to be a map with fields of ProxyConfig'],
  ['concurrency: x', 'its concurrency has to be a whole number'],
  ['drainDuration: 1', 'its drainDuration has to be a duration of whole seconds such as 45s'],
  ['drainDuration: 1500ms', 'its drainDuration has to be a duration of whole seconds such as 45s'],
  ['terminationDrainDuration: 5', 'its terminationDrainDuration has to be a duration such as 5s'],
  ['discoveryAddress: istiod', 'its discoveryAddress has to be an address with its port'],
  ['discovery_address: ""', 'its discovery_address has to be an address with its port'],
  ['statusPort: 0', 'its statusPort has to be a port number from 1 to 65535'],
  ['configPath: ""', 'its configPath has to be text that is not empty'],
  ['meshId: 1', 'its meshId has to be text'],
  ['statsCompression: "yes"', 'its statsCompression has to be true or false'],
  ['tracing: zipkin', 'its tracing has to be a map'],
  ['extraStatTags: a', 'its extraStatTags has to be a list']
])('istiod refuses %j', (written, problem) => {
  expect(proxyConfigProblem(written)).toBe(problem)
})
