import { UserError } from '../errors.ts'
import type {
  RenderedMesh,
  RenderedSide,
  RenderStep,
  RenderTool,
  SourceTree,
  ToolSettings
} from '../manifest/rendered.ts'
import { renderedFolder } from './folders.ts'
import { type Limits, renderLimits } from './limits.ts'
import { lineAt, RenderRefusal } from './refusal.ts'
import { runStep, subjectOf } from './run.ts'
import { openScratch, type Scratch } from './scratch.ts'
import { isThere, type Sources, type StepInGit, sameSources, sourcesOf } from './sources.ts'
import { findTool, type Tool } from './tools.ts'
import { Tree } from './tree.ts'

/** A mesh that has a render step. */
export interface MeshToRender {
  readonly name: string
  readonly step: RenderStep
  /** Namespace of objects that name none, where the step says nothing. */
  readonly defaultNamespace: string
}

export interface RenderInput {
  readonly meshes: readonly MeshToRender[]
  /** Null where there is one side only. */
  readonly base: SourceTree | null
  readonly head: SourceTree
  readonly tools: Readonly<Record<RenderTool, ToolSettings>>
  readonly env: Readonly<Record<string, string | undefined>>
  /** The working directory: what `rendered` folders are relative to. */
  readonly directory: string
  /**
   * Whose change head is. A stranger's never reaches a command; where the run's token can write, not even a renderer.
   */
  readonly author: 'member' | 'stranger' | 'stranger with a token'
  /** Somebody said that commands of the configuration may run. */
  readonly allowCommands: boolean
  readonly limits?: Limits
}

/**
 * Renders both sides of each mesh, each in a scratch folder of its own. What cannot be rendered is a finding of that
 * side, and the other meshes go on.
 * @throws UserError where there is no renderer, or a command and nobody allowed it
 */
export async function renderMeshes(input: RenderInput): Promise<RenderedMesh[]> {
  const limits = input.limits ?? renderLimits
  const scratches: Scratch[] = []
  const scratch = (): Scratch => {
    const made = openScratch(input.env.RUNNER_TEMP)
    scratches.push(made)
    return made
  }
  try {
    const found = new Map<RenderTool, Promise<Tool>>()
    const tool = (name: RenderTool): Promise<Tool> => {
      const { tools, env, directory } = input
      const search = { settings: tools[name], env, directory, limits }
      const known = found.get(name) ?? findTool(name, { ...search, scratch: scratch() })
      found.set(name, known)
      return known
    }
    const base = input.base === null ? null : await Tree.of(input.base)
    const head = await Tree.of(input.head)
    const sides = { base, head, input, limits, tool, scratch }
    return await inParallel(input.meshes, limits.parallel, mesh => renderMesh(mesh, sides))
  } finally {
    for (const { remove } of scratches) remove()
  }
}

interface Sides {
  readonly base: Tree | null
  readonly head: Tree
  readonly input: RenderInput
  readonly limits: Limits
  readonly tool: (name: RenderTool) => Promise<Tool>
  readonly scratch: () => Scratch
}

async function renderMesh(mesh: MeshToRender, sides: Sides): Promise<RenderedMesh> {
  const { step } = mesh
  // Helm applies objects to the release's namespace; for others the configuration's default holds.
  const namespace = step.kind === 'helm' ? (step.namespace ?? mesh.defaultNamespace) : null
  const named = { mesh: mesh.name, namespace, renderedFrom: [] }
  if (step.kind === 'rendered') {
    return { ...named, renderedFrom: step.sources, ...folders(step, sides) }
  }
  const refusal = notAllowed(mesh, step, sides.input)
  if (refusal !== null) {
    const head = refused(refusal)
    const base = sides.base === null ? null : head
    return { ...named, base, head, changed: true }
  }
  const [base, head] = await Promise.all([
    sides.base === null ? null : collected(step, sides.base),
    collected(step, sides.head)
  ])
  if (head === 'absent' && (base === 'absent' || base === null)) {
    const finding = missing(step)
    const side = refused(finding)
    return {
      ...named,
      base: base === null ? null : side,
      head: side,
      changed: false
    }
  }
  const same = base !== null && isSources(base) && isSources(head) && sameSources(base, head)
  const render = (side: Collected) => rendered(mesh, step, side, sides)
  const [before, after] = await Promise.all([
    base === null || same ? null : render(base),
    render(head)
  ])
  return { ...named, base: same ? after : before, head: after, changed: !same }
}

