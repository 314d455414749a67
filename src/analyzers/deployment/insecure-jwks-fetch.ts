import type { Manifest } from '../../manifest/manifest.ts'
import { filled, isMap, list, mapOrEmpty } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'

const variable = 'BLOCKED_CIDRS_IN_JWKS_URIS'

export const insecureJwksFetch = defineAnalyzer({
  id: 'deployment/insecure-jwks-fetch',
  severity: 'warning',
  summary: 'The control plane fetches keys from whatever address a RequestAuthentication names.',
  why: 'Who may write a RequestAuthentication can make istiod ask any address that it can reach, such as the metadata service of the cloud, and see whether it answers.',
  fix: 'Set `BLOCKED_CIDRS_IN_JWKS_URIS` on istiod to the networks that it must not ask.',
  message:
    'The control plane has no BLOCKED_CIDRS_IN_JWKS_URIS, and these RequestAuthentications can have it fetch from anywhere: {names}.',
  sources: ['IST0175'],
  since: '1.28',
  check({ mesh, report }) {
    const policies = mesh.of('RequestAuthentication')
    if (policies.length === 0) return
    const names = policies.slice(0, 5).map(({ ref }) => `${ref.namespace}/${ref.name}`)
    if (policies.length > names.length) names.push('…')
    for (const manifest of mesh.of('Deployment')) {
      if (manifest.labels.app !== 'istiod' || isRestricted(manifest)) continue
      const params = { names: names.join(', ') }
      report(manifest, ['spec', 'template', 'spec', 'containers'], params, { part: 'key' })
    }
  }
})

function isRestricted({ spec }: Manifest): boolean {
  const { containers } = mapOrEmpty(mapOrEmpty(spec.template).spec)
  return list(containers)
    .flatMap(container => list(mapOrEmpty(container).env))
    .filter(isMap)
    .some(({ name, value }) => name === variable && filled(value) !== undefined)
}
