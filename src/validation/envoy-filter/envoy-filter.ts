import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal, warning } from '../problem.ts'
import { LONGEST_PATTERN, patternFault } from '../values/pattern.ts'
import { checkWorkloadSelector, warnOfEmptySelector } from '../values/selector.ts'
import { checkMatch } from './match.ts'
import { checkValue } from './value.ts'

type Patch = Message<'EnvoyFilter.EnvoyConfigObjectPatch'>

const internals = warning(
  'deprecated-internals',
  '{field} patches what istiod makes for Envoy, which changes without notice between versions. Prefer an API of Istio where there is one. The patches are not checked against the types of Envoy here.',
  { since: 22 }
)

const noTarget = refusal(
  'missing-apply-to',
  '{field} is not set: say what to patch, such as HTTP_FILTER.'
)

const noPatch = refusal('missing-patch', '{field} is not set: say what to do.')

const noOperation = refusal(
  'missing-operation',
  '{field} is not set: say what to do, such as MERGE.'
)

const noValue = refusal(
  'missing-patch-value',
  '{field} is not set: operation {operation} needs what to add, merge or put in place.'
)

const longVersion = warning(
  'invalid-proxy-version-length',
  '{field} has more than 1024 characters, so that it is ignored and the patch holds for every version of the proxy.',
  { since: 30 }
)

const invalidVersion = refusal(
  'invalid-proxy-version',
  '{field} is {value}, which is no RE2 expression: {why}.'
)

/** Source: istio pkg/config/validation/envoyfilter/envoyfilter.go. What needs the types of Envoy is left out. */
export function checkEnvoyFilter(spec: Message<'EnvoyFilter'>, field: Field): void {
  if (!checkWorkloadSelector(spec.workloadSelector, field.at('workloadSelector'))) return
  warnOfEmptySelector(spec.workloadSelector, field.at('workloadSelector'))
  field.report(internals)
  for (const [index, patch] of spec.configPatches.entries()) {
    checkPatch(patch, field.at('configPatches', index))
  }
}

/** Istio goes on to the next patch after a fault of the first steps. */
function checkPatch({ applyTo, match, patch }: Patch, field: Field): void {
  if (match?.context === 'WAYPOINT') return
  if (applyTo === 'INVALID') {
    field.at('applyTo').report(noTarget)
    return
  }
  if (patch === undefined) {
    field.at('patch').report(noPatch)
    return
  }
  const { operation, value } = patch
  if (operation === 'INVALID') {
    field.at('patch', 'operation').report(noOperation)
    return
  }
  if (operation !== 'REMOVE' && value === undefined) {
    field.at('patch', 'value').report(noValue, { operation })
    return
  }
  if (!checkVersion(match?.proxy?.proxyVersion ?? '', field.at('match', 'proxy', 'proxyVersion'))) {
    return
  }
  if (match !== undefined && !checkMatch(applyTo, match, field.at('match'))) return
  if (value !== undefined) checkValue(applyTo, value, field.at('patch', 'value'))
}

function checkVersion(version: string, field: Field): boolean {
  if (version.length > LONGEST_PATTERN && field.recorder.minor >= 30) {
    field.report(longVersion)
    return true
  }
  const why = version === '' ? null : patternFault(version)
  if (why !== null) field.report(invalidVersion, { why })
  return why === null
}
