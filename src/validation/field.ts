import type { FieldPath, FindingDraft, Part } from '../finding.ts'
import type { Json, Manifest } from '../manifest/manifest.ts'
import { isMap } from '../manifest/map.ts'
import type { Features } from '../mesh/features.ts'
import type { Fault, Params, Problem } from './problem.ts'
import { describePath, fact, fieldOf, quote } from './words.ts'

/** Findings kept of one object: nobody reads more, and each has its price. */
const MOST = 200

/** What one manifest is judged by, and what was found in it. */
export class Recorder {
  readonly findings: FindingDraft[] = []
  readonly manifest: Manifest
  readonly features: Features
  readonly minor: number
  private readonly places = new Set<string>()

  constructor(manifest: Manifest, features: Features) {
    this.manifest = manifest
    this.features = features
    this.minor = Number(features.minor.split('.')[1])
  }

  /** The object as a whole. */
  get root(): Field {
    return new Field(this, null, '')
  }

  get isFull(): boolean {
    return this.findings.length >= MOST
  }

  record(
    { problem, params }: Fault,
    path: FieldPath,
    part: Part | undefined,
    related: { readonly path: FieldPath; readonly note: string } | null = null
  ): void {
    if (this.isFull) return
    if (this.minor < (problem.since ?? 0) || this.minor >= (problem.until ?? 99)) return
    const { manifest } = this
    const { written, value } = asWritten(manifest.object, path)
    // The same is not said twice of one place.
    const place = JSON.stringify([problem.name, written, part ?? '', params, related?.path])
    if (this.places.has(place)) return
    this.places.add(place)
    const whole = value === undefined || (value !== null && typeof value === 'object')
    const isNamed = typeof written.at(-1) === 'string'
    this.findings.push({
      id: `${kebab(manifest.ref.kind)}/${problem.name}`,
      sources: problem.sources,
      severity: problem.severity,
      certainty: 'certain',
      message: this.message(problem.message, written, value, params),
      params: this.facts(problem.message, written, value, params),
      subject: manifest.ref,
      at: { manifest, path: written, part: part ?? (whole && isNamed ? 'key' : 'value') },
      related:
        related === null
          ? []
          : [
              {
                at: { manifest, path: asWritten(manifest.object, related.path).written },
                note: related.note
              }
            ]
    })
  }

  private message(
    template: string,
    path: FieldPath,
    value: Json | undefined,
    params: Fault['params']
  ): string {
    const text = template.replace(/\{(\w+)\}/g, (whole, name: string) => {
      if (name === 'field') return describePath(path)
      if (name === 'kind') return this.manifest.ref.kind
      const filled = Object.hasOwn(params, name) ? params[name] : name === 'value' ? value : whole
      return typeof filled === 'string' ? quote(filled) : fact(filled ?? null)
    })
    return text.replace(/^the /, 'The ')
  }

  private facts(
    template: string,
    path: FieldPath,
    value: Json | undefined,
    params: Fault['params']
  ): Record<string, string> {
    const facts: Record<string, string> = { field: fieldOf(path) }
    if (template.includes('{value}') && value !== undefined) facts.value = fact(value)
    for (const [name, param] of Object.entries(params)) facts[name] = fact(param)
    return facts
  }
}

/** A field of the manifest under validation: where its faults are reported. */
export class Field {
  readonly recorder: Recorder
  private readonly parent: Field | null
  private readonly step: string | number
  private readonly part: Part | undefined

  constructor(recorder: Recorder, parent: Field | null, step: string | number, part?: Part) {
    this.recorder = recorder
    this.parent = parent
    this.step = step
    this.part = part
  }

  at(...steps: readonly (string | number)[]): Field {
    let field: Field = this
    for (const step of steps) field = new Field(this.recorder, field, step)
    return field
  }

  /** The name of an entry of a map instead of its value. */
  key(name: string): Field {
    return new Field(this.recorder, this, name, 'key')
  }

  report<Message extends string>(problem: Problem<Message>, ...[params]: Params<Message>): void {
    this.recorder.record({ problem, params: params ?? {} }, this.path(), this.part)
  }

  /** The same with the place of the other party and what it is. */
  reportWith<Message extends string>(
    problem: Problem<Message>,
    related: { readonly field: Field; readonly note: string },
    ...[params]: Params<Message>
  ): void {
    const { field, note } = related
    const found = { problem, params: params ?? {} }
    this.recorder.record(found, this.path(), this.part, { path: field.path(), note })
  }

  /** Reports what a look at a text found, if anything. */
  check(found: Fault | null): void {
    if (found !== null) this.recorder.record(found, this.path(), this.part)
  }

  path(): FieldPath {
    const steps: (string | number)[] = []
    for (let field: Field = this; field.parent !== null; field = field.parent) {
      steps.push(field.step)
    }
    return steps.reverse()
  }
}

/** A path in the names that the document uses (jsonpb reads `mirror_percent` as `mirrorPercent`), and its value. */
function asWritten(object: Json, path: FieldPath): { written: FieldPath; value: Json | undefined } {
  let value: Json | undefined = object
  const written: (string | number)[] = []
  for (const step of path) {
    let name = step
    if (typeof step === 'string' && isMap(value) && !Object.hasOwn(value, step)) {
      const snake = step.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
      if (Object.hasOwn(value, snake)) name = snake
    }
    written.push(name)
    if (typeof name === 'number') value = Array.isArray(value) ? (value[name] as Json) : undefined
    else value = isMap(value) && Object.hasOwn(value, name) ? value[name] : undefined
  }
  return { written, value }
}

/** `VirtualService` → `virtual-service`. */
export function kebab(kind: string): string {
  return kind.replace(/(?!^)[A-Z]/g, letter => `-${letter}`).toLowerCase()
}
