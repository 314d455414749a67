import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { replacePrefix } from '../../src/dataplane/path.ts'
import { matches } from '../../src/decision/decide.ts'
import type { Matcher } from '../../src/decision/table.ts'
import { beforeRewrite, isUnsaid } from '../../src/effects/before-rewrite.ts'

const PATH = { name: 'path', theory: 'string', optional: false, multiple: false } as const

const text = fc.string({ unit: fc.constantFrom('/', 'a', 'b'), maxLength: 5 })
const path = text.map(rest => `/${rest}`)
const atom = fc.oneof(
  fc.record({ is: fc.constantFrom('exact', 'prefix', 'suffix'), value: text }),
  fc.constant({ is: 'present' })
) as fc.Arbitrary<Matcher>
const matcher = fc.letrec<{ matcher: Matcher }>(tie => ({
  matcher: fc.oneof(
    { depthSize: 'small' },
    atom,
    fc.record({ is: fc.constant('not' as const), of: tie('matcher') }),
    fc.record({
      is: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('matcher'), { minLength: 1, maxLength: 3 })
    })
  )
})).matcher

test('a condition after a rewrite holds where its image before it does', () => {
  fc.assert(
    fc.property(matcher, path, path, text, (condition, from, to, rest) => {
      const image = beforeRewrite(condition, {
        match: { kind: 'prefix', value: from, ignoreCase: false },
        rewrite: { kind: 'prefix', value: to },
        merges: false
      })
      const arriving = `${from}${rest}`
      const after = matches(condition, replacePrefix(arriving, from, to), PATH)
      if (typeof image === 'boolean') expect(image).toBe(after)
      else if (isUnsaid(image)) throw new Error(image.unsaid)
      else expect(matches(image, arriving, PATH)).toBe(after)
    }),
    { numRuns: 3000 }
  )
})

test('an exact path is replaced as a whole; a pattern cannot be carried back', () => {
  const match = { kind: 'exact', value: '/a', ignoreCase: false } as const
  const rewrite = { kind: 'prefix', value: '/b' } as const
  const exact: Matcher = { is: 'exact', value: '/b' }
  expect(beforeRewrite(exact, { match, rewrite, merges: false })).toBe(true)
  const prefix = { kind: 'prefix', value: '/a', ignoreCase: false } as const
  const pattern: Matcher = { is: 'regex', value: '/b/[^/]+' }
  expect(beforeRewrite(pattern, { match: prefix, rewrite, merges: false })).toEqual({
    unsaid: 'a policy of the server matches the rewritten path by a pattern'
  })
  expect(beforeRewrite(pattern, { match: prefix, rewrite: undefined, merges: true })).toBe(pattern)
})
