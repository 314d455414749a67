import type { FieldPath, FindingDraft } from '../finding.ts'

/**
 * One mistake is said once. The API server's schema goes before the webhook, so that of two findings about one field
 * the schema's stays; it takes over the codes of the other. Twins are:
 * a webhook's error at the place where the schema has one; the schema says of the whole what is missing in it.
 * A webhook's error in or at a place whose validation rule says the same in CEL (`RULES`).
 * What the analyzers say more exactly (`ANALYZERS`), and what they say of a field that is missing.
 */
export function withoutTwins(found: readonly FindingDraft[]): FindingDraft[] {
  const kept: FindingDraft[] = []
  const webhook: FindingDraft[] = []
  for (const draft of found) (isWebhook(draft) ? webhook : kept).push(draft)
  if (webhook.length === 0) return kept
  const index = new Index(kept)
  const codes = new Map<FindingDraft, string[]>()
  for (const draft of webhook) {
    const twin = index.twinOf(draft)
    if (twin === undefined) kept.push(draft)
    else codes.set(twin, [...(codes.get(twin) ?? twin.sources), ...draft.sources])
  }
  return kept.map(draft => {
    const sources = codes.get(draft)
    return sources === undefined ? draft : { ...draft, sources: [...new Set(sources)].sort() }
  })
}

const CODES = ['IST0106', 'IST0130', 'IST0131']

function isWebhook({ id, sources, params }: FindingDraft): boolean {
  if (id.startsWith('schema/') || Object.hasOwn(ANALYZERS, id)) return false
  // A destination that names no host lacks a field.
  if (id === 'virtual-service/unknown-host') return params.host === ''
  return sources.length === 1 && (CODES.includes(sources[0] ?? '') || saidAgain.has(id))
}

/** Validation rules of the CRDs by their message, and what the webhook calls the same (its ids after the kind). */
const RULES: readonly (readonly [message: RegExp, names: readonly string[]])[] = [
  [/valid duration/, ['invalid-duration', 'invalid-type']],
  [/wildcard not allowed in label|wildcard is not supported/, ['invalid-selector-wildcard']],
  [/key must not be empty/, ['missing-selector-key']],
  [/cross namespace referencing/, ['unsupported-target-namespace']],
  [/Support kinds are/, ['invalid-target-kind']],
  [/only one of targetRefs/, ['conflicting-targets']],
  [/url must have schem/, ['invalid-url', 'invalid-url-scheme', 'invalid-jwks-uri']],
  [/valueFrom is INLINE/, ['conflicting-env-value']],
  [/operation is UPSERT/, ['missing-tag-value']],
  [/operation is REMOVE/, ['conflicting-tag-value']],
  [/UDS may not include ports/, ['conflicting-socket-ports']],
  [/UDS m/, ['invalid-unix-path', 'missing-unix-path']],
  [/Address is required/, ['missing-address']],
  [/port name must be valid/, ['invalid-port-name']],
  [/port must be between/, ['invalid-port']],
  [/port number cannot be duplicated/, ['duplicate-port']],
  [/portLevelMtls requires selector/, ['missing-selector']],
  [/hostname cannot be wildcard/, ['invalid-any-host']],
  [/WorkloadSelector or Endpoints/, ['conflicting-endpoints']],
  [/CIDR addresses/, ['invalid-address-block']],
  [/NONE mode cannot set endpoints/, ['conflicting-resolution']],
  [/DNS_ROUND_ROBIN mode/, ['invalid-endpoint-count']],
  [/scheme must be one of/, ['invalid-probe-scheme']],
  [/Cannot set serviceAccounts/, ['conflicting-service-accounts']],
  [/only one of credentialName/, ['conflicting-certificates']],
  [/exactly one of wasm or lua/, ['missing-extension']]
]

/** Ids of analyzers that look at the same more closely. */
const ANALYZERS: Readonly<Record<string, readonly string[]>> = {
  'virtual-service/unreachable-route': [
    'virtual-service/unreachable-catch-all',
    'virtual-service/unreachable-match',
    'virtual-service/unreachable-rule',
    'virtual-service/ineffective-match',
    'virtual-service/overlapping-match'
  ],
  'virtual-service/invalid-weights': [
    'virtual-service/invalid-weight',
    'virtual-service/invalid-total-weight'
  ],
  'service-entry/missing-tcp-address': ['service-entry/missing-addresses']
}

/** Warnings of the webhook that an analyzer says again. */
const saidAgain: ReadonlySet<string> = new Set(Object.values(ANALYZERS).flat())

/** Findings by manifest and place. */
class Index {
  private readonly byPlace = new Map<object, Map<string, FindingDraft[]>>()

  constructor(found: readonly FindingDraft[]) {
    for (const draft of found) {
      if (!('manifest' in draft.at)) continue
      const isSchema = draft.id.startsWith('schema/') && draft.severity === 'error'
      if (!isSchema && !Object.hasOwn(ANALYZERS, draft.id)) continue
      const places = this.byPlace.get(draft.at.manifest) ?? new Map<string, FindingDraft[]>()
      this.byPlace.set(draft.at.manifest, places)
      const key = placeKey(fieldOf(draft, draft.at.path))
      places.set(key, [...(places.get(key) ?? []), draft])
    }
  }

  twinOf(draft: FindingDraft): FindingDraft | undefined {
    if (!('manifest' in draft.at)) return undefined
    const places = this.byPlace.get(draft.at.manifest)
    if (places === undefined) return undefined
    const { path } = draft.at
    for (let length = path.length; length >= 0; length--) {
      const here = places.get(placeKey(path.slice(0, length))) ?? []
      const twin = here.find(other => isTwin(draft, other, length === path.length))
      if (twin !== undefined) return twin
    }
    return undefined
  }
}

function isTwin(draft: FindingDraft, other: FindingDraft, isSamePlace: boolean): boolean {
  if (!other.id.startsWith('schema/')) return ANALYZERS[other.id]?.includes(draft.id) === true
  if (other.id !== 'schema/failed-expression') return isSamePlace && draft.severity === 'error'
  const name = draft.id.slice(draft.id.indexOf('/') + 1)
  const rule = other.params.rule ?? ''
  return RULES.some(([message, names]) => names.includes(name) && message.test(rule))
}

/** A missing field is reported at what lacks it; the webhook names the field. */
function fieldOf({ id, params }: FindingDraft, path: FieldPath): FieldPath {
  const field = id === 'schema/missing-field' ? params.field?.split('.').at(-1) : undefined
  return field === undefined ? path : [...path, field]
}

function placeKey(path: FieldPath): string {
  return JSON.stringify(path)
}
