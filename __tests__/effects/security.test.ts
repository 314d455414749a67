import { describe, expect, test } from '@jest/globals'
import { dataplane } from '../../src/dataplane/dataplane.ts'
import { manifestChanges } from '../../src/effects/manifest-change.ts'
import { securityEffects } from '../../src/effects/security.ts'
import { buildMeshes } from '../../src/mesh/mesh.ts'
import { manifestsFrom } from '../support/side.ts'

const mesh = (port: string) => `
apiVersion: v1
kind: Namespace
metadata: {name: bank, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Service
metadata: {name: accounts, namespace: bank}
spec: {selector: {app: accounts}, ports: [{name: ${port}, port: 80, targetPort: 8080}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: accounts, namespace: bank}
spec:
  template:
    metadata: {labels: {app: accounts}}
    spec: {serviceAccountName: accounts, containers: [{name: c, image: i}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: bank}
spec:
  template:
    metadata: {labels: {app: web}}
    spec: {serviceAccountName: web, containers: [{name: c, image: i}]}
`

const policy = (kind: string, spec: string, metadata = '') => `---
apiVersion: security.istio.io/v1
kind: ${kind}
metadata: {name: it, namespace: bank${metadata}}
spec: ${spec}
`

function sidesOf(one: string, other: string) {
  const manifests = { base: manifestsFrom(one, 'base'), head: manifestsFrom(other, 'head') }
  const { base, head } = buildMeshes(
    { side: 'base', manifests: manifests.base },
    { side: 'head', manifests: manifests.head }
  )
  return { base, head, changes: manifestChanges(manifests.base, manifests.head) }
}

/** Effects as `kind subject: region | before → after`, and the outcomes of the witness. */
function told(one: string, other: string): string[] {
  const { base, head, changes } = sidesOf(one, other)
  const { effects, unknown } = securityEffects(dataplane(base), dataplane(head), changes)
  expect(unknown).toEqual([])
  return effects.map(({ kind, subject, region, changes: facets, witness }) => {
    const [facet] = facets
    const port = subject.port === undefined ? '' : `:${subject.port}`
    const seen = witness === null ? '' : ` | ${witness.before.outcome} → ${witness.after.outcome}`
    return `${kind} ${subject.name}${port}: ${region} | ${facet?.before} → ${facet?.after}${seen}`
  })
}

const http = mesh('http')

