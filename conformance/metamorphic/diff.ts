import { defaultConfig } from '../../src/config/config.ts'
import type { SideFiles } from '../../src/manifest/manifest.ts'
import type { Report } from '../../src/report/report.ts'
import { review } from '../../src/review.ts'
import type { SchemaSource } from '../../src/schema/schemas.ts'
import type { World } from '../generate/world.ts'
import type { Texts } from './edit.ts'
import { copyOf } from './tree.ts'

export interface Setting extends Pick<World, 'flags' | 'meshConfig'> {
  readonly minor: string
}

/**
 * What `meshproof diff` says about two states, under the flags and the mesh configuration of a world. Without what the
 * analyzers find in either side, which no effect rests on and which costs as much again.
 */
export function diffTexts(
  base: Texts,
  head: Texts,
  { flags, meshConfig, minor }: Setting,
  schemas: SchemaSource
): Report {
  const [config] = copyOf([{ ...meshConfig }])
  return review({
    command: 'validate',
    base: sideOf('base', base),
    head: sideOf('head', head),
    config: { ...defaultConfig, meshConfig: config ?? null },
    schemas,
    istio: { minor, why: 'the judge is of this minor' },
    features: flags,
    version: '0.0.0'
  })
}

function sideOf(side: 'base' | 'head', texts: Texts): SideFiles {
  const encoder = new TextEncoder()
  const files = Object.keys(texts)
    .sort()
    .map(path => ({
      path,
      bytes: encoder.encode(texts[path]),
      side
    }))
  return { name: side, files, skipped: [] }
}
