import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import {
  checkOtherHeaderName,
  checkRequestHeaderName,
  isAuthorityHeader
} from '../values/header.ts'
import { checkHeaderValue } from '../values/header-value.ts'

const secondAuthority = refusal(
  'conflicting-authority',
  '{field} sets the authority of the request, which {other} sets as well. Leave it to one of them.'
)

/** Headers that a route, or a destination of it, adds, sets and removes. */
export function checkHeaders(headers: Message<'Headers'> | undefined, field: Field): void {
  if (headers === undefined) return
  checkOperations(headers.request, field.at('request'), checkRequestHeaderName)
  checkOperations(headers.response, field.at('response'), checkOtherHeaderName)
}

function checkOperations(
  operations: Message<'Headers.HeaderOperations'> | undefined,
  field: Field,
  checkName: (name: string, field: Field) => void
): void {
  if (operations === undefined) return
  for (const operation of ['add', 'set'] as const) {
    for (const [name, value] of operations[operation]) {
      checkName(name, field.at(operation).key(name))
      checkHeaderValue(value, field.at(operation, name))
    }
  }
  for (const [index, name] of operations.remove.entries()) {
    checkOtherHeaderName(name, field.at('remove', index))
  }
}

/** The authority is set once, by rewrite or by a header (validateAuthorityRewrite). */
export function checkAuthority({ rewrite, headers }: Message<'HTTPRoute'>, field: Field): void {
  let current = rewrite?.authority ?? ''
  let setter = 'rewrite.authority'
  for (const operation of ['set', 'add'] as const) {
    for (const [name, value] of headers?.request?.[operation] ?? []) {
      if (!isAuthorityHeader(name)) continue
      if (current !== '') {
        field.at('headers', 'request', operation, name).report(secondAuthority, { other: setter })
        return
      }
      current = value
      setter = `headers.request.${operation}`
    }
  }
}