describe('what servers let in', () => {
  test('one more method for one caller', () => {
    const allow = (methods: string) =>
      policy(
        'AuthorizationPolicy',
        `{selector: {matchLabels: {app: accounts}}, rules: [{from: [{source: {principals: [cluster.local/ns/bank/sa/web]}}], to: [{operation: {methods: [${methods}]}}]}]}`
      )
    expect(told(http + allow('GET'), http + allow('GET, POST'))).toEqual([
      'access-granted accounts: callers running as bank/web, method POST | denied: ALLOW policies apply and no rule matches → allowed by AuthorizationPolicy bank/it | denied → served'
    ])
  })

  test('an exception that is dropped', () => {
    const deny = (not: string) =>
      policy(
        'AuthorizationPolicy',
        `{selector: {matchLabels: {app: accounts}}, action: DENY, rules: [{to: [{operation: {paths: ['/admin*']${not}}}]}]}`
      )
    const [first] = told(http + deny(", notPaths: ['/admin/health']"), http + deny(''))
    expect(first).toBe(
      'access-revoked accounts: path /admin/health | allowed: no ALLOW policy applies → denied by AuthorizationPolicy bank/it | served → denied'
    )
  })

  test('a port that loses its name: a DENY on methods denies every connection that is no HTTP', () => {
    const deny = policy(
      'AuthorizationPolicy',
      '{selector: {matchLabels: {app: accounts}}, action: DENY, rules: [{to: [{operation: {methods: [DELETE]}}]}]}'
    )
    const all = told(http + deny, mesh('tcp-x') + deny)
    expect(all).toContainEqual(
      expect.stringMatching(/^access-revoked accounts:8080: .*served → closed$/)
    )
  })

  test('dry-run opens what was enforced', () => {
    const allow = (metadata: string) => policy('AuthorizationPolicy', '{rules: []}', metadata)
    const all = told(http + allow(''), http + allow(", annotations: {istio.io/dry-run: 'true'}"))
    expect(all).toContainEqual(expect.stringMatching(/^access-granted .*denied → served$/))
  })

  test('what is written down at ports of HTTP and of bytes is one thing', () => {
    const ports = http.replace('ports: [', 'ports: [{name: tcp, port: 90, targetPort: 9090}, ')
    const rules =
      'rules: [{from: [{source: {principals: ["cluster.local/ns/bank/sa/web"]}}], to: [{operation: {paths: ["/a"]}}]}]'
    const audit = policy(
      'AuthorizationPolicy',
      `{selector: {matchLabels: {app: accounts}}, action: AUDIT, ${rules}}`
    )
    expect(told(ports, ports + audit)).toEqual([
      'audit-changed accounts: callers running as bank/web, path /a | nothing → written down | served → served'
    ])
  })

  test('tokens are checked, not required', () => {
    const jwt = policy(
      'RequestAuthentication',
      `{selector: {matchLabels: {app: accounts}}, jwtRules: [{issuer: iss, jwks: '{"keys":[{"kty":"oct","k":"a2V5"}]}'}]}`
    )
    const [only, ...more] = told(http, http + jwt)
    expect(more).toEqual([])
    expect(only).toMatch(
      /^authentication-changed accounts: .*RequestAuthentication alone does not require one/
    )
  })

  describe('headers that the token filter writes', () => {
    const token = (claims = 'team') =>
      policy(
        'RequestAuthentication',
        `{jwtRules: [{issuer: "https://issuer", jwksUri: "https://issuer/keys", outputClaimToHeaders: [{header: x-team, claim: ${claims}}]}]}`
      )
    const when = (values: string) =>
      `{when: [{key: "request.headers[x-team]", values: [${values}]}]}`
    const allow = (...rules: readonly string[]) =>
      policy('AuthorizationPolicy', `{rules: [${rules.join(', ')}]}`)

    test('policies that ask for one alike are equal, however they are split', () => {
      const one = http + token() + allow(when('a, b'))
      expect(told(one, http + token() + allow(when('b'), when('a')))).toEqual([])
    })

    test('another value that is let in is told with a token that has it', () => {
      const found = told(http + token() + allow(when('a')), http + token() + allow(when('a, b')))
      expect(found).toEqual([
        'access-granted every workload of bank: tokens except broken ones, tokens of issuer https://issuer, header x-team (written from the token) b | denied: ALLOW policies apply and no rule matches → allowed by AuthorizationPolicy bank/it | denied → served'
      ])
    })
  })

  test('a condition on the verdict of a dry run that is written otherwise is the same', () => {
    const dry = (paths: string) =>
      policy(
        'AuthorizationPolicy',
        `{action: DENY, rules: [{to: [{operation: {paths: [${paths}]}}]}]}`,
        ', annotations: {istio.io/dry-run: "true"}'
      ).replace('name: it', 'name: dry')
    const asks = policy(
      'AuthorizationPolicy',
      '{rules: [{when: [{key: "experimental.envoy.filters.http.rbac[istio_dry_run_deny_shadow_engine_result]", values: [allowed]}]}]}'
    )
    expect(told(http + asks + dry('"/a*"'), http + asks + dry('"/a*", "/ab"'))).toEqual([])
    const { base, head, changes } = sidesOf(http + asks + dry('"/a*"'), http + asks + dry('"/b*"'))
    const found = securityEffects(dataplane(base), dataplane(head), changes)
    const said = [...found.unknown, ...found.effects.filter(({ kind }) => kind !== 'audit-changed')]
    expect(said.length).toBeGreaterThan(0)
  })

  test('plaintext is let in where STRICT ends', () => {
    const peer = (mode: string) => policy('PeerAuthentication', `{mtls: {mode: ${mode}}}`)
    const [weaker, ...more] = told(http + peer('STRICT'), http + peer('PERMISSIVE'))
    expect(more).toEqual([])
    expect(weaker).toMatch(
      /^mtls-weakened every workload of bank: plaintext connections .*reset → served$/
    )
  })

  test('a policy that loses its pods by their labels', () => {
    const allow = policy('AuthorizationPolicy', '{selector: {matchLabels: {app: accounts}}}')
    const renamed = http.replace('{labels: {app: accounts}}', '{labels: {app: accounts-2}}')
    expect(told(http + allow, renamed + allow)).toContainEqual(
      expect.stringMatching(/^access-granted accounts/)
    )
  })

  test('pods that leave the mesh', () => {
    const peer = policy('PeerAuthentication', '{mtls: {mode: STRICT}}')
    const left = http.replace('istio-injection: enabled', 'istio-injection: disabled')
    expect(told(http + peer, left + peer)).toEqual([
      expect.stringMatching(
        /^mesh-membership-changed accounts: .*has a sidecar → is outside the mesh \| reset → served$/
      )
    ])
  })

  test('two policies of one level whose age git does not hold', () => {
    const peer = (name: string, mode: string) =>
      policy('PeerAuthentication', `{mtls: {mode: ${mode}}}`).replace('name: it', `name: ${name}`)
    const both = (mode: string) => http + peer('a', 'STRICT') + peer('b', mode)
    const manifests = {
      base: manifestsFrom(both('STRICT'), 'base'),
      head: manifestsFrom(both('DISABLE'), 'head')
    }
    const { base, head } = buildMeshes(
      { side: 'base', manifests: manifests.base },
      { side: 'head', manifests: manifests.head }
    )
    const changes = manifestChanges(manifests.base, manifests.head)
    const { effects, unknown } = securityEffects(dataplane(base), dataplane(head), changes)
    expect(effects).toEqual([])
    expect(unknown.map(({ message }) => message)).toEqual([
      'of PeerAuthentication bank/a and PeerAuthentication bank/b only the oldest counts, and git does not say which that is: compared as if it were the first'
    ])
  })

  test('a namespace that switches mutual TLS off, under a workload that demands it', () => {
    const strict = policy(
      'PeerAuthentication',
      '{selector: {matchLabels: {app: accounts}}, mtls: {mode: STRICT}}'
    ).replace('name: it', 'name: accounts')
    const whole = (mode: string) => policy('PeerAuthentication', `{mtls: {mode: ${mode}}}`)
    const all = told(http + strict + whole('PERMISSIVE'), http + strict + whole('DISABLE'))
    expect(all).toContainEqual(
      expect.stringMatching(
        /^connection-broken accounts:80: .*mutual TLS → broken: .*STRICT.* \| served → reset$/
      )
    )
  })

  test('of mutual TLS that is switched off a caller is shown who was let in before', () => {
    const deny = policy(
      'AuthorizationPolicy',
      '{action: DENY, rules: [{from: [{source: {principals: ["cluster.local/ns/bank/sa/web"]}}]}]}'
    )
    const mode = (name: string) =>
      policy(
        'PeerAuthentication',
        `{selector: {matchLabels: {app: accounts}}, mtls: {mode: ${name}}}`
      )
    const found = told(http + deny + mode('PERMISSIVE'), http + deny + mode('DISABLE'))
    const weakened = found.filter(line => line.startsWith('mtls-weakened accounts:8'))
    expect(weakened.filter(line => line.includes('→ 400'))).toEqual([
      expect.stringMatching(/ \| served → bad-request$/)
    ])
  })

  test('nothing where nothing can be met', () => {
    const allow = (rules: string) => policy('AuthorizationPolicy', `{rules: ${rules}}`)
    const one = '[{from: [{source: {namespaces: [a]}}, {source: {namespaces: [b]}}]}]'
    const other = '[{from: [{source: {namespaces: [b, a]}}]}]'
    expect(told(http + allow(one), http + allow(other))).toEqual([])
  })
})

