import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { analyzers } from '../../src/analyzers/index.ts'
import { foldersOf } from '../support/derived.ts'
import { expectGolden, root } from '../support/golden.ts'
import { istioCodes, kialiCodes } from '../support/peer-codes.ts'
import { manifestExamples, schemaExamples } from '../support/reading-examples.ts'

const all = { ...istioCodes, ...kialiCodes }

describe('codes of peers', () => {
  test('are all there', () => {
    expect(Object.keys(istioCodes)).toHaveLength(68)
    expect(Object.keys(kialiCodes)).toHaveLength(72)
  })

  test('that an analyzer names exist', () => {
    for (const { sources } of analyzers)
      for (const code of sources) expect(all).toHaveProperty(code)
  })

  test.each(Object.entries(all))('%s is said by something, or there is a reason', (code, entry) => {
    const ids = analyzers.filter(({ sources }) => sources.includes(code))
    const ways = [ids.length > 0, entry.by !== undefined, entry.not !== undefined]
    expect(ways.filter(way => way)).toHaveLength(1)
  })
})

test('the pages have an index by id and by code', () => {
  const rows = analyzers.map(
    ({ id, severity, sources, summary }) =>
      `| [\`${id}\`](${id}.md) | ${severity} | ${sources.join(', ')} | ${summary} |`
  )
  const codes = Object.keys(all).flatMap(code => {
    const ids = analyzers.filter(({ sources }) => sources.includes(code)).map(({ id }) => id)
    return ids.length === 0
      ? []
      : [`| ${code} | ${ids.map(id => `[\`${id}\`](${id}.md)`).join(', ')} |`]
  })
  const others = pagesBeside(analyzers.map(({ id }) => id))
  expectGolden(
    'docs/analyzers/README.md',
    `<!-- Derived by __tests__/analyzers/codes.test.ts (\`-u\` writes it). -->
# Findings

Each id has a page: what, why, what to do, and two examples that are its tests.

## Of the analyzers

| id | severity | also known as | what it finds |
|---|---|---|---|
${rows.join('\n')}

## By code

| code | id |
|---|---|
${codes.join('\n')}

IST0106 and IST0133 are all that istiod's webhook refuses and warns of: the last table. Codes that nothing here says,
with the reason: [parity](../parity.md).

## Of reading, schemas and this program

| id | severity | also known as |
|---|---|---|
${others.filter(isGeneral).map(row).join('\n')}

What rendering says: [configuration](../configuration.md#rendering).

## Of istiod's webhook

| id | severity | also known as |
|---|---|---|
${others
  .filter(one => !isGeneral(one))
  .map(row)
  .join('\n')}
`
  )
})

test('no page is of a finding that nothing says any more', () => {
  const examples: { found: string[] }[] = JSON.parse(
    readFileSync(join(root, 'conformance/validation/examples.json'), 'utf8')
  )
  const webhook = examples.flatMap(({ found }) => found.map(one => one.split(' ')[0] ?? ''))
  const reading = Object.keys({ ...manifestExamples, ...schemaExamples })
  const said = new Set([...webhook, ...reading, 'internal/analyzer-failed'])
  const others = pagesBeside(analyzers.map(({ id }) => id)).map(({ id }) => id)
  expect(others.filter(id => !said.has(id))).toEqual([])
  expect([...said].filter(id => !others.includes(id))).toEqual([])
})

interface Page {
  readonly id: string
  readonly severity: string
  readonly codes: string
}

/** Pages that other tests derive, by id. */
function pagesBeside(known: readonly string[]): Page[] {
  const pages: Page[] = []
  for (const kind of foldersOf('docs/analyzers')) {
    for (const file of readdirSync(join(root, 'docs/analyzers', kind)).sort()) {
      const id = `${kind}/${file.replace(/\.md$/, '')}`
      if (known.includes(id)) continue
      const text = readFileSync(join(root, 'docs/analyzers', `${id}.md`), 'utf8')
      const severity = /^Severity: \*\*(\w+)\*\*/m.exec(text)?.[1] ?? ''
      const codes = /also known as ([A-Z0-9, ]+)/.exec(text)?.[1]?.trim() ?? ''
      pages.push({ id, severity, codes })
    }
  }
  return pages
}

function isGeneral({ id }: Page): boolean {
  return /^(?:internal|manifest|schema)\//.test(id)
}

function row({ id, severity, codes }: Page): string {
  return `| [\`${id}\`](${id}.md) | ${severity} | ${codes} |`
}
