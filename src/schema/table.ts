import type { Json } from '../manifest/manifest.ts'

/**
 * The structural schemas of one bundle of CustomResourceDefinitions (Istio by minor, Gateway API by
 * bundle minor), as `scripts/schemas.ts` writes them to `schemas/`. Equal subtrees are one node, and a
 * node names its children by their index in `nodes`; children stand before their parents.
 */
export interface SchemaTable {
  readonly format: 'meshproof/schemas/v1'
  readonly project: Project
  /** `1.31`. */
  readonly minor: string
  /** `1.31.0-rc.0`: the release that the minor was read from. */
  readonly release: string
  readonly kinds: readonly KindTable[]
  readonly nodes: readonly SchemaNode[]
}

export type Project = 'istio' | 'gateway-api'

/** Gateway API ships each bundle twice: with and without the kinds and fields that may still change. */
export type Channel = 'standard' | 'experimental'

export interface KindTable {
  readonly group: string
  readonly kind: string
  readonly plural: string
  readonly shortNames?: readonly string[]
  readonly scope: 'Namespaced' | 'Cluster'
  readonly channel?: Channel
  readonly versions: readonly VersionTable[]
}

export interface VersionTable {
  readonly name: string
  /** Index of the root node. It leaves out apiVersion, kind and metadata, and `status` is open. */
  readonly schema: number
  readonly storage?: true
  /** Absent: served. */
  readonly served?: false
  readonly deprecated?: true
}

/** Keywords as in OpenAPI; `x-kubernetes-*` without the prefix and in camel case. */
export interface SchemaNode {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean'
  readonly properties?: Readonly<Record<string, number>>
  /** `true` accepts anything under any key. */
  readonly additionalProperties?: number | true
  readonly items?: number
  readonly required?: readonly string[]
  readonly nullable?: true
  readonly default?: Json
  readonly enum?: readonly Json[]
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: true
  readonly exclusiveMaximum?: true
  readonly multipleOf?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minProperties?: number
  readonly maxProperties?: number
  readonly allOf?: readonly number[]
  readonly anyOf?: readonly number[]
  readonly oneOf?: readonly number[]
  readonly not?: number
  readonly intOrString?: true
  readonly preserveUnknownFields?: true
  readonly embeddedResource?: true
  /** `atomic` is the default and left out. */
  readonly listType?: 'set' | 'map'
  readonly listMapKeys?: readonly string[]
  readonly validations?: readonly ValidationTable[]
}

/** One entry of `x-kubernetes-validations`. */
export interface ValidationTable {
  readonly rule: string
  readonly message?: string
  readonly messageExpression?: string
  readonly fieldPath?: string
  readonly reason?: string
  readonly optionalOldSelf?: true
}
