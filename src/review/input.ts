import type { Config } from '../config/config.ts'
import type { SideFiles } from '../manifest/manifest.ts'
import type { RenderedMesh } from '../manifest/rendered.ts'
import type { Report } from '../report/report.ts'
import type { validateExpressions } from '../schema/cel.ts'
import type { SchemaSource } from '../schema/schemas.ts'

/** All that a review knows: nothing of it is looked up by the review itself. */
export interface ReviewInput {
  readonly command: Report['command']
  /** `null` where one state is judged by itself: `analyze`, `validate`. */
  readonly base: SideFiles | null
  readonly head: SideFiles
  readonly config: Config
  readonly schemas: SchemaSource
  /** Runs the CRDs' validation rules (CEL). Costly to load: left out where nothing that is judged has any. */
  readonly expressions?: typeof validateExpressions
  /** Version of this program, for the report. */
  readonly version: string
  /** The minor that the call itself names, with who named it: goes before the configuration. */
  readonly istio?: { readonly minor: string; readonly why: string }
  /** The same for base alone: head's version is then what the manifests meet after an upgrade. */
  readonly istioBase?: { readonly minor: string; readonly why: string }
  /** istiod's environment that the call names: goes over the configuration. */
  readonly features?: Readonly<Record<string, string>>
  /** RFC 3339; default: the head commit's time. Expiries are judged by it, never by a clock. */
  readonly now?: string
  /** Sentences for the report that the caller knows: a configuration shown as a preview. */
  readonly notes?: readonly string[]
  /** What the render steps of the configuration gave, one for each mesh that has one. */
  readonly rendered?: readonly RenderedMesh[]
  /** Told what is being done, for people who wait. */
  readonly progress?: (phase: string) => void
}
