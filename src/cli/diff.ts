import { UserError } from '../errors.ts'
import type { Side } from '../finding.ts'
import { readDirectory } from '../git/directory.ts'
import { withSharedBytes } from '../git/shared.ts'
import { directoryTree } from '../git/source-tree.ts'
import type { SideFiles } from '../manifest/manifest.ts'
import type { Command } from './command.ts'
import { existingPath } from './disk.ts'
import { commonOptions, upgradeOptions } from './flags.ts'
import { judge } from './judge.ts'
import { progress } from './progress.ts'

export const diff: Command = {
  name: 'diff',
  summary: 'compare two directories or files',
  usage: 'BASE HEAD',
  about: `Shows what the manifests of HEAD do differently from those of BASE, each effect with a request that
shows it, or proves that nothing differs. BASE/.github/meshproof.yaml is read where it exists.
With --istio-base and --istio the sides are under two versions: the same directory twice, or one alone, shows
what an upgrade changes for it.`,
  options: { ...commonOptions, ...upgradeOptions },
  async run(args, world) {
    const [base, second, ...more] = args.positionals
    // What an upgrade does to one state is a comparison of it with itself.
    const head = second ?? (args.text('istio-base') === undefined ? undefined : base)
    if (base === undefined || head === undefined || more.length > 0) {
      throw new UserError(
        `\`meshproof diff\` compares two paths; ${args.positionals.length} given.`,
        'Write meshproof diff BASE HEAD, or meshproof diff DIR --istio-base 1.29 --istio 1.30 for an upgrade.'
      )
    }
    const waiting = progress(world)
    waiting.phase('reading')
    // Reports name the path as it was given, not this machine's.
    const read = (path: string, side: Side): SideFiles => ({
      ...readDirectory(existingPath(path, world), side),
      name: path
    })
    const before = read(base, 'base')
    const sides = { base: before, head: withSharedBytes(before, read(head, 'head')) }
    refuseNothing(sides.base, sides.head)
    const tree = (path: string) => directoryTree(existingPath(path, world))
    const trees = { base: tree(base), head: tree(head) }
    return judge({ command: 'diff', ...sides, trees }, args, world, waiting)
  }
}

function refuseNothing(base: SideFiles, head: SideFiles): void {
  const empty = ({ files, skipped }: SideFiles) => files.length === 0 && skipped.length === 0
  if (!empty(base) || !empty(head)) return
  throw new UserError(
    `Neither ${base.name} nor ${head.name} holds a manifest: YAML, or JSON with a Kubernetes object.`,
    'Name two directories with manifests, or two files.'
  )
}
