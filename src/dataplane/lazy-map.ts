/** A read-only map whose values are made when they are first asked for; iteration makes all. */
export class LazyMap<Value> implements ReadonlyMap<string, Value> {
  readonly #made = new Map<string, Value | undefined>()
  readonly #names: () => Iterable<string>
  readonly #make: (name: string) => Value | undefined
  #keys: readonly string[] | undefined

  /** `make` gives `undefined` for names that do not exist; `names` lists those that do, in order. */
  constructor(names: () => Iterable<string>, make: (name: string) => Value | undefined) {
    this.#names = names
    this.#make = make
  }

  get(name: string): Value | undefined {
    if (this.#made.has(name)) return this.#made.get(name)
    const value = this.#make(name)
    this.#made.set(name, value)
    return value
  }

  has(name: string): boolean {
    return this.get(name) !== undefined
  }

  get size(): number {
    return this.#list().length
  }

  keys(): MapIterator<string> {
    return this.#list().values()
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value
  }

  *entries(): MapIterator<[string, Value]> {
    for (const name of this.#list()) {
      const value = this.get(name)
      if (value !== undefined) yield [name, value]
    }
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries()
  }

  forEach(callback: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [name, value] of this.entries()) callback(value, name, this)
  }

  get [Symbol.toStringTag](): string {
    return 'LazyMap'
  }

  #list(): readonly string[] {
    this.#keys ??= [...this.#names()]
    return this.#keys
  }
}
