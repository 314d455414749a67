import type { Dataplane } from '../dataplane/dataplane.ts'
import { type AccessAction, lowerAccess, lowerAudit } from '../dataplane/lower/access.ts'
import type { AccessQuestion } from '../dataplane/lower/access-question.ts'
import type { AcceptedMode } from '../dataplane/peer-authentication.ts'
import { isDryRun } from '../dataplane/security/authorization.ts'
import { type Gatekeeper, securityOf } from '../dataplane/security/inbound.ts'
import type { TokenLocation } from '../dataplane/security/request-authentication.ts'
import { locationText } from '../dataplane/security/token-location.ts'
import { type Comparison, compare, type Difference } from '../decision/compare.ts'
import { canonical } from '../fingerprint.ts'
import { alignedQuestions, apartFrom } from './access-apart.ts'
import { partsOf } from './open-parts.ts'
import { type BothPorts, bothPorts } from './server-ports.ts'
import type { ServerClass } from './servers.ts'

/** Requests that a server class lets in on one side and not on the other, or otherwise. */
export interface AccessChange {
  readonly server: ServerClass
  readonly port: BothPorts
  readonly speaks: 'http' | 'tcp'
  readonly location: TokenLocation | null
  readonly difference: Difference<AccessAction>
  /** What the difference asks of values that no table looks into: only a replay tells. */
  readonly open: readonly string[]
  readonly questions: BothQuestions
}

/** What AUDIT and dry runs write down, differently. */
export interface AuditChange {
  readonly server: ServerClass
  readonly port: BothPorts
  readonly speaks: 'http' | 'tcp'
  readonly difference: Difference<string>
  readonly open: readonly string[]
  readonly questions: BothQuestions
}

export interface BothQuestions {
  readonly base: AccessQuestion
  readonly head: AccessQuestion
}

export interface AccessComparison {
  readonly changes: readonly AccessChange[]
  readonly audits: readonly AuditChange[]
  readonly gaps: readonly { readonly server: ServerClass; readonly message: string }[]
  readonly tables: number
  readonly classes: number
}

export interface KnownCallers {
  readonly principals: readonly string[]
}

/** Everything that one server class lets in differently. */
export function compareAccess(
  base: Dataplane,
  head: Dataplane,
  server: ServerClass,
  callers: KnownCallers,
  memory: ComparisonMemory
): AccessComparison {
  const changes: AccessChange[] = []
  const audits: AuditChange[] = []
  const gaps: { server: ServerClass; message: string }[] = []
  let tables = 0
  let classes = 0
  const sides = { base: sideOf(base, server, 'base'), head: sideOf(head, server, 'head') }
  const trustedAlone = canonical(sides.base.trusted) === canonical(sides.head.trusted)
  const apart = apartFrom(sides.base, sides.head)
  for (const port of bothPorts(base, head, server)) {
    tables += 1
    if (sameEverywhere(sides, port, base, head)) continue
    for (const speaks of speaking(port)) {
      for (const location of locationsOf(sides, speaks)) {
        const ask = (side: 'base' | 'head') =>
          questionOf(sides[side], side, {
            server,
            port,
            speaks,
            location,
            callers,
            trustedAlone,
            apart: apart[side]
          })
        const questions = alignedQuestions({ base: ask('base'), head: ask('head') })
        const found = memory.access(keyOf(sides, port, server, speaks, location), () =>
          compare(lowerAccess(questions.base), lowerAccess(questions.head), {
            keyOf: behaviourKey,
            mergeBy: 'actions'
          })
        )
        if (found.kind !== 'compared') {
          gaps.push({ server, message: gapWords(found) })
          continue
        }
        classes += found.counts.classes
        for (const { difference, open } of found.differences.flatMap(partsOf)) {
          changes.push({ server, port, speaks, location, difference, open, questions })
        }
      }
      const asked = { server, port, speaks, location: null, callers, trustedAlone }
      const questions = alignedQuestions({
        base: questionOf(sides.base, 'base', { ...asked, apart: apart.base }),
        head: questionOf(sides.head, 'head', { ...asked, apart: apart.head })
      })
      const audit = memory.audit(keyOf(sides, port, server, speaks, null), () =>
        compare(lowerAudit(questions.base), lowerAudit(questions.head), {
          keyOf: action => action,
          mergeBy: 'actions'
        })
      )
      if (audit.kind !== 'compared') {
        gaps.push({ server, message: `what is written down: ${gapWords(audit)}` })
        continue
      }
      for (const { difference, open } of audit.differences.flatMap(partsOf)) {
        audits.push({ server, port, speaks, difference, open, questions })
      }
    }
  }
  return { changes, audits, gaps, tables, classes }
}

/** Comparisons of equal questions are made once: thousands of pods share the same few policies. */
export class ComparisonMemory {
  readonly #access = new Map<string, Comparison<AccessAction>>()
  readonly #audit = new Map<string, Comparison<string>>()

