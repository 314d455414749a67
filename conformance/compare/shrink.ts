import type { Fields, Json, KubernetesObject, World } from '../generate/world.ts'
import type { IstioJudge } from '../judge/istio.ts'
import { askIstio } from './ask.ts'
import { compareWorld, type Mismatch } from './compare.ts'

/** A mismatch in the smallest world that still shows it. */
export interface Shrunk {
  readonly world: World
  readonly mismatch: Mismatch
  readonly tries: number
}

/**
 * What makes two mismatches the same one: the level, the place of the first difference without its
 * numbers, and, for decisions, the two outcomes.
 */
export function signature(mismatch: Mismatch): string {
  const [first] = mismatch.differences
  const outcome = mismatch.differences.find(({ path }) => path === '.outcome')
  const turn = outcome === undefined ? '' : ` ${String(outcome.ours)} for ${String(outcome.theirs)}`
  const missing =
    first?.ours === undefined ? ' missing' : first.theirs === undefined ? ' in excess' : ''
  return `${mismatch.level} ${(first?.path ?? '').replace(/\d+/g, 'N')}${missing}${turn}`
}

/** Drops objects, questions and fields as long as the mismatch stays; every try asks the judge. */
export async function shrink(
  judge: IstioJudge,
  world: World,
  mismatch: Mismatch,
  mostTries: number
): Promise<Shrunk> {
  const search = new Search(judge, focus(world, mismatch), mismatch, mostTries)
  await search.dropObjects()
  await search.dropFields()
  await search.dropObjects()
  return { world: search.world, mismatch: search.mismatch, tries: search.tries }
}

/** Keeps the one question that shows the mismatch. */
function focus(world: World, mismatch: Mismatch): World {
  const [proxy] = mismatch.subject.split(' ')
  return mismatch.level !== 'configuration'
    ? {
        ...world,
        proxies: [],
        requests: world.requests.filter(({ id }) => `request ${id}` === mismatch.subject)
      }
    : { ...world, proxies: world.proxies.filter(each => each.pod === proxy), requests: [] }
}

class Search {
  world: World
  mismatch: Mismatch
  tries = 0
  private readonly judge: IstioJudge
  private readonly wanted: string
  private readonly most: number
  private readonly envoy: boolean

  constructor(judge: IstioJudge, world: World, mismatch: Mismatch, most: number) {
    this.judge = judge
    this.world = world
    this.mismatch = mismatch
    this.wanted = signature(mismatch)
    this.most = most
    this.envoy = mismatch.level === 'envoy' || mismatch.level === 'judge'
  }

  /** Halves, quarters, … single objects. */
  async dropObjects(): Promise<void> {
    for (let size = Math.ceil(this.world.objects.length / 2); size >= 1; ) {
      let dropped = false
      for (let from = 0; from < this.world.objects.length; ) {
        const objects = this.world.objects.filter((_, at) => at < from || at >= from + size)
        if (
          isServed(objects, this.world.objects) &&
          (await this.accepts({ ...this.world, objects }))
        )
          dropped = true
        else from += size
      }
      if (size === 1 && !dropped) return
      size = size === 1 ? 1 : Math.floor(size / 2)
    }
  }

  /** Members and list entries of the specs, outermost first. */
  async dropFields(): Promise<void> {
    for (let index = 0; index < this.world.objects.length; index++) {
      for (let place = 0; ; ) {
        const object = this.world.objects[index]
        if (object === undefined) break
        const smaller = withoutNth(object, place)
        if (smaller === null) break
        const objects = this.world.objects.map((each, at) => (at === index ? smaller : each))
        if (!(await this.accepts({ ...this.world, objects }))) place += 1
      }
    }
  }

  private async accepts(world: World): Promise<boolean> {
    if (this.tries >= this.most) return false
    this.tries += 1
    const asked = await askIstio(this.judge, world, this.envoy)
    if (asked.answer.result !== 'answered') return false
    const found = compareWorld(asked.world, this.judge.minor, asked.answer).mismatches.find(
      each => signature(each) === this.wanted
    )
    if (found === undefined) return false
    this.world = asked.world
    this.mismatch = found
    return true
  }
}

/** A Service that had pods keeps one: without, requests end at missing endpoints instead. */
function isServed(
  objects: readonly KubernetesObject[],
  before: readonly KubernetesObject[]
): boolean {
  const kept = podKeys(objects)
  const had = podKeys(before)
  return objects.every(({ kind, metadata }) => {
    const key = `${metadata.namespace}/${metadata.name}`
    return kind !== 'Service' || kept.has(key) || !had.has(key)
  })
}

/** `NAMESPACE/APP` of every pod; the generator's services select by app, named as they are. */
function podKeys(objects: readonly KubernetesObject[]): ReadonlySet<string> {
  const pods = objects.filter(({ kind }) => kind === 'Pod')
  return new Set(pods.map(({ metadata }) => `${metadata.namespace}/${metadata.labels?.app}`))
}

/** The object without the n-th part of its spec, annotations or labels; `null` beyond the last. */
function withoutNth(object: KubernetesObject, nth: number): KubernetesObject | null {
  const counter = { left: nth }
  // A Service or Pod that loses a field is another kind of service or pod: those go whole or stay.
  if (!object.apiVersion.includes('.')) return null
  const spec = without(object.spec as Json | undefined, counter)
  return spec === undefined ? null : { ...object, spec: spec as Fields }
}

/** A copy without one part, parts counted in breadth-first order of each level; `undefined`: none left. */
function without(value: Json | undefined, counter: { left: number }): Json | undefined {
  if (value === null || value === undefined || typeof value !== 'object') return undefined
  const entries = Object.entries(value)
  for (const [key] of entries) {
    if (counter.left-- === 0) return copyWithout(value, key)
  }
  for (const [key, member] of entries) {
    const smaller = without(member, counter)
    if (smaller === undefined) continue
    if (Array.isArray(value)) return value.map((each, at) => (String(at) === key ? smaller : each))
    return { ...value, [key]: smaller }
  }
  return undefined
}

function copyWithout(value: readonly Json[] | Fields, key: string): Json {
  if (Array.isArray(value)) return value.filter((_, at) => String(at) !== key)
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
}
