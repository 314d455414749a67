import type { FieldPath, FindingDraft, Part, ResourceRef, Side, SourceRange } from '../finding.ts'
import { contentOffset, SourceDocument } from './document.ts'
import { isClusterScoped, kindName } from './kinds.ts'
import { Lines } from './lines.ts'
import type { JsonMap, Manifest, Skipped, SourceFile } from './manifest.ts'
import { type FieldFault, type KubernetesObject, type Objects, objectsOf } from './object.ts'
import type { Problem } from './problem.ts'
import { splitDocuments } from './split.ts'
import { decode } from './text.ts'

export interface ReadOptions {
  /** The namespace that a manifest without one is applied to. */
  readonly defaultNamespace: string
  /** Larger files are skipped with a finding; default 5 MiB. */
  readonly maxFileBytes?: number
  /** Documents a file beyond this many are skipped with a finding; default 10,000. */
  readonly maxDocuments?: number
}

/** What the files of one side hold. */
export interface Reading {
  /** In the order of the files and of their documents. */
  readonly manifests: readonly Manifest[]
  readonly findings: readonly FindingDraft[]
  readonly skipped: readonly Skipped[]
  /** Files that were decoded and looked into. */
  readonly filesRead: number
  /** Kubernetes objects by `Kind` or `group/Kind`, those that nothing reads included. */
  readonly byKind: Readonly<Record<string, number>>
}

/**
 * Reads the files of one side. Never throws for what a file holds. Files that share a `bytes` object (git gives equal
 * blobs once) are parsed once, on whichever side they are.
 */
export function readManifests(files: readonly SourceFile[], options: ReadOptions): Reading {
  const manifests: Manifest[] = []
  const findings: FindingDraft[] = []
  const skipped: Skipped[] = []
  const counts = new Map<string, number>()
  let filesRead = 0
  const maxBytes = options.maxFileBytes ?? 5 * 1024 * 1024
  for (const file of files) {
    if (file.bytes.length > maxBytes) {
      const detail = `larger than ${maxBytes} bytes`
      skipped.push({ file: file.path, line: null, reason: 'too-large', detail })
      findings.push(
        fileFinding(
          file.path,
          'manifest/too-large',
          `This file has ${file.bytes.length} bytes, and at most ${maxBytes} are read. Split it.`
        )
      )
      continue
    }
    const decoded = decode(file.bytes)
    if ('refused' in decoded) {
      skipped.push({ file: file.path, line: null, reason: decoded.refused, detail: decoded.detail })
      continue
    }
    filesRead++
    const parsed = parseFile(file.bytes, decoded.text)
    for (const { document, found } of parsed.documents) {
      for (const { group, kind } of found?.kinds ?? []) {
        const name = kindName(group, kind)
        counts.set(name, (counts.get(name) ?? 0) + 1)
      }
      const own = found?.objects.map(each => new YamlManifest(file, document, each, options)) ?? []
      manifests.push(...own)
      const subject = own[0]?.ref ?? null
      for (const problem of document.problems)
        findings.push(problemFinding(file.path, document, problem, subject))
      for (const fault of found?.faults ?? [])
        findings.push(faultFinding(file.path, document, fault, subject))
      if (found?.foreign === true) {
        skipped.push({
          file: file.path,
          line: document.line,
          reason: 'not-kubernetes',
          detail: 'no apiVersion and kind'
        })
      }
      if (document.value === undefined) {
        skipped.push({
          file: file.path,
          line: document.line,
          reason: 'unreadable',
          detail: 'broken: see its finding'
        })
      }
    }
  }
  return { manifests, findings, skipped, filesRead, byKind: Object.fromEntries([...counts].sort()) }
}

interface ParsedFile {
  readonly documents: readonly {
    readonly document: SourceDocument
    readonly found: Objects | null
  }[]
}

const parsedFiles = new WeakMap<Uint8Array, ParsedFile>()

function parseFile(bytes: Uint8Array, text: string): ParsedFile {
  const known = parsedFiles.get(bytes)
  if (known !== undefined) return known
  const lines = new Lines(text)
  const documents: { document: SourceDocument; found: Objects | null }[] = []
  for (const slice of splitDocuments(text)) {
    const content = text.slice(slice.start, slice.end)
    if (!/kind|apiVersion/.test(content)) continue
    if (contentOffset(content) === 0 && /^\s*(?:#|$)/.test(content)) continue
    const document = new SourceDocument(text, lines, slice)
    documents.push({
      document,
      found: document.value === undefined ? null : objectsOf(document.value)
    })
  }
  const parsed = { documents }
  parsedFiles.set(bytes, parsed)
  return parsed
}

class YamlManifest implements Manifest {
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
  private readonly document: SourceDocument
  private readonly path: FieldPath

  constructor(
    file: SourceFile,
    document: SourceDocument,
    found: KubernetesObject,
    options: ReadOptions
  ) {
    const cluster = isClusterScoped(found.group, found.kind)
    this.ref = {
      group: found.group,
      kind: found.kind,
      namespace: cluster ? '' : (found.namespace ?? options.defaultNamespace),
      name: found.name
    }
    this.apiVersion = found.apiVersion
    this.version = found.version
    this.namespaceGiven = cluster || found.namespace !== null
    this.side = file.side
    this.file = file.path
    this.object = found.object
    this.spec = found.spec
    this.labels = found.labels
    this.annotations = found.annotations
    this.document = document
    this.path = found.path
  }

  locate(path: FieldPath, part: Part = 'value'): SourceRange {
    return this.document.locate(this.file, [...this.path, ...path], part)
  }
}

function problemFinding(
  file: string,
  document: SourceDocument,
  problem: Problem,
  subject: ResourceRef | null
): FindingDraft {
  return {
    id: problem.id,
    sources: [],
    severity: problem.severity,
    certainty: 'certain',
    message: problem.message,
    params: { file, ...problem.params },
    subject,
    at: document.range(file, [problem.start, problem.end]),
    related: problem.related.map(({ start, end, note }) => ({
      at: document.range(file, [start, end]),
      note
    }))
  }
}

function faultFinding(
  file: string,
  document: SourceDocument,
  fault: FieldFault,
  subject: ResourceRef | null
): FindingDraft {
  return {
    id: fault.id,
    sources: [],
    severity: 'error',
    certainty: 'certain',
    message: fault.message,
    params: { file, ...fault.params },
    subject,
    at: document.locate(file, fault.path, 'value'),
    related: []
  }
}

function fileFinding(file: string, id: string, message: string): FindingDraft {
  const start = { line: 1, column: 1 }
  return {
    id,
    sources: [],
    severity: 'error',
    certainty: 'certain',
    message,
    params: { file },
    subject: null,
    at: { file, start, end: { line: 1, column: 2 } },
    related: []
  }
}
