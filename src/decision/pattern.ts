import { RE2JS, RE2JSException } from 're2js'

export type Pattern =
  | { readonly ok: true; readonly regex: RE2JS }
  | { readonly ok: false; readonly reason: string }

/** Compiling is pure and costs 0.1 ms, so it is remembered; the bound keeps a long process small. */
const patterns = new Map<string, Pattern>()
const REMEMBERED = 30_000

/** RE2 as Envoy compiles it: no flags, full match is the caller's. `\C` is Envoy's alone and is refused here. */
export function pattern(source: string): Pattern {
  const known = patterns.get(source)
  if (known !== undefined) return known
  if (patterns.size >= REMEMBERED) patterns.clear()
  const made = compile(source)
  patterns.set(source, made)
  return made
}

function compile(source: string): Pattern {
  try {
    return { ok: true, regex: RE2JS.compile(source) }
  } catch (error) {
    if (error instanceof RE2JSException) return { ok: false, reason: error.message }
    throw error
  }
}
