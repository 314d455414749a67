import { directoryTree } from '../git/source-tree.ts'
import type { Command } from './command.ts'
import { commonOptions } from './flags.ts'
import { judge } from './judge.ts'
import { progress } from './progress.ts'
import { readState } from './state.ts'

export const validate: Command = {
  name: 'validate',
  summary: 'schema, CEL and admission checks only',
  usage: 'PATH…',
  about: `Checks each manifest by itself, as the API server and the admission webhook of the Istio version would.`,
  options: commonOptions,
  async run(args, world) {
    const waiting = progress(world)
    waiting.phase('reading')
    const head = readState('validate', args.positionals, world)
    const trees = { base: null, head: directoryTree(world.cwd) }
    return judge({ command: 'validate', base: null, head, trees }, args, world, waiting)
  }
}
