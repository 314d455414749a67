import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { describe } from '@jest/globals'
import { emptyTree } from '../../src/git/source-tree.ts'
import type { RenderTool, SourceTree, ToolSettings } from '../../src/manifest/rendered.ts'
import { renderLimits } from '../../src/render/limits.ts'
import { type RenderInput, renderMeshes } from '../../src/render/render.ts'

/** Where `scripts/renderers.sh` puts kustomize and helm; the PATH counts too. */
const cache =
  process.env.MESHPROOF_RENDERERS ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'meshproof', 'renderers')

const built = existsSync(cache)
  ? readdirSync(cache)
      .sort()
      .map(name => join(cache, name))
  : []

/** A PATH on which the renderers are. */
export const rendererPath = [...built, process.env.PATH ?? ''].join(delimiter)

function isThere(tool: RenderTool): boolean {
  return rendererPath.split(delimiter).some(folder => existsSync(join(folder, tool)))
}

export const haveRenderers = isThere('kustomize') && isThere('helm')

/** `describe` where kustomize and helm are; skipped without them: run `scripts/renderers.sh`. */
export const describeRenderers = haveRenderers ? describe : describe.skip

/** Files of one side by path; a value of `{link}` is a symbolic link. */
export type Files = Readonly<Record<string, string | { readonly link: string }>>

export function treeOf(files: Files): SourceTree {
  const entries = new Map<string, { mode: string; oid: string }>()
  for (const [path, content] of Object.entries(files)) {
    entries.set(path, { mode: typeof content === 'string' ? '100644' : '120000', oid: path })
  }
  return {
    entries: async () => entries,
    read: async paths =>
      new Map(
        paths.flatMap(path => {
          const content = files[path]
          if (content === undefined) return []
          const text = typeof content === 'string' ? content : content.link
          return [[path, new TextEncoder().encode(text)] as const]
        })
      )
  }
}

const anyTool: ToolSettings = { path: null, version: null, sha256: null, mirror: null }

/** Everything that `renderMeshes` wants, for a member's change on a machine with the renderers. */
export function renderInput(
  meshes: RenderInput['meshes'],
  head: Files,
  base: Files | null = null,
  more: Partial<RenderInput> = {}
): RenderInput {
  return {
    meshes,
    base: base === null ? null : treeOf(base),
    head: Object.keys(head).length === 0 ? emptyTree : treeOf(head),
    tools: { kustomize: anyTool, helm: anyTool },
    env: { PATH: rendererPath },
    directory: '/nowhere',
    author: 'member',
    allowCommands: false,
    limits: { ...renderLimits, seconds: 20 },
    ...more
  }
}

/** The head side of the one mesh `prod`. */
export async function renderHead(
  step: RenderInput['meshes'][number]['step'],
  head: Files,
  more: Partial<RenderInput> = {}
) {
  const [mesh] = await renderMeshes(
    renderInput([{ name: 'prod', step, defaultNamespace: 'default' }], head, null, more)
  )
  if (mesh === undefined) throw new Error('no mesh was rendered')
  return mesh.head
}
