import type { Json, Manifest } from '../manifest/manifest.ts'
import { list, mapOrEmpty, text, textMap, texts } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'
import { type Webhook, webhooksOf } from './webhooks.ts'

/** Webhooks of MutatingWebhookConfigurations that have a revision or a name under istio.io, with all revisions. */
export function injectionWebhooks(mesh: Mesh): { webhooks: Webhook[]; revisions: string[] } {
  const webhooks: Webhook[] = []
  const revisions = new Set<string>()
  for (const manifest of mesh.of('MutatingWebhookConfiguration')) {
    const own = webhooksOf(manifest)
    const named = revisionsOf(manifest, own)
    if (named.length === 0 && !own.some(({ name }) => name.endsWith('istio.io'))) continue
    webhooks.push(...own)
    for (const revision of named) revisions.add(revision)
  }
  return { webhooks, revisions: [...revisions].sort() }
}

function revisionsOf(manifest: Manifest, webhooks: readonly Webhook[]): string[] {
  const own = manifest.labels['istio.io/rev']
  const found = own === undefined ? [] : [own]
  for (const { fields } of webhooks) {
    found.push(...selected(fields.namespaceSelector), ...selected(fields.objectSelector))
  }
  return found
}

function selected(selector: Json | undefined): string[] {
  const { matchLabels, matchExpressions } = mapOrEmpty(selector)
  const exact = textMap(matchLabels)['istio.io/rev']
  const listed = list(matchExpressions).flatMap(entry => {
    const { key, values } = mapOrEmpty(entry)
    return text(key) === 'istio.io/rev' ? texts(values) : []
  })
  return exact === undefined ? listed : [exact, ...listed]
}
