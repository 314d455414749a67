import type { EffectBehaviour, EffectKind } from '../effects/effect.ts'
import type { AssumptionKind, UnknownReason } from '../finding.ts'
import type { VerdictOutcome } from '../gates/verdict.ts'
import type { SkipReason } from '../manifest/manifest.ts'

/** Every word that people read about a closed set: a member without its words does not compile. */

export interface EffectWords {
  /** What changes, as a table row begins: "Rerouted on …". */
  readonly title: string
  /** Between title and subject. */
  readonly preposition: 'on' | 'to' | 'of' | 'for' | 'at'
  /** For the headline: "2 routes changed". */
  readonly count: (n: number) => string
  /** Redundant to the words, for the eye alone. */
  readonly marker: string
}

/**
 * In order of risk, most dangerous first: access that opens, weaker transport, what fails from now on, what
 * goes elsewhere, what closes, attributes. Reports list effects in this order.
 */
export const effectWords: Readonly<Record<EffectKind, EffectWords>> = {
  'access-granted': words('New access', 'to', '🔓', 'access granted', 'accesses granted'),
  exposed: words('Newly exposed', 'at', '🌐', 'exposure added', 'exposures added'),
  'mtls-weakened': words(
    'Weaker mutual TLS',
    'for',
    '🔻',
    'weaker mutual TLS',
    'weaker mutual TLS'
  ),
  'authentication-changed': words(
    'Authentication changed',
    'for',
    '🪪',
    'authentication changed',
    'authentications changed'
  ),
  'delegation-changed': words(
    'External authorization changed',
    'for',
    '🪪',
    'delegation changed',
    'delegations changed'
  ),
  'traffic-lost': words('Traffic lost', 'on', '🛑', 'route lost', 'routes lost'),
  'connection-broken': words(
    'Connection broken',
    'to',
    '🛑',
    'connection broken',
    'connections broken'
  ),
  'order-dependent': words(
    'Depends on creation order',
    'on',
    '🎲',
    'order-dependent result',
    'order-dependent results'
  ),
  rerouted: words('Rerouted', 'on', '🔀', 'route changed', 'routes changed'),
  'weights-changed': words('Weights changed', 'on', '⚖️', 'split changed', 'splits changed'),
  'traffic-gained': words('Traffic gained', 'on', '🟢', 'route gained', 'routes gained'),
  'access-revoked': words('Access revoked', 'to', '🔒', 'access revoked', 'accesses revoked'),
  unexposed: words('No longer exposed', 'at', '🔒', 'exposure removed', 'exposures removed'),
  'visibility-changed': words(
    'Visibility changed',
    'of',
    '👁️',
    'visibility changed',
    'visibilities changed'
  ),
  'settings-changed': words(
    'Same route, other settings',
    'on',
    '⏱️',
    'setting changed',
    'settings changed'
  ),
  'upstream-changed': words(
    'Upstream policy changed',
    'for',
    '⚙️',
    'upstream policy changed',
    'upstream policies changed'
  ),
  'mtls-strengthened': words(
    'Stronger mutual TLS',
    'for',
    '🔺',
    'stronger mutual TLS',
    'stronger mutual TLS'
  ),
  'connection-repaired': words(
    'Connection repaired',
    'to',
    '🟢',
    'connection repaired',
    'connections repaired'
  ),
  'audit-changed': words('Audit changed', 'for', '📋', 'audit changed', 'audits changed'),
  'mesh-membership-changed': words(
    'Mesh membership changed',
    'of',
    '🧩',
    'membership changed',
    'memberships changed'
  ),
  'telemetry-changed': words(
    'Telemetry changed',
    'for',
    '📈',
    'telemetry changed',
    'telemetries changed'
  ),
  'extension-changed': words(
    'Extension changed',
    'for',
    '🧩',
    'extension changed',
    'extensions changed'
  )
}

const RANK: ReadonlyMap<string, number> = new Map(
  Object.keys(effectWords).map((kind, index) => [kind, index])
)

/** Place in the order of risk; 0 is the most dangerous. */
export function riskOf(kind: EffectKind): number {
  return RANK.get(kind) ?? RANK.size
}

/** A difference between two versions, as a cause. */
export function behaviourText({ name, source }: EffectBehaviour): string {
  return `the versions differ in ${name}: ${source}`
}

export interface AssumptionWords {
  /** One line for all assumptions of the kind: "17 services are assumed to exist". */
  readonly fold: (n: number) => string
  /** One of them, by its params: `reviews.prod.svc.cluster.local (ports 9080)`. */
  readonly item: (params: Readonly<Record<string, string>>) => string
}

