import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { openGit } from '../../src/git/command.ts'
import { readCommits } from '../../src/git/commit.ts'
import { type ReadOptions, readSides, type Sides } from '../../src/git/sides.ts'
import {
  clone,
  emptyRepository,
  type Files,
  type Repository,
  removeTemporaryFolders,
  serveLikeGitHub,
  temporaryFolder
} from '../support/repository.ts'

afterAll(removeTemporaryFolders)

const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n'
const other = 'apiVersion: v1\nkind: Service\nmetadata: {name: b}\n'

async function compare(base: Files, head: Files, options?: ReadOptions): Promise<Sides> {
  const repository = emptyRepository()
  const first = repository.commit(base)
  return readCommitsOf(repository, first, repository.commit(head, [first]), options)
}

async function readCommitsOf(
  repository: Repository,
  base: string,
  head: string,
  options?: ReadOptions
): Promise<Sides> {
  const [a, b] = await readCommits(repository.git, [base, head])
  if (!a || !b) throw new Error('the commits are there')
  return readSides(repository.git, { base: a, head: b }, options)
}

const paths = (side: Sides['base']) => side.files.map(file => file.path)
const skips = (side: Sides['base']) => side.skipped.map(({ file, reason }) => [file, reason])

describe('two commits', () => {
  test('the whole mesh of both sides, not only what changed', async () => {
    const sides = await compare(
      { 'a.yaml': service, 'b/c.yml': other, 'readme.md': '' },
      { 'a.yaml': service, 'b/c.yml': service, 'd.json': '{"apiVersion":"v1"}', 'readme.md': 'x' }
    )
    expect(paths(sides.base)).toEqual(['a.yaml', 'b/c.yml'])
    expect(paths(sides.head)).toEqual(['a.yaml', 'b/c.yml', 'd.json'])
    expect(sides.changed).toEqual(['b/c.yml', 'd.json'])
    expect(sides.head.commit).toMatch(/^[0-9a-f]{40}$/)
    expect(sides.head.committedAt).toBe('2023-11-14T22:13:20Z')
  })

  test('equal blobs are the same bytes on both sides', async () => {
    const sides = await compare(
      { 'a.yaml': service, 'b.yaml': '1' },
      { 'c.yaml': service, 'b.yaml': '2' }
    )
    expect(sides.base.files[0]?.bytes).toBe(sides.head.files[1]?.bytes)
    expect(Buffer.from(sides.head.files[1]?.bytes ?? []).toString()).toBe(service)
  })

  test('nothing is read where nothing relevant changed', async () => {
    const sides = await compare(
      { 'a.yaml': service, 'main.go': 'a', 'package.json': '{"name":"a"}' },
      { 'a.yaml': service, 'main.go': 'b', 'package.json': '{"name":"b"}' }
    )
    expect(sides).toMatchObject({ changed: [], base: { files: [] }, head: { files: [] } })
    const all = await compare({ 'a.yaml': service }, { 'a.yaml': service, x: '' }, { always: true })
    expect(paths(all.head)).toEqual(['a.yaml'])
  })

  test.each([
    ['an object', '{"apiVersion": "v1"}'],
    ['an escape that could spell one', '{"\\u0061piVersion": "v1"}'],
    ['another encoding', Buffer.from('{"apiVersion": 1}', 'utf16le')]
  ])('JSON with %s counts', async (_what, json) => {
    const sides = await compare({}, { 'x.json': json })
    expect(sides.changed).toEqual(['x.json'])
    expect(paths(sides.head)).toEqual(['x.json'])
  })

  test('a removed file, a removed object of JSON and a changed template are changes', async () => {
    const sides = await compare(
      { 'a.yaml': service, 'b.json': '{"apiVersion":1}', 'c/templates/_x.tpl': '1' },
      { 'c/templates/_x.tpl': '2' }
    )
    expect(sides.changed).toEqual(['a.yaml', 'b.json', 'c/templates/_x.tpl'])
    expect(skips(sides.head)).toEqual([['c/templates/_x.tpl', 'helm-template']])
  })

  test('a mode that changes from file to link is a change', async () => {
    const sides = await compare({ 'a.yaml': 'b.yaml' }, { 'a.yaml': { link: 'b.yaml' } })
    expect(sides.changed).toEqual(['a.yaml'])
    expect(skips(sides.head)).toEqual([['a.yaml', 'symlink']])
    expect(paths(sides.base)).toEqual(['a.yaml'])
  })
})

