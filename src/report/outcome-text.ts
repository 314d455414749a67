import type { Outcome } from '../dataplane/request.ts'
import { foldAssumptions } from './assumptions.ts'
import { plain } from './escape.ts'
import type { Paint } from './paint.ts'
import { describeOutcome } from './request-words.ts'

/** The answer of `explain`: the outcome, each step with its line, what it rests on. */
export function outcomeText(
  outcome: Outcome,
  asked: {
    readonly mesh: string
    readonly istio: { readonly minor: string; readonly why: string }
  },
  look: Paint
): string {
  // An unknown outcome says so itself.
  const sure = outcome.certainty === 'assumed' ? ' (assumed)' : ''
  const lines = [look.strong(plain(describeOutcome(outcome))) + sure]
  const add = (label: string, value: string) =>
    lines.push(`  ${look.dim(label.padEnd(14))} ${value}`)
  for (const { layer, text, file, line } of outcome.steps) {
    const at = file === undefined ? '' : ` ${plain(file)}${line === undefined ? '' : `:${line}`}`
    add(plain(layer), `${plain(text)}${look.dim(at)}`)
  }
  if (outcome.path !== undefined) add('path', plain(outcome.path))
  if (outcome.authority !== undefined) add('authority', plain(outcome.authority))
  for (const [name, value] of Object.entries(outcome.settings ?? {})) {
    add(plain(name), plain(typeof value === 'string' ? value : JSON.stringify(value)))
  }
  if (outcome.reason !== undefined && outcome.outcome !== 'unknown')
    add('because', plain(outcome.reason))
  for (const { line, items } of foldAssumptions(outcome.assumptions)) {
    add(
      'assumed',
      `${line}${items.length === 0 ? '' : `: ${items.map(item => plain(item)).join(', ')}`}`
    )
  }
  add('mesh', `${plain(asked.mesh)}, Istio ${plain(asked.istio.minor)} (${plain(asked.istio.why)})`)
  return `${lines.join('\n')}\n`
}