  access(key: string, make: () => Comparison<AccessAction>): Comparison<AccessAction> {
    return remembered(this.#access, key, make)
  }

  audit(key: string, make: () => Comparison<string>): Comparison<string> {
    return remembered(this.#audit, key, make)
  }
}

function remembered<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  let found = known.get(key)
  if (found === undefined) {
    found = make()
    known.set(key, found)
  }
  return found
}

function keyOf(
  sides: { readonly base: ServerSide; readonly head: ServerSide },
  port: BothPorts,
  { role }: ServerClass,
  speaks: 'http' | 'tcp',
  location: TokenLocation | null
): string {
  return [
    role,
    speaks,
    location === null ? '' : locationText(location),
    port.sample,
    portKey(sides.base, port, 'base'),
    portKey(sides.head, port, 'head'),
    policyKey(sides.base),
    policyKey(sides.head)
  ].join('\n\n')
}

/** Equal keys: no request tells the difference. Which rule decides is not behaviour. */
export function behaviourKey({ kind, providers, asked, layer }: AccessAction): string {
  if (layer === 'token') return 'token refused'
  return kind === 'ask' ? `ask ${providers.join()} ${asked.join()}` : kind
}

interface ServerSide {
  readonly plane: Dataplane
  readonly keeper: Gatekeeper
  readonly mode: (port: number) => AcceptedMode
  readonly trusted: readonly string[] | null
}

function sideOf(plane: Dataplane, server: ServerClass, side: 'base' | 'head'): ServerSide {
  const security = securityOf(plane.compilation)
  const inbound = security.inbound(server[side])
  return { plane, keeper: inbound.keeper, mode: inbound.mode, trusted: security.trusted }
}

/** The same policies, mode and reading of bytes under the same version and configuration. */
function sameEverywhere(
  sides: { readonly base: ServerSide; readonly head: ServerSide },
  port: BothPorts,
  base: Dataplane,
  head: Dataplane
): boolean {
  return (
    base.mesh.version.minor === head.mesh.version.minor &&
    contentOf(base.mesh.config.raw) === contentOf(head.mesh.config.raw) &&
    portKey(sides.base, port, 'base') === portKey(sides.head, port, 'head') &&
    policyKey(sides.base) === policyKey(sides.head)
  )
}

const contents = new WeakMap<object, string>()

function contentOf(value: object): string {
  let text = contents.get(value)
  if (text === undefined) {
    text = JSON.stringify(value)
    contents.set(value, text)
  }
  return text
}

function portKey(side: ServerSide, port: BothPorts, name: 'base' | 'head'): string {
  const { reading, tls, unreadNames } = port[name]
  return `${side.mode(port.sample).mode} ${reading} ${tls?.mode ?? ''} ${unreadNames ?? ''}`
}

const keeperKeys = new WeakMap<Gatekeeper, string>()

/** A short name for each content. */
const numbers = new Map<string, string>()

/** Equal keys: the same policies by content. */
function policyKey({ keeper }: ServerSide): string {
  let key = keeperKeys.get(keeper)
  if (key === undefined) {
    const manifests = new Set([...keeper.policies, ...keeper.jwt.map(({ manifest }) => manifest)])
    const content = canonical([...manifests].map(one => [one.ref, one.spec, isDryRun(one)]))
    key = numbers.get(content) ?? String(numbers.size)
    numbers.set(content, key)
    keeperKeys.set(keeper, key)
  }
  return key
}

/** Clients that speak HTTP and, where either side does not read it everywhere, clients that do not. */
function speaking({ base, head }: BothPorts): readonly ('http' | 'tcp')[] {
  const readings = [base.reading, head.reading]
  if (readings.every(reading => reading === 'http')) return ['http']
  return readings.every(reading => reading === 'tcp') ? ['tcp'] : ['http', 'tcp']
}

/** No token, and one at each place where some provider of a side looks. */
function locationsOf(
  { base, head }: { readonly base: ServerSide; readonly head: ServerSide },
  speaks: 'http' | 'tcp'
): readonly (TokenLocation | null)[] {
  if (speaks === 'tcp') return [null]
  const found = new Map<string, TokenLocation>()
  for (const { locations } of [...base.keeper.jwt, ...head.keeper.jwt]) {
    for (const location of locations) found.set(locationText(location), location)
  }
  return [null, ...found.values()]
}

interface Asked {
  readonly server: ServerClass
  readonly port: BothPorts
  readonly speaks: 'http' | 'tcp'
  readonly location: TokenLocation | null
  readonly callers: KnownCallers
  readonly trustedAlone: boolean
  readonly apart: NonNullable<AccessQuestion['apart']>
}

function questionOf(
  { plane, keeper, mode, trusted }: ServerSide,
  side: 'base' | 'head',
  { server, port, speaks, location, callers, trustedAlone, apart }: Asked
): AccessQuestion {
  return {
    mesh: plane.mesh,
    keeper,
    port: port[side],
    mode: mode(port.sample).mode,
    trusted,
    trustedAlone,
    speaks,
    location,
    destinationIps: [],
    place: server.role,
    apart,
    natural: { principals: callers.principals }
  }
}

function gapWords(found: Exclude<ReturnType<typeof compare>, { kind: 'compared' }>): string {
  if (found.kind === 'malformed') {
    return `a pattern cannot be compiled: ${found.matchers[0]?.reason ?? ''}`
  }
  const where = found.dimension === null ? '' : ` of ${found.dimension}`
  return `the rules${where} are too intertwined: more than ${found.allowed} ${found.limit}`
}
