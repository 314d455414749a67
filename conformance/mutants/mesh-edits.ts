import { rootNamespace } from '../generate/cast.ts'
import type { Random } from '../generate/random.ts'
import { listOf, mapOf, textsOf } from '../generate/read.ts'
import type { Fields, KubernetesObject } from '../generate/world.ts'
import { changeOne, type Edit, replaced, withSpec } from './edit.ts'

/** Edits of mutual TLS, tokens, Services and labels. */
export const meshEdits: Readonly<Record<string, Edit>> = {
  'STRICT to PERMISSIVE of the mesh': peer('mesh', 'STRICT', 'PERMISSIVE'),
  'STRICT to PERMISSIVE of a namespace': peer('namespace', 'STRICT', 'PERMISSIVE'),
  'STRICT to PERMISSIVE of a workload': peer('workload', 'STRICT', 'PERMISSIVE'),
  'STRICT to PERMISSIVE of a port': peer('port', 'STRICT', 'PERMISSIVE'),
  'PERMISSIVE to STRICT of a namespace': peer('namespace', 'PERMISSIVE', 'STRICT'),
  'PERMISSIVE to DISABLE of a workload': peer('workload', 'PERMISSIVE', 'DISABLE'),
  'a port name from HTTP to TCP': portName(/^(http|http2|grpc)(-|$)/, name => `tcp-${name}`),
  'a port name from TCP to HTTP': portName(/^tcp(-|$)/, name => name.replace('tcp', 'http')),
  'a port name that says nothing any more': portName(/^(http|grpc)/, name => `x${name}`),
  'a RequestAuthentication dropped': (random, objects) => {
    const all = objects.filter(({ kind }) => kind === 'RequestAuthentication')
    if (all.length === 0) return null
    const gone = random.pick(all)
    return { base: objects, head: objects.filter(each => each !== gone) }
  },
  'an issuer changed': jwtRule(rule => ({ ...rule, issuer: 'https://other.example' })),
  'audiences dropped': jwtRule(({ audiences, ...rest }) => (audiences === undefined ? null : rest)),
  'an audience added': jwtRule(rule => ({
    ...rule,
    audiences: [...textsOf(rule.audiences), 'added']
  })),
  'the injection label of a namespace removed': (random, objects) => {
    const used = new Set(objects.filter(isServer).map(({ metadata }) => metadata.namespace))
    const all = objects.filter(
      ({ kind, metadata }) =>
        kind === 'Namespace' && used.has(metadata.name) && metadata.labels !== undefined
    )
    if (all.length === 0) return null
    const old = random.pick(all)
    const { labels: _, ...metadata } = old.metadata
    const head = replaced(objects, old, { ...old, metadata })
    return { base: objects, head, unguarded: old.metadata.name }
  },
  'labels of a pod changed': changeOne('Pod', (_, object) => {
    const { labels } = object.metadata
    if (labels?.version === undefined) return null
    const version = labels.version === 'v1' ? 'v2' : 'v1'
    return { ...object, metadata: { ...object.metadata, labels: { ...labels, version } } }
  })
}

/** Pods of the cast that Services lead to. */
function isServer({ kind, metadata }: KubernetesObject): boolean {
  return kind === 'Pod' && metadata.labels?.version !== undefined
}

type Level = 'mesh' | 'namespace' | 'workload' | 'port'

/** One PeerAuthentication of a level, older than all others, so that it decides there. */
function peer(level: Level, before: string, after: string): Edit {
  return (random, objects) => {
    const pods = objects.filter(isServer)
    if (pods.length === 0) return null
    const pod = random.pick(pods)
    const namespace = level === 'mesh' ? rootNamespace : (pod.metadata.namespace ?? '')
    const port = String(portOf(random, objects, pod))
    const made = (mode: string): KubernetesObject => ({
      apiVersion: 'security.istio.io/v1',
      kind: 'PeerAuthentication',
      metadata: { name: 'edited', namespace, creationTimestamp: '2020-01-01T00:00:00Z' },
      spec: {
        ...(level === 'mesh' || level === 'namespace'
          ? {}
          : { selector: { matchLabels: { app: pod.metadata.labels?.app ?? '' } } }),
        ...(level === 'port' ? { portLevelMtls: { [port]: { mode } } } : { mtls: { mode } })
      }
    })
    return { base: [...objects, made(before)], head: [...objects, made(after)] }
  }
}

function portOf(
  random: Random,
  objects: readonly KubernetesObject[],
  pod: KubernetesObject
): number {
  const service = objects.find(
    ({ kind, metadata }) =>
      kind === 'Service' &&
      metadata.namespace === pod.metadata.namespace &&
      metadata.name === pod.metadata.labels?.app
  )
  const ports = listOf(mapOf(service?.spec as Fields | undefined).ports).map(mapOf)
  return ports.length === 0 ? 8080 : Number(random.pick(ports).targetPort)
}

function portName(from: RegExp, to: (name: string) => string): Edit {
  return changeOne('Service', (random, object) => {
    // Only Services of the cast lead to pods that are asked.
    if (object.metadata.namespace === 'auth' || object.metadata.name === 'gateway') return null
    const spec = mapOf(object.spec)
    const ports = listOf(spec.ports).map(mapOf)
    for (const place of random.shuffle(ports.map((_, index) => index))) {
      const port = ports[place]
      if (port === undefined || port.appProtocol !== undefined) continue
      const name = String(port.name)
      if (!from.test(name)) continue
      return withSpec(object, { ...spec, ports: ports.with(place, { ...port, name: to(name) }) })
    }
    return null
  })
}

function jwtRule(change: (rule: Fields) => Fields | null): Edit {
  return (random, objects) => {
    for (const object of random.shuffle(
      objects.filter(({ kind }) => kind === 'RequestAuthentication')
    )) {
      const spec = mapOf(object.spec)
      const rules = listOf(spec.jwtRules).map(mapOf)
      for (const [place, rule] of rules.entries()) {
        const changed = change(rule)
        if (changed === null) continue
        const head = withSpec(object, { ...spec, jwtRules: rules.with(place, changed) })
        return { base: objects, head: replaced(objects, object, head) }
      }
    }
    return null
  }
}
