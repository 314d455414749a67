import type { Outcome, Request } from '../dataplane/request.ts'
import type { Expectation } from './expectation.ts'
import type { Judge } from './judge.ts'
import { outcomeWords } from './words.ts'

interface Operation {
  readonly set?: Readonly<Record<string, string>>
  readonly add?: Readonly<Record<string, string | readonly string[]>>
  readonly remove?: readonly string[]
}

/** Headers that the configuration sets, adds or removes; all others are the client's or the application's. */
export function judgeHeaders(
  judge: Judge,
  { requestHeaders, responseHeaders }: Expectation,
  request: Request,
  outcome: Outcome
): void {
  const operations = operationsOf(outcome)
  if (requestHeaders !== undefined) {
    const received = outcome.outcome === 'served' ? receivedHeaders(request, outcome) : null
    for (const [name, wanted] of Object.entries(requestHeaders)) {
      const got = received?.get(name.toLowerCase())
      const met = received !== null && (wanted === null ? got === undefined : got === wanted)
      const shown = received === null ? outcomeWords(outcome) : (got ?? 'absent')
      judge.require(`request header ${name}`, met, wanted ?? 'absent', shown)
    }
  }
  for (const [name, wanted] of Object.entries(responseHeaders ?? {})) {
    judgeResponseHeader(
      judge,
      name,
      wanted,
      operations.map(one => one.response ?? {})
    )
  }
}

function judgeResponseHeader(
  judge: Judge,
  name: string,
  wanted: string | null,
  operations: readonly Operation[]
): void {
  const key = name.toLowerCase()
  const set = operations.flatMap(({ set }) => set?.[key] ?? [])
  const added = operations.flatMap(({ add }) => add?.[key] ?? [])
  const removed = operations.some(({ remove }) => remove?.includes(key) === true)
  const what = `response header ${name}`
  const last = set.at(-1)
  if (wanted === null) {
    if (set.length > 0 || added.length > 0) {
      judge.require(what, false, 'absent', [...set, ...added].join(', '))
    } else if (removed) judge.require(what, true, 'absent', 'removed')
    else judge.leave(`${what}: the application writes it`)
    return
  }
  if (last !== undefined) judge.require(what, last === wanted, wanted, last)
  else if (added.includes(wanted)) judge.require(what, true, wanted, wanted)
  else if (removed) judge.require(what, false, wanted, 'removed')
  else judge.leave(`${what}: the application writes it`)
}

/** What the application is sent: removals first, then what is set, then what is added. */
function receivedHeaders(request: Request, outcome: Outcome): ReadonlyMap<string, string> {
  const headers = new Map<string, string>()
  for (const [name, value] of Object.entries(request.headers)) {
    headers.set(name.toLowerCase(), typeof value === 'string' ? value : value.join(','))
  }
  for (const { request: operation = {} } of operationsOf(outcome)) {
    for (const name of operation.remove ?? []) headers.delete(name)
    for (const [name, value] of Object.entries(operation.set ?? {})) headers.set(name, value)
    for (const [name, value] of Object.entries(operation.add ?? {})) {
      const known = headers.get(name)
      const added = typeof value === 'string' ? value : value.join(',')
      headers.set(name, known === undefined ? added : `${known},${added}`)
    }
  }
  for (const [name, value] of Object.entries(outcome.upstreamHeaders ?? {})) {
    if (value === null) headers.delete(name)
    else headers.set(name, value)
  }
  return headers
}

interface Operations {
  readonly request?: Operation
  readonly response?: Operation
}

/** The route's, then those of the only destination: which of several is chosen, chance decides. */
function operationsOf({ settings, destinations }: Outcome): readonly Operations[] {
  const own = destinations.length === 1 ? destinations[0]?.headers : undefined
  // dataplane/headers.ts makes both of this shape.
  return [settings?.headers, own].filter(one => one !== undefined) as readonly Operations[]
}
