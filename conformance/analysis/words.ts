import type { FieldPath, FindingDraft } from '../../src/finding.ts'
import { canonical } from '../../src/fingerprint.ts'
import type { Json, JsonMap } from '../../src/manifest/manifest.ts'
import { isMap } from '../../src/manifest/map.ts'

/**
 * What istioctl's text of a finding would name besides its object: of messages with one text it keeps one
 * (istio pkg/config/analysis/diag SortedDedupedCopy), where we have one at each place.
 */
export function wordsOf(draft: FindingDraft, code: string, object: JsonMap): string {
  if (SAME_FOR_ALL.has(code)) return ''
  const { at } = draft
  if (!('path' in at)) return canonical(draft.params)
  const value = (path: FieldPath) => valueAt(object, path)
  const { path } = at
  if (draft.id.startsWith('virtual-service/') && AT_DESTINATIONS.has(code)) {
    const end = path.findIndex(step => step === 'destination' || step === 'mirror')
    if (end >= 0) {
      const kind = path.some(step => step === 'mirror' || step === 'mirrors') ? 'mirror ' : ''
      const { host, port, subset } = mapAt(value(path.slice(0, end + 1)))
      const about = draft.id === 'virtual-service/unknown-subset' ? subset : mapAt(port).number
      const isHost = draft.id === 'virtual-service/unknown-host'
      // Ports of mirrors have the words of ports of routes.
      const where = draft.id.endsWith('-port') ? '' : kind
      return `${draft.id} ${where}${host}${isHost ? '' : ` ${about}`}`
    }
  }
  if (code === 'IST0130') {
    const [, list = '', index = ''] = path
    const name = mapAt(value(['spec', list, index])).name
    return `${draft.id} ${typeof name === 'string' && name !== '' ? name : index}`
  }
  if (code === 'IST0131') {
    const [, , index = '', , match = ''] = path
    return `${index} ${match} ${related(draft)}`
  }
  if (GATEWAY_NAMES.has(draft.id)) {
    const written = String(value(path))
    // IST0101 has the name as it is written, IST0132 the whole one.
    return code === 'IST0101' || written.includes('/')
      ? written
      : `${draft.subject?.namespace}/${written}`
  }
  if (draft.id === 'gateway/duplicate-certificate') return draft.params.other ?? ''
  if (code === 'IST0149') {
    const { gateway = '', workload = '' } = draft.params
    const whole = gateway.includes('/') ? gateway : `${draft.subject?.namespace}/${gateway}`
    return `${whole} ${workload}`
  }
  if (draft.id === 'gateway/unknown-credential') return String(value(path))
  if (draft.id === 'gateway/conflicting-hosts') {
    const { hosts = [] } = mapAt(value(path.slice(0, 3)))
    return canonical([draft.params.port ?? '', hosts])
  }
  if (draft.id.startsWith('mutating-webhook-configuration/')) {
    const { webhook: _, ...rest } = draft.params
    return canonical([draft.id, rest])
  }
  if (draft.id === 'envoy-filter/deprecated-untyped-filter') {
    return canonical([draft.id, mapAt(value(path)).name ?? ''])
  }
  if (code === 'IST0129') {
    return canonical([mapAt(mapAt(value(path.slice(0, 4))).port).number ?? 0, draft.params])
  }
  if (code === 'IST0118') return canonical(mapAt(value(path.slice(0, 3))))
  return canonical([draft.id, draft.params])
}

/** Codes whose text names the object alone. */
const SAME_FOR_ALL: ReadonlySet<string> = new Set([
  'IST0134',
  'IST0150',
  'IST0151',
  'IST0152',
  'IST0153',
  'IST0154',
  'IST0155'
])

const GATEWAY_NAMES: ReadonlySet<string> = new Set([
  'virtual-service/unknown-gateway',
  'virtual-service/ineffective-gateway'
])

const AT_DESTINATIONS: ReadonlySet<string> = new Set(['IST0101', 'IST0112'])

/** The rule that a duplicate repeats. */
function related({ related: [first] }: FindingDraft): string {
  return first !== undefined && 'path' in first.at ? String(first.at.path[2] ?? '') : ''
}

function mapAt(value: Json | undefined): Readonly<Record<string, Json>> {
  return isMap(value) ? value : {}
}

function valueAt(root: Json, path: FieldPath): Json | undefined {
  let value: Json | undefined = root
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)]
    else value = isMap(value) ? value[String(step)] : undefined
  }
  return value
}
