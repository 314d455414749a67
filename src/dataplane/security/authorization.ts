import type { Assumption } from '../../finding.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { list, mapOrEmpty, text } from '../../mesh/json.ts'
import type { Mesh } from '../../mesh/mesh.ts'
import { type PolicyTarget, policyIndex } from '../../mesh/policy-attachment.ts'
import {
  assumedProvider,
  type ExtensionProvider,
  extensionProviders
} from './extension-provider.ts'
import type { PolicyContext } from './field.ts'
import { compileRule, type Rule, ruleName } from './rule.ts'
import { trustDomains } from './trust-domain.ts'

export const authorizationReads = [
  ['AuthorizationPolicy', 'spec.action'],
  ['AuthorizationPolicy', 'spec.provider.name'],
  ['AuthorizationPolicy', 'metadata.annotations."istio.io/dry-run"']
] as const

export type PolicyAction = 'ALLOW' | 'DENY' | 'AUDIT' | 'CUSTOM'

/** The policies of one action at one proxy, rules in Envoy's order: by name. */
export interface Layer {
  /** `null`: no enforced policy of this action, which for ALLOW lets everything through. */
  readonly enforced: readonly Rule[] | null
  /** Rules of dry-run policies: counted, never enforced. */
  readonly shadow: readonly Rule[] | null
  /** Every policy of the layer, those without a rule left included. */
  readonly policies: readonly Manifest[]
}

/** What asks one provider, or denies because none can be asked. */
export interface CustomLayer {
  readonly provider: ExtensionProvider | { readonly name: string; readonly unusable: string }
  readonly rules: readonly Rule[]
  /** Rules of dry-run policies, which since 1.30 deny. */
  readonly denied: readonly Rule[]
}

/** All that decides whether a connection or request passes one proxy. */
export interface Authorization {
  readonly custom: readonly CustomLayer[]
  readonly audit: Layer | null
  readonly deny: Layer | null
  readonly allow: Layer | null
  readonly assumptions: readonly Assumption[]
}

export interface AuthorizationIndex {
  /** Policies that apply to pods, of all actions. */
  policies(target: PolicyTarget): readonly Manifest[]
  /** @param tcp the bytes are not read as HTTP */
  compile(policies: readonly Manifest[], tcp: boolean): Authorization
}

/** Source: pilot security/authz/builder/builder.go. Rules are compiled once per manifest and protocol. */
export function authorizationIndex(mesh: Mesh): AuthorizationIndex {
  const index = policyIndex(mesh, 'AuthorizationPolicy', true)
  const domains = trustDomains(mesh.config)
  const compiled = { http: new Map<Manifest, Rule[]>(), tcp: new Map<Manifest, Rule[]>() }
  let providers: ReturnType<typeof extensionProviders> | undefined
  const rulesOf = (manifest: Manifest, tcp: boolean): readonly Rule[] => {
    const known = compiled[tcp ? 'tcp' : 'http']
    let rules = known.get(manifest)
    if (rules === undefined) {
      rules = compileRules(mesh, manifest, tcp, domains)
      known.set(manifest, rules)
    }
    return rules
  }
  const layer = (policies: readonly Manifest[], tcp: boolean): Layer | null => {
    if (policies.length === 0) return null
    const [shadowed, enforced] = [policies.filter(isDryRun), policies.filter(one => !isDryRun(one))]
    return {
      enforced: enforced.length === 0 ? null : ordered(enforced.flatMap(one => rulesOf(one, tcp))),
      shadow: shadowed.length === 0 ? null : ordered(shadowed.flatMap(one => rulesOf(one, tcp))),
      policies
    }
  }
  return {
    policies: target => index.for(target),
    compile(policies, tcp) {
      const of = (action: PolicyAction): Manifest[] =>
        policies.filter(policy => actionOf(policy) === action)
      const customs = of('CUSTOM')
      providers ??= customs.length === 0 ? undefined : extensionProviders(mesh)
      const custom = customLayers(mesh, customs, providers ?? new Map(), tcp, rulesOf)
      return {
        custom,
        audit: layer(of('AUDIT'), tcp),
        deny: layer(of('DENY'), tcp),
        allow: layer(of('ALLOW'), tcp),
        assumptions: custom.flatMap(({ provider }) =>
          'assumptions' in provider ? provider.assumptions : []
        )
      }
    }
  }
}

