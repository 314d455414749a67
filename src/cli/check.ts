import { resolve } from 'node:path'
import { CONFIG_FILE } from '../config/config.ts'
import { mayRender, mayUpgrade } from '../config/rendering.ts'
import type { Git } from '../git/command.ts'
import { readFileAt } from '../git/file-at.ts'
import { openRepository, resolveLocal } from '../git/local.ts'
import { type Comparison, readSides } from '../git/sides.ts'
import { commitTree, emptyTree, workTree } from '../git/source-tree.ts'
import type { Command } from './command.ts'
import { namedConfig } from './config-file.ts'
import { commonOptions, upgradeOptions } from './flags.ts'
import { judge } from './judge.ts'
import { refusePositionals } from './options.ts'
import { exitOf, writeReport } from './output.ts'
import { progress } from './progress.ts'
import { productVersion } from './version.ts'

export const check: Command = {
  name: 'check',
  summary: 'what the action does, in a terminal: compare with the base of this branch',
  usage: '',
  about: `Compares the files on disk (or --head) with the commit where this branch left the default branch (or --base).
The configuration is read from the base.`,
  options: {
    repo: { type: 'string', value: 'DIR', help: 'a folder of the repository (default: here)' },
    base: { type: 'string', value: 'REF', help: 'commit, branch or tag to compare with' },
    head: {
      type: 'string',
      value: 'REF',
      help: 'commit, branch or tag (default: the files on disk)'
    },
    ...commonOptions,
    ...upgradeOptions
  },
  async run(args, world) {
    refusePositionals('check', args)
    const waiting = progress(world)
    waiting.phase('reading git')
    const git = await openRepository(resolve(world.cwd, args.text('repo') ?? '.'), world.env)
    const comparison = await resolveLocal(git, args.text('base'), args.text('head'))
    const text = namedConfig(args, world)?.text ?? (await textOfBase(git, comparison))
    const always = mayRender(text) || mayUpgrade(text) || args.text('istio-base') !== undefined
    const { base, head, changed } = await readSides(git, comparison, { always })
    if (changed.length === 0 && !always) {
      const { nothingRelevant } = await import('../action/nothing-relevant.ts')
      const report = nothingRelevant(base, head, productVersion(world))
      waiting.done()
      writeReport(report, args, world)
      return exitOf(report)
    }
    const now = head.committedAt ?? base.committedAt
    const trees = {
      base: comparison.base === null ? emptyTree : commitTree(git, comparison.base),
      head: comparison.head === 'work tree' ? workTree(git) : commitTree(git, comparison.head)
    }
    const read = { command: 'check', base, head, trees, ...(now !== undefined && { now }) } as const
    return judge(read, args, world, waiting)
  }
}

/** The configuration that will count, as text: what it says decides what has to be read. */
async function textOfBase(git: Git, { base }: Comparison): Promise<string | null> {
  const bytes = base === null ? null : await readFileAt(git, base, CONFIG_FILE)
  return bytes === null ? null : bytes.toString('utf8')
}
