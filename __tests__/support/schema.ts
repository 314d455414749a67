import type { FindingDraft, SourceRange } from '../../src/finding.ts'
import { createSchemas, type SchemaChoice, type Schemas } from '../../src/schema/schemas.ts'
import { openSchemaStore } from '../../src/schema/store.ts'
import { validateSchema } from '../../src/schema/validate.ts'
import { manifestsFrom } from './side.ts'

export const store = openSchemaStore('.')

const known = new Map<string, Schemas>()

export function schemasOf(choice: SchemaChoice): Schemas {
  const key = JSON.stringify(choice)
  let schemas = known.get(key)
  if (schemas === undefined) {
    schemas = createSchemas(store, choice)
    known.set(key, schemas)
  }
  return schemas
}

/** `schema/unknown-field 8:7 "weigth": message`, one a line, in the order they were found. */
export function found(yaml: string, choice: Partial<SchemaChoice> = {}): string[] {
  const schemas = schemasOf({ istio: '1.31', ...choice })
  return manifestsFrom(yaml).flatMap(manifest =>
    validateSchema(manifest, schemas).map(finding => describeFinding(finding, yaml))
  )
}

/** Ids alone, where the words are not what a test is about. */
export function ids(yaml: string, choice: Partial<SchemaChoice> = {}): string[] {
  return found(yaml, choice).map(line => line.split(' ')[0] ?? '')
}

export function describeFinding(finding: FindingDraft, yaml: string): string {
  const range = rangeOf(finding)
  const place = `${range.start.line}:${range.start.column}`
  return `${finding.id} ${place} ${JSON.stringify(textAt(yaml, range))}: ${finding.message}`
}

export function rangeOf({ at }: FindingDraft): SourceRange {
  return 'manifest' in at ? at.manifest.locate(at.path, at.part) : at
}

/** The first line of what a range covers. */
function textAt(yaml: string, { start, end }: SourceRange): string {
  const line = yaml.split('\n')[start.line - 1] ?? ''
  return line.slice(start.column - 1, end.line === start.line ? end.column - 1 : undefined)
}
