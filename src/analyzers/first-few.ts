/** Names that a message lists. */
const NAMED = 10

/** Names as a list, in their order; of very many the first and how many more there are. */
export function firstFew(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).join(', ')
  const more = names.length - NAMED
  return more > 0 ? `${shown} and ${more} more` : shown
}
