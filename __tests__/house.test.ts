import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { COMMANDS } from '../src/cli/main.ts'
import { gates } from '../src/gates/index.ts'
import { effectWords, skipWords, unknownWords, verdictWords } from '../src/report/words.ts'
import { expectGolden, root } from './support/golden.ts'

/** What no single room can test: names, files, documents and lists agree. */

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const json = (path: string) => JSON.parse(read(path))

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root })
  .toString('utf8')
  .split('\0')
  .filter(path => path !== '' && existsSync(join(root, path)))
const sources = tracked.filter(path => /^src\/.*\.ts$/.test(path))
const texts = tracked.filter(
  path => /\.(?:ts|mjs|md|ya?ml|json|sh|go)$/.test(path) && !/^(?:dist\/|package-lock)/.test(path)
)

/** Tables of data may be as long as their subject. */
const LONG: readonly string[] = ['src/mesh/features.ts', 'src/validation/decode/messages.ts']

describe('files', () => {
  test('of the sources have at most 300 lines', () => {
    const long = sources.filter(path => !LONG.includes(path) && read(path).split('\n').length > 301)
    expect(long).toEqual([])
    for (const path of LONG) expect(sources).toContain(path)
  })

  test('and folders are named after one idea', () => {
    const banned =
      /(?:^|[/-])(?:utils?|helpers?|common|lib|misc|types?|managers?|checkers?|issues?|snapshots?|data|info)(?:[/.-]|$)/
    // A type is a thing of its own in a schema.
    const known = ['src/schema/type.ts', 'src/manifest/type.ts']
    expect(sources.filter(path => banned.test(path) && !known.includes(path))).toEqual([])
  })

  test('export by name alone', () => {
    const loose = sources.filter(path => /^export (?:default|\*)/m.test(read(path)))
    expect(loose).toEqual([])
  })

  test('hold nothing of the machine they were written on', () => {
    const places = ['/work/', '/root/', '/home/', 'npmjs', 'npm.pkg'].map(place =>
      place.startsWith('/')
        ? new RegExp(`(?<![\\w.])${place}(?:main|shared|\\w+/\\.)`)
        : new RegExp(`registry\\.${place}`)
    )
    const found = texts.filter(
      path => path !== '__tests__/house.test.ts' && places.some(place => place.test(read(path)))
    )
    expect(found).toEqual([])
  })

  test('spell as the glossary does', () => {
    const american =
      /\b(?:behavior(?:s|al)?|colou?red-|normaliz(?:e|es|ed|ing|ation) (?=of our)|unrecognized|honor(?:s|ed)?|favorite)\b/i
    const prose = texts.filter(path => path.endsWith('.md') && !path.startsWith('__tests__/'))
    expect(prose.filter(path => american.test(read(path)))).toEqual([])
  })

  test('of the tests mirror a room, or are named here', () => {
    const own = [
      'bundle',
      'conformance',
      'corpus',
      'fixtures',
      'properties',
      'review',
      'scenarios',
      'support'
    ]
    const rooms = readdirSync(join(root, 'src'))
    const folders = readdirSync(join(root, '__tests__'), { withFileTypes: true })
    for (const folder of folders) {
      if (folder.isDirectory() && !own.includes(folder.name)) expect(rooms).toContain(folder.name)
    }
  })
})

describe('closed sets', () => {
  const report = json('schemas/report.schema.json')
  const config = json('schemas/config.schema.json')

  test('the report schema has the kinds, reasons and outcomes that have words', () => {
    const enumOf = (node: { enum: string[] }) => [...node.enum].sort()
    const keys = (words: object) => Object.keys(words).sort()
    expect(enumOf(report.$defs.effect.properties.kind)).toEqual(keys(effectWords))
    expect(enumOf(report.$defs.unknown.properties.reason)).toEqual(keys(unknownWords))
    expect(enumOf(report.$defs.verdict.properties.outcome)).toEqual(keys(verdictWords))
    expect(enumOf(report.properties.coverage.properties.skipped.items.properties.reason)).toEqual(
      keys(skipWords)
    )
  })

  test('the configuration schema has every gate with its default level', () => {
    const ids = gates.map(({ id }) => id).sort()
    const { properties } = config.properties.gates
    expect(Object.keys(properties).sort()).toEqual(ids)
    expect([...config.$defs.waiver.properties.gate.enum].sort()).toEqual(ids)
    for (const { id, level } of gates)
      expect(properties[id].description).toContain(`Default: \`${level}\``)
  })
})

