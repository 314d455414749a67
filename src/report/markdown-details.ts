import type { Finding, Unknown } from '../finding.ts'
import type { Level } from '../gates/verdict.ts'
import { foldAssumptions } from './assumptions.ts'
import { type Block, items } from './blocks.ts'
import { markdownCode, markdownProse } from './escape.ts'
import { count, severities } from './headline.ts'
import { folded, permalink } from './markdown-effects.ts'
import { byText, findingsBySeverity } from './order.ts'
import type { RenderOptions, Report } from './report.ts'
import { skipWords, unknownWords } from './words.ts'

type Links = RenderOptions['links']

const MARKERS: Readonly<Record<Finding['severity'], string>> = {
  error: '⛔',
  warning: '⚠️',
  info: 'ℹ️'
}

const LEVELS: Readonly<Record<Level, string>> = {
  off: '·',
  note: 'ℹ️',
  warn: '⚠️',
  approve: '✋',
  error: '⛔'
}

const MOST_GATES = 24

/** "**Gates** `no-traffic-loss` ⛔ 1 · 9 others ✅", each with the strictest level it reached. */
export function gatesLine(report: Report): string {
  const reached = new Map<string, { level: Level; violations: number }>()
  for (const { gate, level, evidence } of report.verdict.reasons) {
    const seen = reached.get(gate)
    const violations = (seen?.violations ?? 0) + Math.max(1, evidence.length)
    reached.set(gate, {
      level: seen === undefined ? level : stricter(seen.level, level),
      violations
    })
  }
  const waived = new Map<string, number>()
  for (const result of report.verdict.gates ?? []) waived.set(result.gate, result.waived)
  const names = [...new Set([...waived.keys(), ...reached.keys()])]
  if (names.length === 0) return ''
  const telling = names.filter(name => reached.has(name) || (waived.get(name) ?? 0) > 0)
  const shown = telling.slice(0, MOST_GATES).map(name => {
    const of = reached.get(name)
    const state = of === undefined ? '✅' : `${LEVELS[of.level]} ${of.violations}`
    const taken = waived.get(name) ?? 0
    return `${markdownCode(name, 'text', 60)} ${state}${taken === 0 ? '' : ` (${taken} waived)`}`
  })
  if (telling.length > MOST_GATES) shown.push(`${telling.length - MOST_GATES} more`)
  const met = names.length - telling.length
  if (met > 0)
    shown.push(
      `${telling.length === 0 ? `all ${met}` : `${met} ${met === 1 ? 'other' : 'others'}`} ✅`
    )
  return `**Gates** ${shown.join(' · ')}`
}

const STRICTNESS: readonly Level[] = ['off', 'note', 'warn', 'approve', 'error']

function stricter(a: Level, b: Level): Level {
  return STRICTNESS.indexOf(a) > STRICTNESS.indexOf(b) ? a : b
}

export function reasons(report: Report): Block {
  return {
    head: '',
    items: items(
      report.verdict.reasons,
      ({ gate, level, message }) =>
        `- ${LEVELS[level]} ${markdownCode(gate, 'text', 60)} ${markdownProse(message)}\n`
    ),
    foot: '',
    priority: 2,
    share: 0.05,
    left: missing => `${count(missing, 'more reason')} in the job summary.`
  }
}

export function waivers(report: Report): Block {
  return {
    head: '**Waived**\n',
    items: items(
      report.verdict.waivers ?? [],
      ({ gate, target, reason, owner, expires }) =>
        `- ${markdownCode(gate, 'text', 60)} for ${markdownCode(target, 'text', 100)}: ${markdownProse(reason, 'text', 200)} (owner ${markdownCode(owner, 'text', 60)}, until ${markdownCode(expires, 'text', 20)})\n`
    ),
    foot: '',
    priority: 4,
    share: 0.05,
    left: missing => `${count(missing, 'more waiver')} in the job summary.`
  }
}

/** "**Findings** 1 introduced (1 error) · 2 fixed · 14 already there". */
export function findingsLine(report: Report): string {
  const { introduced, resolved, remaining } = report.findings
  if (introduced.length + resolved.length + remaining.length === 0) return ''
  if (report.sides.base === null) return `**Findings** ${severities(remaining)}`
  const parts = [
    introduced.length === 0
      ? '0 introduced'
      : `${introduced.length} introduced (${severities(introduced)})`
  ]
  if (resolved.length > 0) parts.push(`${resolved.length} fixed`)
  if (remaining.length > 0) parts.push(`${remaining.length} already there`)
  return `**Findings** ${parts.join(' · ')}`
}

/** Only what the change introduces; with one side, everything. */
export function findings(report: Report, links: Links): Block {
  const shown = report.sides.base === null ? report.findings.remaining : report.findings.introduced
  return {
    head: '',
    items: items(findingsBySeverity(shown), finding => findingLine(finding, links)),
    foot: '',
    priority: 3,
    share: 0.15,
    left: missing => `${count(missing, 'more finding')} in the job summary.`
  }
}

export function resolved(report: Report, links: Links): Block {
  return {
    head: `<details><summary>Findings that this change fixes (${report.findings.resolved.length})</summary>\n\n`,
    items: items(findingsBySeverity(report.findings.resolved), finding =>
      findingLine(finding, links, 'base')
    ),
    foot: '\n</details>',
    priority: 9,
    share: 0.05,
    left: missing => `${count(missing, 'fixed finding')} in the job summary.`
  }
}

