/** Where two values first differ, and how. */
export interface Difference {
  readonly path: string
  readonly ours: unknown
  readonly theirs: unknown
}

/** The first differences of two plain values, depth first; at most `most`. */
export function differences(ours: unknown, theirs: unknown, most: number): readonly Difference[] {
  const out: Difference[] = []
  walk(ours, theirs, '', out, most)
  return out
}

function walk(ours: unknown, theirs: unknown, path: string, out: Difference[], most: number): void {
  if (out.length >= most || ours === theirs) return
  if (isRecord(ours) && isRecord(theirs)) {
    for (const key of [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort()) {
      walk(ours[key], theirs[key], `${path}.${key}`, out, most)
    }
    return
  }
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    const length = Math.max(ours.length, theirs.length)
    for (let index = 0; index < length; index++) {
      walk(ours[index], theirs[index], `${path}[${index}]`, out, most)
    }
    return
  }
  out.push({ path, ours, theirs })
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
