/**
 * Characters that a plain scalar may start with here: those that are no indicator (YAML 1.2.2, 5.3), and `-`, behind
 * which a space makes an item. `?` and `:` could start one too and are left to the library.
 */
const starts = new Uint8Array(128)
for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_/.+$(;^=~<-\\') {
  starts[letter.charCodeAt(0)] = 1
}

export function canStartPlain(code: number): boolean {
  return code < 128 ? starts[code] === 1 : code > 0xa0 && code !== 0xfeff
}

/** Letters that the words and numbers of YAML 1.1 start with: `yes`, `Null`, `~`, `12`, `.5`, `-1`. */
const specials = new Uint8Array(128)
for (const letter of 'yYnNtTfFoO~0123456789.+-') specials[letter.charCodeAt(0)] = 1

export function isSpecialWordStart(code: number): boolean {
  return code < 128 && specials[code] === 1
}
