import { describe, expect, test } from '@jest/globals'
import { runCli, withFiles } from '../support/world.ts'

const canary = 'examples/canary/head'
const ask = (...args: readonly string[]) => runCli(['explain', canary, ...args])

describe('explain', () => {
  test('tells who answers and which lines say so', async () => {
    const { exit, stdout } = await ask(
      '-r',
      'GET http://checkout/cart',
      '--from',
      'shop/storefront',
      '-H',
      'x-canary: true'
    )
    expect(exit).toBe(0)
    expect(stdout).toMatch(/^served by checkout\.shop\.svc\.cluster\.local:80 subset v2\n/)
    expect(stdout).toMatch(/route .*routes\.yaml:\d+/)
  })

  test('answers JSON lines with JSON lines, in order, with their ids', async () => {
    const lines = [
      '{"istio": "1.24", "flags": {"PILOT_X": true}}',
      '{"id": "plain", "from": "shop/storefront", "url": "http://checkout/"}',
      '',
      '{"id": "qa", "from": "shop/storefront", "url": "http://checkout/", "headers": {"x-canary": "true"}}'
    ]
    await withFiles({ 'r.jsonl': lines.join('\n') }, async directory => {
      const { exit, stdout } = await ask('--requests', `${directory}/r.jsonl`)
      expect(exit).toBe(0)
      const answers = stdout
        .trim()
        .split('\n')
        .map(line => JSON.parse(line))
      expect(answers.map(({ id, outcome }) => [id, outcome])).toEqual([
        ['plain', 'served'],
        ['qa', 'served']
      ])
      expect(answers[0].destinations).toHaveLength(2)
      expect(answers[1].destinations).toHaveLength(1)
    })
  })

  test.each<[string, string[], string]>([
    ['no request', ['--from', 'outside'], 'needs a request'],
    ['no caller', ['-r', 'GET http://a/'], 'needs to know who calls'],
    [
      'a header that is none',
      ['-r', 'GET http://a/', '--from', 'outside', '-H', 'x'],
      '--header "x" is no header'
    ],
    [
      'a mesh that is not there',
      ['-r', 'GET http://a/', '--from', 'outside', '--mesh', 'x'],
      'There is no mesh named x; there are: default'
    ],
    [
      'a file that is not there',
      ['--requests', 'nope.jsonl'],
      '--requests nope.jsonl does not exist'
    ]
  ])('%s', async (_, args, message) => {
    const { exit, stderr } = await ask(...args)
    expect(exit).toBe(2)
    expect(stderr).toContain(message)
  })

  test.each<[string, string]>([
    ['not JSON\n', 'r.jsonl:1: this line is no JSON'],
    ['{"istio": "9.9"}\n', 'the request file names Istio 9.9 is not a version'],
    ['{"flags": 1}\n', 'r.jsonl:1: "flags" must be a map'],
    ['{"from": "outside", "url": "http://a"}\n{"from": "x"}\n', 'r.jsonl:2: "x" is no caller']
  ])('a file with %j', async (text, message) => {
    await withFiles({ 'r.jsonl': text }, async directory => {
      const { exit, stderr } = await ask('--requests', `${directory}/r.jsonl`)
      expect(exit).toBe(2)
      expect(stderr).toContain(message)
    })
  })
})