export const assumptionWords: Readonly<Record<AssumptionKind, AssumptionWords>> = {
  'service-exists': {
    fold: n => `${n} ${n === 1 ? 'service is' : 'services are'} assumed to exist`,
    item: p => text(p, 'host', detail('in', p, 'namespace'), detail('ports', p, 'ports'))
  },
  'workload-exists': {
    fold: n =>
      `${n} ${n === 1 ? 'group of workloads is' : 'groups of workloads are'} assumed to exist`,
    item: p => text(p, 'namespace', detail('with', p, 'labels'))
  },
  'gateway-workload-exists': {
    fold: n => `gateway pods are assumed for ${n} ${n === 1 ? 'selector' : 'selectors'}`,
    item: p => text(p, 'selector')
  },
  'gateway-service-ports': {
    fold: n =>
      `server ports are taken as the gateway Service's for ${n} ${n === 1 ? 'gateway' : 'gateways'}`,
    item: p => text(p, 'gateway')
  },
  'gateway-reachable': {
    fold: n =>
      `${n} ${n === 1 ? 'gateway is' : 'gateways are'} assumed to be reachable from outside, though no Service in git says so`,
    item: p => text(p, 'gateway')
  },
  'provider-exists': {
    fold: n =>
      `${n} external ${n === 1 ? 'authorizer is' : 'authorizers are'} assumed to exist, since the mesh configuration is not in git`,
    item: p => text(p, 'provider')
  },
  'subset-has-endpoints': {
    fold: n => `${n} ${n === 1 ? 'subset is' : 'subsets are'} assumed to have endpoints`,
    item: p => text(p, 'subset', detail('of', p, 'host'))
  },
  'istio-version': {
    fold: () => 'the Istio version is taken to be',
    item: p => text(p, 'minor', p.why ?? '')
  },
  'mesh-config-default': {
    fold: () => 'mesh configuration is not in git, the defaults of the version hold',
    item: p => text(p, 'minor')
  },
  'opaque-unchanged': {
    fold: n => `${n} ${n === 1 ? 'opaque piece is' : 'opaque pieces are'} the same on both sides`,
    item: p => text(p, 'ref')
  },
  'default-namespace': {
    fold: () => 'manifests without a namespace are taken to be applied to',
    item: p => text(p, 'namespace')
  },
  'file-applied': {
    fold: () =>
      'of files that define the same object differently, this is taken to be the one applied',
    item: p => text(p, 'file')
  },
  'creation-order': {
    fold: n =>
      `creation order is assumed for ${n} ${n === 1 ? 'pair of objects' : 'pairs of objects'}`,
    item: p => text(p, 'first', detail('before', p, 'second'))
  },
  'nothing-else-applied': {
    fold: n => `nothing else is assumed to be applied for ${n} ${n === 1 ? 'host' : 'hosts'}`,
    item: p => text(p, 'host', detail('in', p, 'namespace'))
  },
  'jwks-available': {
    fold: n =>
      `the keys of ${n} token ${n === 1 ? 'issuer are' : 'issuers are'} assumed to be available`,
    item: p => text(p, 'uri')
  },
  'workload-in-mesh': {
    fold: n =>
      `${n} ${n === 1 ? 'workload is' : 'workloads are'} assumed to have a sidecar, since no label in git says`,
    item: p => text(p, 'workload', detail('in', p, 'namespace'))
  },
  'version-behaviour': {
    fold: n =>
      `${n} ${n === 1 ? 'difference' : 'differences'} between the versions that only a running mesh shows ${n === 1 ? 'is' : 'are'} left out`,
    item: p => text(p, 'what', p.source ?? '')
  },
  'weights-at-run-time': {
    fold: n =>
      `weights of ${n} ${n === 1 ? 'object' : 'objects'} are rewritten by a controller while it rolls out, and hold in between`,
    item: p => text(p, 'ref', detail('by', p, 'owner'))
  },
  'objects-at-run-time': {
    fold: n =>
      `what controllers write for ${n} ${n === 1 ? 'kind' : 'kinds'} of objects is not in git and changes nothing here`,
    item: p => text(p, 'kind', p.what ?? '')
  }
}

export const unknownWords: Readonly<Record<UnknownReason, string>> = {
  field: 'a field that is not analysed yet',
  opaque: 'a piece whose behaviour cannot be read from configuration',
  budget: 'too many cases to compare within the budget',
  duplicate: 'the same object declared more than once',
  template: 'a template that is not rendered',
  render: 'manifests that could not be rendered',
  unreadable: 'a file or document that could not be read',
  composition: 'layers whose combination cannot be expressed',
  witness: 'an effect whose witness did not replay (a defect of Meshproof)',
  internal: 'a step that failed (a defect of Meshproof)'
}

export const skipWords: Readonly<Record<SkipReason, string>> = {
  'helm-template': 'Helm template, not rendered',
  'kustomize-patch': 'kustomize patch, not rendered',
  kustomization: 'kustomization file',
  placeholder: 'placeholders that something fills in later, not rendered',
  'helm-chart': 'Helm chart file',
  'helm-values': 'Helm values',
  'not-kubernetes': 'not a Kubernetes object',
  'other-kind': 'kind that nothing here uses',
  binary: 'binary',
  'too-large': 'too large',
  'too-many-documents': 'too many documents',
  symlink: 'symbolic link, not followed',
  submodule: 'submodule, not followed',
  'lfs-pointer': 'Git LFS pointer',
  unreadable: 'could not be read'
}

export const verdictWords: Readonly<Record<VerdictOutcome, string>> = {
  pass: 'pass',
  warn: 'pass with warnings',
  approve: 'needs approval',
  block: 'blocked',
  error: 'the analysis failed'
}

function words(
  title: string,
  preposition: EffectWords['preposition'],
  marker: string,
  one: string,
  many: string
): EffectWords {
  return { title, preposition, marker, count: n => `${n} ${n === 1 ? one : many}` }
}

function text(
  params: Readonly<Record<string, string>>,
  name: string,
  ...details: readonly string[]
): string {
  const said = details.filter(one => one !== '')
  const subject = params[name] ?? ''
  return said.length === 0 ? subject : `${subject} (${said.join(', ')})`.trimStart()
}

function detail(word: string, params: Readonly<Record<string, string>>, name: string): string {
  const value = params[name]
  return value === undefined || value === '' ? '' : `${word} ${value}`
}
