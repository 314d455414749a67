import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkTargets } from '../values/target-ref.ts'
import { checkCustomRule } from './custom.ts'
import { checkRule } from './rule.ts'

const noCustomRules = refusal(
  'missing-rules',
  '{field} is empty, so that the {kind} with action {action} would never act. Add a rule; an empty one is every request.'
)

const noProvider = refusal(
  'missing-provider',
  '{field} is not set: action CUSTOM needs the name of an extension provider of the mesh.'
)

const providerOfOther = refusal(
  'conflicting-provider',
  '{field} is set beside action {action}, but only CUSTOM asks a provider. Set action CUSTOM, or remove it.'
)

/** Source: istio pkg/config/validation/validation.go ValidateAuthorizationPolicy. */
export function checkAuthorizationPolicy(spec: Message<'AuthorizationPolicy'>, field: Field): void {
  checkTargets(spec, field)
  const { action, provider, rules } = spec
  if (rules.length === 0 && (action === 'CUSTOM' || action === 'DENY')) {
    field.at('rules').report(noCustomRules, { action })
  }
  if (action === 'CUSTOM') {
    if (rules.length > 0 && (provider?.name ?? '') === '') {
      field.at('provider', 'name').report(noProvider)
    }
    for (const [index, rule] of rules.entries()) checkCustomRule(rule, field.at('rules', index))
  } else if (provider !== undefined) field.at('provider').report(providerOfOther, { action })
  for (const [index, rule] of rules.entries()) {
    checkRule(rule, field.at('rules', index), action === 'DENY')
  }
}
