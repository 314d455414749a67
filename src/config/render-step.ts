import type { HelmStep, RenderStep } from '../manifest/rendered.ts'

/** `render` as the schema has proven it: each key by itself, not how many of them. */
export interface RenderFile {
  readonly kustomize?: string
  readonly helm?: Partial<Omit<HelmStep, 'kind'>> & { readonly chart: string }
  readonly command?: readonly string[]
  readonly rendered?: {
    readonly base: string
    readonly head: string
    readonly sources?: readonly string[]
  }
}

/** What a schema cannot say in words that help; null where the step can be used. */
export function renderMistake(file: RenderFile): string | null {
  const given = Object.keys(file)
  if (given.length === 1) return null
  const kinds = 'kustomize, helm, command or rendered'
  return given.length === 0
    ? `render needs one of ${kinds}`
    : `render takes one of ${kinds}, not ${given.join(' and ')}; use a mesh for each`
}

/** @param mesh stands in for the release's name */
export function renderStep(file: RenderFile, mesh: string): RenderStep {
  if (file.kustomize !== undefined) return { kind: 'kustomize', path: plain(file.kustomize) }
  if (file.command !== undefined) return { kind: 'command', run: file.command }
  if (file.helm !== undefined) {
    const { chart, values, set, release, namespace, kubeVersion, apiVersions } = file.helm
    return {
      kind: 'helm',
      chart: plain(chart),
      values: (values ?? []).map(plain),
      set: { ...set },
      release: release ?? mesh,
      namespace: namespace ?? null,
      kubeVersion: kubeVersion ?? null,
      apiVersions: apiVersions ?? []
    }
  }
  // renderMistake has let exactly one kind through.
  const { base = '', head = '', sources = [] } = file.rendered ?? {}
  return { kind: 'rendered', base, head, sources }
}

/** `./charts/shop/` → `charts/shop`; the root is `''`. */
function plain(path: string): string {
  return path
    .split('/')
    .filter(segment => segment !== '' && segment !== '.')
    .join('/')
}
