/**
 * The known word that a misspelt one most likely means, or nothing: the same letters in another case or
 * with other separators first, else the fewest insertions, deletions, changes and swaps of neighbours, at
 * most a third of the word. Ties go to the first in the alphabet.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const bare = strip(word)
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of [...known].sort()) {
    if (strip(candidate) === bare) return candidate
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** `jwks_uri`, `JWKS-URI` and `jwksUri` are one word. */
function strip(word: string): string {
  return word.replace(/[-_.\s]/g, '').toLowerCase()
}

/** Optimal string alignment. Long words are cut: they are near nothing. */
function editDistance(first: string, second: string): number {
  const a = first.slice(0, 64)
  const b = second.slice(0, 64)
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1)
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, at(beforePrevious, column - 2) + 1)
      }
      current.push(cost)
    }
    beforePrevious = previous
    previous = current
  }
  return at(previous, b.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY
}
