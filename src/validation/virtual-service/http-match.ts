import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkMatchHeaderName } from '../values/header.ts'
import { isLabel } from '../values/label.ts'
import { checkLabels } from '../values/labels.ts'
import { checkMatchPattern, checkStringMatch } from '../values/pattern.ts'
import { checkPort } from '../values/port.ts'
import { checkGatewayNames } from './gateway-names.ts'

const invalidNamespace = refusal(
  'invalid-source-namespace',
  '{field} is {value}, which is no name of a namespace.'
)

export function checkHttpMatch(match: Message<'HTTPMatchRequest'>, field: Field): void {
  for (const [name, header] of match.headers) {
    checkMatchHeaderName(name, field.at('headers').key(name))
    checkStringMatch(header, field.at('headers', name))
  }
  for (const [name, header] of match.withoutHeaders) {
    checkMatchHeaderName(name, field.at('withoutHeaders').key(name))
    // Not an expression: any value at all.
    if (header.regex !== '*') checkStringMatch(header, field.at('withoutHeaders', name))
  }
  checkMatchPattern(match.uri, field.at('uri'))
  for (const name of ['scheme', 'method', 'authority'] as const) {
    checkStringMatch(match[name], field.at(name))
  }
  for (const [name, parameter] of match.queryParams) {
    checkStringMatch(parameter, field.at('queryParams', name))
  }
  if (match.port !== 0) checkPort(match.port, field.at('port'))
  checkLabels(match.sourceLabels, field.at('sourceLabels'))
  checkGatewayNames(match.gateways, field.at('gateways'), { losesWarnings: true })
  if (match.sourceNamespace !== '' && !isLabel(match.sourceNamespace)) {
    field.at('sourceNamespace').report(invalidNamespace)
  }
}
