import type { Effect } from '../effects/effect.ts'
import type { Assumption, Finding, Unknown } from '../finding.ts'
import type { Verdict } from '../gates/verdict.ts'
import type { Skipped } from '../manifest/manifest.ts'

/** The result of a run as data: `schemas/report.schema.json`. Fields may be added under v1. */
export interface Report {
  readonly schema: 'meshproof/report/v1'
  readonly versions: { readonly meshproof: string }
  readonly command: 'check' | 'diff' | 'analyze' | 'validate'
  readonly sides: {
    readonly base: ReportSide | null
    readonly head: ReportSide
  }
  readonly meshes: readonly ReportMesh[]
  readonly verdict: Verdict
  readonly effects: readonly Effect[]
  readonly unknown: readonly Unknown[]
  readonly findings: {
    readonly introduced: readonly Finding[]
    readonly resolved: readonly Finding[]
    readonly remaining: readonly Finding[]
  }
  readonly unchanged: Unchanged
  readonly coverage: Coverage
  readonly assumptions: readonly Assumption[]
  readonly plan: Plan
  /** Sentences about the run itself: a configuration read from head as a preview, `meshes:` to paste. */
  readonly notes?: readonly string[]
}

export interface ReportSide {
  /** What was read: a commit, a directory, `work tree`. */
  readonly name: string
  /** 40 hex where the side is a commit. */
  readonly commit?: string
}

export interface ReportMesh {
  readonly name: string
  readonly sides: {
    readonly base: ReportMeshSide | null
    readonly head: ReportMeshSide
  }
}

export interface ReportMeshSide {
  /** The minor, `1.29`. */
  readonly istio: string
  /** `input istio-version`, `IstioOperator in istio.yaml:3`, `newest known`. */
  readonly why: string
  readonly manifests: number
}

/** What was compared and found equal: the substance of "no behavioural change (proven)". */
export interface Unchanged {
  readonly proxies: number
  readonly tables: number
  readonly classes: number
  /** Objects that changed in text only: which, and what kind of text. */
  readonly textOnly: readonly {
    readonly file: string
    readonly what: string
    readonly ref: string
  }[]
  readonly assumptions: readonly Assumption[]
}

export interface Coverage {
  /** Files that were read, per side. */
  readonly files: { readonly base: number; readonly head: number }
  readonly manifests: { readonly base: number; readonly head: number }
  /**
   * What differs between the sides: files of any content, objects that the flow can use.
   * No object: nothing relevant changed. Both 0 where there is one side only.
   */
  readonly changed: { readonly files: number; readonly manifests: number }
  /** Objects of head by `Kind` or `group/Kind`, those that nothing uses included. */
  readonly byKind: Readonly<Record<string, number>>
  readonly skipped: readonly Skipped[]
}

export interface Plan {
  readonly rollout: readonly string[]
  readonly verify: readonly string[]
  readonly watch: readonly string[]
  readonly rollback: readonly string[]
}

/** Pure: the same report gives the same text. */
export interface Reporter {
  readonly id: string
  render(report: Report, options: RenderOptions): string
}

export interface RenderOptions {
  /** ANSI colours; only a terminal sets it. */
  readonly color: boolean
  /** Upper bound of the result in UTF-8 bytes; 0: none. */
  readonly budget: number
  /** `https://github.com/OWNER/REPO/blob/SHA/` per side; absent: places are plain `file:line`. */
  readonly links?: { readonly base: string; readonly head: string }
  /** `https://github.com/OWNER/REPO/blob/REF/` of this program: where the pages of its findings can be read. */
  readonly pages?: string
  /** Where the whole report can be read when the text had to be cut. */
  readonly fullReport?: string
}
