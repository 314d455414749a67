import type { Effect } from '../effects/effect.ts'
import { differing } from '../mesh/features.ts'
import type { Mesh } from '../mesh/mesh.ts'

/** What a mesh under two versions was asked, and what of their differences it shows. */
export function upgradeNote(base: Mesh, head: Mesh, effects: readonly Effect[]): string {
  const count = differing(base.features, head.features).length
  const shown = new Set(
    effects.flatMap(({ behaviours = [] }) => behaviours.map(({ name }) => name))
  )
  const mesh = head.name === 'default' ? 'The mesh' : `The mesh ${head.name}`
  const goes = `${mesh} goes from Istio ${base.version.minor} (${base.version.why}) to ${head.version.minor} (${head.version.why})`
  const all = `${count} ${count === 1 ? 'behaviour differs' : 'behaviours differ'} between them`
  const names = [...shown].sort().join(', ')
  return shown.size === 0
    ? `${goes}: ${all}, and none changes anything for these manifests beyond what is listed as assumed or not proven.`
    : `${goes}: ${all}, and these change something for these manifests: ${names}.`
}
