import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { World } from './world.ts'

/** Version of Meshproof, from its package.json. */
export function productVersion(world: World): string {
  const text = readFileSync(join(world.root, 'package.json'), 'utf8')
  const { version }: { version?: unknown } = JSON.parse(text)
  return typeof version === 'string' ? version : 'unknown'
}
