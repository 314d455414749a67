import { describe, expect, test } from '@jest/globals'
import { accepted, acceptedBy } from '../../conformance/compare/accepted.ts'
import {
  addTally,
  compareWorld,
  describeMismatch,
  emptyTally
} from '../../conformance/compare/compare.ts'
import { readRecording, recordingFiles } from '../../conformance/record/store.ts'

/** What the recorded answers must hold at least, so that a thinned-out recording is not taken for agreement. */
const least = { decisions: 20_000, proxies: 2_000 }

/** Mismatches that are printed of one recording. */
const most = 20

const files = recordingFiles()

describe('Istio answered the same', () => {
  const total = emptyTally()
  const used = new Set<string>()

  test.each(files.map(file => [file.replace(/^.*\//, ''), file] as const))('%s', (_, file) => {
    const { istio, worlds } = readRecording(file)
    const wrong: string[] = []
    for (const { world, answer } of worlds) {
      const { mismatches, tally } = compareWorld(world, istio, answer)
      addTally(total, tally)
      for (const mismatch of mismatches) {
        const entry = acceptedBy(mismatch)
        if (entry !== undefined) used.add(entry.id)
        else if (wrong.length < most) wrong.push(`${world.name}: ${describeMismatch(mismatch)}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('the recordings are large enough', () => {
    expect(total.decisions + total.unknown).toBeGreaterThanOrEqual(least.decisions)
    expect(total.proxies).toBeGreaterThanOrEqual(least.proxies)
  })

  test('every accepted difference is still one', () => {
    expect(accepted.map(({ id }) => id).filter(id => !used.has(id))).toEqual([])
  })
})
