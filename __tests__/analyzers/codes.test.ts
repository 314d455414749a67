import { describe, expect, test } from '@jest/globals'
import { analyzers } from '../../src/analyzers/index.ts'
import { expectGolden } from '../support/golden.ts'
import { istioCodes, kialiCodes } from '../support/peer-codes.ts'

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
  expectGolden(
    'docs/analyzers/README.md',
    `<!-- Derived by __tests__/analyzers/codes.test.ts (\`-u\` writes it). -->
# Findings of the analyzers

| id | severity | also known as | what it finds |
|---|---|---|---|
${rows.join('\n')}

## By code

| code | id |
|---|---|
${codes.join('\n')}

Codes that nothing here says, with the reason: [parity](../parity.md).
`
  )
})
