import type { Manifest } from '../../src/manifest/manifest.ts'
import { buildMesh, type Mesh, type MeshInput } from '../../src/mesh/mesh.ts'
import { manifestsFrom } from '../support/side.ts'

/** A mesh of one text. */
export function meshFrom(yaml: string, more: Partial<MeshInput> = {}): Mesh {
  return buildMesh({ side: 'head', manifests: manifestsFrom(yaml), ...more })
}

/** The object of a kind and name, which must be there. */
export function held(mesh: Mesh, kind: string, name: string): Manifest {
  const found = mesh.of(kind).find(manifest => manifest.ref.name === name)
  if (found === undefined) throw new Error(`the example holds no ${kind} ${name}`)
  return found
}
