import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { expectGolden, root } from '../support/golden.ts'
import { reportProblems } from '../support/report-schema.ts'
import { runCli } from '../support/world.ts'

const names = readdirSync(join(root, 'examples'), { withFileTypes: true })
  // Those that have to be rendered, and those of `test`, have a folder and a test of their own.
  .filter(entry => entry.isDirectory() && entry.name !== 'rendering' && entry.name !== 'tests')
  .map(entry => entry.name)
  .sort()

/** Each example's page shows what the command prints for it, as it was reviewed. */
describe('examples', () => {
  test.each(names)('%s prints what its page says', async name => {
    const sides = [`examples/${name}/base`, `examples/${name}/head`]
    const { exit, stdout, stderr } = await runCli(['diff', ...sides])
    expect(stderr).toBe('')
    const page = readFileSync(join(root, 'examples', name, 'README.md'), 'utf8')
    const prose = page.slice(0, page.indexOf('```sh'))
    const shown = `\`\`\`sh\nnode dist/cli.js diff ${sides.join(' ')}\n\`\`\`\n\nIt prints, and exits with ${exit}:\n\n\`\`\`text\n${stdout}\`\`\`\n`
    expectGolden(`examples/${name}/README.md`, prose + shown)
  })

  test.each(names)('%s gives a report that its schema holds', async name => {
    const { stdout } = await runCli([
      'diff',
      `examples/${name}/base`,
      `examples/${name}/head`,
      '-f',
      'json'
    ])
    expect(reportProblems(JSON.parse(stdout))).toEqual([])
  })

  test.each(names)('%s against itself is nothing', async name => {
    const { exit, stdout } = await runCli([
      'diff',
      `examples/${name}/head`,
      `examples/${name}/head`,
      '-f',
      'json'
    ])
    const report = JSON.parse(stdout)
    expect(exit).toBe(0)
    expect(report.effects).toEqual([])
    expect(report.findings.introduced).toEqual([])
    expect(report.coverage.changed).toEqual({ files: 0, manifests: 0 })
  })
})
