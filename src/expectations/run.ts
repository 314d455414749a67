import { answer, routeOf } from '../dataplane/answer.ts'
import type { Dataplane } from '../dataplane/dataplane.ts'
import { type Entry, entryOf } from '../dataplane/entry.ts'
import type { Caller, Outcome, Request } from '../dataplane/request.ts'
import { answerWithoutProxy } from '../dataplane/without-proxy.ts'
import { UserError } from '../errors.ts'
import type { AskedCaller, AskedRequests, Judgement, Miss, TestCase } from './expectation.ts'
import { judgeExpectation } from './judge-expect.ts'
import { judgeRule } from './judge-rule.ts'

/** One side, ready to be asked. */
export interface Tested {
  readonly plane: Dataplane
  /** The same, where rules that delegate answer with the delegate's name. */
  readonly delegating: () => Dataplane
  /** @throws UserError for a shorthand that names nobody */
  caller(text: string, where: string): Caller
}

export type CaseStatus = 'passed' | 'failed' | 'unknown' | 'skipped'

/** One request of a case, and what it missed. */
export interface RequestResult {
  readonly request: Request
  readonly outcome: Outcome
  readonly misses: readonly Miss[]
  readonly undecided: readonly string[]
}

export interface CaseResult {
  readonly test: TestCase
  readonly status: CaseStatus
  /** Why it was skipped. */
  readonly reason?: string
  readonly requests: readonly RequestResult[]
}

/** The time that tests are asked at: tokens that name none do not expire, expired ones ended before. */
const TEST_TIME = '2025-01-01T00:00:00Z'

/** More combinations than this in one case are a mistake. */
const MAX_REQUESTS = 10_000

/**
 * Asks every request of a case. What cannot be told is `unknown` and never passes; what only a running mesh shows is
 * left undecided, and a case of nothing else is skipped.
 */
export function runCase(test: TestCase, tested: Tested): CaseResult {
  const reason = skipReason(test)
  if (reason !== null) return { test, status: 'skipped', reason, requests: [] }
  const results: RequestResult[] = []
  let compared = 0
  let isUnknown = false
  for (const request of requestsOf(test, tested)) {
    const outcome =
      test.from?.kind === 'bare'
        ? answerWithoutProxy(tested.plane, test.from.namespace, request)
        : answer(tested.plane, request)
    if (outcome.outcome === 'unknown') {
      isUnknown = true
      results.push({ request, outcome, misses: [], undecided: [] })
      continue
    }
    const judged = judgements(test, tested, request, outcome)
    for (const one of judged) compared += one.compared
    results.push({
      request,
      outcome,
      misses: judged.flatMap(({ misses }) => misses),
      undecided: judged.flatMap(({ undecided }) => undecided)
    })
  }
  if (results.some(({ misses }) => misses.length > 0)) {
    return { test, status: 'failed', requests: results }
  }
  if (isUnknown) return { test, status: 'unknown', requests: results }
  if (compared > 0) return { test, status: 'passed', requests: results }
  const live = [...new Set(results.flatMap(({ undecided }) => undecided))]
  const why =
    live.length === 0 ? 'it asserts nothing' : `only a running mesh shows ${live.join('; ')}`
  return { test, status: 'skipped', reason: why, requests: results }
}

function skipReason({ skipReason, modes }: TestCase): string | null {
  if (skipReason !== undefined) return skipReason
  return modes.includes('offline') ? null : 'it is for a running mesh alone'
}

function judgements(
  test: TestCase,
  tested: Tested,
  request: Request,
  outcome: Outcome
): readonly Judgement[] {
  const route = routeOf(tested.plane, request, outcome)
  const delegate = (): string | null => {
    const asked = answer(tested.delegating(), request)
    // Only the marked rules answer 200 with a name.
    const body = asked.outcome === 'direct-response' ? asked.response?.body : undefined
    return asked.status === 200 && body !== undefined ? body : null
  }
  const byRule = judgeRule(test, { outcome, route, delegate })
  return test.expect === null ? [byRule] : [byRule, judgeExpectation(test.expect, request, outcome)]
}

function* requestsOf(test: TestCase, tested: Tested): Generator<Request> {
  const { request } = test
  const where = `${test.file}:${test.line}`
  const from = callerOf(test.from, tested, where)
  let count = 0
  for (const uri of request.uri) {
    for (const authority of request.authority) {
      for (const method of request.method) {
        count += 1
        if (count > MAX_REQUESTS) throw tooMany(where)
        const { port, scheme } = request
        const entry = entryOf(tested.plane, {
          authority,
          ...(port !== undefined && { port }),
          ...(scheme !== undefined && { scheme }),
          ...(from !== undefined && { from })
        })
        yield {
          ...entry,
          ...(request.sni !== undefined && { sni: request.sni }),
          protocol: request.protocol,
          authority,
          method,
          path: uri,
          headers: headersOf(request, entry),
          ...(request.tokens.length > 0 && { tokens: request.tokens, now: TEST_TIME })
        }
      }
    }
  }
}

/** A client names its scheme itself; at a gateway the connection says it. */
function headersOf({ headers, scheme }: AskedRequests, { from }: Entry): Request['headers'] {
  const isGateway = from === 'outside' || 'gateway' in from
  return scheme === undefined || isGateway ? headers : { ...headers, ':scheme': scheme }
}

function tooMany(where: string): UserError {
  return new UserError(
    `${where}: the lists of this case make more than ${MAX_REQUESTS} requests.`,
    'Split it into several cases.'
  )
}

function callerOf(from: AskedCaller | null, tested: Tested, where: string): Caller | undefined {
  switch (from?.kind) {
    case undefined:
      return undefined
    case 'caller':
      return from.caller
    case 'shorthand':
      return tested.caller(from.text, where)
    case 'bare':
      return { namespace: from.namespace }
  }
}
