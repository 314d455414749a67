import { UserError } from '../errors.ts'
import type { ConfigDocument, Place } from './document.ts'
import { nearest } from './nearest.ts'

/** Something in the configuration that cannot be used, in words. */
export interface Mistake {
  readonly place: Place | undefined
  readonly message: string
}

/** What the schema refuses. ajv is loaded here, so only where there is a file. */
export async function schemaMistakes(document: ConfigDocument, schema: object): Promise<Mistake[]> {
  // CommonJS: the bundler gives it as the default export alone, without the names that Node finds.
  const { Ajv2020 } = (await import('ajv/dist/2020.js')).default
  const ajv = new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true })
  ajv.addKeyword('errorMessage')
  const check = ajv.compile(schema)
  if (check(document.value)) return []
  const mistakes = new Map<string, Mistake>()
  for (const error of check.errors ?? []) {
    // Both only say that something inside them failed, which is listed by itself.
    if (error.keyword === 'if' || error.keyword === 'propertyNames') continue
    const mistake = describe(error, document)
    mistakes.set(`${mistake.place?.line ?? 0} ${mistake.message}`, mistake)
  }
  return [...mistakes.values()]
}

interface SchemaError {
  readonly instancePath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
  readonly message?: string
  readonly parentSchema?: object
  readonly data?: unknown
  readonly propertyName?: string
}

function describe(error: SchemaError, document: ConfigDocument): Mistake {
  const { instancePath, keyword, params } = error
  const parent: { errorMessage?: string; properties?: object } = error.parentSchema ?? {}
  const name =
    instancePath === '' ? 'the configuration' : instancePath.slice(1).replaceAll('/', '.')
  if (keyword === 'additionalProperties') {
    const key = String(params.additionalProperty)
    const known = nearest(key, Object.keys(parent.properties ?? {}))
    const advice = known === undefined ? knownKeys(parent.properties) : `did you mean "${known}"?`
    const at = document.places.get(
      `${instancePath}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    )
    return { place: at, message: `unknown key "${key}"; ${advice}` }
  }
  const place = placeOf(instancePath, document)
  if (keyword === 'required') {
    return { place, message: `${name} needs the key "${String(params.missingProperty)}"` }
  }
  if (error.propertyName !== undefined) {
    const at = document.places.get(`${instancePath}/${error.propertyName}`) ?? place
    return {
      place: at,
      message: `key "${error.propertyName}" must be ${parent.errorMessage ?? error.message}`
    }
  }
  if (keyword === 'enum' && Array.isArray(params.allowedValues)) {
    const allowed = params.allowedValues.map(String)
    const near = typeof error.data === 'string' ? nearest(error.data, allowed) : undefined
    const advice = near === undefined ? '' : `; did you mean "${near}"?`
    return { place, message: `${name} must be one of ${allowed.join(', ')}${advice}` }
  }
  if (parent.errorMessage !== undefined)
    return { place, message: `${name} must be ${parent.errorMessage}` }
  return { place, message: `${name} ${error.message ?? 'is not as the schema wants it'}` }
}

function knownKeys(properties: object | undefined): string {
  const names = Object.keys(properties ?? {})
  return names.length === 0 ? 'no key is known here' : `known here: ${names.join(', ')}`
}

/** The place of the value, or of the nearest parent that has one. */
function placeOf(pointer: string, document: ConfigDocument): Place | undefined {
  for (let path = pointer; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    const place = document.places.get(path)
    if (place !== undefined) return place
  }
  return undefined
}

/** Every mistake with its line, in the order of the file. */
export function refusal(file: string, mistakes: readonly Mistake[]): UserError {
  const sorted = [...mistakes].sort(
    (a, b) =>
      (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0)
  )
  const lines = sorted
    .slice(0, 20)
    .map(({ place, message }) =>
      place === undefined
        ? `${file}: ${message}`
        : `${file}:${place.line}:${place.column}: ${message}`
    )
  if (sorted.length > 20) lines.push(`and ${sorted.length - 20} more`)
  return new UserError(
    `The configuration cannot be used:\n  ${lines.join('\n  ')}`,
    'Every key is described in docs/configuration.md.'
  )
}
