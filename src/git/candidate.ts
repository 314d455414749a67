/** Files that can hold Kubernetes objects: kubectl and istioctl read these three extensions. */
const manifestName = /\.(?:ya?ml|json)$/i

/** Text that changes what manifests say once it is rendered, though it holds none itself. */
const templateName = /\.(?:tpl|gotmpl|jsonnet|libsonnet|cue)$/i

const regularFile = new Set(['100644', '100755', '100664'])
const symlink = '120000'
const gitlink = '160000'

/** What is done with an entry of a tree: read, shown as skipped, or nothing. */
export type Treatment = 'read' | 'symlink' | 'submodule' | 'template' | 'ignore'

/** @param mode as git writes it, six octal digits */
export function treatmentOf(path: string, mode: string): Treatment {
  if (mode === gitlink) return 'submodule'
  if (mode === symlink) return isManifestName(path) || !hasExtension(path) ? 'symlink' : 'ignore'
  if (!regularFile.has(mode)) return 'ignore'
  if (isManifestName(path)) return 'read'
  return templateName.test(path) ? 'template' : 'ignore'
}

export function isManifestName(path: string): boolean {
  return manifestName.test(path)
}

/** A link without an extension may stand for a directory of manifests. */
function hasExtension(path: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1).lastIndexOf('.') > 0
}
