import { isEmptySelector } from '../../mesh/selector.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { matchLabels } from '../selector-text.ts'
import { othersOf, severalInNamespace } from '../sharing.ts'

export const duplicateDefault = defineAnalyzer({
  id: 'peer-authentication/duplicate-default',
  severity: 'warning',
  summary: 'A namespace has several PeerAuthentications for all of its workloads.',
  why: 'They are not merged: the one that was created first decides whether mutual TLS is required, the others do nothing. Which one that is does not stand in git.',
  fix: 'Keep one PeerAuthentication without a selector in a namespace.',
  message:
    'Namespace "{namespace}" has another PeerAuthentication without a selector, {others}; only the oldest takes effect.',
  sources: ['KIA0002'],
  check({ mesh, report }) {
    const wide = mesh
      .of('PeerAuthentication')
      .filter(({ spec }) => isEmptySelector(matchLabels(spec.selector)))
    for (const group of severalInNamespace(wide)) {
      for (const manifest of group) {
        const { namespace } = manifest.ref
        report(manifest, ['metadata', 'name'], { namespace, others: othersOf(manifest, group) })
      }
    }
  }
})
