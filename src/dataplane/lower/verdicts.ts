import type { Table } from '../../decision/table.ts'
import type { Rule } from '../security/rule.ts'
import { firstRule } from './access.ts'
import type { AccessQuestion } from './access-question.ts'

/**
 * What dry runs and CUSTOM write down for conditions of other policies, by who writes it: the name of the first rule
 * that matches. Source: Envoy rbac filter setDynamicMetadata.
 */
export function lowerVerdicts(question: AccessQuestion): ReadonlyMap<string, Table<string>> {
  const result = new Map<string, Table<string>>()
  for (const reading of ['http', 'tcp'] as const) {
    const { custom, deny, allow } = question.keeper[reading]
    const put = (name: string, rules: readonly Rule[] | null | undefined): void => {
      if (rules == null) return
      // Before tokens are read, and after it.
      for (const tokensRead of [false, true]) {
        const arrival = { question, reading, authenticated: true, tokensRead }
        result.set(`${name} ${reading} ${tokensRead}`, firstRule(rules, arrival))
      }
    }
    for (const { provider, rules, denied } of custom) {
      put(`asked ${provider.name}`, rules)
      put(`denied ${provider.name}`, denied)
    }
    put('deny', deny?.shadow)
    put('allow', allow?.shadow)
  }
  return result
}
