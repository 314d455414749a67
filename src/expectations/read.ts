import { UserError } from '../errors.ts'
import type { AskedRequests, RuleExpectation, TestCase } from './expectation.ts'
import {
  booleanField,
  camel,
  hint,
  isMapped,
  numberField,
  objectField,
  objectsField,
  textField,
  textMapField,
  textsField,
  wrong
} from './fields.ts'
import { type Placed, placedDocuments } from './place.ts'
import { readCallerField, readTokens } from './read-caller.ts'
import { readExpectation } from './read-expect.ts'

/** The keys of a case. Those before `id` are istio-config-validator's own. */
const CASE = [
  'description',
  'wantMatch',
  'request',
  'route',
  'redirect',
  'rewrite',
  'fault',
  'headers',
  'delegate',
  'id',
  'from',
  'modes',
  'expect',
  'skipReason'
] as const

const REQUEST = [
  'authority',
  'method',
  'uri',
  'headers',
  'queryParams',
  'scheme',
  'port',
  'protocol',
  'sni',
  'body',
  'repeat',
  'jwt'
] as const

/**
 * The cases of a test file: that of istio-config-validator as it is, or with the keys that docs/tests.md adds.
 * Keys are compared without case, as Go's encoding/json does; unknown ones are kept as warnings, since that
 * program ignores them.
 * @returns `null` where no document has `testCases`
 * @throws UserError with file and line for what cannot be read
 */
export function readTests(file: string, text: string): readonly TestCase[] | null {
  // Most files of a repository are no tests, and reading them twice is not free.
  if (!/testcases/i.test(text)) return null
  const cases: TestCase[] = []
  let found = false
  for (const document of placedDocuments(file, text)) {
    const list = membersOf(document, ['testCases']).known.testCases
    if (list === undefined) continue
    found = true
    if (list.value === null) continue
    if (list.items === null) throw wrong(list, 'testCases', 'a list')
    for (const item of list.items) cases.push(readCase(file, item))
  }
  return found ? cases : null
}

function readCase(file: string, placed: Placed): TestCase {
  if (!isMapped(placed)) throw wrong(placed, 'testCases', 'a list of maps')
  const { known, unknown } = membersOf(placed, CASE)
  const { request } = known
  if (request === undefined || !isMapped(request)) {
    throw new UserError(
      `${placed.where}: the test case has no "request".`,
      'Give it authority, method and uri; docs/tests.md shows how.'
    )
  }
  const asked = readRequests(request)
  const rule = readRule(known)
  const expect = readExpectation(known.expect)
  const wanted = booleanField(known.wantMatch, 'wantMatch')
  const id = textField(known.id, 'id')
  const skipReason = textField(known.skipReason, 'skipReason')
  const warnings = [
    ...[...unknown, ...asked.unknown].map(name => `unknown key "${name}" is not read`),
    ...(wanted === undefined && Object.keys(rule).length > 0
      ? ['no "wantMatch": it counts as false, so the rule must differ']
      : []),
    ...(Object.keys(rule).length > 0 && asked.requests.uri.some(uri => uri.includes('?'))
      ? ['the query of "uri" is sent; istio-config-validator drops it']
      : [])
  ]
  return {
    file,
    line: placed.line,
    ...(id !== undefined && { id }),
    description: textField(known.description, 'description') ?? '',
    request: asked.requests,
    from: readCallerField(known.from),
    rule,
    wantMatch: wanted ?? false,
    expect,
    modes: modesOf(known.modes),
    ...(skipReason !== undefined && { skipReason }),
    warnings
  }
}

function readRule(known: Partial<Record<(typeof CASE)[number], Placed>>): RuleExpectation {
  const route = objectsField(known.route, 'route')
  const rule: Record<string, unknown> = {}
  if (route !== undefined) rule.route = camel(route)
  for (const name of ['redirect', 'rewrite', 'fault', 'headers', 'delegate'] as const) {
    const value = objectField(known[name], name)
    if (value !== undefined) rule[name] = camel(value)
  }
  // Filled above with just these names and shapes.
  return rule as RuleExpectation
}

function readRequests(placed: Placed): {
  readonly requests: AskedRequests
  readonly unknown: readonly string[]
} {
  const { known, unknown } = membersOf(placed, REQUEST)
  const protocol = choice(known.protocol, 'protocol', ['http', 'tcp']) ?? 'http'
  const authority = textsField(known.authority, 'authority')
  const method = textsField(known.method, 'method')
  const uri = textsField(known.uri, 'uri')
  if (authority.length === 0) {
    throw new UserError(
      `${(known.authority ?? placed).where}: the request needs an "authority".`,
      'Name at least one host, such as authority: [reviews].'
    )
  }
  for (const one of uri) {
    if (!one.startsWith('/') && one !== '*') {
      throw wrong(known.uri ?? placed, 'uri', 'a list of paths that begin with /')
    }
  }
  const query = Object.entries(textMapField(known.queryParams, 'queryParams')).map(
    ([name, value]) => (value === '' ? name : `${name}=${value}`)
  )
  const port = numberField(known.port, 'port', { from: 1, to: 65535 })
  const scheme = textField(known.scheme, 'scheme')
  const sni = textField(known.sni, 'sni')
  numberField(known.repeat, 'repeat', { from: 1, to: 100_000 })
  textField(known.body, 'body')
  const paths = uri.length === 0 ? ['/'] : uri
  return {
    requests: {
      authority,
      method: method.length === 0 ? ['GET'] : method,
      uri: paths.map(path => withQuery(path, query)),
      headers: textMapField(known.headers, 'headers'),
      ...(port !== undefined && { port }),
      ...(scheme !== undefined && { scheme: scheme === 'https' ? 'https' : 'http' }),
      protocol,
      ...(sni !== undefined && { sni }),
      tokens: readTokens(known.jwt)
    },
    unknown: unknown.map(name => `request.${name}`)
  }
}

function withQuery(path: string, query: readonly string[]): string {
  if (query.length === 0) return path
  return `${path}${path.includes('?') ? '&' : '?'}${query.join('&')}`
}

function modesOf(placed: Placed | undefined): TestCase['modes'] {
  const modes = textsField(placed, 'modes')
  if (modes.length === 0) return ['offline', 'live']
  return modes.map(mode => {
    if (mode === 'offline' || mode === 'live') return mode
    throw new UserError(`${placed?.where}: "modes" knows offline and live, not "${mode}".`, hint)
  })
}

function choice<T extends string>(
  placed: Placed | undefined,
  name: string,
  known: readonly T[]
): T | undefined {
  const value = textField(placed, name)
  if (value === undefined || placed === undefined) return undefined
  const found = known.find(one => one === value.toLowerCase())
  if (found === undefined) throw wrong(placed, name, known.join(' or '))
  return found
}

/** Members by the known name they stand for, and the names that are none. */
export function membersOf<Name extends string>(
  placed: Placed,
  names: readonly Name[]
): {
  readonly known: Partial<Record<Name, Placed>>
  readonly unknown: readonly string[]
} {
  const byFold = new Map(names.map(name => [name.toLowerCase(), name]))
  const known: Partial<Record<Name, Placed>> = {}
  const unknown: string[] = []
  for (const [key, member] of placed.members) {
    const name = byFold.get(key.toLowerCase())
    if (name === undefined) unknown.push(key)
    else known[name] = member
  }
  return { known, unknown }
}
