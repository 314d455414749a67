import type { Config } from './config/config.ts'
import { type Dataplane, dataplane } from './dataplane/dataplane.ts'
import type { Outcome, Request } from './dataplane/request.ts'
import { UserError } from './errors.ts'
import { arrival } from './explain/arrival.ts'
import type { Callers } from './explain/callers.ts'
import { withFurther } from './explain/further.ts'
import type { SideFiles } from './manifest/manifest.ts'
import type { RenderedMesh } from './manifest/rendered.ts'
import { buildMesh } from './mesh/mesh.ts'
import { assumedGateways } from './review/assumed-gateways.ts'
import type { ReviewInput } from './review/input.ts'
import { groupMeshes } from './review/meshes.ts'
import { meshInput } from './review/side.ts'

export interface ExplainInput {
  readonly side: SideFiles
  readonly config: Config
  /** Which of several meshes is asked. */
  readonly mesh?: string
  readonly istio?: NonNullable<ReviewInput['istio']>
  readonly features?: Readonly<Record<string, string>>
  /** What the render steps of the configuration gave. */
  readonly rendered?: readonly RenderedMesh[]
  /** Gateways that VirtualServices name and the files do not hold are taken to exist. */
  readonly assumeGateways?: boolean
}

/** One state, ready to be asked. */
export interface Explainer {
  readonly mesh: string
  readonly istio: { readonly minor: string; readonly why: string }
  readonly callers: Callers
  /** What the proxies of the state are sent. */
  readonly plane: Dataplane
  /** What becomes of one request; what is not built yet answers `unknown` with the reason. */
  answer(request: Request): Outcome
  /** The same with what would have taken it next at each layer, and the policies of its clusters. */
  explain(request: Request): Outcome
}

/**
 * Builds the mesh once; each request then costs only its own way. Pure.
 * @throws UserError where there are several meshes and none is named, or one that is not there or was not rendered
 */
export function explainer(input: ExplainInput): Explainer {
  const { meshes } = groupMeshes(null, input.side, input.config, input.rendered)
  const [first, ...others] = meshes
  const wanted =
    input.mesh === undefined && others.length === 0
      ? first
      : meshes.find(({ name }) => name === input.mesh)
  if (wanted === undefined) {
    const names = meshes.map(({ name }) => name).join(', ')
    throw new UserError(
      input.mesh === undefined
        ? `There are several meshes: ${names}.`
        : `There is no mesh named ${input.mesh}; there are: ${names}.`,
      'Name one with --mesh, or give the folder of one mesh alone.'
    )
  }
  refuseUnrendered(wanted.name, input.rendered ?? [])
  const { manifests } = wanted.head
  const gateways = input.assumeGateways === true ? assumedGateways([], manifests).head : []
  const mesh = buildMesh(meshInput(wanted, 'head', [...manifests, ...gateways], input))
  const plane = dataplane(mesh)
  return {
    mesh: wanted.name,
    istio: { minor: mesh.version.minor, why: mesh.version.why },
    callers: {
      workload: (namespace, name) =>
        mesh.workloadsIn(namespace).find(one => one.name === name) ?? null,
      withServiceAccount: (namespace, serviceAccount) =>
        mesh.workloadsIn(namespace).filter(one => one.serviceAccount === serviceAccount)
    },
    plane,
    answer: request => arrival(plane, request).outcome,
    explain: request => {
      const { request: arriving, outcome } = arrival(plane, request)
      return withFurther(plane, arriving, outcome)
    }
  }
}

/** A mesh without its objects would answer every request, and wrongly. */
function refuseUnrendered(name: string, rendered: readonly RenderedMesh[]): void {
  const head = rendered.find(({ mesh }) => mesh === name)?.head
  if (head?.failed !== true) return
  throw new UserError(
    `The mesh ${name} could not be rendered: ${head.findings[0]?.message ?? 'its renderer failed'}`,
    'Mend that first: nothing can be said of its requests.'
  )
}
