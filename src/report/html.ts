import type { Effect, EffectSubject } from '../effects/effect.ts'
import type { Finding, SourceRange } from '../finding.ts'
import { foldAssumptions } from './assumptions.ts'
import { escapeHtml } from './escape.ts'
import { count, headline } from './headline.ts'
import { style, styleHash } from './html-style.ts'
import { meshesOf, otherSubjects } from './mesh-words.ts'
import { effectsByRisk, findingsBySeverity } from './order.ts'
import { redact } from './redact.ts'
import type { RenderOptions, Report, Reporter } from './report.ts'
import { curl, describeCaller, describeOutcome } from './request-words.ts'
import { reportState } from './state.ts'
import { behaviourText, effectWords, skipWords, unknownWords, verdictWords } from './words.ts'

/**
 * One file that needs nothing else: no script, no image, no request, and a policy that would refuse them.
 * https://www.w3.org/TR/CSP3/
 */
export const html: Reporter = {
  id: 'html',
  render(unsafe, options) {
    const report = redact(unsafe)
    const policy = `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`
    const title = escapeHtml(headline(report))
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<h1 class="${reportState(report)}">${title}</h1>
${[
  verdict(report),
  effects(report, options.links),
  findings(report, options.links),
  unknowns(report),
  compared(report),
  coverage(report)
]
  .filter(part => part !== '')
  .join('\n')}
<footer>${footer(report)}</footer>
</body>
</html>
`
  }
}

type Links = RenderOptions['links']

function section(title: string, body: string): string {
  return body === '' ? '' : `<section><h2>${title}</h2>\n${body}\n</section>`
}

function list(items: readonly string[]): string {
  return items.length === 0
    ? ''
    : `<ul>\n${items.map(item => `<li>${item}</li>`).join('\n')}\n</ul>`
}

function code(text: string): string {
  return `<code>${escapeHtml(text)}</code>`
}

function place(at: SourceRange, side: 'base' | 'head', links: Links): string {
  const label = code(`${at.file}:${at.start.line}:${at.start.column}`)
  const root = links?.[side]
  if (root === undefined) return label
  const path = at.file
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  return `<a href="${escapeHtml(`${root}${path}#L${at.start.line}`)}">${label}</a>`
}

function verdict(report: Report): string {
  const { outcome, reasons, waivers = [] } = report.verdict
  const items = reasons.map(
    ({ gate, level, message }) =>
      `${code(gate)} <span class="${level}">${level}</span> ${escapeHtml(message)}`
  )
  for (const { gate, target, reason, owner, expires } of waivers) {
    items.push(
      `waived: ${code(gate)} for ${code(target)}: ${escapeHtml(reason)} (owner ${escapeHtml(owner)}, until ${escapeHtml(expires)})`
    )
  }
  return section('Verdict', `<p class="${outcome}">${verdictWords[outcome]}</p>\n${list(items)}`)
}

function effects(report: Report, links: Links): string {
  const items = effectsByRisk(report.effects).map(effect => effectArticle(effect, links))
  return section(`Effects (${report.effects.length})`, items.join('\n'))
}

function effectArticle(effect: Effect, links: Links): string {
  const words = effectWords[effect.kind]
  const subject = subjectText(effect.subject)
  const rows: [string, string][] = [['requests', escapeHtml(effect.region)]]
  for (const { facet, before, after } of effect.changes) {
    rows.push([escapeHtml(facet), `${code(before)} → <strong>${code(after)}</strong>`])
  }
  if (effect.witness !== null) {
    const { request, before, after } = effect.witness
    rows.push(
      ['request', code(curl(request, effect.subject))],
      ['from', escapeHtml(describeCaller(request.from))],
      ['before', escapeHtml(describeOutcome(before))],
      ['after', escapeHtml(describeOutcome(after))]
    )
  }
  for (const one of effect.behaviours ?? []) rows.push(['because', escapeHtml(behaviourText(one))])
  for (const { at, side, note } of effect.causes) {
    rows.push(['because', `${place(at, side, links)} (${side}) ${escapeHtml(note)}`])
  }
  const meshes = meshesOf(effect)
  if (meshes.length > 1) rows.push(['meshes', meshes.map(mesh => code(mesh)).join(', ')])
  const others = otherSubjects(effect)
  if (others.length > 0) {
    rows.push(['also', others.map(member => subjectText(member.subject)).join('; ')])
  }
  rows.push(
    ['certainty', effect.certainty],
    ['verify', code(effect.verify)],
    ['watch', code(effect.watch)]
  )
  rows.push(['roll back', escapeHtml(effect.rollback)])
  const body = rows
    .filter(([, value]) => value !== '' && value !== '<code></code>')
    .map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`)
  return `<article><h3>${words.title} ${words.preposition} ${subject}</h3>\n<dl>\n${body.join('\n')}\n</dl></article>`
}

