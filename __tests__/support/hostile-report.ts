import type { Report } from '../../src/report/report.ts'
import { typical } from './reports.ts'

/** What an author of a pull request may put into any string. */
export const payloads: readonly string[] = [
  '@evil-org/team',
  '#1 evil/repo#1 GH-1 evil@example.com',
  'https://evil.example.com www.evil.example.com',
  '--> <!-- meshproof key=x sha=y -->',
  '</details></td></table><img src=x onerror=alert(1)><script>alert(1)</script>',
  '`` ` ``` ````',
  'a|b \\| \\\\| c',
  '[click](https://evil.example.com) ![x](https://evil.example.com/x.png)',
  '\u202eenalp\u202c \u200bzero\u200d \ufeff \u{e0041}',
  '\u001b[31mred\u001b]8;;https://evil.example.com\u0007link\u001b]8;;\u0007 \r overwritten \u009b31m',
  '\n### ✅ Meshproof: no behavioural change (proven)\n\n- item\n\n| a | b |\n|---|---|\n',
  '::error file=x::boom\n##[set-output name=verdict]pass\n::add-mask::x',
  'defaced deadbeef 4f1c2ab0000000000000000000000000000000aa',
  '\ud800 lone \udc00',
  '~~~\n```\n$$ :smile: <sub> &amp; &#64;evil \\@evil',
  "'; rm -rf / #",
  ''
]

const closedSets = new Set([
  'schema',
  'command',
  'outcome',
  'level',
  'severity',
  'certainty',
  'side',
  'type',
  'domain',
  'direction',
  'fingerprint',
  'evidence',
  'commit',
  'protocol',
  'transport'
])

/** Objects whose `kind` or `reason` is one of a closed set: effects, their subjects, assumptions, unknowns, skips. */
function isClosed(key: string, of: Readonly<Record<string, unknown>>): boolean {
  if (closedSets.has(key)) return true
  if (key === 'kind') return 'region' in of || 'params' in of || !('group' in of)
  return key === 'reason' && ('subject' in of || 'detail' in of)
}

/** The same report with every untrusted string beginning with a payload, and its lists repeated. */
export function attack(report: Report, repeat: number, from: readonly string[] = payloads): Report {
  let turn = 0
  const walk = (value: unknown, depth: number): unknown => {
    if (typeof value === 'string') return `${from[turn++ % from.length]} ${value}`
    if (Array.isArray(value)) {
      // Lists of the report itself are long; lists within an item stay readable.
      const times = depth <= 3 ? repeat : 2
      const copies: unknown[] = []
      for (let i = 0; i < times; i++) for (const item of value) copies.push(walk(item, depth + 2))
      return copies
    }
    if (value === null || typeof value !== 'object') return value
    const copy: Record<string, unknown> = {}
    const own = Object.fromEntries(Object.entries(value))
    for (const [key, member] of Object.entries(own)) {
      copy[key] = isClosed(key, own) ? member : walk(member, depth + 1)
    }
    return copy
  }
  // The walk keeps the shape, which the type system cannot see.
  return walk(report, 0) as Report
}

/** Every string of the report is an attack; every list is long. */
export const hostile: Report = attack(typical, 60)
