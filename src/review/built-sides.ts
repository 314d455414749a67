import type { Feature } from '../mesh/features.ts'
import { buildMesh, buildMeshes, type Mesh, type MeshInput } from '../mesh/mesh.ts'
import { assumedGateways } from './assumed-gateways.ts'
import type { ReviewInput } from './input.ts'
import type { MeshFiles } from './meshes.ts'
import { type KnownFields, knownFields, withoutFields } from './new-fields.ts'
import { meshInput } from './side.ts'

export interface BuiltSides {
  readonly base: Mesh | null
  readonly head: Mesh
  /** What the sides were built from, where they are under two versions. */
  readonly versions: SideVersions | null
}

export interface SideVersions {
  readonly inputs: { readonly base: MeshInput; readonly head: MeshInput }
  readonly known: KnownFields
}

/** Both sides of a mesh. Under two versions each holds what the API server of its own would have stored. */
export function buildSides(files: MeshFiles, input: ReviewInput): BuiltSides {
  const gateways = assumedGateways(files.base?.manifests ?? [], files.head.manifests)
  const headManifests = [...files.head.manifests, ...gateways.head]
  const head = meshInput(files, 'head', headManifests, input)
  if (files.base === null) return { base: null, head: buildMesh(head), versions: null }
  const base = meshInput(files, 'base', [...files.base.manifests, ...gateways.base], input)
  const built = buildMeshes(base, head)
  if (built.base.version.minor === built.head.version.minor) return { ...built, versions: null }
  const known = knownFields(input.schemas)
  // Both sides of a table are of one theory; where versions differ in it, the row is told as not proven.
  const asIn = { rows: new Set(OF_ONE_THEORY), features: built.base.features }
  const stored = (one: MeshInput, mesh: Mesh): MeshInput => ({
    ...one,
    manifests: withoutFields(one.manifests, mesh, known)
  })
  return {
    ...buildMeshes(stored(base, built.base), { ...stored(head, built.head), asIn }),
    versions: { inputs: { base, head }, known }
  }
}

/** Whether conditions on headers see one line or all decides what values their dimension has. */
export const OF_ONE_THEORY: readonly Feature[] = ['policy-header-lines-apart']
