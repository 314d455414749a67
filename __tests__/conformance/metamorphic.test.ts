import { describe, expect, test } from '@jest/globals'
import { tellingRequest } from '../../conformance/metamorphic/evaluated.ts'
import { readFigures, tablesOf } from '../../conformance/metamorphic/figures.ts'
import { alarms, neutralEdits, neutralPair } from '../../conformance/metamorphic/neutral.ts'
import { unlisted } from '../../conformance/metamorphic/open.ts'
import { reachDiffers, reachPair } from '../../conformance/metamorphic/reach.ts'
import { diffPair, tellingEdits, tellingPair } from '../../conformance/metamorphic/telling.ts'
import { expectGolden } from '../support/golden.ts'
import { schemas } from '../support/reviewed.ts'

/** A bounded part, seeded; `node conformance/metamorphic.ts` is the long run, with Istio as the judge. */
const seed = 'npm test'
const minor = '1.31'

/** The first pairs of an edit; every edit finds some world to edit. */
function pairsOf<Pair>(count: number, make: (index: number) => Pair | null): Pair[] {
  const found: Pair[] = []
  for (let index = 0; found.length < count && index < 200; index++) {
    const pair = make(index)
    if (pair !== null) found.push(pair)
  }
  expect(found).toHaveLength(count)
  return found
}

test('there are more than twenty edits of either sort, each with a name of its own', () => {
  for (const edits of [neutralEdits, tellingEdits]) {
    const names = edits.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThan(20)
  }
})

describe('an edit that means the same has no effect, and nothing of it is unknown', () => {
  test.each(neutralEdits.map(edit => [edit.name, edit] as const))('%s', (_, edit) => {
    for (const pair of pairsOf(2, index => neutralPair(edit, seed, index))) {
      expect([pair.world.name, unlisted(alarms(pair, minor, schemas))]).toEqual([
        pair.world.name,
        []
      ])
    }
  })
})

describe('an edit that a request notices has an effect of the right kind', () => {
  test.each(tellingEdits.map(edit => [edit.name, edit] as const))('%s', (_, edit) => {
    for (const pair of pairsOf(2, index => tellingPair(edit, seed, index, 12))) {
      const { effects, unknown } = diffPair(pair, minor, schemas)
      const defects = unknown.filter(({ reason }) => ['witness', 'internal'].includes(reason))
      expect(unlisted(defects.map(({ message }) => message))).toEqual([])
      const right = effects.filter(({ kind }) => edit.kinds.includes(kind))
      const request = tellingRequest(pair, minor)
      if (request === null || right.length > 0) continue
      expect([pair.world.name, effects.map(({ kind }) => kind), request]).toEqual('an effect')
    }
  })
})

test('a wildcard host that stays as it is does not hide a narrower one where Host headers are matched', () => {
  const edit = tellingEdits.find(({ name }) => name === 'other weights')
  const pair = edit === undefined ? null : tellingPair(edit, 'long', 3, 12)
  const effects = pair === null ? [] : diffPair(pair, minor, schemas).effects
  expect(effects.map(({ kind }) => kind)).toContain('traffic-gained')
})

test('comparing what a change can reach gives what comparing everything gives', () => {
  const different = pairsOf(100, index => reachPair(seed, index)).flatMap(
    pair => reachDiffers(pair, minor) ?? []
  )
  expect(different).toEqual([])
})

test('the figures of the last long run are in the documentation', () => {
  const page = [
    '# Metamorphic tests',
    '',
    'Written by `npm run jest -- __tests__/conformance -u` from `conformance/metamorphic.json`; not by hand.',
    '',
    'Generated meshes are edited. Edits that mean the same must say nothing; edits that mean something must have an effect of',
    'the right kind, with a witness to which Istio itself, asked on both sides, answers as the effect says, and Envoy where',
    'it can be asked: not where a lot is drawn (weights, faults, parts that are mirrored). A pair counts where Istio’s answers',
    'to some request differ; `unknown` counts as not detected. Of pairs of which nothing is said, Istio is asked about one in',
    'three (the others are “not asked”, and count nowhere); where its answers differ, the pair is “missed”. A failure that',
    'becomes another failure with the same status is “nothing to see”. Witnesses of effects that rest on pods which git does',
    'not hold are asked in a mesh that has them. What stands under “not judged”: witnesses of what the proxies of servers',
    'let in (Istio is asked where a request is sent), of pods that DNS alone gives, and worlds that istiod does not take.',
    'How it is run:',
    '',
    '```',
    'node conformance/metamorphic.ts --part neutral,reach --pairs 110 --reach 10000 --seed TEXT --save',
    'node conformance/metamorphic.ts --part telling --pairs 105 --workers 2 --envoy --seed TEXT --save',
    'node conformance/metamorphic.ts --part samples --samples DIR --save',
    '```',
    '',
    'Figures of several seeds are added where no repair between them touched the edit; the seeds are named.',
    '',
    ...tablesOf(readFigures()),
    ''
  ]
  expectGolden('docs/metamorphic.md', page.join('\n'))
})
