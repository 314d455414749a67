import type { Cause, Effect, EffectMember, EffectSubject } from '../effects/effect.ts'
import type { SourceRange } from '../finding.ts'
import { foldAssumptions } from './assumptions.ts'
import { type Block, items } from './blocks.ts'
import { type MarkdownPlace, markdownCode, markdownProse } from './escape.ts'
import { count } from './headline.ts'
import { meshesOf, otherSubjects } from './mesh-words.ts'
import type { RenderOptions, Report } from './report.ts'
import { curl, describeCaller, describeOutcome, shortCurl } from './request-words.ts'
import { behaviourText, effectWords } from './words.ts'

type Links = RenderOptions['links']

/** The table that a reviewer reads: one row an effect, most dangerous first. */
export function effectsTable(report: Report, effects: readonly Effect[], links: Links): Block {
  const several = report.meshes.length > 1
  return {
    head: '| | What changes | Request that shows it | Before → after | Why |\n|---|---|---|---|---|\n',
    items: items(effects, effect => row(effect, several, links)),
    foot: '',
    priority: 1,
    share: 0.4,
    left: missing => `**${count(missing, 'more effect')}** in the job summary.`
  }
}

function row(effect: Effect, several: boolean, links: Links): string {
  const words = effectWords[effect.kind]
  const mesh = several ? ` (${meshWords(effect)})` : ''
  const others = otherSubjects(effect).length
  const folded = others === 0 ? '' : ` and ${others} more`
  const what = `**${words.title}** ${words.preposition} ${subject(effect.subject, 'cell')}${mesh}${folded}${certainty(effect)}`
  const cells = [words.marker, what, request(effect), changes(effect), why(effect, links)]
  return `| ${cells.join(' | ')} |\n`
}

const MANY_MESHES = 6

function meshWords(effect: Effect): string {
  const names = meshesOf(effect)
  const shown = names.slice(0, MANY_MESHES).map(name => markdownCode(name, 'cell', 60))
  const more = names.length - shown.length
  const list = more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
  return names.length === 1 ? `mesh ${list}` : `meshes ${list}`
}

function certainty(effect: Effect): string {
  if (effect.certainty === 'certain') return ''
  return effect.certainty === 'assumed' ? ' (assumed)' : ' (not proven)'
}

function request(effect: Effect): string {
  if (effect.witness === null) return markdownProse(effect.region, 'cell', 200)
  const from = describeCaller(effect.witness.request.from)
  return `${markdownCode(shortCurl(effect.witness.request), 'cell', 300)} from ${markdownProse(from, 'cell', 120)}`
}

const MANY = 4

function changes(effect: Effect): string {
  const shown = effect.changes.slice(0, MANY).map(({ facet, before, after }) => {
    const values = `${markdownCode(before, 'cell', 120)} → **${markdownCode(after, 'cell', 120)}**`
    return `${markdownProse(facet, 'cell', 60)}: ${values}`
  })
  if (shown.length === 0 && effect.witness !== null) {
    const { before, after } = effect.witness
    shown.push(
      `${markdownProse(describeOutcome(before), 'cell', 160)} → **${markdownProse(describeOutcome(after), 'cell', 160)}**`
    )
  }
  if (effect.changes.length > MANY) shown.push(`${effect.changes.length - MANY} more`)
  return shown.join('<br>')
}

function why(effect: Effect, links: Links): string {
  const { causes } = effect
  const head = causes.filter(({ side }) => side === 'head')
  // A line that was edited where it stands is one place for a reader, though each side has it.
  const base = causes.filter(
    ({ side, at }) =>
      side === 'base' &&
      !head.some(one => one.at.file === at.file && one.at.start.line === at.start.line)
  )
  const all = [...head, ...base]
  const [behaviour] = effect.behaviours ?? []
  const shown = all.slice(0, 2).map(one => cause(one, 'cell', links))
  if (behaviour !== undefined) shown.unshift(markdownProse(behaviourText(behaviour), 'cell', 200))
  if (all.length > 2) shown.push(`${all.length - 2} more`)
  return shown.join('<br>')
}

function cause(one: Cause, place: MarkdownPlace, links: Links): string {
  const note = one.note === '' ? '' : ` ${markdownProse(one.note, place, 160)}`
  const side = one.side === 'base' ? ' (base)' : ''
  return `${permalink(one.at, one.side, place, links)}${side}${note}`
}