/** `null`: an action that istiod does not know; it ignores the policy. */
export function actionOf(policy: Manifest): PolicyAction | null {
  const action = policy.spec.action
  if (action === undefined || action === null || action === 0) return 'ALLOW'
  return action === 'ALLOW' || action === 'DENY' || action === 'AUDIT' || action === 'CUSTOM'
    ? action
    : null
}

/** Go's strconv.ParseBool; what it cannot parse is enforced. Source: builder.go isDryRun. */
export function isDryRun({ annotations }: Manifest): boolean {
  const value = annotations['istio.io/dry-run']
  return value !== undefined && ['1', 't', 'T', 'true', 'TRUE', 'True'].includes(value)
}

function compileRules(
  mesh: Mesh,
  manifest: Manifest,
  tcp: boolean,
  domains: readonly string[]
): Rule[] {
  const context: PolicyContext = {
    namespace: manifest.ref.namespace,
    features: mesh.features,
    trustDomains: domains
  }
  const action = actionOf(manifest)
  const provider = text(mapOrEmpty(manifest.spec.provider).name) ?? ''
  const prefix =
    action !== 'CUSTOM' ? '' : provider === '' ? 'istio-ext-authz-' : `istio-ext-authz-${provider}-`
  const count = list(manifest.spec.rules).length
  // A policy without rules is sent as one that never matches.
  if (count === 0)
    return [{ manifest, index: 0, name: ruleName(manifest, 0, prefix), from: [], to: [] }]
  const rules: Rule[] = []
  for (let index = 0; index < count; index++) {
    const rule = compileRule(manifest, index, context, { tcp, allow: action === 'ALLOW', prefix })
    if (rule !== null) rules.push(rule)
  }
  return rules
}

function ordered(rules: readonly Rule[]): readonly Rule[] {
  return [...rules].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

function customLayers(
  mesh: Mesh,
  policies: readonly Manifest[],
  providers: ReadonlyMap<string, ExtensionProvider | string>,
  tcp: boolean,
  rulesOf: (manifest: Manifest, tcp: boolean) => readonly Rule[]
): CustomLayer[] {
  const groups = new Map<string, Manifest[]>()
  for (const policy of policies) {
    const name = text(mapOrEmpty(policy.spec.provider).name) ?? ''
    const known = groups.get(name)
    if (known === undefined) groups.set(name, [policy])
    else known.push(policy)
  }
  const several = groups.size > 1 && !mesh.features.has('several-custom-providers')
  const names = [...groups.keys()].sort()
  const layers: CustomLayer[] = []
  for (const name of names) {
    const group = groups.get(name) ?? []
    const rules = ordered(group.filter(one => !isDryRun(one)).flatMap(one => rulesOf(one, tcp)))
    const found = providers.get(name) ?? assumedProvider(mesh, name)
    const unusable = several
      ? `one workload has several CUSTOM providers: ${names.join(', ')}`
      : found === undefined
        ? `the mesh configuration has no provider named ${name}`
        : typeof found === 'string'
          ? found
          : null
    if (unusable !== null || found === undefined || typeof found === 'string') {
      layers.push({ provider: { name, unusable: unusable ?? '' }, rules, denied: [] })
      continue
    }
    // A provider over HTTP cannot be asked about bytes: istiod leaves the policy out.
    if (tcp && found.protocol === 'http') continue
    const dry = mesh.features.has('custom-dry-run-denies') ? group.filter(isDryRun) : []
    layers.push({
      provider: found,
      rules,
      denied: ordered(dry.flatMap(one => rulesOf(one, tcp)))
    })
  }
  return layers
}
