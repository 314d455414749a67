import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { effectWords } from '../../src/report/words.ts'
import { root } from '../support/golden.ts'

const rows = readFileSync(join(root, 'docs/corner-cases.md'), 'utf8')
  .split('\n')
  .flatMap(line => {
    const [, number, , by] = /^\| (\d+) \| (.+?) \| (.+) \|$/.exec(line) ?? []
    return number === undefined || by === undefined ? [] : [{ number: Number(number), by }]
  })

test('every case is there once, in order', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 139 }, (_, i) => i + 1))
})

test.each(rows)('case $number: what it names exists, or there is a reason', ({ by }) => {
  const named = [...by.matchAll(/(effect )?`([a-z-]+(?:\/[a-z-]+)?)`/g)]
  for (const [, effect, name = ''] of named) {
    if (effect !== undefined) expect(Object.keys(effectWords)).toContain(name)
    else if (name.includes('/')) {
      expect([name, existsSync(join(root, `docs/analyzers/${name}.md`))]).toEqual([name, true])
    }
  }
  if (named.length === 0) expect(by).toMatch(/^neither(?: yet)?: .{8,}/)
})
