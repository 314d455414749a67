import type { Json } from '../manifest.ts'
import { resolvePlain } from '../scalar.ts'
import { unusual } from './unusual.ts'

/**
 * Characters that a plain scalar may start with: 1 for those that are no indicator (YAML 1.2.2, 5.3) and for `-`, behind
 * which a space makes an item; 2 for those that may where no space follows, outside of flow collections (libyaml).
 */
const starts = new Uint8Array(128)
for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_/.+$(;^=~<-\\') {
  starts[letter.charCodeAt(0)] = 1
}
for (const letter of ':?') starts[letter.charCodeAt(0)] = 2

export function canStartPlain(code: number): boolean {
  return code < 128 ? starts[code] === 1 : code > 0xa0 && code !== 0xfeff
}

/** The same outside of flow collections; `next` is NaN or a line break at the end of the line. */
export function canStartBlockPlain(code: number, next: number): boolean {
  if (code < 128) return starts[code] === 1 || (starts[code] === 2 && next > 32)
  return canStartPlain(code)
}

/** Letters that the words and numbers of YAML 1.1 start with: `yes`, `Null`, `~`, `12`, `.5`, `-1`. */
const specials = new Uint8Array(128)
for (const letter of 'yYnNtTfFoO~0123456789.+-') specials[letter.charCodeAt(0)] = 1

export function isSpecialWordStart(code: number): boolean {
  return code < 128 && specials[code] === 1
}

/** What a plain scalar means. Unusual: infinity and NaN, which JSON cannot hold. */
export function plainValue(text: string): Json {
  if (!isSpecialWordStart(text.charCodeAt(0))) return text
  const value = resolvePlain(text)
  if (typeof value === 'number' && !Number.isFinite(value)) throw unusual
  return value
}
