import type { Outcome, Request } from '../../src/dataplane/request.ts'
import type { Effect, Witness } from '../../src/effects/effect.ts'
import type { Report } from '../../src/report/report.ts'
import type { SchemaSource } from '../../src/schema/schemas.ts'
import type { Random } from '../generate/random.ts'
import type { World } from '../generate/world.ts'
import type { IstioJudge } from '../judge/istio.ts'
import type { Answer } from '../judge/protocol.ts'
import { diffTexts } from './diff.ts'
import type { TellingEdit } from './edit.ts'
import { behaviourAt, sameBehaviour, saysTheSame, whyUnjudged } from './judged.ts'
import { tellingObjects } from './telling-objects.ts'
import { tellingRoutes } from './telling-routes.ts'
import { copyOf, nameOf, namespaceOf, ofKind, same, type Tree, textAt, treeAt } from './tree.ts'
import { areaOf, choicesOf, worldOf } from './worlds.ts'
import { oneFile } from './write.ts'

export const tellingEdits: readonly TellingEdit[] = [...tellingRoutes, ...tellingObjects]

export interface TellingPair {
  readonly edit: TellingEdit
  readonly world: World
  readonly random: Random
  readonly base: readonly Tree[]
  readonly head: readonly Tree[]
}

/** What became of one pair. */
export type Finding =
  /** An effect of the right kind, and Istio's own answers to its witness differ as it says. */
  | 'confirmed'
  /** An effect of the right kind whose witness Istio answers otherwise than it says. */
  | 'contradicted'
  /** An effect of the right kind; its witness shows a policy that the judge has no words for. */
  | 'unjudged'
  /** Effects, none of the right kind. */
  | 'other kind'
  /** Nothing but unknown, where Istio's answers differ. */
  | 'unknown'
  /** Neither effect nor unknown, although Istio's answers differ: a false "no change". */
  | 'missed'
  /** Neither effect, and no request of many told the sides apart. */
  | 'nothing to see'
  /** Istio does not take one of the sides. */
  | 'not taken'

export interface Verdict {
  readonly finding: Finding
  readonly detail: string
}

export function tellingPair(
  edit: TellingEdit,
  seed: string,
  index: number,
  requests: number
): TellingPair | null {
  const random = choicesOf(edit.name, seed, index)
  const world = worldOf(areaOf(index), `${seed}/${edit.name}`, index, requests)
  const base = copyOf(world.objects)
  const head = copyOf(base)
  if (!edit.apply(head, random)) return null
  const differ = oneFile(base)['mesh.yaml'] !== oneFile(head)['mesh.yaml']
  return differ ? { edit, world, random, base, head } : null
}

export function diffPair(
  { world, base, head }: TellingPair,
  minor: string,
  schemas: SchemaSource
): Report {
  const { flags, meshConfig } = world
  return diffTexts(oneFile(base), oneFile(head), { flags, meshConfig, minor }, schemas)
}

/** Asks both sides of Istio itself, and holds the report to its answers. */
export async function judgePair(
  given: TellingPair,
  minor: string,
  schemas: SchemaSource,
  judge: IstioJudge
): Promise<Verdict> {
  let pair = given
  // Objects that the webhook refuses never come to be: they are left out of both sides.
  for (let again = 0; ; again++) {
    const report = diffPair(pair, minor, schemas)
    const shown = shownBy(report, pair)
    const { requests, base, head } = await askBoth(pair, shown?.witness ?? null, judge)
    if (base.result !== 'answered' || head.result !== 'answered') {
      return { finding: 'not taken', detail: base.error ?? head.error ?? base.result }
    }
    const refused = [...(base.refused ?? []), ...(head.refused ?? [])].filter(each => each.leftOut)
    const [first] = refused
    if (first === undefined) return verdictOf(pair, report, shown, requests, base, head)
    if (again > 0)
      return { finding: 'not taken', detail: `${first.kind} ${first.errors.join('; ')}` }
    const gone = new Set(refused.map(one => `${one.kind} ${one.namespace}/${one.name}`))
    const kept = (one: Tree): boolean =>
      !gone.has(`${textAt(one, 'kind')} ${namespaceOf(one)}/${nameOf(one)}`)
    pair = { ...pair, base: pair.base.filter(kept), head: pair.head.filter(kept) }
    if (same([...pair.base], [...pair.head]))
      return { finding: 'not taken', detail: 'the edit alone' }
  }
}

function shownBy(report: Report, { edit }: TellingPair): Effect | null {
  const right = report.effects.filter(effect => edit.kinds.includes(effect.kind))
  return right.find(effect => effect.witness !== null) ?? null
}

interface Judged {
  /** The witness, where there is one, is the last. */
  readonly requests: readonly Request[]
  readonly base: Answer
  readonly head: Answer
}

async function askBoth(
  pair: TellingPair,
  witness: Witness | null,
  judge: IstioJudge
): Promise<Judged> {
  const asked = witness === null ? null : witnessRequest(witness, pair)
  const probe = asked?.probe ?? null
  const both = async (requests: readonly Request[]): Promise<Judged> => {
    const [base, head] = await Promise.all([
      ask(judge, pair, pair.base, requests, probe),
      ask(judge, pair, pair.head, requests, probe)
    ])
    return { requests, base, head }
  }
  const found = await both([...pair.world.requests, ...(asked === null ? [] : [asked.request])])
  const unresolved = (side: Answer) =>
    asked !== null && whyUnjudged(asked.request, side)?.includes('DNS') === true
  if (asked === null || !(unresolved(found.base) || unresolved(found.head))) return found
  return both([...pair.world.requests, dialled(asked.request)])
}

