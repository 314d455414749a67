import type { Authorization, CustomLayer, Layer } from './authorization.ts'
import type { Condition } from './condition.ts'
import { firstMatch, type Observed } from './evaluate-rules.ts'
import type { ExtensionProvider } from './extension-provider.ts'
import type { Rule } from './rule.ts'

/** What a provider says when it is asked. */
export type ProviderAnswer = 'allow' | 'deny' | 'error'

/** What CUSTOM policies make of a request, before tokens are read. */
export type CustomVerdict =
  /** Nothing denies; these providers were asked and agreed. */
  | { readonly kind: 'passed'; readonly asked: readonly ExtensionProvider[] }
  /** The answer is not known. */
  | { readonly kind: 'asks'; readonly provider: ExtensionProvider; readonly rule: Rule }
  | {
      readonly kind: 'refused'
      readonly provider: ExtensionProvider
      readonly rule: Rule
      readonly status: number
      readonly reason: string
    }
  /** No provider can be asked, or a dry-run rule matches. */
  | { readonly kind: 'denied'; readonly rule: Rule; readonly reason: string }
  | { readonly kind: 'unsure'; readonly condition: Condition }

/** A rule that decides nothing and is written down. */
export interface Noted {
  readonly action: 'AUDIT' | 'dry-run DENY' | 'dry-run ALLOW'
  readonly rule: Rule
}

/** What AUDIT, DENY and ALLOW make of it. */
export type PolicyVerdict =
  /** `rule` is the ALLOW rule; `null`: no ALLOW policy applies. */
  | { readonly kind: 'allowed'; readonly rule: Rule | null; readonly noted: readonly Noted[] }
  /** `rule` is the DENY rule; `null`: ALLOW policies apply and no rule matches. */
  | {
      readonly kind: 'denied'
      readonly rule: Rule | null
      readonly layer: Layer
      readonly noted: readonly Noted[]
    }
  | { readonly kind: 'unsure'; readonly condition: Condition }

/**
 * Source: pilot security/authz/builder/builder.go buildHTTP; Envoy ext_authz. Metadata that the filters
 * write is added to `metadata`, for conditions on it further down.
 * @param isRouted a route takes the request: else no provider is asked
 */
export function evaluateCustom(
  layers: readonly CustomLayer[],
  observed: Observed,
  answers: Readonly<Record<string, ProviderAnswer>>,
  metadata: Map<string, string>,
  isRouted: boolean
): CustomVerdict {
  const asked: ExtensionProvider[] = []
  for (const { provider, rules, denied } of layers) {
    const dry = firstMatch(denied, observed)
    if (dry.unsure !== null) return { kind: 'unsure', condition: dry.unsure }
    const found = firstMatch(rules, observed)
    if (found.unsure !== null) return { kind: 'unsure', condition: found.unsure }
    if ('unusable' in provider) {
      if (found.rule === null) continue
      return { kind: 'denied', rule: found.rule, reason: provider.unusable }
    }
    noteShadow(metadata, observed, 'istio_ext_authz_', found.rule)
    if (dry.rule !== null) {
      const reason = 'a dry-run policy with action CUSTOM denies what it matches'
      return { kind: 'denied', rule: dry.rule, reason }
    }
    // Source: Envoy ext_authz.cc skipCheckForRoute.
    if (found.rule === null || !isRouted) continue
    const verdict = ask(provider, found.rule, answers[provider.name])
    if (verdict !== null) return verdict
    asked.push(provider)
  }
  return { kind: 'passed', asked }
}

/** `null`: the request goes on. */
function ask(
  provider: ExtensionProvider,
  rule: Rule,
  answer: ProviderAnswer | undefined
): CustomVerdict | null {
  if (answer === undefined) return { kind: 'asks', provider, rule }
  if (answer === 'allow' || (answer === 'error' && provider.failOpen)) return null
  const failed = answer === 'error'
  return {
    kind: 'refused',
    provider,
    rule,
    status: failed ? provider.statusOnError : 403,
    reason: failed
      ? `provider ${provider.name} does not answer, and does not fail open`
      : `provider ${provider.name} refuses`
  }
}

/** AUDIT never decides, one DENY rule does, then some ALLOW rule is needed where a policy of it applies. */
export function evaluatePolicies(
  { audit, deny, allow }: Authorization,
  observed: Observed,
  metadata: Map<string, string>
): PolicyVerdict {
  const noted: Noted[] = []
  for (const rule of [...(audit?.enforced ?? []), ...(audit?.shadow ?? [])]) {
    if (firstMatch([rule], observed).rule !== null) noted.push({ action: 'AUDIT', rule })
  }
  if (deny !== null) {
    const dry = shadowed(deny, observed, 'istio_dry_run_deny_', metadata)
    if (dry !== null) noted.push({ action: 'dry-run DENY', rule: dry })
    const { rule, unsure } = firstMatch(deny.enforced ?? [], observed)
    if (unsure !== null) return { kind: 'unsure', condition: unsure }
    if (rule !== null) return { kind: 'denied', rule, layer: deny, noted }
  }
  if (allow === null) return { kind: 'allowed', rule: null, noted }
  const dry = shadowed(allow, observed, 'istio_dry_run_allow_', metadata)
  if (dry !== null) noted.push({ action: 'dry-run ALLOW', rule: dry })
  if (allow.enforced === null) return { kind: 'allowed', rule: null, noted }
  const { rule, unsure } = firstMatch(allow.enforced, observed)
  if (unsure !== null) return { kind: 'unsure', condition: unsure }
  return rule === null
    ? { kind: 'denied', rule: null, layer: allow, noted }
    : { kind: 'allowed', rule, noted }
}

/** The dry-run rule that matches. They leave their verdict behind. Only conditions on it can be unsure of it. */
function shadowed(
  layer: Layer,
  observed: Observed,
  prefix: string,
  metadata: Map<string, string>
): Rule | null {
  if (layer.shadow === null) return null
  const { rule, unsure } = firstMatch(layer.shadow, observed)
  if (unsure !== null) return null
  noteShadow(metadata, observed, prefix, rule)
  return rule
}

/** Source: Envoy rbac filter setDynamicMetadata. ALLOW's shadow says allowed where a rule matches. */
function noteShadow(
  metadata: Map<string, string>,
  observed: Observed,
  prefix: string,
  rule: Rule | null
): void {
  const filter = observed.http === null ? 'envoy.filters.network.rbac' : 'envoy.filters.http.rbac'
  const matched = rule !== null
  const allowed = prefix === 'istio_dry_run_allow_' ? matched : !matched
  metadata.set(`${filter}[${prefix}shadow_engine_result]`, allowed ? 'allowed' : 'denied')
  if (rule !== null) {
    metadata.set(`${filter}[${prefix}shadow_effective_policy_id]`, rule.name)
  }
}
