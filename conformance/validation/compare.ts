import type { FindingDraft } from '../../src/finding.ts'
import type { Verdict } from '../judge/protocol.ts'
import { MESSAGES } from './messages.ts'

/** Names that only one of both says; empty where they agree. */
export interface Difference {
  readonly missing: readonly string[]
  readonly extra: readonly string[]
}

const agreed: Difference = { missing: [], extra: [] }

/**
 * Both must take or refuse the object, and say the same of it: errors as sets, since Istio repeats some of one place,
 * warnings with their number.
 */
export function difference(verdict: Verdict, found: readonly FindingDraft[]): Difference {
  const ours = found.filter(({ sources }) => sources.length > 0)
  const errors = namesOf(ours.filter(({ severity }) => severity === 'error'))
  const undecoded = errors.includes('invalid-type')
  if (verdict.undecoded === true || undecoded) {
    if (verdict.undecoded === true && undecoded) return agreed
    return undecoded
      ? { missing: [], extra: ['invalid-type'] }
      : { missing: [`undecoded: ${verdict.errors[0] ?? ''}`], extra: [] }
  }
  const warnings = namesOf(ours.filter(({ severity }) => severity !== 'error'))
  const first = compared(verdict.errors, errors, true)
  const second = compared(verdict.warnings, warnings, false)
  return {
    missing: [...first.missing, ...second.missing],
    extra: [...first.extra, ...second.extra]
  }
}

function namesOf(found: readonly FindingDraft[]): string[] {
  return found.map(({ id }) => id.slice(id.indexOf('/') + 1))
}

function compared(said: readonly string[], names: readonly string[], asSets: boolean): Difference {
  const left = [...names]
  const allowed = new Set<string>()
  const missing: string[] = []
  for (const message of said) {
    const bare = message.replace(/^invalid policy [^ ]*: ?/, '').trim()
    const known = MESSAGES.find(([words]) => words.test(bare))?.[1]
    if (known === undefined) {
      missing.push(`unrecognised: ${bare}`)
      continue
    }
    const index = left.findIndex(name => known.includes(name))
    const [name] = index < 0 ? [] : left.splice(index, 1)
    if (name === undefined && !(asSets && known.some(each => allowed.has(each)))) {
      missing.push(known.join('|'))
    }
    for (const each of known) allowed.add(each)
  }
  const extra = asSets ? left.filter(name => !allowed.has(name)) : left
  return { missing, extra }
}