describe('entries that are no ordinary file', () => {
  test('links, submodules and LFS pointers are seen and not read', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 3\n`
    const { head } = await compare(
      {},
      {
        'link.yaml': { link: '/etc/passwd' },
        'up.yaml': { link: '../../secret.yaml' },
        folder: { link: 'manifests' },
        'link.txt': { link: 'x' },
        vendor: { submodule: '1'.repeat(40) },
        'big.yaml': pointer,
        'run.yaml': { mode: '100755', text: service }
      }
    )
    expect(skips(head)).toEqual([
      ['big.yaml', 'lfs-pointer'],
      ['folder', 'symlink'],
      ['link.yaml', 'symlink'],
      ['up.yaml', 'symlink'],
      ['vendor', 'submodule']
    ])
    expect(paths(head)).toEqual(['run.yaml'])
  })

  test('names of any bytes', async () => {
    const names = {
      'a b.yaml': 'a b.yaml',
      'line\nbreak.yaml': 'line\nbreak.yaml',
      '-rf.yaml': '-rf.yaml',
      '"quoted".yaml': '"quoted".yaml',
      'tab\tname.yaml': 'tab\tname.yaml',
      'C:\\x.yaml': 'C:\\x.yaml',
      '\xff.yaml': '\\xff.yaml',
      'Case.yaml': 'Case.yaml',
      'case.yaml': 'case.yaml',
      ':(glob)*.yaml': ':(glob)*.yaml',
      '--upload-pack=x/a.yaml': '--upload-pack=x/a.yaml'
    }
    const files: Record<string, string> = {}
    for (const name of Object.keys(names)) files[name] = `# ${name}`
    const { head, changed } = await compare({}, files)
    expect(new Set(paths(head))).toEqual(new Set(Object.values(names)))
    expect(changed).toEqual([...Object.values(names)].sort())
    expect(head.files.find(file => file.path === '\\xff.yaml')?.bytes).toEqual(
      Buffer.from('# \xff.yaml', 'utf8')
    )
  })

  test('bounds of size are said, and what shares bytes is counted once', async () => {
    const limits = { file: 100, total: 150 }
    const big = 'x'.repeat(101)
    const one = '1'.repeat(90)
    const { head, base } = await compare(
      { 'b.yaml': one },
      { 'a.yaml': big, 'b.yaml': one, 'c.yaml': '2'.repeat(90), 'd.yaml': '3'.repeat(50) },
      { limits }
    )
    expect(paths(head)).toEqual(['b.yaml', 'd.yaml'])
    expect(head.skipped.map(({ file, reason, detail }) => `${file} ${reason} ${detail}`)).toEqual([
      'a.yaml too-large 101 bytes; files over 100 bytes are not read',
      'c.yaml too-large the files before it already hold 150 bytes, which is the bound of one run'
    ])
    expect(paths(base)).toEqual(['b.yaml'])
  })

  test('a blob that git has lost is said', async () => {
    const repository = emptyRepository()
    const base = repository.commit({})
    const head = repository.commit({ 'a.yaml': service, 'b.yaml': other })
    const oid = repository.run('rev-parse', `${head}:a.yaml`)
    repository.run('prune-packed')
    rmSync(join(repository.path, '.git/objects', oid.slice(0, 2), oid.slice(2)))
    const sides = await readCommitsOf(repository, base, head)
    expect(skips(sides.head)).toEqual([['a.yaml', 'unreadable']])
    expect(paths(sides.head)).toEqual(['b.yaml'])
  })
})