function subjectText({ name, namespace, gateway, port }: EffectSubject): string {
  return [
    code(name),
    namespace === undefined || namespace === '' ? '' : ` in ${code(namespace)}`,
    gateway === undefined ? '' : ` at gateway ${code(gateway)}`,
    port === undefined ? '' : `, port ${port}`
  ].join('')
}

function findings(report: Report, links: Links): string {
  const groups: [string, readonly Finding[], 'base' | 'head'][] =
    report.sides.base === null
      ? [['Findings', report.findings.remaining, 'head']]
      : [
          ['Findings introduced', report.findings.introduced, 'head'],
          ['Findings fixed', report.findings.resolved, 'base'],
          ['Findings already there', report.findings.remaining, 'head']
        ]
  return groups
    .map(([title, all, side]) =>
      section(
        `${title} (${all.length})`,
        list(findingsBySeverity(all).map(finding => findingItem(finding, side, links)))
      )
    )
    .filter(part => part !== '')
    .join('\n')
}

function findingItem(finding: Finding, side: 'base' | 'head', links: Links): string {
  const codes =
    finding.sources.length === 0
      ? ''
      : ` (${finding.sources.map(one => escapeHtml(one)).join(', ')})`
  const related = finding.related.map(
    ({ at, note }) => `${escapeHtml(note)} ${place(at, side, links)}`
  )
  return `${place(finding.at, side, links)} <span class="${finding.severity}">${finding.severity}</span> ${escapeHtml(finding.message)} ${code(finding.id)}${codes}${list(related)}`
}

function unknowns(report: Report): string {
  const items = report.unknown.map(
    ({ reason, message, at }) =>
      `${at === null ? '' : `${place(at, 'head', undefined)} `}${unknownWords[reason]}: ${escapeHtml(message)}`
  )
  return section(`Not proven (${items.length})`, list(items))
}

function compared(report: Report): string {
  const { proxies, tables, classes, textOnly, assumptions } = report.unchanged
  const items = [
    `${proxies} classes of proxies, ${count(tables, 'table')}, ${classes} request classes`
  ]
  for (const { name, sides } of report.meshes) {
    items.push(
      `mesh ${code(name)}: Istio ${escapeHtml(sides.head.istio)} (${escapeHtml(sides.head.why)})`
    )
  }
  for (const { line, items: each } of foldAssumptions([...report.assumptions, ...assumptions])) {
    items.push(`${line}${each.length === 0 ? '' : `: ${each.map(code).join(', ')}`}`)
  }
  for (const { ref, what, file } of textOnly)
    items.push(`text only: ${code(ref)} ${escapeHtml(what)} (${code(file)})`)
  return section('What was compared, and assumptions', list(items))
}

function coverage(report: Report): string {
  const { files, manifests, skipped } = report.coverage
  const items = [`${count(files.head, 'file')}, ${count(manifests.head, 'object')} read`]
  for (const note of report.notes ?? []) items.push(escapeHtml(note))
  for (const { file, line, reason, detail } of skipped) {
    items.push(
      `skipped ${code(line === null ? file : `${file}:${line}`)}: ${skipWords[reason]} ${escapeHtml(detail)}`
    )
  }
  return section('What was read', list(items))
}

function footer({ sides, versions }: Report): string {
  const names = [sides.base, sides.head].flatMap(side =>
    side === null ? [] : [code(side.commit ?? side.name)]
  )
  return `${names.join(' → ')} · Meshproof ${escapeHtml(versions.meshproof)}`
}
