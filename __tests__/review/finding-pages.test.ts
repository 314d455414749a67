import { describe, expect, test } from '@jest/globals'
import { manifestFindings } from '../../src/manifest/findings.ts'
import { validateExpressions } from '../../src/schema/cel.ts'
import { expectGolden } from '../support/golden.ts'
import {
  manifestExamples,
  type ReadingExample,
  schemaExamples
} from '../support/reading-examples.ts'
import { analysisOf } from '../support/reviewed.ts'

const examples: Readonly<Record<string, ReadingExample>> = {
  ...manifestExamples,
  ...schemaExamples
}

function found(text: string) {
  return analysisOf(text, { expressions: validateExpressions }).findings.remaining
}

describe('pages of what reading and the API server say', () => {
  test('there is an example of every finding of the reader', () => {
    expect(Object.keys(manifestExamples)).toEqual(
      expect.arrayContaining(Object.keys(manifestFindings))
    )
  })

  test.each(Object.entries(examples))('%s', (id, example) => {
    const finding = found(example.bad).find(one => one.id === id)
    expect(finding).toBeDefined()
    expect(found(example.good).map(one => one.id)).toEqual([])
    if (finding === undefined) return
    expectGolden(`docs/analyzers/${id}.md`, page(id, finding, example))
  })
})

function page(
  id: string,
  { message, severity, sources, at }: ReturnType<typeof found>[number],
  { why, fix, bad, good }: ReadingExample
): string {
  const facts = [
    `Severity: **${severity}**`,
    sources.length > 0 ? `also known as ${sources.join(', ')}` : ''
  ].filter(fact => fact !== '')
  return `<!-- Derived by __tests__/review/finding-pages.test.ts (\`-u\` writes it). -->
# ${id}

${excerpt(message)}

${facts.join(' · ')}.

## Why

${why}

## What to do

${fix}

## Found

At line ${at.start.line}, column ${at.start.column}:

\`\`\`yaml
${excerpt(bad.trim())}
\`\`\`

## Not found

\`\`\`yaml
${excerpt(good.trim())}
\`\`\`
`
}

/** What shows nothing but its size is cut. */
function excerpt(text: string): string {
  const lines = text.split('\n')
  const cut = lines.length > 40 ? [...lines.slice(0, 20), '# …'] : lines
  return cut.map(line => (line.length > 300 ? `${line.slice(0, 100)}…` : line)).join('\n')
}
