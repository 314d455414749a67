import { defineAnalyzer } from '../analyzer.ts'

export const conflictingInjectionLabels = defineAnalyzer({
  id: 'namespace/conflicting-injection-labels',
  severity: 'warning',
  summary: 'A Namespace carries labels that choose its data plane in two ways.',
  why: '`istio-injection` goes before `istio.io/rev`, so that a revision that somebody set is not used; with `istio.io/dataplane-mode: ambient` beside them pods that have a sidecar are left out of ambient.',
  fix: 'Keep the one that is meant: `istio-injection`, `istio.io/rev` or `istio.io/dataplane-mode`.',
  message: 'Labels {labels} choose the data plane of this namespace in several ways.',
  sources: ['IST0123'],
  check({ mesh, report }) {
    for (const manifest of mesh.of('Namespace')) {
      if (manifest.ref.name === 'istio-system') continue
      const { labels } = manifest
      const injection = labels['istio-injection']
      const names = injection === undefined ? [] : ['istio-injection']
      // With injection switched off the others are no choice of a sidecar.
      if (injection === undefined || injection === 'enabled') {
        for (const name of ['istio.io/rev', 'istio.io/dataplane-mode']) {
          if (labels[name] !== undefined) names.push(name)
        }
      }
      if (names.length < 2) continue
      report(
        manifest,
        ['metadata', 'labels'],
        { labels: names.map(name => `${name}=${labels[name]}`).join(', ') },
        { part: 'key' }
      )
    }
  }
})
