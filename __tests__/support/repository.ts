import { execFileSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Git, openGit } from '../../src/git/command.ts'

/** A file of a made-up commit: text, or a mode git knows with what it holds. */
export type Content =
  | string
  | Buffer
  | { readonly link: string }
  | { readonly submodule: string }
  | { readonly mode: '100755'; readonly text: string }

/** Paths may be any bytes: a `latin1` string stands for them. */
export type Files = Readonly<Record<string, Content>>

const identity = {
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_AUTHOR_DATE: '1700000000 +0000',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
  GIT_COMMITTER_DATE: '1700000000 +0000',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null'
}

/** A repository in a folder of its own, with the commits that a test asks for. */
export class Repository {
  readonly path: string

  constructor(path: string) {
    this.path = path
  }

  get git(): Git {
    return openGit(this.path, process.env)
  }

  run(...args: readonly string[]): string {
    return this.raw(args).toString('utf8').trim()
  }

  raw(args: readonly string[], input?: Buffer): Buffer {
    return execFileSync('git', ['-C', this.path, ...args], {
      env: { ...process.env, ...identity },
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(input !== undefined && { input })
    })
  }

  /** A commit with exactly these files; nothing is checked out. */
  commit(files: Files, parents: readonly string[] = []): string {
    const entries: Buffer[] = []
    for (const [path, content] of Object.entries(files)) {
      const { mode, oid } = this.#entry(content)
      entries.push(Buffer.from(`${mode} ${oid}\t`), Buffer.from(path, 'latin1'), Buffer.from([0]))
    }
    const index = join(this.path, '.git', `index-${Math.random().toString(36).slice(2)}`)
    const env = { ...process.env, ...identity, GIT_INDEX_FILE: index }
    const git = (args: readonly string[], input = Buffer.alloc(0)) =>
      execFileSync('git', ['-C', this.path, ...args], {
        env,
        input,
        stdio: ['pipe', 'pipe', 'pipe']
      })
    git(['update-index', '-z', '--index-info'], Buffer.concat(entries))
    const tree = git(['write-tree', '--missing-ok']).toString().trim()
    rmSync(index, { force: true })
    const parentArgs = parents.flatMap(parent => ['-p', parent])
    return git(['commit-tree', tree, '-m', 'm', ...parentArgs])
      .toString()
      .trim()
  }

  #entry(content: Content): { mode: string; oid: string } {
    if (typeof content === 'string' || Buffer.isBuffer(content)) {
      return { mode: '100644', oid: this.#blob(Buffer.from(content)) }
    }
    if ('link' in content) return { mode: '120000', oid: this.#blob(Buffer.from(content.link)) }
    if ('submodule' in content) return { mode: '160000', oid: content.submodule }
    return { mode: content.mode, oid: this.#blob(Buffer.from(content.text)) }
  }

  #blob(bytes: Buffer): string {
    return this.raw(['hash-object', '-w', '--stdin'], bytes).toString().trim()
  }
}

const folders: string[] = []

export function temporaryFolder(): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'meshproof-')))
  folders.push(path)
  return path
}

export function emptyRepository(...init: readonly string[]): Repository {
  const path = temporaryFolder()
  execFileSync('git', ['init', '-q', '-b', 'main', ...init, path], {
    env: { ...process.env, ...identity }
  })
  return new Repository(path)
}

/** A clone by the file transport, so that depth and filters count. */
export function clone(of: Repository, ...options: readonly string[]): Repository {
  const path = join(temporaryFolder(), 'clone')
  execFileSync('git', ['clone', '-q', ...options, `file://${of.path}`, path], {
    env: { ...process.env, ...identity },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  return new Repository(path)
}

export function removeTemporaryFolders(): void {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true })
}

/** What a sparse or shallow server must allow for the tests that fetch by id, as GitHub does. */
export function serveLikeGitHub(repository: Repository): void {
  repository.run('config', 'uploadpack.allowAnySHA1InWant', 'true')
  repository.run('config', 'uploadpack.allowFilter', 'true')
}
