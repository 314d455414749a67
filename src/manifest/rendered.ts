import type { FindingDraft, UnknownDraft } from '../finding.ts'

/** What a mesh's manifests are made from, as its configuration says. Paths are from the repository's root. */
export type RenderStep = KustomizeStep | HelmStep | CommandStep | FoldersStep

export interface KustomizeStep {
  readonly kind: 'kustomize'
  /** A folder with a kustomization. */
  readonly path: string
}

export interface HelmStep {
  readonly kind: 'helm'
  /** A folder with a Chart.yaml. */
  readonly chart: string
  /** Later ones win. */
  readonly values: readonly string[]
  /** `--set-json`: path of a value → the value. */
  readonly set: Readonly<Record<string, string | number | boolean | null>>
  readonly release: string
  /** `null`: the mesh's default namespace. */
  readonly namespace: string | null
  readonly kubeVersion: string | null
  readonly apiVersions: readonly string[]
}

export interface CommandStep {
  readonly kind: 'command'
  /** Program and arguments; never a shell. Its standard output is the manifests. */
  readonly run: readonly string[]
}

/** Manifests that another job has rendered: folders on disk, not in git. */
export interface FoldersStep {
  readonly kind: 'rendered'
  readonly base: string
  readonly head: string
  /** Patterns of the files that the job renders: their change is answered by what it wrote. */
  readonly sources: readonly string[]
}

export type RenderTool = 'kustomize' | 'helm'

/** Where a tool is found; everything is optional. */
export interface ToolSettings {
  /** An absolute path of this machine, used as it is. */
  readonly path: string | null
  readonly version: string | null
  /** Of the archive that is downloaded, or of the binary at `path`. */
  readonly sha256: string | null
  /** Stands in for the official download address. */
  readonly mirror: string | null
}

/** All files of one side, for rooms that must not know git. Modes as git writes them. */
export interface SourceTree {
  entries(): Promise<ReadonlyMap<string, { readonly mode: string; readonly oid: string }>>
  /** A path that has no content for us has the reason in words. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, Uint8Array | { refused: string }>>
}

/** One document that a renderer wrote. */
export interface RenderedDocument {
  readonly text: string
  readonly origin: RenderedOrigin
}

/** What the renderer says about where a document comes from; paths are from the repository's root. */
export type RenderedOrigin =
  | {
      readonly tool: 'kustomize'
      /** The resource file; null for what a generator made. */
      readonly resource: string | null
      /** The kustomization that stands for it. */
      readonly kustomization: string
    }
  | {
      readonly tool: 'helm'
      /** Null where the template is in an archive. */
      readonly template: string | null
      /** Names of the charts from the root to the one that holds it, that one's name last. */
      readonly chart: readonly string[]
    }
  | { readonly tool: 'file'; readonly file: string }

/** What a renderer made of one side of a mesh. */
export interface RenderedSide {
  readonly documents: readonly RenderedDocument[]
  /** Files of the repository that were used, by path: they count as read. */
  readonly sources: ReadonlyMap<string, Uint8Array>
  /** Values files of Helm, strongest first, and the path of keys that each stands under; kustomizations, outermost first. */
  readonly settings: readonly SettingsFile[]
  readonly findings: readonly FindingDraft[]
  /** What the renderer could not know, such as a look-up in the cluster. */
  readonly unknown: readonly UnknownDraft[]
  /** Nothing was rendered, and a finding says why. */
  readonly failed: boolean
}

export interface SettingsFile {
  readonly file: string
  /** Chart names below the root whose own values these are; empty for the root's. */
  readonly scope: readonly string[]
}

/** Both sides of a mesh that has a render step. */
export interface RenderedMesh {
  readonly mesh: string
  /** Null where there is one side only. */
  readonly base: RenderedSide | null
  readonly head: RenderedSide
  /** Whether anything that was rendered from differs. */
  readonly changed: boolean
  /** Namespace of documents that name none, where the step says it. */
  readonly namespace: string | null
  /** Patterns of files that count as read, since another job rendered them. */
  readonly renderedFrom: readonly string[]
}
