import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from '@jest/globals'

/** The project's root. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/**
 * A file that a test derives: `jest -u` writes it, `jest --ci` fails when it is missing or stale,
 * and without either a missing one is written.
 */
export function expectGolden(path: string, text: string): void {
  const file = join(root, path)
  const mode = updateMode()
  const current = existsSync(file) ? readFileSync(file, 'utf8') : null
  if (current === text) return
  if (mode === 'all' || (mode === 'new' && current === null)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    return
  }
  if (current === null) throw new Error(`${path} is missing; run the tests with -u`)
  try {
    expect(text).toBe(current)
  } catch (cause) {
    const diff = cause instanceof Error ? cause.message : ''
    throw new Error(`${path} is stale; run the tests with -u and read the difference\n${diff}`)
  }
}

/** Jest keeps the mode in the snapshot state, a private field: read here alone, with `MESHPROOF_UPDATE` beside it. */
function updateMode(): 'all' | 'new' | 'none' {
  if (process.env.MESHPROOF_UPDATE === '1') return 'all'
  const snapshots = Object.entries(expect.getState()).find(([key]) => key === 'snapshotState')?.[1]
  if (typeof snapshots === 'object' && snapshots !== null && '_updateSnapshot' in snapshots) {
    const mode = snapshots._updateSnapshot
    if (mode === 'all' || mode === 'new' || mode === 'none') return mode
  }
  return 'none'
}
