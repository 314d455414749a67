import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { reporters } from '../../src/report/index.ts'
import { filesOf } from '../support/derived.ts'
import { expectGolden, root } from '../support/golden.ts'
import { attack, hostile } from '../support/hostile-report.ts'
import { empty, proven, typical } from '../support/reports.ts'

const EXTENSION: Readonly<Record<string, string>> = {
  html: 'html',
  json: 'json',
  junit: 'xml',
  markdown: 'md',
  sarif: 'sarif',
  text: 'txt'
}

const links = {
  base: 'https://github.example.com/shop/mesh/blob/1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d/',
  head: 'https://github.example.com/shop/mesh/blob/4f1c2ab0000000000000000000000000000000aa/'
}

/** The hostile golden is short enough to be read; the long one is for budgets. */
const samples = { empty, typical, proven, hostile: attack(typical, 1) }

describe('each reporter writes the shared samples as they were reviewed', () => {
  for (const [id, reporter] of Object.entries(reporters)) {
    test.each(Object.entries(samples))(`${id}: %s`, (name, report) => {
      const text = reporter.render(report, { color: false, budget: 0, links })
      expectGolden(`__tests__/report/goldens/${name}.${EXTENSION[id]}`, text)
      expect(text.endsWith('\n')).toBe(true)
      expect(reporter.render(report, { color: false, budget: 0, links })).toBe(text)
    })
  }
})

describe('the derived index', () => {
  test('lists every reporter file under its own name', () => {
    const files = filesOf('src/report', ['index'])
    const found = files.filter(name =>
      readFileSync(join(root, 'src/report', `${name}.ts`), 'utf8').includes(
        `export const ${name}: Reporter = {`
      )
    )
    expect(found.length).toBeGreaterThan(0)
    const modules = [
      ...found.map(name => `import { ${name} } from './${name}.ts'`),
      "import type { Reporter } from './report.ts'"
    ].sort((a, b) => ((a.split("'")[1] ?? '') < (b.split("'")[1] ?? '') ? -1 : 1))
    const list = found.map(name => `  ${name}`).join(',\n')
    expectGolden(
      'src/report/index.ts',
      `// Derived from the files of this folder by __tests__/report/goldens.test.ts (\`-u\` writes it).
${modules.join('\n')}

export const reporters: Readonly<Record<string, Reporter>> = {\n${list}\n}
`
    )
    for (const [id, reporter] of Object.entries(reporters)) expect(reporter.id).toBe(id)
  })
})

test('no reporter fails on the long hostile report', () => {
  for (const reporter of Object.values(reporters)) {
    expect(reporter.render(hostile, { color: true, budget: 60_000, links }).length).toBeGreaterThan(
      100
    )
  }
})
