import type { RenderedDocument, RenderedSide } from '../manifest/rendered.ts'
import { unanswerable } from './chart-answers.ts'
import { failureFinding } from './complaint.ts'
import { rendererEnvironment } from './environment.ts'
import { helmArguments, helmDocuments, templateOf } from './helm.ts'
import { hideSecrets } from './hidden.ts'
import { kustomizeArguments, kustomizeDocuments } from './kustomize.ts'
import type { Limits } from './limits.ts'
import { type Ended, runBounded } from './process.ts'
import { lineAt, renderFinding } from './refusal.ts'
import { fillScratch, type Scratch } from './scratch.ts'
import type { Sources, StepInGit } from './sources.ts'

export interface Run {
  readonly step: StepInGit
  readonly sources: Sources
  readonly scratch: Scratch
  /** The renderer; for a command, the PATH that it is looked for in. */
  readonly tool: string
  readonly namespace: string
  readonly limits: Limits
}

/** Renders one side. A renderer that fails gives a side without documents and a finding that says why. */
export async function runStep(run: Run): Promise<RenderedSide> {
  const { step, sources, scratch, limits } = run
  const subject = subjectOf(step)
  fillScratch(scratch, sources.placed, limits, subject, step.kind === 'command')
  const ended = await start(run)
  const none = {
    documents: [],
    sources: sources.files,
    settings: sources.settings,
    unknown: [],
    findings: [],
    failed: true
  }
  if (ended.how !== 'exit' || ended.code !== 0) {
    const said = ended.stderr.replaceAll(`${scratch.files}/`, '').replaceAll(scratch.files, '.')
    const tool = step.kind === 'command' ? (step.run[0] ?? 'the command') : step.kind
    const message = hideSecrets(said, sources.placed.values())
    const fileOf = (written: string) => fileNamed(written, run)
    return {
      ...none,
      findings: [failureFinding({ tool, ended, limits, subject, message, fileOf })]
    }
  }
  const documents = documentsOf(step, sources, ended.stdout.toString('utf8'))
  if (documents.length === 0) return { ...none, ...nothingWritten(subject), failed: false }
  if (step.kind !== 'helm') return { ...none, documents, failed: false }
  const { findings, unknown, chance } = unanswerable(sources.files)
  const varies = chance.length > 0 && (await isDifferent(run, documents))
  return {
    ...none,
    documents,
    findings,
    unknown: varies ? [...unknown, ...chance] : unknown,
    failed: false
  }
}

/** A renderer that is content and writes nothing is no proof that nothing changed. */
function nothingWritten(subject: string): Pick<RenderedSide, 'findings' | 'unknown'> {
  const at = lineAt(subject)
  const message = `${subject} renders to nothing: no object was written. Give the values that it needs, or correct its path in the configuration.`
  return {
    findings: [renderFinding('render/nothing-rendered', 'warning', message, at, { subject })],
    unknown: [{ reason: 'render', message, subject: null, at }]
  }
}

/** The file or folder that stands for the whole step in messages. */
export function subjectOf(step: StepInGit): string {
  if (step.kind === 'command') return step.run.join(' ')
  const path = step.kind === 'helm' ? step.chart : step.path
  if (step.kind === 'helm') return path === '' ? 'Chart.yaml' : `${path}/Chart.yaml`
  return path === '' ? 'kustomization.yaml' : `${path}/kustomization.yaml`
}

function start({ step, scratch, tool, namespace, limits }: Run): Promise<Ended> {
  const env = rendererEnvironment(scratch.home, limits)
  const launch = { cwd: scratch.files, env, limits }
  if (step.kind === 'kustomize') return runBounded(tool, kustomizeArguments(step), launch)
  if (step.kind === 'helm') return runBounded(tool, helmArguments(step, namespace), launch)
  const [program = '', ...args] = step.run
  // `env` finds the program on that PATH, or among the files.
  return runBounded('/usr/bin/env', [program, ...args], { ...launch, env: { ...env, PATH: tool } })
}

function documentsOf(step: StepInGit, sources: Sources, output: string): RenderedDocument[] {
  if (step.kind === 'helm')
    return sources.chart === null ? [] : helmDocuments(output, sources.chart)
  if (step.kind === 'command') {
    if (output.trim() === '') return []
    return [{ text: output, origin: { tool: 'file', file: step.run.join(' ') } }]
  }
  const kustomization = sources.settings[0]?.file ?? subjectOf(step)
  const own = sources.files.get(kustomization)
  const asked = /originAnnotations/.test(new TextDecoder().decode(own))
  return kustomizeDocuments(output, step.path, kustomization, asked)
}

/** Whether a second rendering of the same files says something else, Secrets aside. */
async function isDifferent(run: Run, documents: readonly RenderedDocument[]): Promise<boolean> {
  const again = await start(run)
  const second = documentsOf(run.step, run.sources, again.stdout.toString('utf8'))
  return (
    second.length !== documents.length ||
    documents.some(({ text }, index) => !isSecret(text) && text !== second[index]?.text)
  )
}

function isSecret(text: string): boolean {
  return /^kind:[ \t]*["']?Secret["']?[ \t]*$/m.test(text)
}

/** A path in a message of the renderer as a file of the repository. */
function fileNamed(written: string, { step, sources }: Run): string | null {
  if (sources.chart !== null) {
    const { template } = templateOf(written, sources.chart)
    if (template !== null && sources.files.has(template)) return template
  }
  const path = written.replace(/^(?:\.\/)+/, '')
  if (sources.files.has(path)) return path
  if (step.kind !== 'kustomize') return null
  const ends = [...sources.files.keys()].filter(file => file.endsWith(`/${path}`))
  return ends.length === 1 ? (ends[0] ?? null) : null
}
