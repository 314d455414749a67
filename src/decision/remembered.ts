/** More answers than this are not worth their memory; the map is emptied then. */
const MOST = 20_000

/** The answer known under a key, else the one that is made now. */
export function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  if (known.size >= MOST) known.clear()
  known.set(key, made)
  return made
}
