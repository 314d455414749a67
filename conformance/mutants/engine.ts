import { fileURLToPath } from 'node:url'
import { defaultConfig } from '../../src/config/config.ts'
import type { SideFiles } from '../../src/manifest/manifest.ts'
import type { Report } from '../../src/report/report.ts'
import { review } from '../../src/review.ts'
import { openSchemaStore } from '../../src/schema/store.ts'
import { type Fields, type KubernetesObject, manifestText } from '../generate/world.ts'
import type { States } from './edit.ts'

const schemas = openSchemaStore(fileURLToPath(new URL('../../', import.meta.url)))

/** What `diff` says of two states, of which git holds everything. */
export function diffOf({ base, head }: States, meshConfig: Fields, minor: string): Report {
  return review({
    command: 'diff',
    base: side('base', base, meshConfig),
    head: side('head', head, meshConfig),
    config: defaultConfig,
    schemas,
    version: '0.0.0',
    istio: { minor, why: 'the judge is of this minor' }
  })
}

function side(
  name: 'base' | 'head',
  objects: readonly KubernetesObject[],
  meshConfig: Fields
): SideFiles {
  const installed: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'istio', namespace: 'istio-system' },
    data: { mesh: JSON.stringify(meshConfig) }
  }
  const bytes = new TextEncoder().encode(manifestText([installed, ...objects]))
  return { name, files: [{ path: 'mesh.yaml', bytes, side: name }], skipped: [] }
}
