import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CONFIG_FILE } from '../config/config.ts'
import { UserError } from '../errors.ts'
import { openRepository } from '../git/local.ts'
import { readSides } from '../git/sides.ts'
import { meshesBlock, suggestedMeshes } from '../review/render-suggestion.ts'
import type { Command } from './command.ts'
import { refusePositionals } from './options.ts'

export const init: Command = {
  name: 'init',
  summary: 'write a configuration with the overlays and charts of this repository',
  usage: '',
  about: `Looks for kustomizations and Helm charts in the files on disk and writes ${CONFIG_FILE} with a mesh for each
overlay and each values file. Read it before you commit it: names are taken from folders.`,
  options: {
    repo: { type: 'string', value: 'DIR', help: 'a folder of the repository (default: here)' },
    print: { type: 'boolean', help: 'print it and write nothing' },
    help: { type: 'boolean', short: 'h', help: 'this text' }
  },
  async run(args, world) {
    refusePositionals('init', args)
    const git = await openRepository(resolve(world.cwd, args.text('repo') ?? '.'), world.env)
    const { head } = await readSides(git, { base: null, head: 'work tree' }, { always: true })
    const meshes = suggestedMeshes(head)
    const found =
      meshes.length === 0
        ? '# No kustomization and no Helm chart was found: every manifest of the repository is one mesh.\n'
        : `${meshesBlock(meshes)}\n`
    const text = `# Read from the base of each pull request. Every key: docs/configuration.md of Meshproof.\n${found}`
    if (args.flag('print')) {
      world.stdout.write(text)
      return 0
    }
    const path = join(git.directory, CONFIG_FILE)
    if (existsSync(path)) {
      throw new UserError(
        `${CONFIG_FILE} is there already and was left as it is.`,
        'Use `meshproof init --print` to see what it would hold.'
      )
    }
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text, { flag: 'wx' })
    world.stdout.write(`Wrote ${CONFIG_FILE} with ${meshes.length} meshes.\n`)
    return 0
  }
}
