import type { FindingDraft } from '../finding.ts'
import type { SourceDocument } from './document.ts'
import { firstValue, lineOf, type ParsedDocument, type ParsedText, parseFile } from './file.ts'
import { faultFinding, problemFinding, wholeFileFinding } from './finding-draft.ts'
import { kindName } from './kinds.ts'
import { type Aside, type Layout, layoutOf } from './layout.ts'
import type { Json, Manifest, Skipped, SkipReason, SourceFile, Suppression } from './manifest.ts'
import { suppressionsOf } from './suppress.ts'
import { YamlManifest } from './yaml-manifest.ts'

export interface ReadOptions {
  /** The namespace that a manifest without one is applied to. */
  readonly defaultNamespace: string
  /** Larger files are skipped, with a finding; default 5 MiB. */
  readonly maxFileBytes?: number
  /** Documents of one file beyond this many are skipped, with a finding; default 10,000. */
  readonly maxDocuments?: number
}

/** What the files of one side hold. */
export interface Reading {
  /** In the order of the files and of their documents. */
  readonly manifests: readonly Manifest[]
  readonly findings: readonly FindingDraft[]
  readonly skipped: readonly Skipped[]
  /** What comments and annotations suppress; nothing here is applied yet. */
  readonly suppressions: readonly Suppression[]
  /** Files whose text was looked into. */
  readonly filesRead: number
  /** Kubernetes objects by `Kind` or `group/Kind`, those that nothing reads included. */
  readonly byKind: Readonly<Record<string, number>>
}

const defaultBytes = 5 * 1024 * 1024
const defaultDocuments = 10_000

/**
 * Reads the files of one side. Never throws for what a file holds. Files that share a `bytes` object are parsed once,
 * on whichever side and under whichever path they are.
 */
export function readManifests(files: readonly SourceFile[], options: ReadOptions): Reading {
  const reader = new SideReader(files, options)
  for (const file of files) reader.add(file)
  return reader.reading()
}

class SideReader {
  private readonly manifests: Manifest[] = []
  private readonly findings: FindingDraft[] = []
  private readonly skipped: Skipped[] = []
  private readonly suppressions: Suppression[] = []
  private readonly counts = new Map<string, number>()
  private filesRead = 0
  private readonly layout: Layout
  private readonly namespace: string
  private readonly maxBytes: number
  private readonly maxDocuments: number

  constructor(files: readonly SourceFile[], options: ReadOptions) {
    this.namespace = options.defaultNamespace
    this.maxBytes = options.maxFileBytes ?? defaultBytes
    this.maxDocuments = options.maxDocuments ?? defaultDocuments
    const byPath = new Map(files.map(file => [file.path, file]))
    this.layout = layoutOf(byPath.keys(), path => this.firstValue(byPath.get(path)))
  }

  add(file: SourceFile): void {
    if (file.bytes.length > this.maxBytes) {
      this.skip(file, null, 'too-large', `larger than ${this.maxBytes} bytes`)
      const message = `This file has ${file.bytes.length} bytes, and at most ${this.maxBytes} are read: nothing in it was looked at. Split it.`
      this.findings.push(wholeFileFinding(file.path, 'manifest/too-large', message))
      return
    }
    const aside = this.layout.asideOf(file.path)
    if (aside !== null) {
      this.skip(file, null, aside.reason, aside.detail)
      return
    }
    const parsed = parseFile(file.bytes, this.maxDocuments)
    if ('refused' in parsed) {
      this.skip(file, null, parsed.refused, parsed.detail)
      return
    }
    this.filesRead++
    if (parsed.template) {
      this.skip(file, null, 'helm-template', 'template, not rendered')
      return
    }
    this.addText(file, parsed)
  }

  reading(): Reading {
    const { manifests, findings, skipped, suppressions, filesRead } = this
    const byKind = Object.fromEntries([...this.counts].sort(([a], [b]) => (a < b ? -1 : 1)))
    return { manifests, findings, skipped, suppressions, filesRead, byKind }
  }

  private addText(file: SourceFile, parsed: ParsedText): void {
    const only = soleAside(parsed)
    if (only !== null) this.skip(file, null, only.reason, only.detail)
    else {
      for (const each of parsed.documents) this.addDocument(file, parsed, each)
    }
    if (parsed.beyond === null) return
    const { line } = parsed.source.lines.position(parsed.beyond)
    this.skip(file, line, 'too-many-documents', `beyond ${this.maxDocuments} documents`)
    const message = `This file has more than ${this.maxDocuments} documents, and those from line ${line} on were not read. Split it.`
    this.findings.push(wholeFileFinding(file.path, 'manifest/too-many-documents', message))
  }

  private addDocument(file: SourceFile, parsed: ParsedText, each: ParsedDocument): void {
    if ('counted' in each) {
      this.count(each.counted.group, each.counted.kind)
      return
    }
    if ('foreign' in each) {
      this.skip(file, lineOf(parsed, each.foreign), each.aside.reason, each.aside.detail)
      return
    }
    const { document, objects } = each
    const line = lineOf(parsed, document.slice)
    const first = this.manifests.length
    for (const { group, kind } of objects?.kinds ?? []) this.count(group, kind)
    for (const object of objects?.objects ?? []) {
      this.manifests.push(new YamlManifest(file, document, object, this.namespace))
    }
    const subject = this.manifests[first]?.ref ?? null
    for (const problem of document.problems) {
      this.findings.push(problemFinding(file.path, document, problem, subject))
    }
    for (const fault of objects?.faults ?? []) {
      this.findings.push(faultFinding(file.path, document, fault, subject))
    }
    if (parsed.source.mentionsSuppression) this.addSuppressions(file, document, first)
    for (const { reason, detail } of objects?.asides ?? []) this.skip(file, line, reason, detail)
    if (objects === null) this.skip(file, line, 'unreadable', 'broken: its finding says where')
  }

  private addSuppressions(file: SourceFile, document: SourceDocument, first: number): void {
    const found = suppressionsOf(file.path, document, this.manifests.slice(first))
    this.suppressions.push(...found.suppressions)
    this.findings.push(...found.findings)
  }

  private count(group: string, kind: string): void {
    const name = kindName(group, kind)
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
  }

  private skip(file: SourceFile, line: number | null, reason: SkipReason, detail: string): void {
    this.skipped.push({ file: file.path, line, reason, detail })
  }

  private firstValue(file: SourceFile | undefined): Json | undefined {
    if (file === undefined || file.bytes.length > this.maxBytes) return undefined
    const parsed = parseFile(file.bytes, this.maxDocuments)
    return 'refused' in parsed ? undefined : firstValue(parsed)
  }
}

/** Every document of the file is the same thing that is no Kubernetes object. */
function soleAside({ documents }: ParsedText): Aside | null {
  const [first] = documents
  if (first === undefined || !('foreign' in first)) return null
  const same = documents.every(
    each => 'foreign' in each && each.aside.reason === first.aside.reason
  )
  return same ? first.aside : null
}
