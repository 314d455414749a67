import { expect, test } from '@jest/globals'
import { gates } from '../../src/gates/index.ts'
import { camel, filesOf, listOf } from '../support/derived.ts'
import { expectGolden } from '../support/golden.ts'

const names = filesOf('src/gates', ['gate', 'index', 'judge', 'verdict', 'violation', 'waiver'])

test('the index lists every gate', () => {
  const lines = [
    '// Derived from the files of this folder by __tests__/gates/index.test.ts (`-u` writes it).',
    "import type { Gate } from './gate.ts'"
  ]
  for (const name of names) lines.push(`import { ${camel(name)} } from './${name}.ts'`)
  lines.push('', listOf('export const gates: readonly Gate[]', names.map(camel)), '')
  expectGolden('src/gates/index.ts', lines.join('\n'))
})

test('a gate is named after its file', () => {
  expect(gates.map(gate => gate.id)).toEqual(names)
})

test('every gate has a test', () => {
  expect(filesOf('__tests__/gates').filter(name => name.endsWith('.test'))).toEqual(
    expect.arrayContaining(names.map(name => `${name}.test`))
  )
})

test.each(gates.map(gate => [gate.id, gate] as const))(
  'the page of %s',
  (id, { summary, why, level }) => {
    const lines = [
      '<!-- Derived by __tests__/gates/index.test.ts (`-u` writes it). -->',
      `# ${id}`,
      '',
      summary,
      '',
      why,
      '',
      `Default level: \`${level}\`. Levels are \`off\`, \`note\`, \`warn\`, \`approve\` and \`error\`:`,
      '',
      '```yaml',
      '# .github/meshproof.yaml',
      'gates:',
      `  ${id}: ${level === 'error' ? 'warn' : 'error'}`,
      '```',
      '',
      'A single exception is a waiver, which is read from base and ends by itself. `target` is the fingerprint, or the kind',
      'and subject, of what the report shows:',
      '',
      '```yaml',
      'waivers:',
      `  - gate: ${id}`,
      '    target: 0123456789ab',
      '    reason: Agreed in the review of this change.',
      '    owner: team-platform',
      '    expires: 2027-03-31',
      '```',
      ''
    ]
    expectGolden(`docs/gates/${id}.md`, lines.join('\n'))
  }
)
