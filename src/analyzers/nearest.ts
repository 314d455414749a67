/** The known name that a wrong one was probably meant to be, with at most two changed characters; else `null`. */
export function nearestName(name: string, known: Iterable<string>): string | null {
  let best: string | null = null
  let least = 3
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least) continue
    const changes = distance(name, candidate)
    if (changes < least) {
      least = changes
      best = candidate
    }
  }
  return best
}

/** Levenshtein. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
