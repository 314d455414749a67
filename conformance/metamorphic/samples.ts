import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import type { SchemaSource } from '../../src/schema/schemas.ts'
import { diffTexts } from './diff.ts'
import type { NeutralEdit, TellingEdit } from './edit.ts'
import { isTree, namespaceOf, type Tree, treeAt, type Value } from './tree.ts'
import { choicesOf } from './worlds.ts'
import { oneFile } from './write.ts'

/** The objects of all YAML files under a folder that can be read as they are; each name once, as in a cluster. */
export function objectsUnder(folder: string): Tree[] {
  const found = new Map<string, Tree>()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.ya?ml$/.test(file)) continue
    for (const object of objectsIn(readFileSync(join(folder, file), 'utf8'))) {
      const { kind } = object
      const key = `${String(kind)} ${namespaceOf(object)}/${String(treeAt(object, 'metadata').name)}`
      if (!found.has(key)) found.set(key, object)
    }
  }
  return [...found.values()]
}

function objectsIn(text: string): Tree[] {
  const documents = parseAllDocuments(text, { version: '1.1', logLevel: 'silent' })
  if (!Array.isArray(documents)) return []
  return documents.flatMap(document => {
    if (document.errors.length > 0) return []
    // Plain data, as a cluster would hold it.
    const value = JSON.parse(JSON.stringify(document.toJS() ?? null)) as Value
    return isTree(value) && typeof value.kind === 'string' && isTree(value.metadata) ? [value] : []
  })
}

/** What a review says about an edit of objects that nobody generated; null where there is nothing to edit. */
export function editedSample(
  objects: readonly Tree[],
  edit: NeutralEdit | TellingEdit,
  seed: string,
  schemas: SchemaSource
): string[] | null {
  const head = structuredClone([...objects])
  const random = choicesOf(edit.name, seed, objects.length)
  if (!edit.apply(head, random)) return null
  const texts = 'write' in edit ? edit.write?.(head, random) : undefined
  const [before, after] = [oneFile(objects), texts ?? oneFile(head)]
  if (JSON.stringify(before) === JSON.stringify(after)) return null
  const setting = { flags: {}, meshConfig: {}, minor: '1.31' }
  const report = diffTexts(before, after, setting, schemas)
  return [
    ...report.effects.map(({ kind, subject, region }) => `${kind} ${subject.name}, ${region}`),
    ...report.unknown.map(({ reason, message }) => `unknown ${reason}: ${message}`)
  ]
}
