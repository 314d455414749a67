import type { FieldPath, Part, ResourceRef, Side, SourceRange } from '../finding.ts'
import type { Credential } from './credential-facts.ts'
import type { SourceDocument } from './document.ts'
import { isClusterScoped } from './kinds.ts'
import type { KubernetesObject } from './kubernetes-object.ts'
import type { JsonMap, Manifest, NotedRange, SourceFile } from './manifest.ts'

/** An object of a YAML document, on one side and under one path. */
export class YamlManifest implements Manifest {
  readonly ref: ResourceRef
  readonly apiVersion: string
  readonly version: string
  readonly namespaceGiven: boolean
  readonly side: Side
  readonly file: string
  readonly object: JsonMap
  readonly spec: JsonMap
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  readonly credential?: Credential
  readonly digest?: string
  private readonly document: SourceDocument
  private readonly path: FieldPath
  private readonly source: SourceFile

  constructor(
    file: SourceFile,
    document: SourceDocument,
    found: KubernetesObject,
    defaultNamespace: string
  ) {
    const cluster = isClusterScoped(found.group, found.kind)
    const namespace = found.namespace ?? file.origin?.namespace ?? null
    this.ref = {
      group: found.group,
      kind: found.kind,
      namespace: cluster ? '' : (namespace ?? defaultNamespace),
      name: found.name
    }
    this.apiVersion = found.apiVersion
    this.version = found.version
    this.namespaceGiven = cluster || namespace !== null
    this.side = file.side
    this.file = file.origin?.file ?? file.path
    this.source = file
    this.object = found.object
    this.spec = found.spec
    this.labels = found.labels
    this.annotations = found.annotations
    if (found.credential !== undefined) this.credential = found.credential
    if (found.digest !== undefined) this.digest = found.digest
    this.document = document
    this.path = found.path
  }

  locate(path: FieldPath, part: Part = 'value'): SourceRange {
    const [first] = this.sources(path, part)
    return first?.at ?? this.rendered(path, part)
  }

  alsoAt(path: FieldPath, part: Part = 'value'): readonly NotedRange[] {
    return this.sources(path, part).slice(1)
  }

  private sources(path: FieldPath, part: Part): readonly NotedRange[] {
    const { origin } = this.source
    if (origin === undefined) return []
    const { kind, name } = this.ref
    const line = (at: FieldPath) => this.document.line(this.rendered(at, 'key').start.line)
    return origin.places({ kind, name, path, part, object: this.object, line })
  }

  /** In the document itself, whatever it was rendered from. */
  private rendered(path: FieldPath, part: Part): SourceRange {
    return this.document.locate(this.source.path, [...this.path, ...path], part)
  }
}
