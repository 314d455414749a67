import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { root } from '../support/golden.ts'
import { readAction } from '../support/runner.ts'

const source = (path: string) => readFileSync(join(root, path), 'utf8')

/** Values of the configuration file must not be hidden by a default of action.yml. */
const inConfiguration = [
  'config',
  'base',
  'head',
  'istio-version',
  'istio-base-version',
  'comment',
  'comment-key'
]

describe('action.yml', () => {
  test('its inputs are those that are read', () => {
    const read = [
      ...source('src/action/inputs.ts').matchAll(/(?:getInput|optional)\('([a-z-]+)'\)/g)
    ]
    const names = new Set(read.map(([, name]) => name))
    const declared = [
      ...Object.keys(readAction().inputs ?? {}),
      ...Object.keys(readAction('comment').inputs ?? {})
    ]
    expect(names).toEqual(new Set(declared))
  })

  test('its outputs are those that are set', () => {
    const set = globSync('src/action/*.ts', { cwd: root }).flatMap(file =>
      [...source(file).matchAll(/setOutput\('([a-z-]+)'/g)].map(([, name]) => name)
    )
    expect(new Set(set)).toEqual(new Set(Object.keys(readAction().outputs ?? {})))
  })

  test('nothing that the configuration can say has a default', () => {
    const { inputs = {} } = readAction()
    for (const name of inConfiguration) expect(inputs[name]?.default).toBeUndefined()
  })

  test('check is the same action, for `$/check`', () => {
    const whole = readAction()
    const check = readAction('check')
    expect(check.inputs).toEqual(whole.inputs)
    expect(check.outputs).toEqual(whole.outputs)
    expect([check.runs.main, check.runs.post]).toEqual(['../dist/main.js', '../dist/post.js'])
    expect([whole.runs.main, whole.runs.post]).toEqual(['dist/main.js', 'dist/post.js'])
    expect(readAction('comment').runs).toEqual({ using: 'node24', main: '../dist/companion.js' })
  })
})
