import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { UserError } from '../errors.ts'
import { readRequest } from '../explain/request.ts'
import type { Explainer } from '../explain.ts'
import type { JsonMap } from '../manifest/manifest.ts'
import { redact } from '../report/redact.ts'
import { systemCode } from './disk.ts'
import type { World } from './world.ts'

/** What the first line of a request file may say about the mesh. */
export interface Header {
  readonly istio?: string
  readonly flags?: Readonly<Record<string, string>>
  readonly meshConfig?: JsonMap
}

/**
 * One answer a line, in the order of the requests.
 * @throws UserError with the line of the first request that cannot be read
 */
export function answerLines(
  file: string,
  world: World,
  open: (header: Header) => Explainer
): string {
  const values = readLines(file, world)
  const [first] = values
  const header = first === undefined ? null : headerOf(first.value, `${file}:${first.line}`)
  const asked = open(header ?? {})
  const answers: string[] = []
  for (const { line, value } of header === null ? values : values.slice(1)) {
    const request = readRequest(value, `${file}:${line}`, asked.callers)
    answers.push(`${JSON.stringify(redact(asked.answer(request)))}\n`)
  }
  return answers.join('')
}

function readLines(file: string, world: World): { line: number; value: unknown }[] {
  const values: { line: number; value: unknown }[] = []
  for (const [index, text] of readText(file, world).split('\n').entries()) {
    if (text.trim() === '') continue
    try {
      values.push({ line: index + 1, value: JSON.parse(text) })
    } catch (error) {
      throw new UserError(
        `${file}:${index + 1}: this line is no JSON.`,
        'A request file holds one JSON object a line.',
        { cause: error }
      )
    }
  }
  return values
}

function readText(file: string, world: World): string {
  try {
    return readFileSync(file === '-' ? 0 : resolve(world.cwd, file), 'utf8')
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`
    throw new UserError(
      `--requests ${file} ${why}.`,
      'Name a file of JSON lines, or - for standard input.',
      {
        cause: error
      }
    )
  }
}

const KEYS = ['istio', 'flags', 'meshConfig']

/** `null` where the line is a request. */
function headerOf(value: unknown, where: string): Header | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const keys = Object.keys(value)
  if (keys.length === 0 || !keys.every(key => KEYS.includes(key))) return null
  const { istio, flags, meshConfig }: { istio?: unknown; flags?: unknown; meshConfig?: unknown } =
    value
  const bad = (key: string, wanted: string) =>
    new UserError(
      `${where}: "${key}" must be ${wanted}.`,
      'The first line may hold istio, flags and meshConfig.'
    )
  if (istio !== undefined && typeof istio !== 'string')
    throw bad('istio', 'a version such as "1.29"')
  if (flags !== undefined && !isMap(flags)) throw bad('flags', 'a map of names to values')
  if (meshConfig !== undefined && !isMap(meshConfig)) throw bad('meshConfig', 'a map')
  const texts: Record<string, string> = {}
  for (const [name, flag] of Object.entries(flags ?? {})) texts[name] = String(flag)
  return {
    ...(istio !== undefined && { istio }),
    flags: texts,
    // JSON that was just parsed.
    ...(meshConfig !== undefined && { meshConfig: meshConfig as JsonMap })
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
