/**
 * Builds dist/: `tsc` to build/, one ncc bundle, and a stub per way in. The same sources give the same bytes,
 * so that CI can rebuild dist/ and compare it.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
const build = join(root, 'build')

/** dist file → the function of src/index.ts that it runs. */
const stubs = {
  'main.js': 'action',
  'post.js': 'post',
  'companion.js': 'companion',
  'cli.js': 'cli'
}

for (const directory of [dist, build]) rmSync(directory, { recursive: true, force: true })
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json')
run(
  'node_modules/@vercel/ncc/dist/ncc/cli.js',
  'build',
  join(build, 'index.js'),
  '-o',
  dist,
  '--license',
  'licenses.txt',
  '--target',
  'es2022',
  '--no-cache',
  '--quiet'
)
mkdirSync(dist, { recursive: true })
writeFileSync(join(dist, 'package.json'), `${JSON.stringify({ type: 'module' }, null, 2)}\n`)
for (const [file, name] of Object.entries(stubs)) {
  const shebang = name === 'cli' ? '#!/usr/bin/env node\n' : ''
  const path = join(dist, file)
  writeFileSync(path, `${shebang}import { ${name} } from './index.js'\n\nawait ${name}()\n`)
  chmodSync(path, name === 'cli' ? 0o755 : 0o644)
}
for (const file of readdirSync(dist).filter(name => name.endsWith('.js'))) refusePaths(file)

/** @param {string} script of node_modules @param {string[]} args */
function run(script, ...args) {
  const { status, error } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit'
  })
  if (error !== undefined) throw error
  if (status !== 0) process.exit(status ?? 1)
}

/** A path of the building machine in the bundle would make it differ from machine to machine. */
function refusePaths(file) {
  if (!readFileSync(join(dist, file), 'utf8').includes(root)) return
  throw new Error(`dist/${file} holds the path of this machine`)
}
