import type { SourceRange } from '../finding.ts'
import type { Level } from '../gates/verdict.ts'
import type { Waiver } from '../gates/waiver.ts'
import type { JsonMap } from '../manifest/manifest.ts'
import type { ToolSettings } from '../manifest/rendered.ts'
import { type CommentWhen, type Config, defaultConfig, type MeshSelection } from './config.ts'
import { type ConfigDocument, readDocument } from './document.ts'
import { type Mistake, refusal, schemaMistakes } from './mistake.ts'
import { type RenderFile, renderMistake, renderStep } from './render-step.ts'

/** A configuration file and the schema that it must meet (`schemas/config.schema.json`, parsed). */
export interface ConfigSource {
  /** As shown in messages and origins. */
  readonly file: string
  readonly text: string
  readonly schema: object
}

/** The validated file: ajv has proven the shape that this names. */
interface ConfigFile {
  readonly istio?: string
  readonly istioBase?: string
  readonly defaultNamespace?: string
  readonly meshConfig?: JsonMap
  readonly features?: Readonly<Record<string, string | boolean | number>>
  readonly meshes?: readonly MeshFile[]
  readonly gates?: Readonly<Record<string, Level | { readonly level: Level }>>
  readonly waivers?: readonly Waiver[]
  readonly suppressions?: readonly SuppressionFile[]
  readonly comment?: { readonly when?: CommentWhen; readonly key?: string }
  readonly tools?: {
    readonly kustomize?: Partial<ToolSettings>
    readonly helm?: Partial<ToolSettings>
  }
}

interface SuppressionFile {
  readonly finding: string
  readonly object?: string
  readonly paths?: readonly string[]
  readonly reason: string
}

interface MeshFile
  extends Pick<ConfigFile, 'istio' | 'istioBase' | 'defaultNamespace' | 'meshConfig' | 'features'> {
  readonly name: string
  readonly paths?: readonly string[]
  readonly exclude?: readonly string[]
  readonly context?: readonly string[]
  readonly render?: RenderFile
}

/**
 * The configuration of a file, or the defaults where there is none. ajv is loaded only where there is one.
 * @throws UserError that lists every mistake with its line
 */
export async function readConfig(source: ConfigSource | null): Promise<Config> {
  if (source === null || source.text.trim() === '') return defaultConfig
  const document = readDocument(source.file, source.text)
  // A file of comments alone says nothing.
  if (document.value === null) return { ...defaultConfig, file: source.file }
  const mistakes = await schemaMistakes(document, source.schema)
  if (mistakes.length === 0) mistakes.push(...beyondSchema(document))
  if (mistakes.length > 0) throw refusal(source.file, mistakes)
  // The schema has just proven this shape.
  return fill(document.value as ConfigFile, source.file, document)
}

/** What a schema cannot say. */
function beyondSchema(document: ConfigDocument): Mistake[] {
  const mistakes: Mistake[] = []
  // The schema has proven the shape of the file.
  const file = document.value as ConfigFile
  const names = new Set<string>()
  for (const [index, mesh] of (file.meshes ?? []).entries()) {
    const at = (key: string) => document.places.get(`/meshes/${index}/${key}`)
    if (names.has(mesh.name)) {
      mistakes.push({ place: at('name'), message: `the mesh "${mesh.name}" is declared twice` })
    }
    names.add(mesh.name)
    if (mesh.render === undefined) {
      if (mesh.paths === undefined) {
        const place = at('name')
        mistakes.push({ place, message: `the mesh "${mesh.name}" needs "paths" or "render"` })
      }
      continue
    }
    const message = renderMistake(mesh.render)
    if (message !== null)
      mistakes.push({ place: at('render'), message: `${mesh.name}: ${message}` })
  }
  for (const [index, { expires }] of (file.waivers ?? []).entries()) {
    const day = new Date(`${expires}T00:00:00Z`)
    if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(expires)) {
      mistakes.push({
        place: document.places.get(`/waivers/${index}/expires`),
        message: `waivers.${index}.expires is not a day of the calendar: ${expires}`
      })
    }
  }
  return mistakes
}

function fill(file: ConfigFile, name: string, document: ConfigDocument): Config {
  const origins: Record<string, string> = {}
  for (const [pointer, { line }] of document.places) {
    origins[pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~')] =
      `${name}:${line}`
  }
  const gates: Record<string, Level> = {}
  for (const [gate, setting] of Object.entries(file.gates ?? {})) {
    gates[gate] = typeof setting === 'string' ? setting : setting.level
  }
  return {
    meshes: (file.meshes ?? []).map(selection),
    gates,
    waivers: file.waivers ?? [],
    suppressions: (file.suppressions ?? []).map((one, index) => ({
      finding: one.finding,
      object: one.object ?? null,
      paths: one.paths ?? [],
      reason: one.reason,
      at: rangeOf(`/suppressions/${index}/finding`, name, document)
    })),
    comment: {
      when: file.comment?.when ?? defaultConfig.comment.when,
      key: file.comment?.key ?? null
    },
    defaultNamespace: file.defaultNamespace ?? defaultConfig.defaultNamespace,
    istio: file.istio ?? null,
    istioBase: file.istioBase ?? null,
    meshConfig: file.meshConfig ?? null,
    features: texts(file.features),
    tools: {
      kustomize: { ...defaultConfig.tools.kustomize, ...file.tools?.kustomize },
      helm: { ...defaultConfig.tools.helm, ...file.tools?.helm }
    },
    origins,
    file: name
  }
}

/** The key, as a range of its own. */
function rangeOf(pointer: string, file: string, document: ConfigDocument): SourceRange {
  const { line, column } = document.places.get(pointer) ?? { line: 1, column: 1 }
  const end = { line, column: column + pointer.length - pointer.lastIndexOf('/') - 1 }
  return { file, start: { line, column }, end }
}

function selection(mesh: MeshFile): MeshSelection {
  return {
    name: mesh.name,
    paths: mesh.paths ?? [],
    exclude: mesh.exclude ?? [],
    context: mesh.context ?? [],
    ...(mesh.render !== undefined && { render: renderStep(mesh.render, mesh.name) }),
    istio: mesh.istio ?? null,
    istioBase: mesh.istioBase ?? null,
    defaultNamespace: mesh.defaultNamespace ?? null,
    meshConfig: mesh.meshConfig ?? null,
    features: texts(mesh.features)
  }
}

function texts(features: ConfigFile['features']): Record<string, string> {
  const result: Record<string, string> = {}
  for (const [name, value] of Object.entries(features ?? {})) result[name] = String(value)
  return result
}
