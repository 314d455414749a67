import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'

const rootWith = refusal(
  'conflicting-root-route',
  '{field} is set beside delegate: the VirtualService that is delegated to says where requests go. Remove one of them.'
)

const delegateInDelegate = refusal(
  'unsupported-nested-delegate',
  '{field} is set in a VirtualService without hosts, which is itself a delegate: delegation has one level.'
)

const conflictingAction = refusal(
  'conflicting-action',
  '{field} is set beside {action}, which already answers the request. Remove one of them.'
)

const noAction = refusal(
  'missing-action',
  '{field} says nothing about what becomes of its requests: add one of route, redirect and directResponse.'
)

const twoMirrors = refusal(
  'conflicting-mirrors',
  '{field} is set beside mirrors. Put all of them into mirrors.',
  { since: 20 }
)

/** What a route may not say at once (validateHTTPRouteConflict). */
export function checkConflicts(
  route: Message<'HTTPRoute'>,
  field: Field,
  isDelegate: boolean
): void {
  if (route.delegate !== undefined) {
    if (!isDelegate) {
      if (route.redirect !== undefined) field.at('redirect').report(rootWith)
      if (route.route.length > 0) field.at('route').report(rootWith)
      return
    }
    field.at('delegate').report(delegateInDelegate)
  }
  if (route.redirect !== undefined) checkAnswer('redirect', route, field)
  else if (route.directResponse !== undefined) checkAnswer('directResponse', route, field)
  else if (route.route.length === 0) field.report(noAction)
  if (route.mirror !== undefined && route.mirrors.length > 0) field.at('mirror').report(twoMirrors)
}

function checkAnswer(
  action: 'redirect' | 'directResponse',
  route: Message<'HTTPRoute'>,
  field: Field
): void {
  if (route.route.length > 0) field.at('route').report(conflictingAction, { action })
  for (const other of ['fault', 'rewrite'] as const) {
    if (route[other] !== undefined) field.at(other).report(conflictingAction, { action })
  }
  if (action === 'redirect' && route.directResponse !== undefined) {
    field.at('directResponse').report(conflictingAction, { action })
  }
}
