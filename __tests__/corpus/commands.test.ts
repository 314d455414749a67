import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { Report } from '../../src/report/report.ts'
import { corpus, describeCorpus, yamlFiles } from '../support/corpus.ts'
import { reportProblems } from '../support/report-schema.ts'
import { effective } from '../support/text-only-pairs.ts'
import { runCli, withFiles } from '../support/world.ts'

interface Pair {
  readonly id: string
  readonly class: 'text-only' | 'spec-changed' | 'added-removed' | 'context-changed'
}

async function report(...args: readonly string[]): Promise<Report> {
  const { exit, stdout, stderr } = await runCli([...args, '--format', 'json'])
  // Anything but a report is shown as it is.
  if (stdout === '') throw new Error(`${args.join(' ')}: exit code ${exit}: ${stderr}`)
  expect([0, 1]).toContain(exit)
  const read: Report = JSON.parse(stdout)
  expect(reportProblems(read)).toEqual([])
  return read
}

/** A defect of ours shows as such; nothing else may be one. */
function expectNoDefect({ unknown, verdict }: Report): void {
  const defects = unknown.filter(({ reason }) => reason === 'internal' || reason === 'witness')
  expect(defects).toEqual([])
  expect(verdict.outcome).not.toBe('error')
}

/** A table of tests may not be empty, and is where there is no corpus. */
function orNone<T>(items: readonly T[], none: T): readonly T[] {
  return items.length === 0 ? [none] : items
}

const files = (['analyze/inputs', 'samples'] as const).flatMap(name => {
  try {
    return yamlFiles(corpus(name))
  } catch {
    return []
  }
})

describeCorpus('every file that Istio ships as an example or a test', () => {
  test('is there', () => {
    corpus('analyze')
    expect(files.length).toBeGreaterThan(200)
  })

  test.each(orNone(files, 'no file'))('%s', async file => {
    expectNoDefect(await report('validate', file))
    expectNoDefect(await report('analyze', file))
    const text = readFileSync(file, 'utf8')
    // Edits that touch much: every weight and port by one digit, every prefix one character longer.
    const edited = text
      .replace(
        /(weight|number|port): (\d+)/g,
        (_, key: string, n: string) => `${key}: ${Number(n) + 1}`
      )
      .replace(/prefix: (["']?)\/(\w*)/g, 'prefix: $1/$2x')
    await withFiles({ 'base.yaml': text, 'head.yaml': edited }, async directory => {
      expectNoDefect(
        await report('diff', join(directory, 'base.yaml'), join(directory, 'head.yaml'))
      )
    })
  })
})

describeCorpus('changes from public history', () => {
  const folder = () => corpus('pairs')
  const pairs = (): Pair[] => JSON.parse(readFileSync(join(folder(), 'pairs.json'), 'utf8'))
  const known = (() => {
    try {
      return pairs()
    } catch {
      return []
    }
  })()

  test('are there', () => {
    expect(pairs().length).toBeGreaterThan(60)
  })

  const named = known.map(pair => [pair.id, pair.class] as const)
  test.each(orNone(named, ['no pair', 'spec-changed'] as const))(
    '%s (%s) has a verdict',
    async (id, kind) => {
      // Git holds no empty folder: a side that is not there is one.
      const read = await withFiles({}, empty => {
        const side = (name: string) => {
          const path = join(folder(), id, name)
          return existsSync(path) ? path : empty
        }
        return report('diff', side('base'), side('head'))
      })
      expectNoDefect(read)
      if (kind === 'text-only' && effective[id] === undefined) {
        const effects = read.effects.filter(effect => effect.kind !== 'mesh-membership-changed')
        expect(effects).toEqual([])
      }
    }
  )
})
