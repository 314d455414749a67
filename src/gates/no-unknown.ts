import type { Unknown } from '../finding.ts'
import { defineGate } from './gate.ts'

export const noUnknown = defineGate({
  id: 'no-unknown',
  summary: 'Everything that the change touches was understood.',
  why: 'Where something was not understood, nothing is proven about it.',
  level: 'warn',
  violatedBy({ unknown, changed }) {
    const concerned: Unknown[] = []
    for (const one of unknown) {
      // Without a subject nobody can say that the change does not concern it.
      if (one.subject === null || changed(one.mesh, one.subject)) concerned.push(one)
    }
    if (concerned.length === 0) return []
    const what = concerned.length === 1 ? '1 thing was' : `${concerned.length} things were`
    return [
      {
        message: `${what} not understood, so the comparison says nothing about ${concerned.length === 1 ? 'it' : 'them'}`,
        evidence: concerned.map(one => one.fingerprint)
      }
    ]
  }
})
