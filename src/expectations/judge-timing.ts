import type { Outcome } from '../dataplane/request.ts'
import type { Expectation } from './expectation.ts'
import { faultOf, type Judge } from './judge.ts'
import { outcomeWords } from './words.ts'

/** How long a request takes at least and at most, and how often it is tried, as far as the route says so. */
export function judgeTiming(
  judge: Judge,
  { minDuration, maxDuration, attempts }: Expectation,
  outcome: Outcome
): void {
  const delay = faultOf(outcome.settings?.fault).delay
  const least = delay !== undefined && delay.percent >= 100 ? delay.milliseconds : 0
  const most = milliseconds(outcome.settings?.timeout)
  if (minDuration !== undefined) {
    if (least >= minDuration) judge.require('minDuration', true, '', '')
    else if (most !== null && most < minDuration) {
      judge.require('minDuration', false, `${minDuration}ms`, `a timeout of ${most}ms`)
    } else judge.leave('minDuration: the application takes its time')
  }
  if (maxDuration !== undefined) {
    if (least > maxDuration) {
      judge.require('maxDuration', false, `${maxDuration}ms`, `a delay of ${least}ms`)
    } else if (most !== null) {
      // The delay of a fault comes before the timeout of the route begins.
      judge.require(
        'maxDuration',
        least + most <= maxDuration,
        `${maxDuration}ms`,
        `${least + most}ms`
      )
    } else judge.leave('maxDuration: the route has no timeout')
  }
  if (attempts !== undefined) {
    if (outcome.outcome !== 'served') {
      judge.require('attempts', false, String(attempts), outcomeWords(outcome))
      return
    }
    const tries = triesOf(outcome)
    judge.require('attempts', tries === attempts, String(attempts), String(tries))
  }
}

/** The first try and its repetitions; Istio's own default repeats twice. Source: pilot route/retry/retry.go. */
function triesOf({ settings }: Outcome): number {
  const retries = settings?.retries
  if (retries === 'off') return 1
  const given = retries?.attempts
  return 1 + (typeof given === 'number' ? given : 2)
}

function milliseconds(duration: string | undefined): number | null {
  if (duration === undefined) return null
  let total = 0
  for (const [, amount = '', unit = ''] of duration.matchAll(/([\d.]+)(ms|h|m|s)/g)) {
    total += Number(amount) * ({ ms: 1, s: 1000, m: 60_000, h: 3_600_000 }[unit] ?? 0)
  }
  return total
}
