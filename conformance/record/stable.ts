import type { Answer, JudgedOutcome } from '../judge/protocol.ts'

/** What makes an answer unfit to be recorded, in the words of `unjudged`. */
const unstable = 'istiod answers now so, now so'

/**
 * What several answers to one question have in common: configurations that are equal in all, and outcomes,
 * of which those that differ are marked. istiod's answer can depend on the order of events.
 */
export function inCommon(first: Answer, others: readonly Answer[]): Answer {
  const configs = first.configs?.filter(config =>
    others.every(other => {
      const same = other.configs?.find(({ proxy }) => proxy === config.proxy)
      return JSON.stringify(same) === JSON.stringify(config)
    })
  )
  const outcomes = first.outcomes?.map(outcome =>
    others.every(other => JSON.stringify(sameOf(outcome, other)) === JSON.stringify(outcome))
      ? outcome
      : { ...outcome, unjudged: [...(outcome.unjudged ?? []), unstable] }
  )
  const marked = new Set(
    (outcomes ?? []).filter(({ unjudged }) => unjudged?.includes(unstable)).map(({ id }) => id)
  )
  const observations = first.observations?.filter(({ id }) => !marked.has(id))
  return {
    ...first,
    ...(configs === undefined ? {} : { configs }),
    ...(outcomes === undefined ? {} : { outcomes }),
    ...(observations === undefined ? {} : { observations })
  }
}

function sameOf({ id }: JudgedOutcome, answer: Answer): JudgedOutcome | undefined {
  return answer.outcomes?.find(outcome => outcome.id === id)
}
