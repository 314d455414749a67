import type { Labels } from '../../mesh/selector.ts'
import { selectsBy } from '../../mesh/selector.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { injectionWebhooks } from '../injection-webhooks.ts'
import type { Webhook } from '../webhooks.ts'

export const overlappingWebhooks = defineAnalyzer({
  id: 'mutating-webhook-configuration/overlapping-webhooks',
  severity: 'error',
  summary: 'Two injection webhooks take the same pods.',
  why: 'Both inject: the pod ends up with the proxy of whichever comes last, mixed with pieces of the other.',
  fix: 'Make the selectors exclude each other, by revision.',
  message: 'Webhook "{webhook}" takes the same pods as {others}.',
  sources: ['IST0139'],
  check({ mesh, report }) {
    const { webhooks, revisions } = injectionWebhooks(mesh)
    const namespaces = labelSets('istio-injection', ['enabled', 'disabled'], revisions)
    const objects = labelSets('sidecar.istio.io/inject', ['true', 'false'], revisions)
    const reported = new Set<string>()
    for (const namespace of namespaces) {
      const asked = webhooks.filter(({ fields }) => selectsBy(fields.namespaceSelector, namespace))
      if (asked.length < 2) continue
      for (const object of objects) {
        const taking = asked.filter(({ fields }) => selectsBy(fields.objectSelector, object))
        if (taking.length < 2) continue
        for (const webhook of taking) {
          const others = othersOf(webhook, taking)
          if (others === '') continue
          const key = `${nameOf(webhook)} ${others}`
          if (reported.has(key)) continue
          reported.add(key)
          report(webhook.manifest, [...webhook.path, 'name'], { webhook: webhook.name, others })
        }
      }
    }
  }
})

/** Every way in which the labels of a namespace or pod can choose. */
function labelSets(
  label: string,
  values: readonly string[],
  revisions: readonly string[]
): Labels[] {
  const own: Labels[] = [{}, ...values.map(value => ({ [label]: value }))]
  return [
    ...own,
    ...revisions.flatMap(revision => own.map(labels => ({ ...labels, 'istio.io/rev': revision })))
  ]
}

function nameOf({ manifest, name }: Webhook): string {
  return `${manifest.ref.name}/${name}`
}

function othersOf(webhook: Webhook, taking: readonly Webhook[]): string {
  const names = new Set(taking.map(nameOf))
  names.delete(nameOf(webhook))
  return [...names].sort().join(', ')
}
