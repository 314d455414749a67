import type { Request } from '../../src/dataplane/request.ts'
import type { observedDifferences } from '../compare/observe.ts'
import { drawInboundRequests } from '../generate/access/requests.ts'
import { drawActors } from '../generate/access/world.ts'
import { areas } from '../generate/area.ts'
import { Random } from '../generate/random.ts'
import type { KubernetesObject, World } from '../generate/world.ts'
import type { JudgedOutcome } from '../judge/protocol.ts'
import type { States } from './edit.ts'
import type { Asked, Truth } from './verdict.ts'

/** Requests aimed at what the edit touches, as it was and as it is. */
export function aimed(world: World, { base, head }: States): readonly Request[] {
  const { cast, literals } = drawActors(new Random(world.name), areas[world.area])
  const random = new Random(`${world.name} probes`)
  const parts = [base.filter(one => !head.includes(one)), head.filter(one => !base.includes(one))]
  return parts.flatMap(objects => drawInboundRequests(random, { cast, objects, literals }, 6))
}

export interface Question {
  readonly id: string
  readonly request: Request
}

export function questionsOf({
  probes,
  witnesses
}: {
  readonly probes: readonly Request[]
  readonly witnesses: ReadonlyMap<number, Request>
}): readonly Question[] {
  return [
    ...probes.map((request, at) => ({ id: `p${at}`, request })),
    ...[...witnesses].map(([place, request]) => ({ id: `w${place}`, request }))
  ]
}

/** States as git holds them: of pods that a label decides about there are templates, and none that was admitted. */
export function seen(states: States): States {
  const { unguarded } = states
  if (unguarded === undefined) return states
  const template = (object: KubernetesObject): KubernetesObject => {
    if (object.kind !== 'Pod' || object.metadata.namespace !== unguarded) return object
    const { status: _, ...rest } = object
    const { 'security.istio.io/tlsMode': __, ...labels } = object.metadata.labels ?? {}
    return { ...rest, metadata: { ...object.metadata, labels } }
  }
  return { ...states, base: states.base.map(template), head: states.head.map(template) }
}

/** What becomes of a request where nothing guards the pods; `null`: something does. */
export function withoutProxy({ to, transport }: Request, unguarded?: string): Truth | null {
  if (unguarded === undefined || to?.startsWith(`${unguarded}/`) !== true) return null
  const outcome: JudgedOutcome = {
    outcome: 'served',
    destinations: [],
    trace: {},
    // Whether an application reads TLS by itself nobody knows.
    ...(transport === 'plaintext' ? {} : { unjudged: ['no proxy ends mutual TLS'] })
  }
  return { silent: outcome, agreed: outcome }
}

/** What of the answers the verdict reads. */
export function withoutDetails({ request, base, head }: Asked): Asked {
  const word = ({ outcome }: JudgedOutcome): JudgedOutcome => ({
    outcome,
    destinations: [],
    trace: {}
  })
  const truth = ({ silent, agreed }: Truth): Truth => ({
    silent: word(silent),
    agreed: word(agreed)
  })
  return { request, base: truth(base), head: truth(head) }
}

export function agreement({ meshConfig }: World): NonNullable<Request['providers']> {
  const all = meshConfig.extensionProviders
  const names = Array.isArray(all) ? all.map(each => String(each.name)) : []
  return Object.fromEntries(names.map(name => [name, 'allow' as const]))
}

/** The words of the judge are those of OutcomeKind. */
export function expected(outcome: JudgedOutcome): Parameters<typeof observedDifferences>[1] {
  const word = outcome.outcome as Parameters<typeof observedDifferences>[1]['outcome']
  return { ...outcome, outcome: word, upstreamHeaders: outcome.headers }
}