describe('who is in the mesh', () => {
  const strict = policy('PeerAuthentication', '{mtls: {mode: STRICT}}')
  const web = http.replace(
    'metadata: {labels: {app: web}}',
    "metadata: {labels: {app: web, sidecar.istio.io/inject: 'false'}}"
  )

  test('a namespace that loses its label leaves, and STRICT and identities with it', () => {
    const unlabelled = http.replace(', labels: {istio-injection: enabled}', '')
    expect(told(http + strict, unlabelled + strict)).toEqual([
      'mesh-membership-changed accounts: all requests: no policy guards the pods once they are restarted, and what they send has no identity | has a sidecar → is outside the mesh | reset → served'
    ])
  })

  test('what guards pods of the ambient mesh is not known; nothing guards those that leave it', () => {
    const mode = (name: string) => http.replace('istio-injection: enabled', name)
    const ambient = mode('istio.io/dataplane-mode: ambient')
    const unknowns = (one: string, other: string) => {
      const { base, head, changes } = sidesOf(one, other)
      return securityEffects(dataplane(base), dataplane(head), changes)
    }
    const entering = unknowns(http, ambient)
    expect(entering.effects.map(({ kind, direction }) => `${kind} ${direction}`)).toEqual([
      'mesh-membership-changed narrow'
    ])
    expect(entering.unknown.map(({ reason, message }) => `${reason}: ${message}`)).toEqual([
      'opaque: what accounts and web in bank let in: pods of the ambient mesh are guarded by ztunnel and waypoints, which are not analysed yet'
    ])
    expect(entering.unknown[0]?.subject?.kind).toBe('Namespace')
    const leaving = unknowns(ambient, mode('team: a'))
    expect(leaving.effects.map(({ direction }) => direction)).toEqual(['widen'])
    expect(leaving.unknown).toEqual([])
  })

  test('pods without a sidecar are refused where mutual TLS is demanded', () => {
    const manifests = {
      base: manifestsFrom(http + strict, 'base'),
      head: manifestsFrom(web + strict, 'head')
    }
    const { base, head } = buildMeshes(
      { side: 'base', manifests: manifests.base },
      { side: 'head', manifests: manifests.head }
    )
    const changes = manifestChanges(manifests.base, manifests.head)
    const { effects } = securityEffects(dataplane(base), dataplane(head), changes)
    const [left] = effects.filter(({ kind }) => kind === 'mesh-membership-changed')
    expect(left?.changes).toContainEqual({
      facet: 'calls',
      before: 'reach accounts',
      after: 'refused by accounts'
    })
  })

  test.each([
    [
      'an annotation',
      'metadata: {labels: {app: web}}',
      "metadata: {labels: {app: web}, annotations: {sidecar.istio.io/inject: 'false'}}"
    ],
    [
      'the network of the node',
      'spec: {serviceAccountName: web,',
      'spec: {hostNetwork: true, serviceAccountName: web,'
    ]
  ])('%s takes pods out', (_, before, after) => {
    expect(http).toContain(before)
    const shown = told(http + strict, http.replace(before, after) + strict)
    expect(shown).toContainEqual(
      expect.stringMatching(/^mesh-membership-changed web: .* → is outside the mesh/)
    )
  })

  test('another revision', () => {
    const of = (label: string) => http.replace('istio-injection: enabled', label)
    expect(told(of('istio.io/rev: stable'), of('istio.io/rev: canary'))).toEqual([
      'mesh-membership-changed accounts: all requests: another control plane configures the pods once they are restarted, and its version and settings hold | has a sidecar of revision stable → has a sidecar of revision canary'
    ])
  })
})

