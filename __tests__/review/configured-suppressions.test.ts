import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { Config } from '../../src/config/config.ts'
import { readConfig } from '../../src/config/read.ts'
import { analysisOf, diffOf } from '../support/reviewed.ts'

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/config.schema.json', import.meta.url), 'utf8')
)

function config(text: string): Promise<Config> {
  return readConfig({ file: '.github/meshproof.yaml', text, schema })
}

const route = (name: string, host: string) => `apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}, namespace: shop}
spec: {hosts: [${name}], http: [{route: [{destination: {host: ${host}}}]}]}
`
const files = { 'apps/cart.yaml': route('cart', 'crat'), 'apps/pay.yaml': route('pay', 'pya') }

function said(report: ReturnType<typeof analysisOf>): string[] {
  return report.findings.remaining.map(({ id, at }) => `${id} ${at.file}:${at.start.line}`)
}

const both = [
  'virtual-service/unknown-host apps/cart.yaml:9',
  'virtual-service/unknown-host apps/pay.yaml:9'
]

describe('suppressions of the configuration', () => {
  test('findings are there without one', () => {
    expect(said(analysisOf(files))).toEqual(both)
  })

  test.each([
    ['by id', 'finding: virtual-service/unknown-host', []],
    ['by a code', 'finding: IST0101', []],
    ['for an object', 'finding: KIA1101, object: VirtualService shop/cart', [both[1]]],
    ['for objects', 'finding: IST0101, object: "*/p*"', [both[0]]],
    ['for files', 'finding: IST0101, paths: [apps/p*.yaml]', [both[0]]]
  ])('%s', async (_, entry, left) => {
    const given = await config(`suppressions:\n  - {${entry}, reason: deployed later}\n`)
    const report = analysisOf(files, { config: given })
    expect(said(report)).toEqual(left)
    expect(report.notes?.join()).toContain('(configuration: deployed later)')
  })

  test.each([
    ['another object', 'finding: IST0101, object: VirtualService shop/car'],
    ['another id', 'finding: virtual-service/unknown-port'],
    ['other files', 'finding: IST0101, paths: [clusters]']
  ])('one for %s meets nothing, and is reported at its line', async (_, entry) => {
    const given = await config(`suppressions:\n  - {${entry}, reason: deployed later}\n`)
    expect(said(analysisOf(files, { config: given }))).toEqual([
      ...both,
      'manifest/unused-suppression .github/meshproof.yaml:2'
    ])
  })

  test('hold on both sides: nothing is resolved or introduced by them', async () => {
    const given = await config(
      'suppressions:\n  - {finding: IST0101, object: VirtualService shop/cart, reason: later}\n'
    )
    const { findings } = diffOf({ 'apps/cart.yaml': files['apps/cart.yaml'] }, files, {
      config: given
    })
    expect(findings.introduced.map(({ subject }) => subject?.name)).toEqual(['pay'])
    expect(findings.resolved).toEqual([])
  })

  test('hold for what was rendered, which carries no comment', async () => {
    const given = await config(
      'suppressions:\n  - {finding: IST0101, object: VirtualService shop/cart, reason: later}\n'
    )
    const document = {
      text: route('cart', 'crat'),
      origin: { tool: 'file', file: 'x.yaml' }
    } as const
    const rendered = {
      documents: [document],
      sources: new Map(),
      settings: [],
      findings: [],
      unknown: [],
      failed: false
    }
    const step = { kind: 'kustomize', path: 'overlays/prod' } as const
    const none = { paths: [], exclude: [], context: [], istio: null }
    const own = {
      istioBase: null,
      defaultNamespace: null,
      meshConfig: null,
      features: {},
      render: step
    }
    const reviewed = (suppressions: Config['suppressions']) =>
      analysisOf(
        {},
        {
          config: { ...given, suppressions, meshes: [{ name: 'prod', ...none, ...own }] },
          rendered: [
            {
              mesh: 'prod',
              base: null,
              head: rendered,
              changed: true,
              namespace: null,
              renderedFrom: []
            }
          ]
        }
      )
    expect(said(reviewed([]))).toEqual(['virtual-service/unknown-host prod/x.yaml (rendered):9'])
    expect(said(reviewed(given.suppressions))).toEqual([])
  })

  test.each([
    ['no reason', '{finding: IST0101}', 'needs the key "reason"'],
    ['our own failures', '{finding: internal/analyzer-failed, reason: x}', 'must be the id of'],
    ['no id', '{finding: everything, reason: x}', 'must be the id of'],
    ['an unknown key', '{finding: IST0101, reason: x, until: 2027}', 'unknown key "until"']
  ])('%s is refused with its line', async (_, entry, message) => {
    const text = `suppressions:\n  - ${entry}\n`
    await expect(config(text)).rejects.toThrow(/\.github\/meshproof\.yaml:2:/)
    await expect(config(text)).rejects.toThrow(message)
  })
})
