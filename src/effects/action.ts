import type { RouteAction } from '../dataplane/config.ts'
import { canonical } from '../fingerprint.ts'
import {
  type Behaviour,
  type BehaviourContext,
  clusterWords,
  type Fate,
  finish
} from './behaviour.ts'
import { type FacetValue, plainFacets, settingFacets } from './facet.ts'
import { forwarded } from './forward.ts'

/** What no route of a proxy says. */
export type NoRoute =
  /**
   * The proxy has no listener or route configuration like that of the other side. `listens`: the port is there, for
   * other server names or protocols.
   */
  | { readonly kind: 'no-listener'; readonly listens?: boolean }
  /** The sidecar passes it through, but the name belongs to the cluster and no Service answers on the port. */
  | { readonly kind: 'no-service'; readonly what: 'Service' | 'port' }

export function behaviourOf(action: RouteAction | NoRoute, context: BehaviourContext): Behaviour {
  switch (action.kind) {
    case 'forward':
      return forwarded(action, context)
    case 'redirect': {
      const { status, scheme, host, port, path, prefixRewrite } = action
      const target = [
        scheme === undefined ? '' : `${scheme}://`,
        host ?? '',
        port === undefined ? '' : `:${port}`,
        path ?? (prefixRewrite === undefined ? '' : `prefix → ${prefixRewrite}`)
      ].join('')
      const text = `redirect ${status} to ${target === '' ? 'the same URL' : target}`
      const matched = prefixRewrite === undefined ? undefined : context.matched
      const key = canonical({ status, scheme, host, port, path, prefixRewrite, matched })
      return ended('redirect', 0, { key, text }, context, action)
    }
    case 'direct-response': {
      const body =
        action.body === undefined ? '' : ` with a body of ${action.body.length} characters`
      const text = `answered ${action.status} by the proxy${body}`
      const key = canonical({ status: action.status, body: action.body })
      return ended('direct-response', action.status >= 400 ? 1 : 0, { key, text }, context, action)
    }
    case 'passthrough':
      // A forward proxy asks DNS for the Host, whatever address was dialled.
      if (action.cluster === 'AllowAnyDynamicDNSCluster') {
        const text = 'passed through to the address that DNS gives for the Host'
        return ended('served', 0, { key: action.cluster, text }, context)
      }
      return ended(
        'passthrough',
        0,
        { key: '', text: 'passed through to the address dialled' },
        context
      )
    case 'blackhole':
      return ended(
        'blackhole',
        1,
        { key: `${action.status}`, text: `${action.status} (blackholed)` },
        context
      )
    case 'no-route':
      return ended('no-route', 1, { key: '', text: '404 (no route matches)' }, context)
    case 'no-virtual-host':
      // Both are a 404 without a route: no request can tell them apart.
      return ended('no-route', 1, { key: '', text: '404 (host not served)' }, context)
    case 'no-listener':
      return ended('no-listener', 1, { key: '', text: closedWords(action.listens) }, context)
    case 'no-service':
      return ended('no-service', 1, { key: '', text: `no such ${action.what}` }, context)
    case 'refused':
      return ended(
        'refused',
        1,
        // Whatever the reason, the request fares the same.
        { key: '', text: `configuration refused by Envoy: ${action.reason}` },
        context
      )
    case 'unknown': {
      const text = `not understood: ${action.reason}`
      const behaviour = ended('unknown', 0, { key: action.reason, text }, context)
      return { ...behaviour, certainty: 'unknown', reason: action.reason, unknownAt: action.at }
    }
  }
}

function closedWords(listens: boolean | undefined): string {
  return listens === true
    ? 'connection reset (no server takes it)'
    : 'connection refused (no listener)'
}

function ended(
  fate: Fate,
  lost: number,
  destinations: FacetValue,
  context: BehaviourContext,
  action?: Extract<RouteAction, { kind: 'redirect' | 'direct-response' }>
): Behaviour {
  const settings =
    action === undefined
      ? plainFacets
      : settingFacets(action.settings, name => clusterWords(name, context))
  return finish(fate, lost, [], { ...settings, destinations }, context)
}
