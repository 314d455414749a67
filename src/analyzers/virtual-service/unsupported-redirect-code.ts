import { list, map, mapOrEmpty, number } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'

/** Source: pilot networking/core/route/route.go ApplyRedirect. */
const SUPPORTED = [0, 301, 302, 303, 307, 308]

export const unsupportedRedirectCode = defineAnalyzer({
  id: 'virtual-service/unsupported-redirect-code',
  severity: 'error',
  summary: 'A redirect has a code for which istiod makes no route.',
  why: 'The webhook takes every code from 300 to 399, but the route is sent without an action: Envoy refuses the whole route configuration of that port, with the routes of all other hosts in it.',
  fix: 'Use 301, 302, 303, 307 or 308.',
  message:
    'Redirect code {code} makes Envoy refuse every route of the port; it has to be one of 301, 302, 303, 307, 308.',
  sources: [],
  check({ mesh, report }) {
    for (const manifest of mesh.of('VirtualService')) {
      for (const [index, rule] of list(manifest.spec.http).entries()) {
        const code = number(map(mapOrEmpty(rule).redirect)?.redirectCode) ?? 0
        // Others are refused by the webhook.
        if (code < 300 || code > 399 || SUPPORTED.includes(code)) continue
        const path = ['spec', 'http', index, 'redirect', 'redirectCode']
        report(manifest, path, { code: String(code) })
      }
    }
  }
})
