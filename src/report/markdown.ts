import { assemble, type Block, fixed, items } from './blocks.ts'
import { markdownBlock, markdownCode, markdownProse } from './escape.ts'
import { count, headline, stateMarkers } from './headline.ts'
import {
  coverage,
  findings,
  findingsLine,
  gatesLine,
  plan,
  proven,
  reasons,
  resolved,
  textOnly,
  textOnlySummary,
  unknowns,
  waivers
} from './markdown-details.ts'
import { effectDetails, effectsTable } from './markdown-effects.ts'
import { effectsByRisk } from './order.ts'
import { redact } from './redact.ts'
import type { RenderOptions, Report, Reporter, ReportSide } from './report.ts'
import { reportState } from './state.ts'

/** The comment and the job summary: the answer first, details folded, always within the budget. */
export const markdown: Reporter = {
  id: 'markdown',
  render(unsafe, options) {
    const report = redact(unsafe)
    const effects = effectsByRisk(report.effects)
    const blocks: Block[] = [
      fixed(`### ${stateMarkers[reportState(report)]} ${headline(report)}`),
      fixed(summary(report)),
      effectsTable(report, effects, options.links),
      fixed(gatesLine(report)),
      reasons(report),
      waivers(report),
      fixed(findingsLine(report)),
      findings(report, options.links),
      unknowns(report, options.links),
      notes(report),
      effectDetails(report, effects, options.links),
      proven(report),
      textOnly(report),
      resolved(report, options.links),
      plan(report),
      coverage(report),
      fixed(footer(report, options))
    ]
    return assemble(
      blocks.filter(block => block.items.length > 0 || block.priority === 0),
      options.budget
    )
  }
}

/** One sentence below the headline where the headline alone leaves a question. */
function summary(report: Report): string {
  const changed = report.coverage.changed.manifests
  switch (reportState(report)) {
    case 'failed':
      return 'This is a defect of Meshproof, not of your change. Nothing was proven, and nothing below is complete.'
    case 'proven-unchanged': {
      const { textOnly, tables } = report.unchanged
      const kinds = textOnlySummary(report)
      const only =
        textOnly.length === 0 ? '' : `, ${textOnly.length} of them in text only (${kinds})`
      return `${count(changed, 'object')} changed${only}; ${count(tables, 'table')} compared, 0 differences.`
    }
    case 'unknown':
      return 'What was understood does not change behaviour. The rest could not be proven:'
    case 'nothing-relevant':
      return 'No Istio, Gateway API or related Kubernetes object differs between the two sides.'
    case 'blocked':
    case 'needs-approval':
    case 'changed':
    case 'findings':
    case 'clean':
      return ''
  }
}

/** A sentence, and below it as a block what it asks to paste. */
function noteItem(note: string): string {
  const [sentence = '', ...block] = note.split('\n')
  const line = `- ℹ️ ${markdownProse(sentence)}\n`
  return block.length === 0 ? line : `${line}\n${markdownBlock(block, '  ')}\n`
}

function notes(report: Report): Block {
  return {
    head: '',
    items: items(report.notes ?? [], noteItem),
    foot: '',
    priority: 5,
    share: 0.03,
    left: missing => `${count(missing, 'more note')} in the job summary.`
  }
}

function footer(report: Report, options: RenderOptions): string {
  const { base, head } = report.sides
  const parts = [
    base === null ? side(head) : `${side(base)} → ${side(head)}`,
    `Meshproof ${markdownCode(report.versions.meshproof, 'text', 30)}`
  ]
  if (options.fullReport !== undefined) parts.push(`[full report](${options.fullReport})`)
  return `<sub>${parts.join(' · ')}</sub>`
}

function side({ name, commit }: ReportSide): string {
  return markdownCode(commit === undefined ? name : commit.slice(0, 7), 'text', 80)
}
