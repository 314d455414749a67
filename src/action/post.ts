import * as core from '@actions/core'
import { log } from '../publish/log.ts'
import { writeSummary } from '../publish/summary.ts'

/** Runs after the job, also when it was cancelled: a review that was cut off must not look like a clean one. */
export async function post(): Promise<void> {
  if (core.getState('started') === '' || core.getState('verdict') !== '') return
  const message =
    'Meshproof was stopped before it had a verdict: this commit is not reviewed. Run the job again.'
  log.warning(message)
  await writeSummary(`### Meshproof: no verdict\n\n${message}\n`)
}
