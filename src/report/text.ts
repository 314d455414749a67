import type { Cause, Effect, EffectSubject } from '../effects/effect.ts'
import type { Finding, SourceRange } from '../finding.ts'
import { foldAssumptions } from './assumptions.ts'
import { plain } from './escape.ts'
import { count, headline, severities } from './headline.ts'
import { meshesOf, otherSubjects } from './mesh-words.ts'
import { effectsByRisk, findingsBySeverity } from './order.ts'
import { type Paint, paint } from './paint.ts'
import { redact } from './redact.ts'
import type { Report, Reporter } from './report.ts'
import { curl, describeCaller, describeOutcome } from './request-words.ts'
import { reportState } from './state.ts'
import { behaviourText, effectWords, skipWords, unknownWords, verdictWords } from './words.ts'

/** For a terminal: whole, nothing folded away but equal things; colour only where asked. */
export const text: Reporter = {
  id: 'text',
  render(unsafe, options) {
    const report = redact(unsafe)
    const look = paint(options.color)
    const sections = [
      [title(report, look)],
      ...effectsByRisk(report.effects).map(effect => effectLines(effect, look)),
      findingSection(report, look),
      unknownSection(report, look),
      gateSection(report, look),
      provenSection(report, look),
      coverageSection(report, look),
      (report.notes ?? []).flatMap(noteLines)
    ]
    const lines: string[] = []
    for (const section of sections) {
      if (section.length > 0) lines.push(...(lines.length > 0 ? [''] : []), ...section)
    }
    return `${lines.join('\n')}\n`
  }
}

/** A sentence, and below it what it asks to paste. */
function noteLines(note: string): string[] {
  const [sentence = '', ...block] = note.split('\n')
  return [`note: ${plain(sentence)}`, ...block.map(line => `  ${plain(line)}`)]
}

function title(report: Report, look: Paint): string {
  const state = reportState(report)
  const line = headline(report)
  switch (state) {
    case 'failed':
    case 'blocked':
      return look.bad(line)
    case 'needs-approval':
    case 'unknown':
    case 'findings':
      return look.warn(line)
    case 'changed':
      return look.strong(line)
    case 'proven-unchanged':
    case 'clean':
      return look.good(line)
    case 'nothing-relevant':
      return line
  }
}

function effectLines(effect: Effect, look: Paint): string[] {
  const words = effectWords[effect.kind]
  const subject = subjectText(effect.subject)
  const sure = effect.certainty === 'certain' ? '' : ` (${effect.certainty})`
  const lines = [`${look.strong(words.title)} ${words.preposition} ${subject}${sure}`]
  const add = (label: string, value: string) => {
    if (value !== '') lines.push(`  ${look.dim(label.padEnd(12))} ${value}`)
  }
  add('requests', plain(effect.region))
  add('proxies', proxiesText(effect))
  for (const { facet, before, after } of effect.changes) {
    add(plain(facet), `${plain(before)} ${look.dim('→')} ${look.strong(plain(after))}`)
  }
  if (effect.witness !== null) {
    const { request, before, after } = effect.witness
    add('request', curl(request, effect.subject))
    add('from', plain(describeCaller(request.from)))
    const [was, is] = [describeOutcome(before), describeOutcome(after)]
    // Where only settings differ, the outcome in words is the same.
    if (is !== was) {
      add('before', plain(was))
      add('after', plain(is))
    }
  }
  for (const one of effect.behaviours ?? []) add('because', plain(behaviourText(one)))
  for (const cause of effect.causes.slice(0, causeLimit)) add('because', causeText(cause))
  const further = effect.causes.length - causeLimit
  if (further > 0) add('because', `and ${further} more of this kind`)
  const meshes = meshesOf(effect)
  if (meshes.length > 1) add('meshes', meshes.map(mesh => plain(mesh)).join(', '))
  const others = otherSubjects(effect)
  if (others.length > 0) {
    const shown = others.slice(0, 5).map(member => subjectText(member.subject))
    const more = others.length > 5 ? ` and ${others.length - 5} more` : ''
    add('also', shown.join('; ') + more)
  }
  add('verify', plain(effect.verify))
  add('watch', plain(effect.watch))
  add('roll back', plain(effect.rollback))
  return lines
}

/** Who is configured so, where it is not everybody: clients of other pods see nothing of it. */
function proxiesText({ proxy: { type, names }, domain }: Effect): string {
  if (type !== 'sidecar' || domain !== 'routing' || names.includes('all sidecars')) return ''
  const more = names.length > 4 ? ` and ${names.length - 4} more` : ''
  return (
    names
      .slice(0, 4)
      .map(name => plain(name))
      .join(', ') + more
  )
}

/** Many objects may say the same: the rest of their places is in the JSON. */
const causeLimit = 8

function subjectText({ name, namespace, gateway, port }: EffectSubject): string {
  return [
    plain(name),
    namespace === undefined || namespace === '' ? '' : ` in ${plain(namespace)}`,
    gateway === undefined ? '' : ` at gateway ${plain(gateway)}`,
    port === undefined ? '' : `, port ${port}`
  ].join('')
}

function causeText({ at, side, note }: Cause): string {
  return `${place(at)}${side === 'base' ? ' (base)' : ''}${note === '' ? '' : ` ${plain(note)}`}`
}