/** `file:line`, linked to the commit of its side where the address is known. */
export function permalink(
  at: SourceRange,
  side: 'base' | 'head',
  place: MarkdownPlace,
  links: Links
): string {
  const label = markdownCode(`${at.file}:${at.start.line}`, place, 120)
  const root = links?.[side]
  if (root === undefined || at.file.length > 300) return label
  const path = at.file.split('/').map(segment).join('/')
  return `[${label}](${root}${path}#L${at.start.line})`
}

/** encodeURIComponent leaves `()'*!~` alone, which Markdown reads; a lone surrogate would throw. */
function segment(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[()'*!~]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  )
}

/** "`reviews` in `shop`, port 80"; "`shop.example.com` at gateway `shop/public`". */
export function subject(of: EffectSubject, place: MarkdownPlace): string {
  const parts = [markdownCode(of.name, place, 100)]
  if (of.namespace !== undefined && of.namespace !== '') {
    parts.push(`in ${markdownCode(of.namespace, place, 63)}`)
  }
  if (of.gateway !== undefined) parts.push(`at gateway ${markdownCode(of.gateway, place, 100)}`)
  const port = of.port === undefined ? '' : `, port ${of.port}`
  return `${parts.join(' ')}${port}`
}

/** Every differing class with its region, whole request, outcomes and steps for people. */
export function effectDetails(report: Report, effects: readonly Effect[], links: Links): Block {
  const asking = new Map(
    report.verdict.reasons
      .filter(({ level }) => level === 'approve' || level === 'error')
      .flatMap(({ gate, evidence }) => evidence.map(one => [one, gate] as const))
  )
  return {
    head: `<details><summary>${effects.length === 1 ? '1 differing request class' : `${effects.length} differing request classes`} in full</summary>\n\n`,
    items: items(effects, effect => detail(effect, links, asking.get(effect.fingerprint))),
    foot: '\n</details>',
    priority: 6,
    share: 0.25,
    left: missing =>
      `${missing} request ${missing === 1 ? 'class' : 'classes'} in full in the job summary.`
  }
}

function detail(effect: Effect, links: Links, asking: string | undefined): string {
  const words = effectWords[effect.kind]
  const lines = [
    `- **${words.title}** ${words.preposition} ${subject(effect.subject, 'text')}${certainty(effect)}`
  ]
  const add = (name: string, text: string) => {
    if (text !== '') lines.push(`  - ${name}: ${text}`)
  }
  add('requests', markdownProse(effect.region, 'text', 400))
  add(
    'proxies',
    effect.proxy.names
      .slice(0, 4)
      .map(name => markdownCode(name, 'text', 100))
      .join(', ') +
      (effect.proxy.names.length > 4 ? ` and ${effect.proxy.names.length - 4} more` : '')
  )
  for (const { facet, before, after } of effect.changes.slice(0, 12)) {
    add(
      markdownProse(facet, 'text', 60),
      `${markdownCode(before, 'text', 300)} → ${markdownCode(after, 'text', 300)}`
    )
  }
  if (effect.witness !== null) {
    add('request', markdownCode(curl(effect.witness.request, effect.subject), 'text', 600))
    add('before', markdownProse(describeOutcome(effect.witness.before)))
    add('after', markdownProse(describeOutcome(effect.witness.after)))
  }
  for (const one of (effect.behaviours ?? []).slice(0, 4))
    add('because', markdownProse(behaviourText(one)))
  for (const one of effect.causes.slice(0, 6)) add('because', cause(one, 'text', links))
  add('the same for', members(otherSubjects(effect)))
  for (const one of foldAssumptions(effect.assumptions)) {
    add('assumed', folded(one.line, one.items, 3))
  }
  add('verify', command(effect.verify))
  add('watch', command(effect.watch))
  add('roll back', markdownProse(effect.rollback))
  if (asking !== undefined) {
    const target = markdownCode(effect.fingerprint, 'text', 60)
    add('to allow it', `a waiver of ${markdownCode(asking, 'text', 60)} on base, target ${target}`)
  }
  return `${lines.join('\n')}\n`
}

/** Commands and queries are for pasting: code as a whole. */
function command(text: string): string {
  return text === '' ? '' : markdownCode(text, 'text', 600)
}

function members(all: readonly EffectMember[]): string {
  const shown = all.slice(0, 5).map(one => subject(one.subject, 'text'))
  return `${shown.join('; ')}${all.length > 5 ? ` and ${all.length - 5} more` : ''}`
}

/** "17 services are assumed to exist: `a`, `b` and 15 more". */
export function folded(line: string, each: readonly string[], most: number): string {
  if (each.length === 0) return line
  const shown = each.slice(0, most).map(item => markdownCode(item, 'text', 100))
  const more = each.length > most ? ` and ${each.length - most} more` : ''
  return `${line}: ${shown.join(', ')}${more}`
}
