import { mapOrEmpty } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { injectorName, injectorValues } from '../injector.ts'

export const missingInjectionLabel = defineAnalyzer({
  id: 'namespace/missing-injection-label',
  severity: 'info',
  summary: 'A Namespace does not say whether its pods join the mesh.',
  why: 'Without a label the default of the installation decides: usually that pods get no sidecar, so that no route and no policy of Istio holds for them as clients, and policies for them as servers do nothing.',
  fix: 'Label it `istio-injection: enabled`, `istio.io/rev: …` or `istio.io/dataplane-mode: ambient`; `istio-injection: disabled` says that it is left out on purpose.',
  message: 'No label says whether pods of namespace "{namespace}" join the mesh; they {default}.',
  sources: ['IST0102', 'IST0148'],
  check({ mesh, report }) {
    const injectors = injectorValues(mesh)
    for (const manifest of mesh.of('Namespace')) {
      const { labels, ref } = manifest
      if (ref.name === 'istio-system') continue
      if (labels['istio.io/dataplane-mode'] === 'ambient') continue
      if ((labels['istio-injection'] ?? '') !== '' || labels['istio.io/rev'] !== undefined) continue
      const { sidecarInjectorWebhook } = injectors.get(injectorName('')) ?? {}
      const injected = mapOrEmpty(sidecarInjectorWebhook).enableNamespacesByDefault === true
      report(
        manifest,
        ['metadata', 'name'],
        {
          namespace: ref.name,
          default: injected
            ? 'get a sidecar, since this injector takes all namespaces by default'
            : 'get no sidecar unless they ask for it one by one'
        },
        { sources: injected ? ['IST0148'] : ['IST0102'] }
      )
    }
  }
})