describe('hostile repositories', () => {
  test('what the configuration of a repository starts is not started', async () => {
    const repository = emptyRepository()
    const base = repository.commit({
      'a.yaml': service,
      '.gitattributes': '*.yaml diff=x filter=x'
    })
    const head = repository.commit({ 'a.yaml': other, '.gitattributes': '*.yaml diff=x filter=x' })
    const proof = join(temporaryFolder(), 'ran')
    const script = join(temporaryFolder(), 'run.sh')
    writeFileSync(script, `#!/bin/sh\ntouch ${proof}\n`, { mode: 0o755 })
    for (const key of [
      'core.fsmonitor',
      'diff.external',
      'diff.x.textconv',
      'diff.x.command',
      'filter.x.clean',
      'filter.x.smudge',
      'core.pager',
      'core.editor'
    ]) {
      repository.run('config', key, script)
    }
    const hooks = temporaryFolder()
    writeFileSync(join(hooks, 'post-index-change'), `#!/bin/sh\ntouch ${proof}\n`, { mode: 0o755 })
    repository.run('config', 'core.hooksPath', hooks)
    repository.run('update-ref', 'HEAD', head)
    writeFileSync(join(repository.path, 'a.yaml'), 'x: 1\n')
    await readCommitsOf(repository, base, head)
    const [commit = null] = await readCommits(repository.git, [head])
    const sides = await readSides(repository.git, { base: commit, head: 'work tree' })
    expect(sides.changed).toContain('a.yaml')
    expect(existsSync(proof)).toBe(false)
  })

  test('the environment of the caller does not point git elsewhere', async () => {
    const repository = emptyRepository()
    const base = repository.commit({ 'a.yaml': service })
    const head = repository.commit({ 'a.yaml': other })
    const git = openGit(repository.path, {
      ...process.env,
      GIT_DIR: '/nonexistent',
      GIT_INDEX_FILE: '/nonexistent',
      GIT_EXTERNAL_DIFF: '/nonexistent'
    })
    const [a = null, b] = await readCommits(git, [base, head])
    if (!b) throw new Error('the commits are there')
    expect((await readSides(git, { base: a, head: b })).changed).toEqual(['a.yaml'])
  })

  // Only root can give a file to somebody else.
  const asRoot = process.getuid?.() === 0 ? test : test.skip

  asRoot('a checkout that belongs to another user, as in a container job', async () => {
    const repository = emptyRepository()
    const base = repository.commit({ 'a.yaml': service })
    const head = repository.commit({ 'a.yaml': other }, [base])
    execFileSync('chown', ['-R', '12345', repository.path])
    expect(() => repository.run('rev-parse', 'HEAD')).toThrow(/dubious ownership/)
    expect((await readCommitsOf(repository, base, head)).changed).toEqual(['a.yaml'])
  })

  test('replacement objects do not change what a commit holds', async () => {
    const repository = emptyRepository()
    const base = repository.commit({ 'a.yaml': service })
    const head = repository.commit({ 'a.yaml': other }, [base])
    repository.run('replace', head, base)
    expect((await readCommitsOf(repository, base, head)).changed).toEqual(['a.yaml'])
  })
})

describe('partial clones', () => {
  test('missing blobs come in one fetch', async () => {
    const origin = emptyRepository()
    serveLikeGitHub(origin)
    const files: Record<string, string> = {}
    for (let i = 0; i < 20; i++) files[`f${i}.yaml`] = `# ${i}`
    const base = origin.commit(files)
    const head = origin.commit({ ...files, 'f3.yaml': '# new' }, [base])
    origin.run('update-ref', 'refs/heads/main', head)
    const copy = clone(origin, '--filter=blob:none', '--no-checkout')
    const traced = join(temporaryFolder(), 'trace')
    const git = openGit(copy.path, process.env)
    const counting = {
      directory: git.directory,
      run: (args: readonly string[], options = {}) => {
        writeFileSync(traced, `${args.includes('fetch') ? 'fetch' : '-'}\n`, { flag: 'a' })
        return git.run(args, options)
      }
    }
    const [a = null, b] = await readCommits(counting, [base, head])
    if (!b) throw new Error('the commits are there')
    const sides = await readSides(counting, { base: a, head: b })
    expect(paths(sides.head)).toHaveLength(20)
    expect(sides.head.skipped).toEqual([])
    expect(readFileSync(traced, 'utf8').match(/fetch/g)).toHaveLength(1)
  })
})

