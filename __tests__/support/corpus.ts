import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe } from '@jest/globals'

const root = resolve(process.env.MESHPROOF_CORPUS ?? '../shared/corpus')
const here = existsSync(root)

/** The path of one folder of the corpus: `corpus('analyze')`. Throws where it should be and is not. */
export function corpus(name: string): string {
  const path = join(root, name)
  if (existsSync(path)) return path
  if (process.env.CI === 'true')
    throw new Error(`The corpus is not at ${root}: set MESHPROOF_CORPUS.`)
  return path
}

/** `describe` where the corpus is; skipped on a machine without it, failed in CI. */
export const describeCorpus = here || process.env.CI === 'true' ? describe : describe.skip

/** Every YAML file below a folder, as absolute paths in code-unit order. */
export function yamlFiles(folder: string): string[] {
  const found: string[] = []
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && /\.ya?ml$/.test(entry.name))
      found.push(join(entry.parentPath, entry.name))
  }
  return found.sort()
}
