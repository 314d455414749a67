import type { FieldPath } from '../finding.ts'
import type { Credential } from './credential-facts.ts'
import type { ManifestFindingId } from './findings.ts'
import type { Aside } from './layout.ts'
import type { JsonMap } from './manifest.ts'

/** A Kubernetes object as a document holds it, before a side and a default namespace are known. */
export interface KubernetesObject {
  readonly apiVersion: string
  readonly group: string
  readonly version: string
  readonly kind: string
  readonly name: string
  /** `null` where the document gives none. */
  readonly namespace: string | null
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  readonly object: JsonMap
  readonly spec: JsonMap
  /** Of a Secret, whose content is not part of `object`. */
  readonly credential?: Credential
  /** Of a Secret: other content, other digest. It names the content in memory alone and is never shown. */
  readonly digest?: string
  /** Where the object stands in its document: `[]`, or `['items', 3]`. */
  readonly path: FieldPath
}

/** A fault of a field, placed by its path. */
export interface FieldFault {
  readonly id: ManifestFindingId
  readonly message: string
  readonly params: Readonly<Record<string, string>>
  readonly path: FieldPath
}

/** What one document turned out to hold. */
export interface Objects {
  readonly objects: KubernetesObject[]
  readonly faults: FieldFault[]
  /** Kinds that are not read, and objects that are read only by name: counted. */
  readonly kinds: { readonly group: string; readonly kind: string }[]
  /** Things in it that are seen and not read. */
  readonly asides: Aside[]
}

/** What an object is, before its metadata is read, and where. */
export type ObjectType = Pick<
  KubernetesObject,
  'apiVersion' | 'group' | 'version' | 'kind' | 'path'
>
