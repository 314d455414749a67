import type { ReviewInput } from './input.ts'
import type { RuleNeed } from './rule-text.ts'

/**
 * What runs the validation rules of objects. A library for all of CEL costs a tenth of a second to load, so that it is
 * loaded for kinds alone whose rules are not Istio's.
 */
export async function loadRules(need: RuleNeed): Promise<Pick<ReviewInput, 'expressions'>> {
  if (need === 'none') return {}
  if (need === 'plain') {
    const { validatePlainExpressions } = await import('../schema/plain.ts')
    return { expressions: validatePlainExpressions }
  }
  const { validateExpressions } = await import('../schema/cel.ts')
  return { expressions: validateExpressions }
}
