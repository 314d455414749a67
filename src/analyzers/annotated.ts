import type { FieldPath } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { type IstioAnnotation, isIstioAnnotation, istioAnnotation } from './istio-annotations.ts'

/** One annotation of Istio as somebody wrote it. */
export interface Annotated {
  readonly manifest: Manifest
  readonly path: FieldPath
  readonly name: string
  readonly value: string
  /** `null` where the minor does not know it. */
  readonly known: IstioAnnotation | null
}

/** Kinds whose own annotations istioctl looks at; pod templates are no part of it. */
const kinds = ['Namespace', 'Service', 'Pod', 'Deployment'] as const

/** Istio's annotations on Namespaces, Services, Pods and Deployments. Source: analyzers/annotations/annotations.go. */
export function* annotatedOf(mesh: Mesh): Generator<Annotated> {
  for (const kind of kinds) {
    for (const manifest of mesh.of(kind)) {
      for (const [name, value] of Object.entries(manifest.annotations)) {
        if (!isIstioAnnotation(name)) continue
        const path = ['metadata', 'annotations', name]
        yield { manifest, path, name, value, known: istioAnnotation(name, mesh.version.minor) }
      }
    }
  }
}