/** `file:line:column`, which terminals and editors turn into a link. */
function place(at: SourceRange): string {
  return `${plain(at.file)}:${at.start.line}:${at.start.column}`
}

function findingSection(report: Report, look: Paint): string[] {
  const { introduced, resolved, remaining } = report.findings
  if (report.sides.base === null)
    return findingsBySeverity(remaining).flatMap(one => findingLines(one, look))
  if (introduced.length + resolved.length + remaining.length === 0) return []
  const counts = [
    `${introduced.length} introduced${introduced.length > 0 ? ` (${severities(introduced)})` : ''}`,
    `${resolved.length} fixed`,
    `${remaining.length} already there`
  ]
  const lines = [`${look.strong('Findings')} ${counts.join(', ')}`]
  for (const one of findingsBySeverity(introduced)) lines.push(...findingLines(one, look))
  return lines
}

function findingLines(finding: Finding, look: Paint): string[] {
  const tone = { error: look.bad, warning: look.warn, info: look.dim }[finding.severity]
  const codes =
    finding.sources.length === 0 ? '' : ` (${finding.sources.map(code => plain(code)).join(', ')})`
  const sure = finding.certainty === 'certain' ? '' : ` [${finding.certainty}]`
  const lines = [
    `${place(finding.at)}: ${tone(finding.severity)} ${plain(finding.message)} ${look.dim(`${plain(finding.id)}${codes}${sure}`)}`
  ]
  for (const { at, note } of finding.related) lines.push(`  ${place(at)}: ${plain(note)}`)
  return lines
}

function unknownSection(report: Report, look: Paint): string[] {
  if (report.unknown.length === 0) return []
  const lines = [`${look.warn('Not proven')} ${count(report.unknown.length, 'thing')}`]
  for (const { at, reason, message } of report.unknown) {
    lines.push(`  ${at === null ? '' : `${place(at)}: `}${unknownWords[reason]}: ${plain(message)}`)
  }
  return lines
}

function gateSection(report: Report, look: Paint): string[] {
  const { outcome, reasons, waivers = [] } = report.verdict
  const tone = {
    pass: look.good,
    warn: look.warn,
    approve: look.warn,
    block: look.bad,
    error: look.bad
  }[outcome]
  const lines = [`${look.strong('Verdict')} ${tone(verdictWords[outcome])}`]
  for (const { gate, level, message } of reasons) {
    lines.push(`  ${plain(gate)} (${level}): ${plain(message)}`)
  }
  for (const { gate, target, reason, owner, expires } of waivers) {
    lines.push(
      `  waived until ${plain(expires)} by ${plain(owner)}: ${plain(gate)} for ${plain(target)}: ${plain(reason)}`
    )
  }
  return lines
}

function provenSection(report: Report, look: Paint): string[] {
  const { proxies, tables, classes, textOnly, assumptions } = report.unchanged
  const lines: string[] = []
  if (tables > 0) {
    lines.push(
      `${look.strong('Compared')} ${proxies} ${proxies === 1 ? 'class' : 'classes'} of proxies, ${count(tables, 'table')}, ${classes} request ${classes === 1 ? 'class' : 'classes'}`
    )
  }
  const { changed } = report.coverage
  if (changed.manifests > 0) {
    lines.push(
      `${look.strong('Changed')} ${count(changed.manifests, 'object')}${textOnlyWords(textOnly)}`
    )
  }
  for (const { line, items } of foldAssumptions([...report.assumptions, ...assumptions])) {
    const shown = items
      .slice(0, 8)
      .map(item => plain(item))
      .join(', ')
    const more = items.length > 8 ? ` and ${items.length - 8} more` : ''
    lines.push(`${look.dim('assumed')} ${line}${shown === '' ? '' : `: ${shown}${more}`}`)
  }
  return lines
}

function textOnlyWords(textOnly: Report['unchanged']['textOnly']): string {
  if (textOnly.length === 0) return ''
  const counts = new Map<string, number>()
  for (const { what } of textOnly) counts.set(what, (counts.get(what) ?? 0) + 1)
  const kinds = [...counts].map(([what, n]) => `${plain(what)} ×${n}`)
  return `, ${textOnly.length} of them in text only: ${kinds.join(', ')}`
}

function versionText({ base, head }: Report['meshes'][number]['sides']): string {
  const after = `${plain(head.istio)} (${plain(head.why)})`
  if (base === null || base.istio === head.istio) return after
  return `${plain(base.istio)} (${plain(base.why)}) → ${after}`
}

function coverageSection(report: Report, look: Paint): string[] {
  const { files, manifests, skipped } = report.coverage
  const lines = [
    `${look.dim('read')} ${count(files.head, 'file')}, ${count(manifests.head, 'object')}`
  ]
  for (const { name, sides } of report.meshes) {
    lines.push(`${look.dim('mesh')} ${plain(name)}: Istio ${versionText(sides)}`)
  }
  for (const { file, line, reason, detail } of skipped.slice(0, 20)) {
    const at = line === null ? plain(file) : `${plain(file)}:${line}`
    lines.push(
      `${look.dim('skipped')} ${at}: ${skipWords[reason]}${detail === '' ? '' : ` (${plain(detail)})`}`
    )
  }
  if (skipped.length > 20) lines.push(`${look.dim('skipped')} ${skipped.length - 20} more`)
  return lines
}
