import type { Draft } from './hit.ts'
import type { Random } from './random.ts'

/** Changes one dimension of a request, in a way that a careless matcher would not notice. */
export function nearMiss(random: Random, draft: Draft): Draft {
  const out: Draft = { ...draft, headers: { ...draft.headers } }
  const bend = random.weighted<(draft: Draft, random: Random) => void>([
    [45, bendPath],
    [30, bendHeaders],
    [12, bendQuery],
    [13, bendMethod]
  ])
  bend(out, random)
  return out
}

function bendPath(draft: Draft, random: Random): void {
  const path = draft.path
  const folder = path.endsWith('/') ? path : `${path}/`
  draft.path = random.pick([
    folder,
    path.length > 1 ? path.slice(0, -1) : '/x',
    `${path}x`,
    `${folder}x`,
    path.toUpperCase(),
    path.toLowerCase(),
    `/x${path}`,
    encoded(path, random),
    '/'
  ])
}

/** One character by its code: the same path after normalisation, another one before. */
function encoded(path: string, random: Random): string {
  const at = path.length > 1 ? random.between(1, path.length - 1) : 0
  const code = path.charCodeAt(at).toString(16).toUpperCase().padStart(2, '0')
  return at === 0 || code.length > 2
    ? `${path}%41`
    : `${path.slice(0, at)}%${code}${path.slice(at + 1)}`
}

function bendHeaders(draft: Draft, random: Random): void {
  const names = Object.keys(draft.headers)
  if (names.length === 0) {
    draft.headers[random.pick(['x', 'x-user', 'x-mixed', 'end-user'])] = random.pick([
      'a',
      'b',
      '',
      'yes'
    ])
    return
  }
  const name = random.pick(names)
  const value = String(draft.headers[name] ?? '')
  random.weighted<() => void>([
    [30, () => delete draft.headers[name]],
    [25, () => (draft.headers[name] = `${value}x`)],
    [15, () => (draft.headers[name] = value.toUpperCase())],
    [10, () => (draft.headers[name] = '')],
    [
      20,
      () =>
        (draft.headers[name] = random.pick([
          [value, 'zz'],
          ['zz', value]
        ]))
    ]
  ])()
}

function bendQuery(draft: Draft, random: Random): void {
  const query = draft.query
  draft.query = random.pick([
    query === '' ? 'q=a' : '',
    `${query}x`,
    query === '' ? 'debug' : `q=zz&${query}`,
    query === '' ? 'q=' : `${query}&q=a`
  ])
}

function bendMethod(draft: Draft, random: Random): void {
  draft.method = draft.method === 'GET' ? random.pick(['POST', 'PUT', 'HEAD']) : 'GET'
}

/** Bends of a name as a client may write it in the Host header. */
export function bendAuthority(random: Random, authority: string, port: number): string {
  if (authority.includes(':')) return authority
  return random.weighted([
    [60, authority],
    [16, `${authority}:${port}`],
    [6, `${authority}:1234`],
    [8, authority.toUpperCase()],
    [4, `${authority}.`],
    [3, `x${authority}`],
    [3, `x.${authority}`]
  ])
}
