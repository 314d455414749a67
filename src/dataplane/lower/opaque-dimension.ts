const PREFIX = 'opaque:'

/**
 * A dimension of tables that no request says by itself: what stands behind it follows from the request, tables do not
 * say how. Comparing over all of its values proves equality; of a difference that asks for it only a replay can tell.
 * @param mark equal on two sides on which the same requests have the same values
 */
export function opaque(what: string, mark: string): string {
  return `${PREFIX}${what}${mark === '' ? '' : `\n${mark}`}`
}

export function isOpaque(dimension: string): boolean {
  return dimension.startsWith(PREFIX)
}

/** What stands behind it, for people. */
export function opaqueWords(dimension: string): string {
  const [words = ''] = dimension.slice(PREFIX.length).split('\n')
  return words
}

/** The path as it was sent, with its query: what `:path` is to conditions. */
export const targetWords = 'the path with its query'

export function writtenHeader(name: string): string {
  return `header ${name} (written from the token)`
}

export function isWrittenHeader(dimension: string): boolean {
  return opaqueWords(dimension).startsWith('header ')
}
