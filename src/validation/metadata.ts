import type { Message } from './decode/message.ts'
import type { Field } from './field.ts'
import { refusal } from './problem.ts'

const dryRun = 'istio.io/dry-run'

const unsupportedDryRun = refusal(
  'unsupported-dry-run',
  'The annotation istio.io/dry-run is for AuthorizationPolicy alone: a {kind} cannot be tried without effect. Remove it.'
)

const dryRunAction = refusal(
  'unsupported-dry-run-action',
  'The annotation istio.io/dry-run is for actions ALLOW and DENY, not for {action}. Remove it.'
)

const invalidDryRun = refusal(
  'invalid-dry-run',
  'The annotation istio.io/dry-run is {value}, but must be true or false.'
)

const rejected = refusal(
  'unsupported-annotation',
  'The annotation {annotation} is for istiod itself: it refuses every object of others that has it. Remove it.'
)

const internalAnnotation = refusal(
  'unsupported-annotation',
  'The annotation {annotation} is for istiod itself: it refuses every object of others that has it. Remove it.',
  { since: 26 }
)

/** Go's strconv.ParseBool. */
const BOOLEANS = ['1', 't', 'T', 'TRUE', 'true', 'True', '0', 'f', 'F', 'FALSE', 'false', 'False']

/**
 * Annotations that the webhook looks at before the spec. It says nothing else then: false means to stop (istio
 * pkg/config/validation/validation.go validateMetadata).
 */
export function checkAnnotations(
  field: Field,
  action: Message<'AuthorizationPolicy'>['action'] | null
): boolean {
  const { annotations } = field.recorder.manifest
  const before = field.recorder.findings.length
  const value = annotations[dryRun]
  const place = field.at('metadata', 'annotations')
  if (value !== undefined) {
    const written = place.at(dryRun)
    if (action === null) written.report(unsupportedDryRun)
    else if (action !== 'ALLOW' && action !== 'DENY') written.report(dryRunAction, { action })
    else if (!BOOLEANS.includes(value)) written.report(invalidDryRun)
  }
  for (const [annotation, problem] of INTERNAL) {
    if (annotations[annotation] === undefined) continue
    if (field.recorder.findings.length > before) break
    place.key(annotation).report(problem, { annotation })
  }
  return field.recorder.findings.length === before
}

const INTERNAL = [
  ['internal.istio.io/webhook-always-reject', rejected],
  ['internal.istio.io/parent-namespace', internalAnnotation],
  ['internal.istio.io/parents', internalAnnotation]
] as const
