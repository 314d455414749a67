import { describe, expect, test } from '@jest/globals'
import { places, quoted, read, virtualService } from './reading.ts'

/** `id (reason): the first line that is covered … the last`. */
function suppressions(text: string): string[] {
  return read(text).suppressions.map(({ id, reason, covers, manifest }) => {
    const lines = quoted(text, covers).trim().split('\n')
    const inside = lines.length === 1 ? lines[0] : `${lines[0]} … ${lines.at(-1)?.trim()}`
    return `${id} (${reason}) ${manifest?.ref.name}: ${inside}`
  })
}

const route = `${virtualService}  http:
  - name: one
    route:
    - destination: {host: a}
  - name: two
    timeout: 5s
`

function commented(before: string, comment: string): string {
  return route.replace(before, `${comment}\n${before}`)
}

describe('comments', () => {
  const order = '# meshproof: ignore virtual-service/unknown-host reason=known to be there'
  const suppressed = 'virtual-service/unknown-host (known to be there) reviews:'

  test('behind content: that line', () => {
    expect(suppressions(route.replace('timeout: 5s', `timeout: 5s ${order}`))).toEqual([
      `${suppressed} timeout: 5s`
    ])
  })

  test('above a field: the field with all below it', () => {
    expect(suppressions(commented('    route:', `    ${order}`))).toEqual([
      `${suppressed} route: … - destination: {host: a}`
    ])
  })

  test('above an item: the item', () => {
    expect(suppressions(commented('  - name: one', `  ${order}`))).toEqual([
      `${suppressed} - name: one … - destination: {host: a}`
    ])
  })

  test('above a list whose items stand at the column of its key: the list', () => {
    expect(suppressions(commented('  http:', order))).toEqual([`${suppressed} http: … timeout: 5s`])
  })

  test.each([
    ['above the document', `${order}\n${route}`],
    ['above its marker', `${order}\n---\n${route}`],
    ['at its marker', `--- ${order}\n${route}`],
    ['with blank lines and other comments between', `${order}\n# other\n\n${route}`]
  ])('%s: the whole document', (_, text) => {
    expect(suppressions(text)).toEqual([
      `${suppressed} apiVersion: networking.istio.io/v1 … timeout: 5s`
    ])
  })

  test('another document is not covered', () => {
    expect(
      suppressions(`${route}---\n${order}\n${route.replace('name: reviews', 'name: other')}`)
    ).toEqual([
      `${suppressed.replace('reviews', 'other')} apiVersion: networking.istio.io/v1 … timeout: 5s`
    ])
  })

  test('in a list of objects: the object whose place it is', () => {
    const item = (name: string) =>
      `- apiVersion: v1\n  kind: Service\n  metadata: {name: ${name}}\n`
    const text = `apiVersion: v1\nkind: List\nitems:\n${item('a')}# meshproof: ignore IST0101 reason=x\n${item('b')}${item('c')}`
    expect(suppressions(text)).toEqual(['IST0101 (x) b: - apiVersion: v1 … metadata: {name: b}'])
  })

  test('several ids, and a reason in quotes', () => {
    const several =
      '# meshproof: ignore IST0101, KIA1107 gateway/unknown-host reason="see the wiki"'
    expect(
      read(`${several}\n${route}`).suppressions.map(({ id, reason }) => `${id} ${reason}`)
    ).toEqual(['IST0101 see the wiki', 'KIA1107 see the wiki', 'gateway/unknown-host see the wiki'])
  })

  test('text that only looks like a comment is none', () => {
    const text = `${route}  lua: |\n    ${order}\n  quoted: "${order}"\n  plain: a${order}\n`
    expect(read(text).suppressions).toEqual([])
  })

  test.each([
    ['# meshproof: ignore virtual-service/unknown-host', 'it gives no reason'],
    ['# meshproof: ignore virtual-service/unknown-host reason=', 'it gives no reason'],
    ['# meshproof: ignore reason=x', 'it names no id of a finding'],
    ['# meshproof: ignore everything reason=x', '"everything" is no id of a finding'],
    ['# meshproof: ignore * reason=x', '"*" is no id of a finding'],
    ['# meshproof: allow IST0101 reason=x', 'it does not say "ignore" and what'],
    ['#meshproof:', 'it does not say "ignore" and what']
  ])('%s suppresses nothing and says why', (comment, why) => {
    const reading = read(`${route}${comment}\n`)
    expect(reading.suppressions).toEqual([])
    expect(places(reading)).toEqual(['manifest/invalid-suppression 14:1'])
    expect(reading.findings[0]?.message).toContain(why)
  })

  test('as many comments as lines', () => {
    const many = Array.from(
      { length: 20_000 },
      (_, i) => `  # meshproof: ignore IST0101 reason=x\n  k${i}: v\n`
    ).join('')
    expect(read(virtualService + many).suppressions).toHaveLength(20_000)
  })
})

describe('annotations', () => {
  function annotated(annotation: string): string[] {
    const text = virtualService.replace(
      'namespace: shop',
      `namespace: shop\n  annotations:\n    ${annotation}`
    )
    return read(text).suppressions.map(({ id, reason, origin, at, covers }) => {
      expect(reason).toBeNull()
      expect([at.start.line, covers.start.line, covers.end.line]).toEqual([7, 1, 9])
      return `${origin} ${id}`
    })
  }

  test('codes as istioctl splits them', () => {
    const istio = 'galley.istio.io/analyze-suppress'
    expect(annotated(`${istio}: IST0101,IST0113`)).toEqual([`${istio} IST0101`, `${istio} IST0113`])
    expect(annotated(`${istio}: '*'`)).toEqual([`${istio} *`])
    expect(annotated(`${istio}: IST0101, IST0113`)).toEqual([
      `${istio} IST0101`,
      `${istio}  IST0113`
    ])
  })

  test('codes as Kiali splits them', () => {
    const kiali = 'kiali.io/ignore-validations'
    expect(annotated(`${kiali}: KIA1101, KIA1107`)).toEqual([
      `${kiali} KIA1101`,
      `${kiali} KIA1107`
    ])
    expect(annotated(`${kiali}: ''`)).toEqual([`${kiali} *`])
  })
})