function findingLine(finding: Finding, links: Links, side: 'base' | 'head' = 'head'): string {
  const codes = finding.sources.slice(0, 4).map(code => markdownCode(code, 'text', 20))
  const from = codes.length === 0 ? '' : ` (${codes.join(', ')})`
  const sure = finding.certainty === 'certain' ? '' : ` (${finding.certainty})`
  const at = permalink(finding.at, side, 'text', links)
  const related = finding.related
    .slice(0, 3)
    .map(
      one => ` (${markdownProse(one.note, 'text', 120)} ${permalink(one.at, side, 'text', links)})`
    )
  return `- ${MARKERS[finding.severity]} ${finding.severity} ${markdownCode(finding.id, 'text', 80)}${from} ${at}: ${markdownProse(finding.message)}${sure}${related.join('')}\n`
}

export function unknowns(report: Report, links: Links): Block {
  return {
    head: `**Not proven** (${report.unknown.length})\n`,
    items: items(report.unknown, one => unknownLine(one, links)),
    foot: '',
    priority: 4,
    share: 0.12,
    left: missing => `${count(missing, 'more thing')} that could not be proven in the job summary.`
  }
}

function unknownLine(one: Unknown, links: Links): string {
  const at = one.at === null ? '' : ` ${permalink(one.at, 'head', 'text', links)}`
  return `- ❓ ${unknownWords[one.reason]}${at}: ${markdownProse(one.message)}\n`
}

export function proven(report: Report): Block {
  const { proxies, tables, classes } = report.unchanged
  const lines: string[] = []
  if (tables > 0) {
    const what = [
      `${proxies} ${proxies === 1 ? 'class' : 'classes'} of proxies`,
      count(tables, 'table'),
      `${classes} request ${classes === 1 ? 'class' : 'classes'}`
    ]
    lines.push(`- compared: ${what.join(', ')}\n`)
  }
  for (const mesh of report.meshes) {
    const { base, head } = mesh.sides
    const version =
      base !== null && base.istio !== head.istio ? `${base.istio} → ${head.istio}` : head.istio
    lines.push(
      `- mesh ${markdownCode(mesh.name, 'text', 60)}: Istio ${markdownCode(version, 'text', 40)} (${markdownProse(head.why, 'text', 160)}), ${count(head.manifests, 'object')}\n`
    )
  }
  for (const { line, items: each } of foldAssumptions([
    ...report.assumptions,
    ...report.unchanged.assumptions
  ])) {
    lines.push(`- ${folded(line, each, 8)}\n`)
  }
  return {
    head: '<details><summary>What was compared, and assumptions</summary>\n\n',
    items: items(lines, String),
    foot: '\n</details>',
    priority: 5,
    share: 0.1,
    left: missing => `${count(missing, 'assumption')} in the job summary.`
  }
}

export function textOnly(report: Report): Block {
  const { textOnly: changed } = report.unchanged
  return {
    head: `<details><summary>Text-only changes (${count(changed.length, 'object')})</summary>\n\n`,
    items: items(
      changed,
      ({ ref, what, file }) =>
        `- ${markdownCode(ref, 'text', 160)}: ${markdownProse(what, 'text', 160)} (${markdownCode(file, 'text', 160)})\n`
    ),
    foot: '\n</details>',
    priority: 7,
    share: 0.08,
    left: missing => `${count(missing, 'text-only change')} in the job summary.`
  }
}

/** "apiVersion ×9, labels ×3": the sentence of a proven change of text. */
export function textOnlySummary(report: Report): string {
  const counts = new Map<string, number>()
  for (const { what } of report.unchanged.textOnly) counts.set(what, (counts.get(what) ?? 0) + 1)
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || byText(a, b))
  const shown = sorted.slice(0, 4).map(([what, n]) => `${markdownProse(what, 'text', 80)} ×${n}`)
  if (sorted.length > 4) shown.push(`${sorted.length - 4} more kinds of text`)
  return shown.join(', ')
}

export function plan(report: Report): Block {
  const steps = [
    ['roll out', report.plan.rollout],
    ['verify', report.plan.verify],
    ['watch', report.plan.watch],
    ['roll back', report.plan.rollback]
  ] as const
  const lines: string[] = []
  for (const [name, list] of steps) {
    for (const step of list) lines.push(`- ${name}: ${markdownCode(step, 'text', 400)}\n`)
  }
  return {
    head: '<details><summary>Rolling out, verifying, rolling back</summary>\n\n',
    items: items(lines, String),
    foot: '\n</details>',
    priority: 8,
    share: 0.08,
    left: missing => `${count(missing, 'step')} in the job summary.`
  }
}

export function coverage(report: Report): Block {
  const { files, manifests, byKind, skipped } = report.coverage
  const kinds = Object.entries(byKind).sort(([a, n], [b, m]) => m - n || byText(a, b))
  const lines = [`- read: ${count(files.head, 'file')}, ${count(manifests.head, 'object')}\n`]
  if (kinds.length > 0) {
    const shown = kinds.slice(0, 16).map(([kind, n]) => `${markdownCode(kind, 'text', 60)} ×${n}`)
    if (kinds.length > 16) shown.push(`${kinds.length - 16} more kinds`)
    lines.push(`- objects of head: ${shown.join(', ')}\n`)
  }
  for (const { file, line, reason, detail } of skipped) {
    const place = line === null ? file : `${file}:${line}`
    lines.push(
      `- skipped ${markdownCode(place, 'text', 160)}: ${skipWords[reason]}${detail === '' ? '' : ` (${markdownProse(detail, 'text', 160)})`}\n`
    )
  }
  return {
    head: `<details><summary>What was read, and what was skipped (${skipped.length})</summary>\n\n`,
    items: items(lines, String),
    foot: '\n</details>',
    priority: 8,
    share: 0.08,
    left: missing => `${count(missing, 'more line')} about what was read in the job summary.`
  }
}
