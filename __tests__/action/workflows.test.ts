import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { root } from '../support/golden.ts'
import { readAction } from '../support/runner.ts'

interface Step {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Workflow {
  readonly permissions?: unknown
  readonly jobs: Readonly<
    Record<string, { readonly permissions?: unknown; readonly steps?: readonly Step[] }>
  >
}

/** Workflows of the project, and those that its pages tell others to copy. */
function workflows(): [string, string][] {
  const files = globSync('.github/workflows/*.yml', { cwd: root }).map((file): [string, string] => [
    file,
    readFileSync(join(root, file), 'utf8')
  ])
  const pages = globSync('docs/*.md', { cwd: root }).flatMap(file =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /```yaml\n(name:[\s\S]*?\njobs:[\s\S]*?)```/g
      )
    ].map(([, text], index): [string, string] => [`${file} #${index + 1}`, text ?? ''])
  )
  return [...files, ...pages]
}

/** Our own actions by the way they are written. */
const own: Readonly<Record<string, string>> = {
  './': '',
  '$/check': 'check',
  'OWNER/meshproof@COMMIT': '',
  'OWNER/meshproof/comment@COMMIT': 'comment'
}

describe.each(workflows())('%s', (_name, text) => {
  // The files are ours; their shape is GitHub's, held against its own parser in review.
  const workflow = parse(text) as Workflow
  const steps = Object.values(workflow.jobs).flatMap(job => job.steps ?? [])

  test('no permission that a job does not ask for', () => {
    expect(workflow.permissions).toEqual({})
    for (const job of Object.values(workflow.jobs)) expect(job.permissions).toBeDefined()
  })

  test('actions of others are pinned by commit, with their version beside it', () => {
    for (const { uses } of steps) {
      if (uses === undefined || own[uses] !== undefined) continue
      expect(uses).toMatch(/^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/)
      expect(text).toMatch(new RegExp(`${uses} # v\\d+\\.\\d+\\.\\d+\\n`))
    }
  })

  test('inputs that are given exist', () => {
    for (const { uses = '', with: given = {} } of steps) {
      const folder = own[uses]
      if (folder === undefined) continue
      const { inputs = {} } = readAction(folder)
      for (const name of Object.keys(given)) expect(Object.keys(inputs)).toContain(name)
    }
  })

  test('a checkout leaves no token on the disk', () => {
    for (const { uses = '', with: given } of steps) {
      if (uses.startsWith('actions/checkout@')) expect(given?.['persist-credentials']).toBe(false)
    }
  })
})
