import type { Outcome, Request } from '../../src/dataplane/request.ts'
import { ourDecision } from '../compare/decision.ts'
import { Engine } from '../compare/engine.ts'
import { tidy } from '../compare/normalise.ts'
import type { KubernetesObject } from '../generate/world.ts'
import { seenOf, seenSettings } from './judged.ts'
import type { TellingPair } from './telling.ts'
import { copyOf, type Tree } from './tree.ts'

/**
 * The first request that a plain evaluator of single requests answers otherwise on the two sides: it knows nothing of
 * tables, so a comparison that finds no effect here is wrong. Costs no judge.
 */
export function tellingRequest(pair: TellingPair, minor: string): Request | null {
  const { flags, meshConfig } = pair.world
  const [base, head] = [pair.base, pair.head].map(
    objects => new Engine({ objects: plain(objects), flags, meshConfig }, minor)
  )
  if (base === undefined || head === undefined) return null
  const answers = (request: Request) =>
    [base, head].map(side => JSON.stringify(visible(side.answer(request))))
  for (const request of pair.world.requests) {
    const [before, after] = answers(request)
    if (before !== after) return request
  }
  return null
}

/** What a client or an upstream could see. */
function visible(outcome: Outcome): unknown {
  const { trace: _, ...decision } = ourDecision(outcome)
  const seen = seenOf(decision)
  return tidy({ ...seen, settings: seenSettings(seen, outcome.settings) })
}

function plain(objects: readonly Tree[]): readonly KubernetesObject[] {
  // The objects of a world, edited: apiVersion, kind and metadata stay.
  return copyOf(objects) as unknown as KubernetesObject[]
}
