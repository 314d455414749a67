import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { main } from '../../src/cli/main.ts'
import type { World } from '../../src/cli/world.ts'
import { root } from './golden.ts'

/** What a run of the command left behind. */
export interface Run {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command in this process, with everything outside it handed in. */
export async function runCli(
  args: readonly string[],
  given: Partial<Omit<World, 'stdout' | 'stderr'>> & { terminal?: boolean } = {}
): Promise<Run> {
  const { terminal = false, ...world } = given
  const written = { stdout: '', stderr: '' }
  const sink = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text
    },
    isTerminal: terminal
  })
  const exit = await main(args, {
    cwd: root,
    env: { PATH: process.env.PATH },
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    ...world
  })
  return { exit, ...written }
}

/** A directory with these files, gone when the callback is done. */
export async function withFiles<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (directory: string) => Promise<T>
): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'meshproof-'))
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true })
      writeFileSync(join(directory, path), content)
    }
    return await use(directory)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
