import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Limits } from './limits.ts'
import { lineAt, otherJob, RenderRefusal } from './refusal.ts'

/**
 * A folder of our own outside the work tree, with copies and no links, so that a renderer can only reach what was put
 * there. `files` is what the renderer reads, `home` what it may write.
 */
export interface Scratch {
  readonly files: string
  readonly home: string
  remove(): void
}

/** @param parent a folder for temporary files, `RUNNER_TEMP` on a runner */
export function openScratch(parent: string | undefined): Scratch {
  const root = realpathSync(mkdtempSync(join(parent || tmpdir(), 'meshproof-render-')))
  const files = join(root, 'files')
  const home = join(root, 'home')
  mkdirSync(files)
  mkdirSync(home)
  return { files, home, remove: () => rmSync(root, { recursive: true, force: true }) }
}

/**
 * Writes files by their path.
 * @param executable for a command, which may be a script among them
 * @throws RenderRefusal where they are more than may be rendered from
 */
export function fillScratch(
  scratch: Scratch,
  files: ReadonlyMap<string, Uint8Array>,
  limits: Limits,
  subject: string,
  executable: boolean
): void {
  let bytes = 0
  for (const content of files.values()) bytes += content.length
  if (files.size > limits.files || bytes > limits.inputBytes) {
    throw new RenderRefusal(
      'render/too-large',
      `${subject} has ${files.size} files with ${bytes} bytes; at most ${limits.files} files with ${limits.inputBytes} bytes are rendered from. Keep what is not rendered out of the folder. ${otherJob}`,
      lineAt(subject),
      { subject }
    )
  }
  const made = new Set<string>()
  for (const [path, content] of files) {
    const full = join(scratch.files, path)
    const folder = dirname(full)
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    made.add(folder)
    writeFileSync(full, content, { mode: executable ? 0o700 : 0o600, flag: 'wx' })
  }
}
