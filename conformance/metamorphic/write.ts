import {
  type CreateNodeOptions,
  type DocumentOptions,
  type ToStringOptions,
  stringify as written
} from 'yaml'
import type { Random } from '../generate/random.ts'
import type { Texts } from './edit.ts'
import { isTree, type Tree, type Value } from './tree.ts'

/** Quoted where the YAML 1.1 of Kubernetes would read a boolean, a number or a time. */
function stringify(object: Tree, options: ToStringOptions & CreateNodeOptions = {}): string {
  const dialect: DocumentOptions & { version: '1.1' } = { version: '1.1' }
  return written(object, { ...dialect, ...options })
}

/** One file of JSON documents, which YAML 1.2 reads as they are. */
export function oneFile(objects: readonly Tree[]): Texts {
  return {
    'mesh.yaml': objects.map(object => `---\n${JSON.stringify(object, null, 1)}\n`).join('')
  }
}

/** Block style, as people write it. */
export function blockStyle(objects: readonly Tree[]): Texts {
  return { 'mesh.yaml': objects.map(object => `---\n${stringify(object)}`).join('') }
}

/** Every text quoted, flow collections, comments between. */
export function flowStyle(objects: readonly Tree[]): Texts {
  const text = (object: Tree): string =>
    stringify(object, { collectionStyle: 'flow', defaultStringType: 'QUOTE_SINGLE' })
  return { 'mesh.yaml': objects.map(object => `---\n# nothing\n${text(object)}`).join('') }
}

/** A List of all objects: the API server takes its items one by one. */
export function asList(objects: readonly Tree[]): Texts {
  return { 'mesh.yaml': JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }) }
}

/** Objects spread over files in folders, in another order. */
export function manyFiles(objects: readonly Tree[], random: Random): Texts {
  const out: Record<string, string> = {}
  for (const object of random.shuffle(objects)) {
    const path = `part-${random.between(0, 4)}/${random.pick(['a', 'b', 'c'])}.yml`
    out[path] = `${out[path] ?? ''}---\n${stringify(object)}`
  }
  return out
}

/** The keys of every map in another order. */
export function withKeysReversed<T extends Value>(value: T): T {
  if (Array.isArray(value)) return value.map(withKeysReversed) as T
  if (!isTree(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, withKeysReversed(inner)])
  ) as T
}
