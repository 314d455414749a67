import type { Certainty } from '../finding.ts'
import type { Json } from '../manifest/manifest.ts'
import { mapOrEmpty, textMap } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import type { Labels } from '../mesh/selector.ts'

/** The labels of a `selector` with `matchLabels`. */
export function matchLabels(selector: Json | undefined): Labels {
  return textMap(mapOrEmpty(selector).matchLabels)
}

/** The labels of a Sidecar's or DestinationRule's `workloadSelector`. */
export function workloadLabels(selector: Json | undefined): Labels {
  return textMap(mapOrEmpty(selector).labels)
}

/** What git lacks may be applied from elsewhere, unless it is said to hold the whole mesh. */
export function absence(mesh: Mesh): Certainty {
  return mesh.complete ? 'certain' : 'assumed'
}
