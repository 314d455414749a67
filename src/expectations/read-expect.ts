import { UserError } from '../errors.ts'
import type { Expectation } from './expectation.ts'
import {
  booleanField,
  hint,
  isMapped,
  nullableMapField,
  numberField,
  textField,
  textsField,
  wrong
} from './fields.ts'
import type { Placed } from './place.ts'
import { refuseUnknown } from './read-caller.ts'

const EXPECT = [
  'status',
  'destination',
  'distribution',
  'denied',
  'mtls',
  'path',
  'authority',
  'requestHeaders',
  'responseHeaders',
  'location',
  'body',
  'minDuration',
  'maxDuration',
  'attempts',
  'mirroredTo'
]

/** The block `expect` of a case. */
export function readExpectation(placed: Placed | undefined): Expectation | null {
  if (placed === undefined || placed.value === null) return null
  if (!isMapped(placed)) throw wrong(placed, 'expect', 'a map')
  refuseUnknown(placed, 'expect', EXPECT)
  const field = (name: string) => placed.members.get(name)
  const given = (name: string) => field(name) !== undefined
  const texts = {
    path: textField(field('path'), 'expect.path'),
    authority: textField(field('authority'), 'expect.authority'),
    location: textField(field('location'), 'expect.location'),
    body: textField(field('body'), 'expect.body')
  }
  return defined({
    status: numberField(field('status'), 'expect.status', { from: 100, to: 599 }),
    destination: readDestination(field('destination')),
    distribution: readDistribution(field('distribution')),
    denied: readDenied(field('denied')),
    mtls: booleanField(field('mtls'), 'expect.mtls'),
    ...texts,
    requestHeaders: given('requestHeaders')
      ? nullableMapField(field('requestHeaders'), 'expect.requestHeaders')
      : undefined,
    responseHeaders: given('responseHeaders')
      ? nullableMapField(field('responseHeaders'), 'expect.responseHeaders')
      : undefined,
    minDuration: readDuration(field('minDuration'), 'expect.minDuration'),
    maxDuration: readDuration(field('maxDuration'), 'expect.maxDuration'),
    attempts: numberField(field('attempts'), 'expect.attempts', { from: 1, to: 1000 }),
    mirroredTo: given('mirroredTo')
      ? textsField(field('mirroredTo'), 'expect.mirroredTo')
      : undefined
  })
}

function readDestination(placed: Placed | undefined): Expectation['destination'] {
  if (placed === undefined || placed.value === null) return undefined
  if (typeof placed.value === 'string') return { host: placed.value }
  if (!isMapped(placed))
    throw wrong(placed, 'expect.destination', 'a host, or {host, subset, port}')
  refuseUnknown(placed, 'expect.destination', ['host', 'subset', 'port'])
  const host = textField(placed.members.get('host'), 'expect.destination.host')
  if (host === undefined) throw wrong(placed, 'expect.destination', 'a map with a host')
  const written = placed.members.get('port')
  // `port: {number: 80}` is how a VirtualService writes it.
  const inner = written !== undefined && isMapped(written) ? written.members.get('number') : written
  const port = numberField(inner, 'expect.destination.port', { from: 1, to: 65535 })
  const subset = textField(placed.members.get('subset'), 'expect.destination.subset')
  return { host, ...(subset !== undefined && { subset }), ...(port !== undefined && { port }) }
}

function readDistribution(placed: Placed | undefined): Expectation['distribution'] {
  if (placed === undefined || placed.value === null) return undefined
  if (!isMapped(placed)) throw wrong(placed, 'expect.distribution', 'a map of subsets to percent')
  const shares: Record<string, number> = {}
  let sum = 0
  for (const [name, value] of placed.members) {
    const where = `expect.distribution.${name}`
    const share = numberField(value, where, { from: 0, to: 100, whole: false }) ?? 0
    shares[name] = share
    sum += share
  }
  if (Math.abs(sum - 100) > 0.01) {
    throw new UserError(
      `${placed.where}: "expect.distribution" adds up to ${sum} percent.`,
      'Give every subset its share; together they are 100.'
    )
  }
  return shares
}

function readDenied(placed: Placed | undefined): Expectation['denied'] {
  if (placed === undefined || placed.value === null) return undefined
  const { value } = placed
  if (typeof value === 'boolean' || value === 'rbac' || value === 'jwt' || value === 'tls') {
    return value
  }
  throw wrong(placed, 'expect.denied', 'true, false, rbac, jwt or tls')
}

/** `500ms`, `1.5s`; a bare number is seconds to nobody and milliseconds to some. */
function readDuration(placed: Placed | undefined, name: string): number | undefined {
  const text = textField(placed, name)
  if (text === undefined || placed === undefined) return undefined
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(text) ?? []
  const milliseconds = { ms: 1, s: 1000, m: 60_000 }[unit ?? '']
  if (amount === undefined || milliseconds === undefined) {
    throw new UserError(`${placed.where}: "${name}" must be a duration such as 500ms or 2s.`, hint)
  }
  return Number(amount) * milliseconds
}

function defined(
  fields: {
    readonly [Key in keyof Expectation]: Expectation[Key] | undefined
  }
): Expectation {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  // Only members without a value are left out.
  return Object.fromEntries(entries) as Expectation
}
