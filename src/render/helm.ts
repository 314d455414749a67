import type { HelmStep, RenderedDocument } from '../manifest/rendered.ts'
import type { Chart } from './chart.ts'

/**
 * `helm template`: no cluster, no hooks that are tests, no post-renderer, no name server (`--enable-dns` is off unless
 * it is given), no repository (every dependency lies in `charts/`).
 */
export function helmArguments(step: HelmStep, namespace: string): string[] {
  const args = ['template', step.release, `./${step.chart}`, '--namespace', namespace]
  args.push('--skip-tests', '--include-crds')
  for (const file of step.values) args.push('--values', file)
  for (const [path, value] of Object.entries(step.set)) {
    args.push('--set-json', `${path}=${JSON.stringify(value)}`)
  }
  if (step.kubeVersion !== null) args.push('--kube-version', step.kubeVersion)
  for (const api of step.apiVersions) args.push('--api-versions', api)
  return args
}

/** What helm wrote, one document each, with the template that its comment names. */
export function helmDocuments(output: string, chart: Chart): RenderedDocument[] {
  const found: RenderedDocument[] = []
  for (const text of output.split(/^---[ \t]*\r?\n/m)) {
    if (text.trim() === '') continue
    // The first line is helm's own; the template could have written any other.
    const source = /^# Source: (.+)$/m.exec(text.slice(0, text.indexOf('\n')))?.[1] ?? ''
    found.push({ text, origin: { tool: 'helm', ...templateOf(source.trim(), chart) } })
  }
  return found
}

/** `shop/charts/library/templates/a.yaml` → its file in the repository, and the charts on the way. */
export function templateOf(
  source: string,
  root: Chart
): { readonly template: string | null; readonly chart: readonly string[] } {
  const segments = source.split('/')
  const names: string[] = []
  let chart: Chart | undefined = root
  let rest = segments.slice(1)
  while (rest[0] === 'charts' && rest.length > 2) {
    const name = rest[1] ?? ''
    names.push(name)
    chart = chart?.below.get(name)
    rest = rest.slice(2)
  }
  if (chart === undefined || rest.length === 0) return { template: null, chart: names }
  const folder = chart.folder === '' ? '' : `${chart.folder}/`
  return { template: `${folder}${rest.join('/')}`, chart: names }
}
