import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { analyzers } from '../../src/analyzers/index.ts'
import { camel, filesOf, foldersOf, listOf } from '../support/derived.ts'
import { expectGolden, root } from '../support/golden.ts'

const ids: string[] = []
for (const kind of foldersOf('src/analyzers')) {
  for (const problem of filesOf(`src/analyzers/${kind}`)) ids.push(`${kind}/${problem}`)
}

/** Two kinds may share the name of a problem, so the kind goes before it. */
function nameOf(id: string): string {
  return camel(id.replace('/', '-'))
}

test('the index lists every analyzer', () => {
  const lines = [
    '// Derived from the folders beside it by __tests__/analyzers/index.test.ts (`-u` writes it).',
    "import type { Analyzer } from './analyzer.ts'"
  ]
  for (const id of ids) {
    const problem = camel(id.slice(id.indexOf('/') + 1))
    lines.push(`import { ${problem} as ${nameOf(id)} } from './${id}.ts'`)
  }
  lines.push('', listOf('export const analyzers: readonly Analyzer[]', ids.map(nameOf)), '')
  expectGolden('src/analyzers/index.ts', lines.join('\n'))
})

test('an analyzer is named after its file', () => {
  expect(analyzers.map(analyzer => analyzer.id)).toEqual(ids)
})

test('an analyzer has no id of what the webhook says', () => {
  const examples: { found: string[] }[] = JSON.parse(
    readFileSync(join(root, 'conformance/validation/examples.json'), 'utf8')
  )
  const said = new Set(examples.flatMap(({ found }) => found.map(one => one.split(' ')[0])))
  expect(ids.filter(id => said.has(id))).toEqual([])
})

test('problems are named with the closed vocabulary', () => {
  const words =
    /^(unknown|conflicting|duplicate|overlapping|unreachable|ineffective|missing|invalid|deprecated|unsupported|insecure)-/
  for (const id of ids) expect(id.slice(id.indexOf('/') + 1)).toMatch(words)
})

test('every analyzer has a test, and with it a page', () => {
  for (const id of ids) {
    const [kind, problem] = id.split('/')
    expect(filesOf(`__tests__/analyzers/${kind}`)).toContain(`${problem}.test`)
  }
})

test('every placeholder of a message is a word, and every text a sentence', () => {
  for (const { message, summary, why, fix } of analyzers) {
    expect(message.match(/\{[^}]*\}/g)?.every(name => /^\{[a-zA-Z]+\}$/.test(name))).not.toBe(false)
    for (const text of [summary, why, fix, message]) expect(text).toMatch(/^[A-Z"{`].*\.$/)
  }
})
