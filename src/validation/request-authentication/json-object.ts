import type { JsonMap } from '../../manifest/manifest.ts'
import { isMap } from '../../manifest/map.ts'

/** The JSON object that a text begins with: Go's decoder looks no further than its end. `null` where there is none. */
export function jsonObjectOf(text: string): JsonMap | null {
  const end = endOfObject(text)
  if (end < 0) return null
  try {
    const value: unknown = JSON.parse(text.slice(0, end))
    return isMap(value as JsonMap) ? (value as JsonMap) : null // JSON.parse gives JSON
  } catch {
    return null
  }
}

/** The position behind the brace that closes the first one; -1 where none does. */
function endOfObject(text: string): number {
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (character === '"') {
      index += 1
      while (index < text.length && text[index] !== '"') index += text[index] === '\\' ? 2 : 1
    } else if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') {
      depth -= 1
      if (depth === 0) return index + 1
    }
  }
  return -1
}