describe('both ends of a connection', () => {
  const peer = (mode: string) => policy('PeerAuthentication', `{mtls: {mode: ${mode}}}`)
  const rule = (tls: string, host = 'accounts') => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: it, namespace: bank}
spec: {host: ${host}, trafficPolicy: {${tls}}}
`
  const mode = (value: string) => rule(`tls: {mode: ${value}}`)
  const STRICT = 'the port takes mutual TLS alone (STRICT)'

  test.each([
    [
      'plaintext to servers that demand mutual TLS',
      peer('STRICT'),
      peer('STRICT') + mode('DISABLE'),
      `connection-broken accounts:80: connections of all sidecars | mutual TLS → broken: the client sends plaintext, and ${STRICT} | served → reset`
    ],
    [
      'plaintext to servers that take both',
      peer('PERMISSIVE'),
      peer('PERMISSIVE') + mode('DISABLE'),
      'mtls-weakened accounts:80: connections of all sidecars | mutual TLS → plaintext | served → served'
    ],
    [
      'one port alone',
      peer('STRICT'),
      peer('STRICT') + rule('portLevelSettings: [{port: {number: 80}, tls: {mode: SIMPLE}}]'),
      'connection-broken accounts:80: connections of all sidecars | mutual TLS → broken: the client sends TLS of its own, and the handshake wants a certificate of the mesh (STRICT) | served → reset'
    ],
    [
      'a rule that goes again',
      peer('STRICT') + mode('DISABLE'),
      peer('STRICT'),
      `connection-repaired accounts:80: connections of all sidecars | broken: the client sends plaintext, and ${STRICT} → mutual TLS | reset → served`
    ]
  ])('%s', (_, before, after, said) => {
    expect(told(http + before, http + after)).toEqual([said])
  })

  test('servers that begin to demand what an unchanged rule does not send', () => {
    const all = told(
      http + peer('PERMISSIVE') + mode('DISABLE'),
      http + peer('STRICT') + mode('DISABLE')
    )
    expect(all).toContain(
      `connection-broken accounts:80: connections of all sidecars | plaintext → broken: the client sends plaintext, and ${STRICT} | served → reset`
    )
  })

  test('mutual TLS to pods without a proxy', () => {
    const outside = http.replace(
      'metadata: {labels: {app: accounts}}',
      "metadata: {labels: {app: accounts, sidecar.istio.io/inject: 'false'}}"
    )
    expect(told(outside, outside + mode('ISTIO_MUTUAL'))).toEqual([
      'connection-broken accounts:80: connections of all sidecars | plaintext → broken: the client sends mutual TLS, and no proxy ends it there | served → reset'
    ])
  })

  test('of a headless service, one pod without a proxy makes all plaintext', () => {
    const headless = http.replace(
      'spec: {selector: {app: accounts}',
      'spec: {clusterIP: None, selector: {app: accounts}'
    )
    const more = `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: second, namespace: bank}
