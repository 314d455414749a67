import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { classify } from '../../src/dataplane/ledger/ledger.ts'
import { readChanges } from '../../src/effects/ledger.ts'
import { manifestChanges } from '../../src/effects/manifest-change.ts'
import type { SchemaTable } from '../../src/schema/table.ts'
import { root } from '../support/golden.ts'
import { type PlantedField, patternOf, planted, plantedFields } from '../support/planted.ts'
import { diffOf } from '../support/reviewed.ts'
import { manifestsFrom } from '../support/side.ts'
import { neutralFields } from './planted-neutral.ts'
import { templates, valuesAt, world } from './planted-worlds.ts'

function table(minor: string): SchemaTable {
  return JSON.parse(readFileSync(join(root, `schemas/istio/${minor}.json`), 'utf8'))
}

/** What became of one edit: an effect, an unknown, a change of text, or nothing but "proven". */
function verdictOf(field: PlantedField, before: unknown, after: unknown, minor: string): string {
  const base = objectWith(field, before)
  const head = objectWith(field, after)
  const report = diffOf(world(field.kind, base), world(field.kind, head), {
    istio: { minor, why: 'the test' }
  })
  const defect = report.unknown.find(({ reason }) => reason === 'internal' || reason === 'witness')
  if (defect !== undefined) return `defect: ${defect.message}`
  if (report.effects.length > 0) return 'effect'
  if (report.unknown.length > 0) return 'unknown'
  return report.unchanged.textOnly.length > 0 ? 'text' : 'proven'
}

function objectWith({ group, kind, version, path }: PlantedField, value: unknown): unknown {
  const template = {
    apiVersion: `${group}/${version}`,
    kind,
    metadata: { name: 'planted', namespace: 'shop' },
    ...templates[kind]?.(patternOf(path))
  }
  return value === undefined ? template : planted(template, path, value)
}

describe.each(['1.31', '1.24', '1.18'])('one edit of every field of Istio %s', minor => {
  const fields = plantedFields(table(minor))
  const kinds = [...new Set(fields.map(field => field.kind))]

  test('the schemas have all kinds and many fields', () => {
    expect(kinds).toEqual(
      expect.arrayContaining(['VirtualService', 'DestinationRule', 'AuthorizationPolicy'])
    )
    expect(fields.length).toBeGreaterThan(250)
  })

  test.each(kinds)('%s', kind => {
    const silent: string[] = []
    for (const field of fields.filter(one => one.kind === kind)) {
      const pattern = patternOf(field.path)
      const reading = classify(field.group, kind, field.path)
      const values = valuesAt(kind, pattern) ?? field.values
      if (reading.status !== 'read') {
        // The comparison is not asked: the ledger alone must speak up.
        const said = ledgerOf(field, values)
        if (said !== (reading.status === 'inert' ? 'text' : 'unknown'))
          silent.push(`${pattern}: ${said}`)
        continue
      }
      const [one, other] = values
      const verdicts = [
        verdictOf(field, undefined, one, minor),
        verdictOf(field, one, other, minor)
      ]
      const defect = verdicts.find(verdict => verdict.startsWith('defect'))
      if (defect !== undefined) silent.push(`${pattern}: ${defect}`)
      else if (
        verdicts.every(verdict => verdict === 'proven') &&
        !neutralFields.has(`${kind} ${pattern}`)
      ) {
        silent.push(`${pattern}: ${verdicts.join(', ')}`)
      }
    }
    expect(silent).toEqual([])
  })
})

function ledgerOf(field: PlantedField, [one, other]: readonly [unknown, unknown]): string {
  const sides = (before: unknown, after: unknown) => {
    const read = (value: unknown, side: 'base' | 'head') =>
      manifestsFrom(JSON.stringify(objectWith(field, value)), side)
    return readChanges(manifestChanges(read(before, 'base'), read(after, 'head')))
  }
  const changed = sides(one, other)
  const added = sides(undefined, one)
  if (changed.unknown.length > 0 && added.unknown.length > 0) return 'unknown'
  return changed.textOnly.length > 0 && added.unknown.length === 0 ? 'text' : 'nothing'
}

test('a field that is listed as neutral exists, is read, and has a reason', () => {
  const known = new Set(
    plantedFields(table('1.31')).map(({ kind, path }) => `${kind} ${patternOf(path)}`)
  )
  for (const [field, reason] of neutralFields) {
    expect(known).toContain(field)
    expect(reason.length).toBeGreaterThan(10)
  }
})
