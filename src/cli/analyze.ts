import { directoryTree } from '../git/source-tree.ts'
import type { Command } from './command.ts'
import { compileLate } from './compile-late.ts'
import { commonOptions } from './flags.ts'
import { judge } from './judge.ts'
import { progress } from './progress.ts'
import { readState } from './state.ts'

export const analyze: Command = {
  name: 'analyze',
  summary: 'findings of one state',
  usage: 'PATH…',
  about: `Reads the paths as one mesh and lists what is wrong in it: schema, admission and what the objects say about
each other.`,
  options: commonOptions,
  async run(args, world) {
    compileLate()
    const waiting = progress(world)
    waiting.phase('reading')
    const head = readState('analyze', args.positionals, world)
    const trees = { base: null, head: directoryTree(world.cwd) }
    return judge({ command: 'analyze', base: null, head, trees }, args, world, waiting)
  }
}
