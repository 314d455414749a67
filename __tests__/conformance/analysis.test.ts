import { describe, expect, test } from '@jest/globals'
import { acceptedMessages } from '../../conformance/analysis/accepted.ts'
import { mismatches, theirs } from '../../conformance/analysis/compare.ts'
import { compareAnalysis, emptyAnalysis } from '../../conformance/analysis/run.ts'
import { analysisRecordings, readAnalysis } from '../../conformance/analysis/store.ts'
import { worldOf } from '../../conformance/analysis/world.ts'

/** Of the codes that an analyzer of istioctl can say about one mesh, those that so small a recording holds. */
const least = { objects: 1_500, messages: 3_000, codes: 50 }

describe('istioctl said the same', () => {
  const used = new Set<string>()

  test.each(analysisRecordings().map(file => [file.replace(/^.*\//, ''), file] as const))(
    '%s',
    (_, file) => {
      const { istio, worlds } = readAnalysis(file)
      const tally = emptyAnalysis()
      for (const { world, answers } of worlds) compareAnalysis(tally, world, answers, istio)
      for (const id of tally.accepted.keys()) used.add(id)
      expect(tally.wrong.slice(0, 20)).toEqual([])
      expect(tally.objects).toBeGreaterThan(least.objects)
      expect(tally.messages).toBeGreaterThan(least.messages)
      expect(tally.codes.size).toBeGreaterThanOrEqual(least.codes)
    }
  )

  test('every accepted difference is still one', () => {
    expect(acceptedMessages.map(({ id }) => id).filter(id => !used.has(id))).toEqual([])
  })
})

test('a world is determined by its name', () => {
  expect(worldOf('a', 7, 31)).toEqual(worldOf('a', 7, 31))
  expect(worldOf('a', 7, 31)).not.toEqual(worldOf('b', 7, 31))
})

describe('a comparison finds', () => {
  const message = { code: 'IST0102', level: 'Info', analyzer: 'a', kind: 'Namespace', text: '' }
  const one = { ...message, name: 'shop' }
  const other = { ...message, name: 'pay' }

  test('what one side does not say', () => {
    expect(mismatches(['IST0102 Namespace /shop'], theirs([[one, other]]))).toEqual([
      { said: 'IST0102 Namespace /pay', ours: 0, theirs: [1, 1] }
    ])
    expect(mismatches(['IST0103 Pod shop/a'], theirs([[]]))).toEqual([
      { said: 'IST0103 Pod shop/a', ours: 1, theirs: [0, 0] }
    ])
  })

  test('a number that is not the same, except where it is asked once', () => {
    const twice = theirs([[one, one]])
    expect(mismatches(['IST0102 Namespace /shop'], twice)).toHaveLength(1)
    const refused = { ...message, code: 'IST0106', kind: 'Gateway', namespace: 'shop', name: 'a' }
    expect(mismatches(['IST0106 Gateway shop/a'], theirs([[refused, refused]]))).toEqual([])
  })

  test('nothing where istioctl answers now so, now so', () => {
    expect(mismatches(['IST0102 Namespace /shop'], theirs([[one], []]))).toEqual([])
    expect(mismatches([], theirs([[one], []]))).toEqual([])
  })
})
