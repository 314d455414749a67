import type { Proxy as ProxyClass, ProxyConfig, RouteAction } from '../dataplane/config.ts'
import type { Table } from '../decision/table.ts'
import type { Certainty, FieldPath, FindingDraft, Part, Place, Severity } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import type { Mesh } from '../mesh/mesh.ts'

/** What the proxies of one side would do, compiled when first asked for. */
export interface DataplaneView {
  readonly proxies: readonly ProxyClass[]
  config(proxy: ProxyClass): ProxyConfig
  /** A route configuration of a proxy as an ordered table; undefined where the proxy has none of that name. */
  table(proxy: ProxyClass, routeConfig: string): Table<RouteAction> | undefined
}

/** The names in braces of a message template. */
export type Placeholder<Message extends string> =
  Message extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never

export interface ReportOptions {
  readonly part?: Part
  /** Default `certain`. */
  readonly certainty?: Certainty
  /** Default: the analyzer's. */
  readonly severity?: Severity
  /** Those of the analyzer's codes that peers give this very case. Default: all of them. */
  readonly sources?: readonly string[]
  readonly related?: readonly { readonly at: Place; readonly note: string }[]
}

export type ReportFinding<Name extends string> = (
  manifest: Manifest,
  path: FieldPath,
  params: Readonly<Record<Name, string>>,
  options?: ReportOptions
) => void

export interface AnalyzerDefinition<Message extends string> {
  /** `<kind>/<problem>`; the problem begins with a word of the closed vocabulary in the glossary. */
  readonly id: string
  readonly severity: Severity
  /** One sentence: what it finds. */
  readonly summary: string
  /** Why that hurts, with what the mesh does about it. */
  readonly why: string
  /** What to do. */
  readonly fix: string
  /** What people read at the place, with `{name}` for each fact. One id has one message. */
  readonly message: Message
  /** Codes that peers give the same problem. */
  readonly sources: readonly string[]
  /** The first Istio minor in which it is a problem. */
  readonly since?: string
  /** Runs only where it is asked for: what it finds is rarely wanted. */
  readonly optional?: true
  check(input: {
    readonly mesh: Mesh
    readonly dataplane: DataplaneView
    /** RFC 3339; `null`: nobody said, so that nothing is judged by time. */
    readonly now: string | null
    readonly report: ReportFinding<Placeholder<Message>>
  }): void
}

export interface Analyzer extends Omit<AnalyzerDefinition<string>, 'check'> {
  analyze(mesh: Mesh, dataplane: DataplaneView, now?: string | null): readonly FindingDraft[]
}

export function defineAnalyzer<const Message extends string>(
  definition: AnalyzerDefinition<Message>
): Analyzer {
  const { check, ...rest } = definition
  return {
    ...rest,
    analyze(mesh, dataplane, now = null) {
      const found: FindingDraft[] = []
      const report: ReportFinding<Placeholder<Message>> = (manifest, path, params, options) => {
        found.push({
          id: definition.id,
          sources: options?.sources ?? definition.sources,
          severity: options?.severity ?? definition.severity,
          certainty: options?.certainty ?? 'certain',
          message: filledMessage(definition.message, params),
          params,
          subject: manifest.ref,
          at: place(manifest, path, options?.part),
          related: options?.related ?? []
        })
      }
      check({ mesh, dataplane, now, report })
      return found
    }
  }
}

function filledMessage(template: string, params: Readonly<Record<string, string>>): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => params[name] ?? whole)
}

function place(manifest: Manifest, path: FieldPath, part: Part | undefined): Place {
  return part === undefined ? { manifest, path } : { manifest, path, part }
}