function verdictOf(
  pair: TellingPair,
  report: Report,
  shown: Effect | null,
  requests: readonly Request[],
  base: Answer,
  head: Answer
): Verdict {
  const last = requests.at(-1)
  if (shown !== null && last !== undefined) return confirm(shown, last, base, head)
  const telling = requests.find(request => !sameBehaviour(request, base, head))
  if (telling === undefined) {
    const isSaid = report.effects.some(({ kind }) => pair.edit.kinds.includes(kind))
    return { finding: isSaid ? 'unjudged' : 'nothing to see', detail: 'no witness' }
  }
  const detail = `${JSON.stringify(telling)}: ${difference(telling, base, head)}`
  if (report.effects.length > 0) {
    const kinds = report.effects.map(({ kind }) => kind).join(', ')
    return { finding: 'other kind', detail: `${kinds}; ${detail}` }
  }
  const unknown = report.unknown.map(({ message }) => message).join('; ')
  return { finding: unknown === '' ? 'missed' : 'unknown', detail: `${detail} ${unknown}` }
}

function confirm(effect: Effect, request: Request, base: Answer, head: Answer): Verdict {
  const witness = effect.witness
  if (witness === null) return { finding: 'contradicted', detail: 'no witness' }
  const said = (side: Answer, outcome: Outcome) => saysTheSame(request, side, outcome)
  const [before, after] = [said(base, witness.before), said(head, witness.after)]
  const wrong = [before, after].find(one => one !== true && one !== null)
  if (typeof wrong === 'string') {
    return {
      finding: 'contradicted',
      detail: `${effect.kind} ${JSON.stringify(request)}: ${wrong}`
    }
  }
  if (before === null || after === null) {
    const why = whyUnjudged(request, base) ?? whyUnjudged(request, head) ?? 'Envoy refuses it'
    return { finding: 'unjudged', detail: `${effect.kind}: ${why}` }
  }
  if (!sameBehaviour(request, base, head)) return { finding: 'confirmed', detail: effect.kind }
  const policyOnly = effect.kind === 'upstream-changed'
  return policyOnly
    ? { finding: 'unjudged', detail: 'policy of a cluster' }
    : {
        finding: 'contradicted',
        detail: `${effect.kind} ${JSON.stringify(request)}: Istio answers ${difference(request, base, head)}`
      }
}

function ask(
  judge: IstioJudge,
  { world }: TellingPair,
  objects: readonly Tree[],
  requests: readonly Request[],
  probe: Probe | null
): Promise<Answer> {
  const present = probe?.object === undefined ? objects : [...objects, probe.object]
  const proxies = world.proxies.filter(({ pod }) => pod !== probe?.pod)
  return judge.ask({
    world: {
      yaml: oneFile(present)['mesh.yaml'] ?? '',
      meshConfig: JSON.stringify(world.meshConfig),
      admission: true,
      ...(Object.keys(world.flags).length === 0 ? {} : { flags: world.flags })
    },
    proxies: probe === null ? proxies : [...proxies, { type: probe.type, pod: probe.pod }],
    dump: ['routes', 'clusters'],
    requests
  })
}

/** A name that no DNS of the mesh knows leads somewhere outside. */
function dialled(request: Request): Request {
  const [address = ''] = /^\d+\.\d+\.\d+\.\d+/.exec(request.authority) ?? []
  return { ...request, address: address === '' ? '203.0.113.250' : address }
}

/** The pod that sends a witness; `object`: one that the world has not. */
interface Probe {
  readonly type: 'sidecar' | 'gateway'
  readonly pod: string
  readonly object?: Tree
}

function difference(request: Request, base: Answer, head: Answer): string {
  const words = (side: Answer) => JSON.stringify(behaviourAt(request, side))
  return `${words(base)} → ${words(head)}`
}

/** The request of a witness, sent by a pod of its class: one of the world, or one that is added to both sides. */
function witnessRequest(
  { request }: Witness,
  { head }: TellingPair
): { readonly request: Request; readonly probe: Probe | null } {
  const { from } = request
  const sent = { ...request, id: 'witness' }
  if (typeof from === 'string' || 'waypoint' in from) return { request: sent, probe: null }
  if ('gateway' in from) return { request: sent, probe: { type: 'gateway', pod: from.gateway } }
  const [labels = {}] = copyOf([{ ...from.labels }])
  const known = ofKind(head, 'Pod').find(
    one => namespaceOf(one) === from.namespace && same(treeAt(one, 'metadata').labels, labels)
  )
  const name = known === undefined ? 'probe' : nameOf(known)
  const probe: Probe = { type: 'sidecar', pod: `${from.namespace}/${name}` }
  const object: Tree = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: from.namespace, labels },
    spec: { containers: [{ name: 'app', image: 'app' }] },
    status: { podIP: '10.244.252.1' }
  }
  return {
    request: { ...sent, from: { ...from, pod: name } },
    probe: known === undefined ? { ...probe, object } : probe
  }
}