describe('the work tree', () => {
  function workTree(files: Files): { repository: Repository; head: string } {
    const repository = emptyRepository()
    const head = repository.commit(files)
    repository.run('update-ref', 'HEAD', head)
    repository.run('reset', '-q', '--hard', head)
    return { repository, head }
  }

  async function against(repository: Repository, head: string, options?: ReadOptions) {
    const [base = null] = await readCommits(repository.git, [head])
    return readSides(repository.git, { base, head: 'work tree' }, options)
  }

  test('tracked, new and removed files; ignored ones are not part of it', async () => {
    const { repository, head } = workTree({
      'a.yaml': service,
      'b.yaml': other,
      'gone.yaml': other,
      '.gitignore': 'ignored/\n'
    })
    writeFileSync(join(repository.path, 'b.yaml'), service)
    writeFileSync(join(repository.path, 'new.yaml'), service)
    mkdirSync(join(repository.path, 'ignored'))
    writeFileSync(join(repository.path, 'ignored/x.yaml'), service)
    repository.run('rm', '-q', 'gone.yaml')
    const sides = await against(repository, head)
    expect(sides.changed).toEqual(['b.yaml', 'gone.yaml', 'new.yaml'])
    expect(paths(sides.head)).toEqual(['a.yaml', 'b.yaml', 'new.yaml'])
    expect(sides.base.files[0]?.bytes).toBe(sides.head.files[0]?.bytes)
    expect(sides.head.name).toBe('work tree')
  })

  test('an untouched work tree has no change, links included', async () => {
    const { repository, head } = workTree({ 'a.yaml': service, 'l.yaml': { link: 'a.yaml' } })
    expect((await against(repository, head)).changed).toEqual([])
  })

  test('links to files and to folders are not followed', async () => {
    const { repository, head } = workTree({ 'a.yaml': service, 'dir/b.yaml': service })
    const outside = temporaryFolder()
    writeFileSync(join(outside, 'b.yaml'), 'secret: 1\n')
    repository.run('rm', '-q', '--cached', 'dir/b.yaml')
    rmSync(join(repository.path, 'dir'), { recursive: true })
    symlinkSync(outside, join(repository.path, 'dir'))
    symlinkSync('/etc/passwd', join(repository.path, 'p.yaml'))
    const sides = await against(repository, head)
    expect(paths(sides.head)).toEqual(['a.yaml'])
    expect(skips(sides.head)).toEqual([
      ['dir', 'symlink'],
      ['p.yaml', 'symlink']
    ])
  })

  test('a tracked file behind a link that replaced its folder is not read', async () => {
    const { repository, head } = workTree({ 'dir/b.yaml': service })
    const outside = temporaryFolder()
    writeFileSync(join(outside, 'b.yaml'), 'secret: 1\n')
    rmSync(join(repository.path, 'dir'), { recursive: true })
    symlinkSync(outside, join(repository.path, 'dir'))
    expect(paths((await against(repository, head)).head)).toEqual([])
  })

  test('a sparse checkout reads from git what is not on disk', async () => {
    const { repository, head } = workTree({ 'a/x.yaml': service, 'b/y.yaml': other })
    repository.run('sparse-checkout', 'set', 'a')
    writeFileSync(join(repository.path, 'a/x.yaml'), other)
    expect(existsSync(join(repository.path, 'b/y.yaml'))).toBe(false)
    const sides = await against(repository, head)
    expect(paths(sides.head)).toEqual(['a/x.yaml', 'b/y.yaml'])
    expect(sides.changed).toEqual(['a/x.yaml'])
  })

  test('a pipe does not block, a nested clone is a submodule', async () => {
    const { repository, head } = workTree({ 'a.yaml': service })
    execFileSync('mkfifo', [join(repository.path, 'p.yaml')])
    execFileSync('git', ['init', '-q', join(repository.path, 'inner')])
    writeFileSync(join(repository.path, 'inner/z.yaml'), service)
    repository.run('-C', 'inner', 'add', 'z.yaml')
    repository.run('-C', 'inner', '-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'x')
    writeFileSync(join(repository.path, 'n.yaml'), service)
    const sides = await against(repository, head)
    expect(paths(sides.head)).toEqual(['a.yaml', 'n.yaml'])
    expect(skips(sides.head)).toEqual([['inner', 'submodule']])
  })

  test('SHA-256 repositories', async () => {
    const repository = emptyRepository('--object-format=sha256')
    const head = repository.commit({ 'a.yaml': service })
    repository.run('update-ref', 'HEAD', head)
    repository.run('reset', '-q', '--hard', head)
    expect((await against(repository, head)).changed).toEqual([])
    writeFileSync(join(repository.path, 'b.yaml'), service)
    const sides = await against(repository, head)
    expect(sides.changed).toEqual(['b.yaml'])
    expect(sides.base.commit).toHaveLength(64)
  })
})
