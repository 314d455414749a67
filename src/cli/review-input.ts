import type { Config } from '../config/config.ts'
import type { SideFiles } from '../manifest/manifest.ts'
import type { Report } from '../report/report.ts'
import type { SchemaSource } from '../schema/schemas.ts'

/** What a command hands to the pipeline. */
export interface ReviewInput {
  readonly command: Report['command']
  /** `null`: one state is looked at by itself. */
  readonly base: SideFiles | null
  readonly head: SideFiles
  readonly config: Config
  readonly schemas: SchemaSource
  /** Stronger than the configuration: the minor that a flag names, and which flag. */
  readonly istio?: { readonly minor: string; readonly why: string }
  /** Stronger than the configuration: istiod's environment. */
  readonly features: Readonly<Record<string, string>>
  /** RFC 3339; expiries are judged by it. */
  readonly now?: string
  /** Version of Meshproof, for the report. */
  readonly version: string
  readonly notes: readonly string[]
  /** Told what is being done, for people who wait. */
  readonly progress?: (phase: string) => void
}
