import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAllDocuments } from 'yaml'
import { type Cast, rootNamespace } from '../generate/cast.ts'
import type { Random } from '../generate/random.ts'
import { mapOf } from '../generate/read.ts'
import type { KubernetesObject } from '../generate/world.ts'
import { policyKind } from './edit.ts'

/** Beside this repository, or where the variable says; read when edits are made, never recorded. */
const folder = resolve(
  process.env.MESHPROOF_CORPUS ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url))
)

let read: readonly KubernetesObject[] | undefined

/** AuthorizationPolicies that people wrote: those of the corpus, each text once. */
export function samplePolicies(): readonly KubernetesObject[] {
  read ??= existsSync(folder) ? policiesIn(folder) : []
  return read
}

function policiesIn(root: string): readonly KubernetesObject[] {
  const found = new Map<string, KubernetesObject>()
  for (const entry of readdirSync(root, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.ya?ml$/.test(entry.name)) continue
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
    // Templates are no objects yet.
    if (!text.includes(`kind: ${policyKind}`) || text.includes('{{')) continue
    for (const document of parseAllDocuments(text)) {
      if (!('errors' in document) || document.errors.length > 0) continue
      const object: unknown = document.toJS()
      if (!isPolicy(object)) continue
      const key = JSON.stringify([object.spec, object.metadata.annotations ?? null])
      if (!found.has(key)) found.set(key, object)
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, object]) => object)
}

function isPolicy(value: unknown): value is KubernetesObject {
  if (typeof value !== 'object' || value === null) return false
  const { kind, metadata, spec } = value as Partial<KubernetesObject>
  return kind === policyKind && typeof metadata === 'object' && spec !== undefined
}

/** A sample as a policy of a generated world: in one of its namespaces, about one of its workloads. */
export function planted(
  random: Random,
  cast: Cast,
  providers: readonly string[],
  index: number
): KubernetesObject {
  const { metadata, spec } = random.pick(samplePolicies())
  const { selector: _, targetRefs: __, targetRef: ___, provider, ...rest } = mapOf(spec)
  const pod = random.pick(cast.servers)
  const everywhere = random.chance(0.2)
  const dry = metadata.annotations?.['istio.io/dry-run']
  return {
    apiVersion: 'security.istio.io/v1',
    kind: policyKind,
    metadata: {
      name: `sample${index}`,
      namespace: everywhere ? rootNamespace : pod.namespace,
      ...(dry === undefined ? {} : { annotations: { 'istio.io/dry-run': String(dry) } })
    },
    spec: {
      ...(everywhere || random.chance(0.4)
        ? {}
        : { selector: { matchLabels: { app: pod.labels.app ?? pod.name } } }),
      ...rest,
      ...(provider === undefined
        ? {}
        : { provider: providers.length > 0 ? { name: random.pick(providers) } : provider })
    }
  }
}
