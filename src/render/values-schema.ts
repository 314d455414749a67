import { lineAt, otherJob, RenderRefusal } from './refusal.ts'

/**
 * Helm checks values by `values.schema.json` and would load what its references name, from the network or from disk
 * (helm.sh/helm pkg/chartutil/jsonschema.go): only references within the file itself are let through.
 */
export function refuseSchemaReferences(files: ReadonlyMap<string, Uint8Array>): void {
  for (const [file, bytes] of files) {
    if (!/(?:^|\/)values\.schema\.json$/.test(file)) continue
    const reference = outerReference(parsed(bytes))
    if (reference === null) continue
    const message = `${file} refers to ${reference}, which helm would load from outside of the chart: rendering asks no network and reads no other file. Put that schema under "$defs" and refer to it by "#/$defs/…". ${otherJob}`
    throw new RenderRefusal('render/remote-schema', message, lineAt(file), { reference })
  }
}

/** A schema that is no JSON refers to nothing; helm says what is wrong with it. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

function outerReference(schema: unknown): string | null {
  const open = [schema]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue
    for (const [key, value] of Object.entries(next)) {
      const isReference = /^\$(?:ref|dynamicRef|recursiveRef)$/.test(key)
      // The metaschemas of JSON Schema are built in. An `$id` would move what `#` stands for.
      if (isReference && typeof value === 'string' && !isInner(value)) return value
      if (key === '$id' && typeof value === 'string' && /^file:/i.test(value)) return value
      if (typeof value === 'object' && value !== null) open.push(value)
    }
  }
  return null
}

function isInner(reference: string): boolean {
  return reference.startsWith('#') || /^https?:\/\/json-schema\.org\//.test(reference)
}
