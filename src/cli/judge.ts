import { configOfSides } from '../config/sides.ts'
import type { SideFiles } from '../manifest/manifest.ts'
import type { SourceTree } from '../manifest/rendered.ts'
import type { ReviewInput } from '../review/input.ts'
import { loadRules } from '../review/load-rules.ts'
import { ruleNeed } from '../review/rule-text.ts'
import { openSchemaStore } from '../schema/store.ts'
import type { ExitCode } from './command.ts'
import { configSchema, namedConfig, withNamespace } from './config-file.ts'
import { commonInput, upgradeInput } from './flags.ts'
import type { Arguments } from './options.ts'
import { exitOf, writeReport } from './output.ts'
import type { Progress } from './progress.ts'
import { renderedMeshes } from './rendering.ts'
import { productVersion } from './version.ts'
import type { World } from './world.ts'

/** What a command has read: two sides, or one state by itself. */
export interface Read {
  readonly command: ReviewInput['command']
  readonly base: SideFiles | null
  readonly head: SideFiles
  /** RFC 3339; `--now` is stronger. */
  readonly now?: string
  /** All files of the sides, for render steps. */
  readonly trees: { readonly base: SourceTree | null; readonly head: SourceTree }
}

/** From files to exit code, the same for every command that reports. */
export async function judge(
  read: Read,
  args: Arguments,
  world: World,
  waiting: Progress
): Promise<ExitCode> {
  const { config, notes } = await configOfSides(read, namedConfig(args, world), () =>
    configSchema(world)
  )
  const chosen = withNamespace(config, args)
  const rendered = await renderedMeshes(chosen, read.trees, args, world, waiting)
  const report = await world.review({
    command: read.command,
    base: read.base,
    head: read.head,
    config: chosen,
    rendered,
    schemas: openSchemaStore(world.root),
    ...(await loadRules(ruleNeed(read.base, read.head, rendered))),
    ...(read.now !== undefined && { now: read.now }),
    ...commonInput(args),
    ...upgradeInput(args),
    version: productVersion(world),
    notes,
    progress: waiting.phase
  })
  waiting.done()
  writeReport(report, args, world)
  return exitOf(report)
}
