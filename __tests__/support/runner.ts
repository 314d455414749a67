import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { root } from './golden.ts'
import { temporaryFolder } from './repository.ts'
import { type Command, readCommands } from './runner-commands.ts'

/** The bundle under test: dist/, or another build of it (`MESHPROOF_DIST`). */
export const dist = process.env.MESHPROOF_DIST ?? join(root, 'dist')

/** Node that runs the bundle; the suite's own where nothing is named. */
const node = process.env.ACTION_NODE ?? process.execPath

export interface Job {
  /** Folder of action.yml below the root: `''`, `check`, `comment`. */
  readonly action?: string
  readonly phase?: 'main' | 'post'
  readonly workspace: string
  readonly event: string
  readonly payload: unknown
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** Sends SIGTERM, as a cancelled job does, once this has reached the double. */
  readonly cancel?: { readonly when: RegExp; readonly seen: readonly string[] }
  /** State that the main step left, for `post`. */
  readonly state?: Readonly<Record<string, string>>
}

export interface Step {
  readonly code: number | null
  readonly output: string
  readonly stderr: string
  readonly commands: readonly Command[]
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly summary: string
  readonly milliseconds: number
}

interface ActionFile {
  readonly inputs?: Readonly<Record<string, { readonly default?: string }>>
  readonly outputs?: Readonly<Record<string, unknown>>
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string }
}

export function readAction(folder = ''): ActionFile {
  // Our own file; its shape is what GitHub's parser accepts.
  return parse(readFileSync(join(root, folder, 'action.yml'), 'utf8')) as ActionFile
}

/**
 * Runs a step as actions/runner does: inputs and context by environment, command files, commands on standard
 * output, defaults of action.yml. Fails where a limit of the runner is passed or a file is not what it reads.
 */
export async function runStep(job: Job): Promise<Step> {
  const action = readAction(job.action)
  const script = job.phase === 'post' ? action.runs.post : action.runs.main
  if (script === undefined || action.runs.using !== 'node24') throw new Error('not a node24 step')
  const place = temporaryFolder()
  const denied = join(place, 'denied')
  const files = commandFiles(place)
  const payload = join(place, 'event.json')
  writeFileSync(payload, JSON.stringify(job.payload))
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: place,
    NODE_OPTIONS: `--import=${pathToFileURL(join(root, '__tests__/support/deny-network.mjs'))}`,
    MESHPROOF_DENIED: denied,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: job.event,
    GITHUB_EVENT_PATH: payload,
    GITHUB_REPOSITORY: 'acme/mesh',
    GITHUB_WORKSPACE: job.workspace,
    GITHUB_WORKFLOW: 'mesh checks',
    GITHUB_RUN_ID: '100',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SERVER_URL: 'https://github.example',
    RUNNER_TEMP: join(place, 'temp'),
    ...inputEnvironment(action, job.inputs ?? {}),
    ...files,
    ...Object.fromEntries(Object.entries(job.state ?? {}).map(([k, v]) => [`STATE_${k}`, v])),
    ...job.env
  }
  mkdirSync(env.RUNNER_TEMP)
  const path = join(dist, '..', job.action ?? '', script).replace(join(dist, '..', 'dist'), dist)
  if (!existsSync(path)) throw new Error(`${path} is missing; run npm run build`)
  const started = performance.now()
  const { code, output, stderr } = await start([path], env, job)
  const milliseconds = performance.now() - started
  if (existsSync(denied))
    throw new Error(`it asked the network for ${readFileSync(denied, 'utf8')}`)
  const commands = readCommands(output)
  const summary = readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8')
  refuseBeyondLimits(commands, summary)
  for (const file of [files.GITHUB_ENV, files.GITHUB_PATH]) {
    if (readFileSync(file, 'utf8') !== '')
      throw new Error('it changed the environment of later steps')
  }
  return {
    code,
    output,
    stderr,
    commands,
    outputs: readCommandFile(files.GITHUB_OUTPUT),
    state: readCommandFile(files.GITHUB_STATE),
    summary,
    milliseconds
  }
}

function commandFiles(place: string) {
  const files = {
    GITHUB_OUTPUT: join(place, 'output'),
    GITHUB_STATE: join(place, 'state'),
    GITHUB_ENV: join(place, 'env'),
    GITHUB_PATH: join(place, 'path'),
    GITHUB_STEP_SUMMARY: join(place, 'summary')
  }
  for (const file of Object.values(files)) writeFileSync(file, '')
  return files
}

/** Upper case, spaces to underscores, hyphens stay. An input that action.yml does not have is a mistake here. */
function inputEnvironment(action: ActionFile, given: Readonly<Record<string, string>>) {
  const env: Record<string, string> = {}
  for (const name of Object.keys(given)) {
    if (action.inputs?.[name] === undefined) throw new Error(`action.yml has no input ${name}`)
  }
  for (const [name, input] of Object.entries(action.inputs ?? {})) {
    const value = given[name] ?? input.default?.replace(/^\$\{\{.*\}\}$/, '') ?? ''
    env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] = value
  }
  return env
}

function start(args: readonly string[], env: Readonly<Record<string, string>>, job: Job) {
  return new Promise<{ code: number | null; output: string; stderr: string }>((resolve, reject) => {
    const child = spawn(node, args, {
      env,
      cwd: job.workspace,
      timeout: 60_000,
      killSignal: 'SIGKILL'
    })
    const { cancel } = job
    const watch = setInterval(() => {
      if (cancel?.seen.some(line => cancel.when.test(line)) === true) child.kill('SIGTERM')
    }, 20)
    child.on('close', () => clearInterval(watch))
    const output: Buffer[] = []
    const stderr: Buffer[] = []
    child.stdout.on('data', chunk => output.push(chunk))
    child.stderr.on('data', chunk => stderr.push(chunk))
    child.on('error', reject)
    child.on('close', code =>
      resolve({
        code,
        output: Buffer.concat(output).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8')
      })
    )
  })
}

/** actions/runner FileCommandManager: `name<<delimiter`, lines, `delimiter`. */
function readCommandFile(file: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = readFileSync(file, 'utf8').split('\n')
  while (lines.length > 0) {
    const line = lines.shift() ?? ''
    if (line === '') continue
    const [name = '', delimiter] = line.split('<<')
    if (delimiter === undefined) throw new Error(`${dirname(file)}: not the heredoc form: ${line}`)
    const value: string[] = []
    for (;;) {
      const next = lines.shift()
      if (next === undefined) throw new Error('a delimiter is missing')
      if (next === delimiter) break
      value.push(next)
    }
    values[name] = value.join('\n')
  }
  return values
}

function refuseBeyondLimits(commands: readonly Command[], summary: string): void {
  for (const level of ['error', 'warning', 'notice']) {
    const own = commands.filter(({ name }) => name === level)
    if (own.length > 10) throw new Error(`${own.length} ${level} annotations; the runner keeps 10`)
    for (const { data } of own) {
      if (data.length > 4096) throw new Error(`an annotation of ${data.length} characters`)
    }
  }
  if (Buffer.byteLength(summary) > 1024 * 1024) throw new Error('the runner drops such a summary')
}
