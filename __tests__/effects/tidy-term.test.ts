import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { matches } from '../../src/decision/decide.ts'
import type { Matcher } from '../../src/decision/table.ts'
import { tidied } from '../../src/effects/tidy-term.ts'

const dimension = { name: 'path', theory: 'string', optional: false, multiple: false } as const
const text = fc.string({ unit: fc.constantFrom('/', 'a', 'b'), maxLength: 3 })
const atom: fc.Arbitrary<Matcher> = fc.record({
  is: fc.constantFrom('exact' as const, 'prefix' as const, 'suffix' as const),
  value: text
})
const list = fc.array(
  fc.oneof(
    atom,
    fc.array(atom, { minLength: 1, maxLength: 3 }).map((of): Matcher => ({ is: 'any', of }))
  ),
  { maxLength: 3 }
)

test('a tidied term holds of the same values', () => {
  fc.assert(
    fc.property(list, list, text, (within, except, value) => {
      const holds = (term: { within: readonly Matcher[]; except: readonly Matcher[] }) =>
        (term.within.length === 0 || term.within.some(one => matches(one, value, dimension))) &&
        !term.except.some(one => matches(one, value, dimension))
      const term = { dimension: 'path', within, except }
      expect(holds(tidied(term))).toBe(holds(term))
    }),
    { numRuns: 3000 }
  )
})

test('one entry more of a long list is what is told', () => {
  const prefix = (n: number): Matcher => ({ is: 'prefix', value: `/p${n}/` })
  const all = Array.from({ length: 1000 }, (_, n) => prefix(n))
  const term = {
    dimension: 'path',
    within: [{ is: 'any', of: [...all, prefix(1000)] } as const],
    except: [{ is: 'any', of: all } as const]
  }
  expect(tidied(term)).toEqual({ dimension: 'path', within: [prefix(1000)], except: [] })
})