spec:
  template:
    metadata: {labels: {app: accounts, more: x}}
    spec: {serviceAccountName: accounts, containers: [{name: c, image: i}]}
`
    const bare = more.replace('more: x', "more: x, sidecar.istio.io/inject: 'false'")
    const all = told(headless + more, headless + bare)
    expect(all).toContainEqual(
      expect.stringMatching(/^mtls-weakened accounts:80: .* mutual TLS → plaintext/)
    )
  })

  test('TLS to a host outside that goes', () => {
    const entry = `---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: api, namespace: bank}
spec: {hosts: [api.example.com], ports: [{number: 443, name: http, protocol: HTTP}], resolution: DNS, location: MESH_EXTERNAL}
`
    const simple = rule('tls: {mode: SIMPLE}', 'api.example.com')
    expect(told(http + entry + simple, http + entry)).toEqual([
      'mtls-weakened api.example.com:443: connections of all sidecars | TLS of its own (SIMPLE) → plaintext | served → served'
    ])
  })
})

describe('what is asked and written down', () => {
  const custom = policy(
    'AuthorizationPolicy',
    '{selector: {matchLabels: {app: accounts}}, action: CUSTOM, provider: {name: opa}, rules: [{to: [{operation: {paths: ["/admin"]}}]}]}'
  )

  test('a provider of a mesh configuration that git does not hold is taken to exist', () => {
    expect(told(http, http + custom)[0]).toBe(
      'delegation-changed accounts:8080: path /admin | allowed: no ALLOW policy applies → delegated to external provider opa | served → delegated'
    )
  })

  test('a provider that the mesh configuration does not have denies', () => {
    const config = `---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: 'accessLogFile: /dev/stdout'}
