import type { SourceRange } from '../finding.ts'
import type { Level } from '../gates/verdict.ts'
import type { Waiver } from '../gates/waiver.ts'
import type { JsonMap } from '../manifest/manifest.ts'
import type { RenderStep, RenderTool, ToolSettings } from '../manifest/rendered.ts'

/** When to comment on a pull request. */
export type CommentWhen = 'changes' | 'always' | 'on-failure' | 'never'

/** What `.github/meshproof.yaml` says, defaults filled in. */
export interface Config {
  /** In the order of the file; empty: everything is one mesh named `default`. */
  readonly meshes: readonly MeshSelection[]
  /** By gate; a gate that is not named has its own default. */
  readonly gates: Readonly<Record<string, Level>>
  readonly waivers: readonly Waiver[]
  readonly suppressions: readonly ConfiguredSuppression[]
  readonly comment: { readonly when: CommentWhen; readonly key: string | null }
  readonly defaultNamespace: string
  /** As written, `1.29` or `1.29.2`; `null`: detect. For meshes that do not say their own. */
  readonly istio: string | null
  /** The same for base alone: what is upgraded from; `null`: base runs what head runs. */
  readonly istioBase: string | null
  readonly meshConfig: JsonMap | null
  readonly features: Readonly<Record<string, string>>
  /** Renderers, where the machine's own or the pinned ones are not wanted. */
  readonly tools: Readonly<Record<RenderTool, ToolSettings>>
  /**
   * Where each given value stands: `gates.no-unknown` → `.github/meshproof.yaml:12`.
   * A value that is not in here is a default.
   */
  readonly origins: Readonly<Record<string, string>>
  /** The file that was read; `null`: there is none, all of this is default. */
  readonly file: string | null
}

/** A finding that is wanted, said for objects or files that cannot carry a comment. */
export interface ConfiguredSuppression {
  /** A finding's id, or a peer's code. */
  readonly finding: string
  /** `VirtualService shop/cart`, `*` for any text; `null`: every object. */
  readonly object: string | null
  /** Patterns of `selectsPath`; empty: every file. */
  readonly paths: readonly string[]
  readonly reason: string
  /** Where it is written. */
  readonly at: SourceRange
}

/** A mesh as the configuration groups it; `null` fields fall back to the whole configuration's. */
export interface MeshSelection {
  readonly name: string
  /** Patterns of `selectsPath`. */
  readonly paths: readonly string[]
  readonly exclude: readonly string[]
  readonly context: readonly string[]
  /** Absent: its files are read as they are. */
  readonly render?: RenderStep
  readonly istio: string | null
  readonly istioBase?: string | null
  readonly defaultNamespace: string | null
  readonly meshConfig: JsonMap | null
  readonly features: Readonly<Record<string, string>>
}

export const CONFIG_FILE = '.github/meshproof.yaml'

const anyTool: ToolSettings = { path: null, version: null, sha256: null, mirror: null }

export const defaultConfig: Config = {
  meshes: [],
  gates: {},
  waivers: [],
  suppressions: [],
  comment: { when: 'changes', key: null },
  defaultNamespace: 'default',
  istio: null,
  istioBase: null,
  meshConfig: null,
  features: {},
  tools: { kustomize: anyTool, helm: anyTool },
  origins: {},
  file: null
}
