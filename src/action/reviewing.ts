import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, defaultConfig } from '../config/config.ts'
import { meshesToRender } from '../config/rendering.ts'
import { UserError } from '../errors.ts'
import type { RenderedMesh } from '../manifest/rendered.ts'
import type { Report } from '../report/report.ts'
import { loadRules } from '../review/load-rules.ts'
import { ruleNeed } from '../review/rule-text.ts'
import { productRoot } from '../root.ts'
import type { Inputs } from './inputs.ts'
import { nothingRelevant } from './nothing-relevant.ts'
import type { Reading } from './read.ts'

/** The verdict's half of a run: pure but for the product's own files. */
export interface Reviewed {
  readonly report: Report
  readonly config: Config
}

/** From both sides to the report. The engine is loaded only where something relevant changed. */
export async function review(
  reading: Reading,
  inputs: Inputs,
  environment: Environment
): Promise<Reviewed> {
  const root = productRoot()
  const { config, notes: aboutConfig } = await readConfiguration(reading, root)
  const notes = [...reading.notes, ...aboutConfig]
  const version = productVersion(root)
  const { base, head, changed } = reading
  const rendered = await renderedMeshes(reading, config, inputs, environment)
  const upgrades = inputs.istioBaseVersion !== null || basedOn(config)
  if (changed.length === 0 && !upgrades && !rendered.some(mesh => mesh.changed)) {
    return { report: { ...nothingRelevant(base, head, version), notes }, config }
  }
  const [pipeline, { openSchemaStore }, { minorOf, MINORS }, rules] = await Promise.all([
    import('../review.ts'),
    import('../schema/store.ts'),
    import('../mesh/version.ts'),
    loadRules(ruleNeed(base, head, rendered))
  ])
  const now = head.committedAt ?? base.committedAt
  const minorIn = (input: string, value: string | null): string | null => {
    const minor = value === null ? null : minorOf(value)
    if (value === null || minor !== null) return minor
    throw new UserError(
      `The input "${input}" is ${JSON.stringify(value)}, which Meshproof does not know.`,
      `Known are ${MINORS[0]} to ${MINORS.at(-1)}; give the minor, such as 1.29.`
    )
  }
  const minor = minorIn('istio-version', inputs.istioVersion)
  const from = minorIn('istio-base-version', inputs.istioBaseVersion)
  const report = await pipeline.review({
    command: 'check',
    base,
    head,
    config,
    rendered,
    schemas: openSchemaStore(root),
    ...rules,
    features: {},
    ...(minor !== null && { istio: { minor, why: 'input istio-version' } }),
    ...(from !== null && { istioBase: { minor: from, why: 'input istio-base-version' } }),
    ...(now !== undefined && { now }),
    version,
    notes
  })
  return { report, config }
}

/** Base is put under another version: nothing is irrelevant then. */
function basedOn({ istioBase, meshes }: Config): boolean {
  return istioBase !== null || meshes.some(mesh => (mesh.istioBase ?? null) !== null)
}

type Environment = Readonly<Record<string, string | undefined>>

/** The renderers are loaded only where a mesh has a render step. */
async function renderedMeshes(
  { trees, author, directory }: Reading,
  config: Config,
  inputs: Inputs,
  env: Environment
): Promise<readonly RenderedMesh[]> {
  const meshes = meshesToRender(config)
  if (meshes.length === 0) return []
  const { renderMeshes } = await import('../render/render.ts')
  return renderMeshes({
    meshes,
    ...trees,
    tools: config.tools,
    env,
    directory,
    author,
    allowCommands: inputs.allowRenderCommand
  })
}

/** From base always: a change must not loosen the gate that judges it. */
async function readConfiguration(
  { base, head, changed, named }: Reading,
  root: string
): Promise<{ config: Config; notes: readonly string[] }> {
  const schema = () => JSON.parse(readFileSync(join(root, 'schemas/config.schema.json'), 'utf8'))
  if (named !== null) {
    const { path, text } = named
    if (text === null) {
      const notes = [`${path} is not in base yet; the defaults hold until this is merged.`]
      return { config: defaultConfig, notes }
    }
    const { readConfig } = await import('../config/read.ts')
    return { config: await readConfig({ file: path, text, schema: schema() }), notes: [] }
  }
  const nothingRelevant = changed.length === 0
  if (nothingRelevant && base.files.length === 0) return { config: defaultConfig, notes: [] }
  const { configOfSides } = await import('../config/sides.ts')
  return configOfSides({ base, head: nothingRelevant ? base : head }, null, schema)
}

function productVersion(root: string): string {
  const { version }: { version?: unknown } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8')
  )
  return typeof version === 'string' ? version : 'unknown'
}
