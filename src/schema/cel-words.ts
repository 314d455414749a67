import type { FieldPath, FindingDraft, UnknownDraft } from '../finding.ts'
import { describeRef } from '../finding.ts'
import type { Json } from '../manifest/manifest.ts'
import { describePath, fieldOf } from './path.ts'
import { describeValue } from './type.ts'
import { type Context, certaintyOf, placeOf, productOf } from './words.ts'

/** A validation rule of the CRD that does not hold. `message` is the rule's own. */
export function failedExpression(
  context: Context,
  path: FieldPath,
  value: Json,
  message: string
): FindingDraft {
  const scalar = value === null || typeof value !== 'object'
  const what = scalar
    ? `${describePath(path)} is ${describeValue(value)}, which`
    : describePath(path)
  return {
    id: 'schema/failed-expression',
    sources: [],
    severity: 'error',
    certainty: certaintyOf(context),
    message: `${what} breaks a validation rule of ${productOf(context)}: ${message}`.replace(
      /^the /,
      'The '
    ),
    params: { field: fieldOf(path), rule: message },
    subject: context.manifest.ref,
    at: placeOf(context, path, value),
    related: []
  }
}

/** A validation rule that was not run: what it says is open. */
export function unknownExpression(
  context: Context,
  path: FieldPath,
  value: Json,
  rule: string,
  cause: { readonly reason: UnknownDraft['reason']; readonly message: string }
): UnknownDraft {
  const { ref } = context.manifest
  return {
    reason: cause.reason,
    message: `The validation rule of ${productOf(context)} on ${describePath(path)} of ${describeRef(ref)} was not run, since ${cause.message}: ${rule}`,
    subject: ref,
    at: placeOf(context, path, value)
  }
}
