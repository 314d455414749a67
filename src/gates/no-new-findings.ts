import type { Finding, Severity } from '../finding.ts'
import { defineGate, type Violation } from './gate.ts'
import type { Level } from './verdict.ts'

const strictest: Readonly<Record<Severity, Level>> = {
  error: 'error',
  warning: 'warn',
  info: 'note'
}

const severities: readonly Severity[] = ['error', 'warning', 'info']

export const noNewFindings = defineGate({
  id: 'no-new-findings',
  summary:
    'The change introduces no finding; errors count at the level of the gate, warnings at most as warn.',
  why: 'A mistake is cheapest before it is merged; what was there before does not count.',
  level: 'error',
  violatedBy({ findings, comparison }) {
    const violations: Violation[] = []
    for (const severity of severities) {
      const found = findings.introduced.filter(finding => finding.severity === severity)
      if (found.length === 0) continue
      violations.push({
        message: `${count(found, severity)}${comparison ? ' introduced' : ''}: ${ids(found)}`,
        evidence: found.map(finding => finding.fingerprint),
        atMost: strictest[severity]
      })
    }
    return violations
  }
})

function count(found: readonly Finding[], severity: Severity): string {
  const noun = severity === 'info' ? 'note' : severity
  return `${found.length} ${noun}${found.length === 1 ? '' : 's'}`
}

function ids(found: readonly Finding[]): string {
  return [...new Set(found.map(finding => finding.id))].sort().join(', ')
}