`
    expect(told(http + config, http + config + custom)[0]).toBe(
      'access-revoked accounts: path /admin | allowed: no ALLOW policy applies → denied by AuthorizationPolicy bank/it: the mesh configuration has no provider named opa | served → denied'
    )
  })

  test('audits and dry runs have a request about which they speak', () => {
    const noted = (action: string, metadata: string) =>
      policy(
        'AuthorizationPolicy',
        `{selector: {matchLabels: {app: accounts}}, action: ${action}, rules: [{to: [{operation: {methods: [POST]}}]}]}`,
        metadata
      )
    const [audit] = told(http, http + noted('AUDIT', ''))
    expect(audit).toBe(
      'audit-changed accounts: method POST | nothing → written down | served → served'
    )
    const dry = told(http, http + noted('DENY', ", annotations: {istio.io/dry-run: 'true'}"))
    expect(dry[0]).toBe(
      'audit-changed accounts: method POST | nothing → counted as denied (dry-run) | served → served'
    )
  })

  test('bytes that a port no longer takes are another protocol, not another mutual TLS', () => {
    const all = told(mesh('tcp'), http)
    expect(all).toEqual([
      expect.stringMatching(
        /^connection-broken accounts:8080: connections with the application's own TLS /
      )
    ])
  })
})

test('each of two hundred policies has pods of its own', () => {
  const both = (methods: string) => {
    const parts = [
      'apiVersion: v1\nkind: Namespace\nmetadata: {name: bank, labels: {istio-injection: enabled}}\n'
    ]
    for (let i = 0; i < 200; i++) {
      parts.push(
        `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: w${i}, namespace: bank}\nspec: {template: {metadata: {labels: {app: w${i}}}, spec: {serviceAccountName: w${i}, containers: [{name: c, image: i}]}}}\n`,
        `apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: p${i}, namespace: bank}\nspec: {selector: {matchLabels: {app: w${i}}}, rules: [{to: [{operation: {methods: [${i === 190 ? methods : 'GET'}]}}]}]}\n`
      )
    }
    return parts.join('---\n')
  }
  expect(told(both('GET'), both('GET, POST'))).toEqual([
    'access-granted w190: method POST | denied: ALLOW policies apply and no rule matches → allowed by AuthorizationPolicy bank/p190 | denied → served'
  ])
})

describe('a host that Services of two namespaces have', () => {
  test('loses mutual TLS for the clients that see the other one', () => {
    const other = `${http}---
apiVersion: v1
kind: Namespace
metadata: {name: till, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: desk, namespace: till}
spec: {template: {metadata: {labels: {app: desk}}, spec: {containers: [{name: c, image: i}]}}}
`
    const own = `---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: own, namespace: till}
spec:
  hosts: [accounts.bank.svc.cluster.local]
  resolution: STATIC
  endpoints: [{address: 10.9.9.9}]
  ports: [{number: 80, name: http, protocol: HTTP}]
`
    expect(told(other, other + own)).toEqual([
      'mtls-weakened accounts:80: connections of pods in till | mutual TLS → plaintext | served → served'
    ])
  })
})
