import type { Config } from '../config/config.ts'
import { meshesToRender } from '../config/rendering.ts'
import type { RenderedMesh, SourceTree } from '../manifest/rendered.ts'
import type { Arguments } from './options.ts'
import type { Progress } from './progress.ts'
import type { World } from './world.ts'

/** The renderers are loaded only where a mesh has a render step. */
export async function renderedMeshes(
  config: Config,
  trees: { readonly base: SourceTree | null; readonly head: SourceTree },
  args: Arguments,
  world: World,
  waiting: Progress | null
): Promise<readonly RenderedMesh[]> {
  const meshes = meshesToRender(config)
  if (meshes.length === 0) return []
  waiting?.phase('rendering')
  const { renderMeshes } = await import('../render/render.ts')
  return renderMeshes({
    meshes,
    ...trees,
    tools: config.tools,
    env: world.env,
    directory: world.cwd,
    author: 'member',
    allowCommands: args.flag('allow-render-command')
  })
}
