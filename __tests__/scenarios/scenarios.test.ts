import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Side } from '../../src/finding.ts'
import type { SideFiles } from '../../src/manifest/manifest.ts'
import { reporters } from '../../src/report/index.ts'
import type { Report } from '../../src/report/report.ts'
import { foldersOf } from '../support/derived.ts'
import { expectGolden, root } from '../support/golden.ts'
import { diffOf } from '../support/reviewed.ts'

const folder = '__tests__/scenarios'
const validate = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(join(root, 'schemas/report.schema.json'), 'utf8'))
)

function sideOf(path: string, side: Side): SideFiles {
  const files: { path: string; bytes: Uint8Array; side: Side }[] = []
  const visit = (at: string): void => {
    for (const name of readdirSync(at).sort()) {
      const file = join(at, name)
      if (statSync(file).isDirectory()) visit(file)
      else
        files.push({ path: relative(path, file), bytes: new Uint8Array(readFileSync(file)), side })
    }
  }
  visit(path)
  return { name: side, files, skipped: [] }
}

/** One story per folder: what a change does, as people and as programs read it. */
describe.each(foldersOf(folder))('%s', name => {
  const path = join(root, folder, name)
  const report: Report = diffOf(
    {},
    {},
    {
      base: sideOf(join(path, 'base'), 'base'),
      head: sideOf(join(path, 'head'), 'head')
    }
  )

  test.each(['json', 'markdown'])('%s', format => {
    const text = reporters[format]?.render(report, { color: false, budget: 0 }) ?? ''
    const extension = format === 'json' ? 'json' : 'md'
    expectGolden(`${folder}/${name}/report.${extension}`, text.endsWith('\n') ? text : `${text}\n`)
  })

  test('the report is what its schema says', () => {
    const valid = validate(JSON.parse(JSON.stringify(report)))
    expect(validate.errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  test('no claim without a witness, and no defect', () => {
    for (const effect of report.effects) expect(effect.witness).not.toBeNull()
    expect(report.verdict.outcome).not.toBe('error')
  })
})
