import type { FindingDraft } from '../../src/finding.ts'
import type { Json, JsonMap, Manifest } from '../../src/manifest/manifest.ts'
import { isMap } from '../../src/manifest/map.ts'
import type { Features } from '../../src/mesh/features.ts'
import { validateManifest } from '../../src/validation/validate.ts'
import { Random } from '../generate/random.ts'
import type { IstioJudge } from '../judge/istio.ts'
import type { Verdict } from '../judge/protocol.ts'
import { type Difference, difference } from './compare.ts'
import { generated, mutated } from './mutate.ts'
import { GROUPS, SPECS } from './specs.ts'

/** An object on which both do not say the same. */
export interface Mismatch extends Difference {
  readonly object: JsonMap
  readonly verdict: Verdict
}

export interface FuzzOptions {
  readonly seed: string
  readonly objects: number
  readonly kinds: readonly string[]
  readonly features: Features
  readonly seconds: number
}

export interface FuzzResult {
  readonly objects: number
  readonly refused: number
  readonly warned: number
  readonly undecoded: number
  readonly mismatches: readonly Mismatch[]
  /** For each finding the smallest object of those on which both agree. */
  readonly examples: readonly Example[]
}

/** An object with what both say of it: `refused` is the judge's word. */
export interface Example {
  readonly object: JsonMap
  readonly refused: boolean
  readonly found: readonly string[]
}

const BATCH = 100

/** Puts mutated objects to the judge and to Meshproof. */
export async function fuzz(judge: IstioJudge, options: FuzzOptions): Promise<FuzzResult> {
  const mismatches: Mismatch[] = []
  const examples = new Map<string, Example>()
  const counts = { objects: 0, refused: 0, warned: 0, undecoded: 0 }
  const until = Date.now() + options.seconds * 1000
  for (let batch = 0; counts.objects < options.objects && Date.now() < until; batch++) {
    const random = new Random(`${options.seed} ${batch}`)
    const minor = Number(options.features.minor.split('.')[1])
    const objects = random.times(BATCH, () => objectOf(random.pick(options.kinds), random, minor))
    const verdicts = await judged(judge, objects)
    for (const [index, object] of objects.entries()) {
      const verdict = verdicts[index]
      if (verdict === undefined) throw new Error('the judge left an object out')
      counts.objects += 1
      if (verdict.errors.length > 0) counts.refused += 1
      if (verdict.warnings.length > 0) counts.warned += 1
      if (verdict.undecoded === true) counts.undecoded += 1
      const found = validateManifest(manifestOf(object), { features: options.features })
      const both = difference(verdict, found)
      if (both.missing.length + both.extra.length > 0) {
        mismatches.push({ ...both, object, verdict })
      } else note(examples, object, verdict, found)
    }
  }
  const kept = [...examples].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, example]) => example)
  return { ...counts, mismatches, examples: kept }
}

function note(
  examples: Map<string, Example>,
  object: JsonMap,
  verdict: Verdict,
  found: readonly FindingDraft[]
): void {
  const size = JSON.stringify(object).length
  const words = found.map(({ id, at }) => `${id} ${'path' in at ? at.path.join('.') : ''}`)
  for (const { id } of found) {
    const known = examples.get(id)
    const isSmaller = known === undefined || size < JSON.stringify(known.object).length
    if (isSmaller) examples.set(id, { object, refused: verdict.errors.length > 0, found: words })
  }
}

async function judged(judge: IstioJudge, objects: readonly JsonMap[]): Promise<readonly Verdict[]> {
  const yaml = objects.map(asYaml).join('\n---\n')
  const answer: { result: string; error?: string; verdicts?: readonly Verdict[] } = await judge.ask(
    {
      validate: { yaml }
    }
  )
  if (answer.result !== 'answered' || answer.verdicts?.length !== objects.length) {
    throw new Error(`the judge: ${answer.result} ${answer.error ?? ''}`)
  }
  return answer.verdicts
}

/** JSON, with what YAML does not allow in a text escaped. */
function asYaml(object: JsonMap): string {
  return JSON.stringify(object).replace(
    /[\u007f-\u009f]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}

function objectOf(kind: string, random: Random, minor: number): JsonMap {
  const specs = SPECS[kind] ?? []
  const changes = random.weighted([
    [1, 0],
    [8, 1],
    [5, 2],
    [3, 4],
    [1, 8]
  ])
  const metadata: { [key: string]: Json } = { name: 'one', namespace: 'shop' }
  if (random.chance(0.05)) metadata.labels = random.pick(LABELS)
  if (random.chance(0.05)) metadata.annotations = random.pick(ANNOTATIONS)
  return {
    apiVersion: GROUPS[kind] ?? 'networking.istio.io/v1',
    kind,
    metadata,
    spec: random.chance(0.2)
      ? generated(kind, random, minor)
      : mutated(kind, random.pick(specs), random, changes, minor)
  }
}

const LABELS: readonly JsonMap[] = [
  { 'networking.istio.io/enable-autoallocate-ip': 'false' },
  { 'networking.istio.io/enable-autoallocate-ip': 'FALSE' },
  { 'networking.istio.io/enable-autoallocate-ip': 'true' },
  { 'istio.io/use-waypoint': 'a' },
  { 'istio.io/use-waypoint': 'None' }
]

const ANNOTATIONS: readonly JsonMap[] = [
  { 'istio.io/dry-run': 'true' },
  { 'istio.io/dry-run': 'TrUe' },
  { 'istio.io/dry-run': 'yes' },
  { 'internal.istio.io/webhook-always-reject': '' },
  { 'internal.istio.io/parents': 'a' },
  { 'internal.istio.io/gateway-semantics': 'gateway' },
  { 'internal.istio.io/route-semantics': 'gateway' }
]

/** An object as a manifest without a file. */
export function manifestOf(object: JsonMap): Manifest {
  const apiVersion = String(object.apiVersion)
  const [group = '', version = ''] = apiVersion.split('/')
  const metadata = isMap(object.metadata) ? object.metadata : {}
  const texts = (value: Json | undefined) =>
    Object.fromEntries(
      Object.entries(isMap(value) ? value : {}).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string'
      )
    )
  const start = { line: 1, column: 1 }
  return {
    ref: {
      group,
      kind: String(object.kind),
      namespace: typeof metadata.namespace === 'string' ? metadata.namespace : '',
      name: typeof metadata.name === 'string' ? metadata.name : ''
    },
    apiVersion,
    version,
    namespaceGiven: true,
    side: 'head',
    file: 'object.json',
    object,
    spec: isMap(object.spec) ? object.spec : {},
    labels: texts(metadata.labels),
    annotations: texts(metadata.annotations),
    locate: () => ({ file: 'object.json', start, end: { line: 1, column: 2 } })
  }
}
