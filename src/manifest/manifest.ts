import type { FieldPath, Locator, Part, ResourceRef, Side, SourceRange } from '../finding.ts'
import type { Credential } from './credential-facts.ts'

/** JSON as Kubernetes reads a document: maps have a null prototype, so `__proto__` is only a key. */
export type Json = null | boolean | number | string | readonly Json[] | JsonMap
export interface JsonMap {
  readonly [key: string]: Json
}

/** A file of one side, as git holds it. `bytes` are decoded by this room. */
export interface SourceFile {
  /** Repository path; bytes that are not UTF-8 stand as `\xNN`. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly side: Side
  /** Where a rendered document comes from; `path` is then a name of its own that no file has. */
  readonly origin?: SourceOrigin
}

/** Turns the places of a rendered document into places of its sources. */
export interface SourceOrigin {
  /** The source that stands for the whole document. */
  readonly file: string
  /** Where the renderer's step applies objects that name no namespace; `null`: it does not say. */
  readonly namespace: string | null
  /** What set a field, the nearest first; empty where it cannot be told. */
  places(field: RenderedField): readonly NotedRange[]
}

/** A field of a rendered object. */
export interface RenderedField {
  readonly kind: string
  readonly name: string
  readonly path: FieldPath
  readonly part: Part
  /** The whole object. */
  readonly object: JsonMap
  /** The line of the rendered document on which a field stands, without its line break. */
  line(path: FieldPath): string
}

export interface NotedRange {
  readonly at: SourceRange
  readonly note: string
}

/** All that was read of one state: what `review` is handed per side. */
export interface SideFiles {
  /** What was read: a short commit id, a directory, `work tree`. */
  readonly name: string
  /** 40 (or 64) hex digits where the side is a commit. */
  readonly commit?: string
  /** Committer time of that commit, RFC 3339 in UTC; expiries are judged by the head's, never by a clock. */
  readonly committedAt?: string
  /** Every candidate file of the side, in code-unit order of `path`. Equal blobs are the same `Uint8Array`. */
  readonly files: readonly SourceFile[]
  readonly skipped: readonly Skipped[]
}

/** One YAML document (or one item of a `kind: List`) with its place. */
export interface Manifest extends Locator {
  /** `namespace` is what the document says, or the default namespace where it says nothing (`namespaceGiven`). */
  readonly ref: ResourceRef
  /** `networking.istio.io/v1beta1`. */
  readonly apiVersion: string
  /** The version part: `v1beta1`. */
  readonly version: string
  readonly namespaceGiven: boolean
  readonly side: Side
  readonly file: string
  /** The whole object. */
  readonly object: JsonMap
  /** `object.spec` where it is a map, else an empty map. */
  readonly spec: JsonMap
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  /** Of a Secret, whose content is not part of `object`. */
  readonly credential?: Credential
  /** Of a Secret: other content, other digest. It names the content in memory alone and is never shown. */
  readonly digest?: string
  /** The exact range of a key or value; of the nearest existing parent where the field is absent. */
  locate(path: FieldPath, part?: Part): SourceRange
}

/** A person's word that findings are wanted. Applied, and reported where it meets nothing, by the analysis. */
export interface Suppression {
  /** A finding's id, a peer's code (`IST0101`, `KIA1102`), or `*` for all of that peer's. */
  readonly id: string
  /** Comments always give one, annotations never. */
  readonly reason: string | null
  readonly origin: 'comment' | 'galley.istio.io/analyze-suppress' | 'kiali.io/ignore-validations'
  /** Where it is written. */
  readonly at: SourceRange
  /** Findings that start in here are meant. */
  readonly covers: SourceRange
  /** `null` where it covers several objects. */
  readonly manifest: Manifest | null
}

/** A document or file that was seen and not read, and why: part of the coverage, never silent. */
export interface Skipped {
  readonly file: string
  /** Line of the document in the file, 1-based; `null` for a whole file. */
  readonly line: number | null
  readonly reason: SkipReason
  /** One phrase for people. */
  readonly detail: string
  /** Names what was not read, where that can be told: other names, other content. Not for people. */
  readonly content?: string
}

export type SkipReason =
  | 'helm-template'
  /** Its name holds what a tool has yet to fill in: `${…}`. */
  | 'placeholder'
  | 'kustomize-patch'
  | 'kustomization'
  | 'helm-chart'
  | 'helm-values'
  | 'not-kubernetes'
  | 'other-kind'
  | 'binary'
  | 'too-large'
  | 'too-many-documents'
  | 'symlink'
  | 'submodule'
  | 'lfs-pointer'
  | 'unreadable'
