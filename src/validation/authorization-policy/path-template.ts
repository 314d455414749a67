import type { Field } from '../field.ts'
import { type Fault, fault, refusal } from '../problem.ts'

const since22 = { since: 22 }

const lastOperator = refusal(
  'invalid-template-order',
  '{field} is {value}, but the template of two stars takes the rest of the path, so that no other can follow it.',
  since22
)

const brace = refusal(
  'invalid-template',
  '{field} is {value}, in which {segment} is no template: a template is one or two stars in braces, and a whole part between slashes.',
  since22
)

const literal = refusal(
  'invalid-template-segment',
  '{field} is {value}, in which {segment} holds characters that a path with templates cannot have.',
  since22
)

/** Characters of a path segment (RFC 3986 pchar, as Istio lists them). */
const LITERAL = /^[a-zA-Z0-9\-._~%!$&'()+,;:@=]+$/

/** Templates came with 1.22. Istio reports the first fault alone (security.CheckValidPathTemplate). */
export function checkPathTemplates(paths: readonly string[], field: Field): void {
  for (const [index, path] of paths.entries()) {
    const found = templateFault(path)
    if (found === null) continue
    field.at(index).check(found)
    return
  }
}

function templateFault(path: string): Fault | null {
  const isTemplate = path.includes('{*}') || path.includes('{**}')
  let hasRest = false
  for (const segment of trimmed(path).split('/')) {
    if (segment === '{*}' || segment === '{**}') {
      if (hasRest) return fault(lastOperator)
      hasRest = segment === '{**}'
    } else if (/[{}]/.test(segment)) return fault(brace, { segment })
    else if (isTemplate && !LITERAL.test(segment)) return fault(literal, { segment })
  }
  return null
}

/** Without slashes at either end. */
function trimmed(path: string): string {
  let start = 0
  let end = path.length
  while (start < end && path[start] === '/') start += 1
  while (end > start && path[end - 1] === '/') end -= 1
  return path.slice(start, end)
}