type Collected = Sources | RenderRefusal | 'absent'

function isSources(side: Collected): side is Sources {
  return side !== 'absent' && !(side instanceof RenderRefusal)
}

async function collected(step: StepInGit, tree: Tree): Promise<Collected> {
  if (!isThere(step, tree)) return 'absent'
  try {
    return await sourcesOf(step, tree)
  } catch (error) {
    if (error instanceof RenderRefusal) return error
    throw error
  }
}

async function rendered(
  mesh: MeshToRender,
  step: StepInGit,
  side: Collected,
  { input, limits, tool, scratch }: Sides
): Promise<RenderedSide> {
  if (side === 'absent') return empty
  if (side instanceof RenderRefusal) return refused(side)
  const namespace = (step.kind === 'helm' ? step.namespace : null) ?? mesh.defaultNamespace
  const path = step.kind === 'command' ? (input.env.PATH ?? '') : (await tool(step.kind)).path
  try {
    return await runStep({ step, sources: side, scratch: scratch(), tool: path, namespace, limits })
  } catch (error) {
    if (error instanceof RenderRefusal) return { ...refused(error), sources: side.files }
    throw error
  }
}

const empty: RenderedSide = {
  documents: [],
  sources: new Map(),
  settings: [],
  findings: [],
  unknown: [],
  failed: false
}

function refused({ finding }: RenderRefusal): RenderedSide {
  return { ...empty, findings: [finding], failed: true }
}

function missing(step: StepInGit): RenderRefusal {
  const subject = subjectOf(step)
  const message = `${subject} is to be rendered and is not in this repository. Correct the path in the configuration.`
  const id = step.kind === 'helm' ? 'render/missing-chart' : 'render/missing-kustomization'
  return new RenderRefusal(id, message, lineAt(subject), { subject })
}

function folders(
  step: Extract<RenderStep, { kind: 'rendered' }>,
  { base, input, limits }: Sides
): Pick<RenderedMesh, 'base' | 'head' | 'changed'> {
  const read = (folder: string): RenderedSide => {
    try {
      return { ...empty, documents: renderedFolder(input.directory, folder, limits) }
    } catch (error) {
      if (error instanceof RenderRefusal) return refused(error)
      throw error
    }
  }
  const before = base === null ? null : read(step.base)
  const after = read(step.head)
  const text = (side: RenderedSide) => JSON.stringify(side.documents)
  return { base: before, head: after, changed: before === null || text(before) !== text(after) }
}

function notAllowed(
  mesh: MeshToRender,
  step: StepInGit,
  { author, allowCommands }: RenderInput
): RenderRefusal | null {
  const at = lineAt(subjectOf(step))
  const params = { mesh: mesh.name, author }
  const cure =
    'Render in a job without secrets, and name what it wrote with "render: {rendered: {base: …, head: …}}".'
  if (author === 'stranger with a token') {
    const message = `The mesh ${mesh.name} was not rendered: this pull request comes from a fork, and on pull_request_target the run holds a token that can write, so its files are only read. Run on pull_request instead.`
    return new RenderRefusal('render/not-allowed', message, at, params)
  }
  if (step.kind !== 'command') return null
  if (author === 'stranger') {
    const message = `The mesh ${mesh.name} is rendered by a command, and this pull request comes from a fork: its files could make the command do anything. ${cure}`
    return new RenderRefusal('render/not-allowed', message, at, params)
  }
  if (allowCommands) return null
  throw new UserError(
    `The mesh ${mesh.name} is rendered by a command, and commands are off.`,
    'Allow them with --allow-render-command, or the input "allow-render-command: true", where everybody who can open a pull request may run programs.'
  )
}

async function inParallel<Item, Result>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<Result>
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at]
      if (item !== undefined) results[at] = await work(item)
    }
  }
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker))
  return results
}
