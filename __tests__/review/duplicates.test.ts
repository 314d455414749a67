import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/report/report.ts'
import { analysisOf, configWith, diffOf, saidEffects } from '../support/reviewed.ts'
import { routed, shop, to } from './worlds.ts'

const one = routed(`- ${to('v1')}`)
const other = routed(`- ${to('v2')}`)

function reasons({ unknown }: Report): string[] {
  return unknown.map(({ reason, mesh }) => `${reason} in ${mesh}`)
}

describe('one object in several files', () => {
  test('copies with one content are one object', () => {
    const report = diffOf({ 'a.yaml': one }, { 'a.yaml': one, 'b.yaml': one })
    expect(saidEffects(report)).toEqual([])
    expect(reasons(report)).toEqual([])
    expect(report.findings.introduced).toEqual([])
  })

  test('a second, different copy in the same folder is neither first-wins nor last-wins', () => {
    for (const names of [
      ['a.yaml', 'b.yaml'],
      ['b.yaml', 'a.yaml']
    ] as const) {
      const report = diffOf({ [names[0]]: one }, { [names[0]]: one, [names[1]]: other })
      expect(saidEffects(report)).toEqual([])
      expect(reasons(report)).toEqual(['duplicate in default'])
      expect(report.findings.introduced.map(({ id }) => id)).toEqual(['manifest/duplicate-object'])
      expect(report.verdict.outcome).toBe('warn')
    }
  })

  test('copies that were there before are a finding, and no reason to warn', () => {
    const base = { 'a.yaml': one, 'b.yaml': other }
    const report = diffOf(base, { ...base, 'c.yaml': shop.replaceAll('shop', 'else') })
    expect(reasons(report).filter(reason => reason.startsWith('duplicate'))).toEqual([])
    expect(report.findings.remaining.map(({ id }) => id)).toContain('manifest/duplicate-object')
  })

  test('folders that tell copies apart are meshes of their own, and the report says how to say so', () => {
    const envs = (prod: string) => ({
      'base/shop.yaml': shop,
      'envs/dev/vs.yaml': one.slice(one.lastIndexOf('---\n') + 4),
      'envs/prod/vs.yaml': prod.slice(prod.lastIndexOf('---\n') + 4)
    })
    const three = routed(`- timeout: 3s\n  ${to('v2')}`)
    const report = diffOf(envs(other), envs(three))
    expect(report.meshes.map(({ name }) => name)).toEqual(['envs/dev', 'envs/prod'])
    expect(reasons(report)).toEqual([])
    expect(report.effects.map(({ mesh, kind }) => `${mesh} ${kind}`)).toEqual([
      'envs/prod settings-changed'
    ])
    expect(report.notes?.join('')).toContain(
      '- name: "envs/prod"\n    paths: ["**"]\n    exclude: ["envs/dev"]'
    )
  })

  test('the configuration names the meshes', () => {
    const mesh = (name: string, path: string) => ({
      name,
      paths: [path],
      exclude: [],
      context: [],
      istio: null,
      defaultNamespace: null,
      meshConfig: null,
      features: {}
    })
    const config = configWith({ meshes: [mesh('blue', 'b'), mesh('green', 'g')] })
    const files = (text: string) => ({ 'b/m.yaml': one, 'g/m.yaml': text, 'stray.yaml': shop })
    const report = diffOf(files(one), files(other), { config })
    expect(report.effects.map(effect => effect.mesh)).toEqual(['green'])
    expect(report.notes).toEqual([
      'stray.yaml with Kubernetes objects belong to no configured mesh and were not reviewed.'
    ])
  })

  test('one state alone', () => {
    const report = analysisOf({ 'a.yaml': one, 'b.yaml': other })
    expect(report.findings.remaining.map(({ id }) => id)).toContain('manifest/duplicate-object')
    expect(report.effects).toEqual([])
  })
})
