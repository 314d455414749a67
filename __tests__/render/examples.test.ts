import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { expectGolden, root } from '../support/golden.ts'
import { describeRenderers, rendererPath } from '../support/renderers.ts'
import { reportProblems } from '../support/report-schema.ts'
import { runCli } from '../support/world.ts'

const folder = 'examples/rendering'
const names = readdirSync(join(root, folder)).sort()
const world = { env: { PATH: rendererPath } }

/** As for the other examples, for those that need kustomize or helm. */
describeRenderers('examples of rendering', () => {
  test.each(names)('%s prints what its page says', async name => {
    const sides = [`${folder}/${name}/base`, `${folder}/${name}/head`]
    const { exit, stdout, stderr } = await runCli(['diff', ...sides], world)
    expect(stderr).toBe('')
    const page = readFileSync(join(root, folder, name, 'README.md'), 'utf8')
    const prose = page.slice(0, page.indexOf('```sh'))
    const shown = `\`\`\`sh\nnode dist/cli.js diff ${sides.join(' ')}\n\`\`\`\n\nIt prints, and exits with ${exit}:\n\n\`\`\`text\n${stdout}\`\`\`\n`
    expectGolden(`${folder}/${name}/README.md`, prose + shown)
  })

  test.each(names)('%s gives a report that its schema holds', async name => {
    const sides = [`${folder}/${name}/base`, `${folder}/${name}/head`]
    const { stdout } = await runCli(['diff', ...sides, '-f', 'json'], world)
    expect(reportProblems(JSON.parse(stdout))).toEqual([])
  })
})
