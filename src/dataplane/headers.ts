import type { Json } from '../manifest/manifest.ts'
import { isMap, mapOrEmpty, textMap, texts } from '../mesh/json.ts'
import type { HeaderOperation, HeaderOperations } from './config.ts'

export const headerReads = [
  ['VirtualService', 'spec.http[].headers.{request,response}.{set.*,add.*,remove[]}'],
  ['VirtualService', 'spec.http[].route[].headers.{request,response}.{set.*,add.*,remove[]}']
] as const

export interface TranslatedHeaders {
  readonly operations: HeaderOperations | undefined
  /** `set`, else `add`, of Host or `:authority`: a rewrite of the authority. */
  readonly authority: string | undefined
}

const isInternal = (name: string): boolean => name.startsWith(':') || name.toLowerCase() === 'host'

const isAuthority = (name: string): boolean =>
  name.toLowerCase() === ':authority' || name.toLowerCase() === 'host'

/** Host and pseudo headers are left out of the operations. Source: route.go TranslateHeadersOperations. */
export function headerOperations(value: Json | undefined): TranslatedHeaders {
  if (!isMap(value)) return { operations: undefined, authority: undefined }
  const sides = mapOrEmpty(value)
  const request = operation(sides.request)
  const response = operation(sides.response)
  const fields = mapOrEmpty(sides.request)
  const operations =
    request === undefined && response === undefined
      ? undefined
      : {
          ...(request === undefined ? {} : { request }),
          ...(response === undefined ? {} : { response })
        }
  return { operations, authority: authorityIn(fields.set) ?? authorityIn(fields.add) }
}

function authorityIn(value: Json | undefined): string | undefined {
  for (const [name, content] of Object.entries(textMap(value))) {
    if (isAuthority(name) && content !== '') return content
  }
  return undefined
}

function operation(value: Json | undefined): HeaderOperation | undefined {
  const fields = mapOrEmpty(value)
  const set = withoutInternal(textMap(fields.set))
  const add = withoutInternal(textMap(fields.add))
  const remove = texts(fields.remove)
    .filter(name => !isInternal(name))
    .map(name => name.toLowerCase())
  return finished(set, add, remove)
}

function withoutInternal(values: Record<string, string>): Record<string, string> {
  const result: Record<string, string> = {}
  for (const name of Object.keys(values).sort()) {
    const value = values[name]
    if (!isInternal(name) && value !== undefined) result[name.toLowerCase()] = value
  }
  return result
}

function finished(
  set: Readonly<Record<string, string>>,
  add: Readonly<Record<string, string | readonly string[]>>,
  remove: readonly string[]
): HeaderOperation | undefined {
  const result: HeaderOperation = {
    ...(Object.keys(set).length === 0 ? {} : { set }),
    ...(Object.keys(add).length === 0 ? {} : { add }),
    ...(remove.length === 0 ? {} : { remove: [...new Set(remove)].sort() })
  }
  return Object.keys(result).length === 0 ? undefined : result
}

/** What both do one after the other: all removals first, then `first`'s, then `second`'s operations. */
export function combined(
  first: HeaderOperations | undefined,
  second: HeaderOperations | undefined
): HeaderOperations | undefined {
  if (first === undefined) return second
  if (second === undefined) return first
  const request = combine(first.request, second.request)
  const response = combine(first.response, second.response)
  return {
    ...(request === undefined ? {} : { request }),
    ...(response === undefined ? {} : { response })
  }
}

function combine(
  first: HeaderOperation | undefined,
  second: HeaderOperation | undefined
): HeaderOperation | undefined {
  if (first === undefined) return second
  if (second === undefined) return first
  const set: Record<string, string> = { ...first.set }
  const add: Record<string, string | readonly string[]> = { ...first.add }
  for (const [name, value] of Object.entries(second.set ?? {})) {
    set[name] = value
    delete add[name]
  }
  for (const [name, value] of Object.entries(second.add ?? {})) {
    const before = add[name]
    add[name] = before === undefined ? value : [before, value].flat()
  }
  return finished(set, add, [...(first.remove ?? []), ...(second.remove ?? [])])
}
