import { describe, expect, test } from '@jest/globals'
import { acceptedMessages } from '../../conformance/analysis/accepted.ts'
import { readAnalysisRuns } from '../../conformance/analysis/store.ts'
import { accepted } from '../../conformance/compare/accepted.ts'
import { addTally, emptyTally } from '../../conformance/compare/compare.ts'
import { envoyVersions } from '../../conformance/judge/envoy.ts'
import { readMutants } from '../../conformance/mutants/store.ts'
import { olderBehaviours } from '../../conformance/older-minors.ts'
import { page } from '../../conformance/page.ts'
import { readPlanted, readSteps } from '../../conformance/record/measured.ts'
import { type Replay, replay } from '../../conformance/record/replay.ts'
import { readFlags, readRuns } from '../../conformance/record/runs.ts'
import {
  readRecording,
  readRegression,
  recordingFiles,
  regressionFiles
} from '../../conformance/record/store.ts'
import { expectGolden } from '../support/golden.ts'

/** What the recorded answers must hold at least, so that a thinned-out recording is not taken for agreement. */
const least = { decisions: 20_000, proxies: 2_000 }

/** Mismatches that are printed of one recording. */
const most = 20

describe('Istio and Envoy answered the same', () => {
  const replays: Replay[] = []

  test.each(recordingFiles().map(file => [file.replace(/^.*\//, ''), file] as const))(
    '%s',
    (_, file) => {
      const result = replay(readRecording(file))
      replays.push(result)
      expect(result.wrong.slice(0, most)).toEqual([])
    }
  )

  test('the recordings are large enough', () => {
    const total = emptyTally()
    for (const { tally } of replays) addTally(total, tally)
    expect(total.decisions).toBeGreaterThanOrEqual(least.decisions)
    expect(total.proxies).toBeGreaterThanOrEqual(least.proxies)
  })

  test('every accepted difference is still one', () => {
    const used = new Set(replays.flatMap(each => [...each.accepted.keys()]))
    expect(accepted.map(({ id }) => id).filter(id => !used.has(id))).toEqual([])
  })

  test('docs/conformance.md says so', () => {
    expectGolden(
      'docs/conformance.md',
      page({
        replays,
        runs: readRuns(),
        accepted,
        analysis: readAnalysisRuns(),
        acceptedMessages,
        mutants: readMutants(),
        regressions: regressionFiles().map(readRegression),
        older: olderBehaviours,
        flags: readFlags(),
        planted: readPlanted(),
        steps: readSteps(),
        envoys: envoyVersions
      })
    )
  })
})