describe('documents', () => {
  test('README: commands, inputs and outputs are those of the code and of action.yml', async () => {
    const action: { inputs: Described; outputs: Described } = parse(read('action.yml'))
    const commands = await Promise.all(Object.values(COMMANDS).map(load => load()))
    const rows = commands.map(
      ({ name, usage, summary }) => `| \`${name}${usage === '' ? '' : ` ${usage}`}\` | ${summary} |`
    )
    let text = read('README.md')
    text = replaceBlock(text, 'commands', `| command | does |\n|---|---|\n${rows.join('\n')}`)
    text = replaceBlock(text, 'inputs', table('input', action.inputs))
    text = replaceBlock(text, 'outputs', table('output', action.outputs))
    expectGolden('README.md', text)
  })

  test('docs/configuration.md lists every key of the schema', () => {
    const { properties, $defs } = json('schemas/config.schema.json')
    const rows: string[] = []
    const list = (prefix: string, of: Readonly<Record<string, Node>>) => {
      for (const [key, node] of Object.entries(of)) {
        rows.push(`| \`${prefix}${key}\` | ${node.description} |`)
        if (node.properties !== undefined) list(`${prefix}${key}.`, node.properties)
        const item = node.items?.$ref?.replace('#/$defs/', '')
        if (item !== undefined) list(`${prefix}${key}[].`, $defs[item].properties)
      }
    }
    list('', properties)
    expect(rows.join('\n')).not.toContain('undefined')
    const block = `| key | says |\n|---|---|\n${rows.join('\n')}`
    expectGolden(
      'docs/configuration.md',
      replaceBlock(read('docs/configuration.md'), 'keys', block)
    )
  })

  test('docs/glossary.md has every effect, most dangerous first', () => {
    const rows = Object.entries(effectWords).map(
      ([kind, { title }]) => `| \`${kind}\` | ${title} |`
    )
    expectGolden(
      'docs/glossary.md',
      replaceBlock(
        read('docs/glossary.md'),
        'effects',
        `| effect | what it says |\n|---|---|\n${rows.join('\n')}`
      )
    )
  })

  test('decisions are numbered without a gap and have three parts', () => {
    const files = readdirSync(join(root, 'docs/design'))
      .filter(name => /^\d{4}-/.test(name))
      .sort()
    for (const [index, name] of files.entries()) {
      expect(name).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z0-9-]+\\.md$`))
      const headings = read(`docs/design/${name}`).match(/^## .*$/gm)
      expect(headings).toEqual(['## Context', '## Decision', '## Consequences'])
    }
  })

  test('links to files lead somewhere', () => {
    const broken: string[] = []
    for (const path of texts.filter(one => one.endsWith('.md') && !one.includes('goldens'))) {
      for (const [, target = ''] of read(path).matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)/g)) {
        if (!existsSync(join(root, path, '..', target))) broken.push(`${path} → ${target}`)
      }
    }
    expect(broken).toEqual([])
  })

  test('examples have both sides and a page', () => {
    for (const name of readdirSync(join(root, 'examples'))) {
      if (!existsSync(join(root, 'examples', name, 'base'))) continue
      for (const part of ['head', 'README.md'])
        expect(existsSync(join(root, 'examples', name, part))).toBe(true)
    }
  })
})

type Described = Readonly<Record<string, { description: string; default?: string }>>

interface Node {
  readonly description?: string
  readonly properties?: Readonly<Record<string, Node>>
  readonly items?: { readonly $ref?: string }
}

function table(name: string, of: Described): string {
  const rows = Object.entries(of).map(([key, { description }]) => `| \`${key}\` | ${description} |`)
  return `| ${name} | |\n|---|---|\n${rows.join('\n')}`
}

/** The text between `<!-- name -->` and `<!-- /name -->`. */
function replaceBlock(text: string, name: string, block: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const start = text.indexOf(open)
  const end = text.indexOf(close)
  if (start === -1 || end === -1) throw new Error(`no block ${name}`)
  // A table ends where a comment stands, so the markers are apart from it.
  return `${text.slice(0, start + open.length)}\n\n${block}\n\n${text.slice(end)}`
}
