import { RE2JS } from 're2js'
import type { Proxy as ProxyClass } from '../../dataplane/config.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { list, map, mapOrEmpty, textMap } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { isEmptySelector, type Labels, selects } from '../../mesh/selector.ts'
import type { Patch } from './patch.ts'

/** Labels that an extension asks of pods; `null`: it names objects of the Gateway API instead. */
export function wantedLabels({ ref, spec }: Manifest): Labels | null {
  if (list(spec.targetRefs).length > 0 || map(spec.targetRef) !== undefined) return null
  return ref.kind === 'EnvoyFilter'
    ? textMap(mapOrEmpty(spec.workloadSelector).labels)
    : textMap(mapOrEmpty(spec.selector).matchLabels)
}

/**
 * Whether an extension reaches a proxy class: by namespace (the root namespace is everybody's), then by labels.
 * Those with targetRefs reach gateways of the Gateway API and waypoints alone.
 * Source: pilot model/push_context.go EnvoyFilters, policyattachment.go ShouldAttachPolicy.
 */
export function attaches(extension: Manifest, proxy: ProxyClass, root: string): boolean {
  const { namespace } = extension.ref
  if (namespace !== root && namespace !== proxy.namespace) return false
  const wanted = wantedLabels(extension)
  if (wanted === null) return false
  if (selects(wanted, proxy.labels)) return true
  // Pods that git does not hold may carry more labels than their class is known by.
  return proxy.certainty !== 'certain' && !contradicts(wanted, proxy.labels)
}

function contradicts(wanted: Labels, labels: Labels): boolean {
  if (isEmptySelector(wanted)) return false
  return Object.entries(wanted).some(
    ([key, value]) => labels[key] !== undefined && labels[key] !== value
  )
}

/** Patch levels of a minor that are tried; none was ever larger. */
const PATCHES = 60

/**
 * Whether the expression could match the version of some proxy of these minors. What is no RE2 expression matches every
 * version, an overlong one none. Source: pilot model/envoyfilter.go proxyMatch.
 */
export function matchesVersion({ proxyVersion }: Patch, meshes: readonly Mesh[]): boolean {
  if (proxyVersion === null) return true
  if (proxyVersion.length > 1024) return false
  let program: RE2JS
  try {
    program = RE2JS.compile(proxyVersion)
  } catch {
    return true
  }
  for (const { version } of meshes) {
    const { minor, full } = version
    const written = [minor, `${minor}-dev`, `${minor}-alpha.0`, ...(full === null ? [] : [full])]
    for (let patch = 0; patch < PATCHES; patch++) written.push(`${minor}.${patch}`)
    for (const one of written) {
      if (program.matcher(one).find() || program.matcher(`${one}-distroless`).find()) return true
    }
  }
  return false
}
