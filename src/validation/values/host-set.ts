/** Host names and wildcards, found by name in time that follows the length of the name. Wildcards cover by suffix. */
export class HostSet {
  private readonly exact = new Map<string, number[]>()
  /** What follows the `*`. */
  private readonly suffixes = new Map<string, number[]>()

  constructor(hosts: readonly string[] = []) {
    for (const [position, host] of hosts.entries()) this.add(host, position)
  }

  add(host: string, position: number): void {
    const isWildcard = host.startsWith('*')
    const map = isWildcard ? this.suffixes : this.exact
    const key = isWildcard ? host.slice(1) : host
    const known = map.get(key)
    if (known === undefined) map.set(key, [position])
    else known.push(position)
  }

  /** The positions of those that cover every name of `host`; an equal one among them. */
  *covering(host: string): Generator<number> {
    const isWildcard = host.startsWith('*')
    const name = isWildcard ? host.slice(1) : host
    if (!isWildcard) yield* this.exact.get(name) ?? []
    for (let start = 0; start <= name.length; start++) {
      yield* this.suffixes.get(name.slice(start)) ?? []
    }
  }

  covers(host: string): boolean {
    return this.covering(host).next().done !== true
  }
}
