import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { reporters } from '../../src/report/index.ts'
import { REDACTED, redact, redactNamed, redactText } from '../../src/report/redact.ts'
import type { Report } from '../../src/report/report.ts'
import { typical } from '../support/reports.ts'

/** A secret in the shapes that manifests hold; `CANARY` marks what must not be seen. */
const secrets: readonly string[] = [
  'authorization: Bearer CANARY0123456789',
  'Authorization: Basic Q0FOQVJZOkNBTkFSWQ==CANARY',
  '"authorization":"Bearer CANARY-lower"',
  'proxy-authorization=CANARYabc',
  'cookie: session=CANARY; other=CANARY',
  'Set-Cookie: id=CANARY; Path=/',
  'x-api-key: CANARY',
  'x-internal-auth-token: CANARY',
  'Bearer CANARY0123456789',
  'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJDQU5BUlkifQ.CANARYsignature',
  'eyJhbGciOiJub25lIn0.CANARYbody.',
  '-----BEGIN PRIVATE KEY-----\nCANARY\n-----END PRIVATE KEY-----',
  '-----BEGIN RSA PRIVATE KEY-----\\nCANARY\\n-----END RSA PRIVATE KEY-----',
  '-----BEGIN CERTIFICATE-----\nCANARY and cut short',
  '{"keys":[{"kty":"RSA","n":"CANARY","e":"AQAB"}]}',
  '{ "keys": [ {"kty":"oct","k":"CANARY"} ] }',
  '{\\"keys\\":[{\\"k\\":\\"CANARY\\"}]}',
  '{"kty":"oct","k":"CANARY0123456789"}',
  'https://user:CANARY@example.com/path',
  'redis://:x@host and amqp://shop:CANARY@mq:5672',
  'password=CANARY',
  'client_secret: CANARY',
  'DB_PASSWORD="CANARY"',
  '?access_token=CANARY&x=1',
  'refresh-token: CANARY',
  'api_key=CANARY',
  'ghp_CANARY0123456789abcdef',
  'github_pat_CANARY0123456789_abcdef',
  'glpat-CANARY0123456789abc',
  'xoxb-CANARY-0123456789',
  'AKIACANARYCANARYCANA',
  'hvs.CANARY0123456789abcdef',
  'sk_live_CANARY0123456789',
  'npm_CANARY0123456789abcdefghij0123456789'
]

describe('redactText', () => {
  test.each(secrets)('hides %j', secret => {
    for (const text of [secret, `before ${secret} after`, `(${secret})`]) {
      const shown = redactText(text)
      expect(shown).not.toContain('CANARY')
      expect(shown).toContain(REDACTED)
      expect(redactText(shown)).toBe(shown)
    }
  })

  test.each([
    'paths under /users except /users/v2, method GET',
    'Subset "v3" of host users.shop.svc.cluster.local is not defined.',
    'basic authentication and bearer tokens are accepted',
    'header authorization is present',
    'https://shop.example.com:8443/users?page=2',
    'sum(rate(istio_requests_total{response_code="404"}[5m]))',
    'RequestAuthentication shop/jwt requires a token',
    'tokens of issuer https://issuer.example.com',
    'networking.istio.io/v1'
  ])('leaves %j', text => {
    expect(redactText(text)).toBe(text)
  })

  test('is quick on text made to be slow', () => {
    const started = performance.now()
    for (const piece of [
      'eyJ',
      '-----BEGIN A',
      'bearer ',
      'a-a-a-a-',
      '://a',
      '{"keys"',
      'token',
      'password '
    ]) {
      redactText(piece.repeat(200_000))
    }
    expect(performance.now() - started).toBeLessThan(5000)
  })

  test('never throws and never grows without bound', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
        expect(redactText(text).length).toBeLessThan(text.length * 12 + 20)
      })
    )
  })
})

describe('redactNamed', () => {
  test('goes by the name, and keeps the scheme', () => {
    expect(redactNamed('Authorization', 'Bearer plainlowercase')).toBe(`Bearer ${REDACTED}`)
    expect(redactNamed('cookie', 'a=b')).toBe(REDACTED)
    expect(redactNamed('x-shop-token', 'abc')).toBe(REDACTED)
    expect(redactNamed('x-user-type', 'qa')).toBe('qa')
  })
})

describe('redact', () => {
  test('walks data, keys too, and changes nothing else', () => {
    const value = {
      headers: { authorization: 'Bearer x', 'x-user': 'qa', cookie: ['a=b', 'c=d'] },
      list: [1, null, true, 'ok'],
      'password=CANARY': 'x'
    }
    expect(redact(value)).toEqual({
      headers: {
        authorization: `Bearer ${REDACTED}`,
        'x-user': 'qa',
        cookie: [REDACTED, REDACTED]
      },
      list: [1, null, true, 'ok'],
      [`password=${REDACTED}`]: 'x'
    })
    expect(redact(typical)).toEqual(typical)
  })

  test('keeps `__proto__` a key', () => {
    const parsed: unknown = JSON.parse('{"__proto__": {"polluted": "yes"}}')
    const copy = redact(parsed)
    expect(JSON.stringify(copy)).toBe('{"__proto__":{"polluted":"yes"}}')
    expect({}).not.toHaveProperty('polluted')
  })
})

/** Row 24 of the security anchors: canary secrets in 30 places, none in any output. */
describe('no reporter prints a secret', () => {
  const [effect] = typical.effects
  const [finding] = typical.findings.introduced
  if (effect === undefined || effect.witness === null || finding === undefined) {
    throw new Error('the typical report has an effect with a witness and a finding')
  }
  const { witness } = effect
  const place: Readonly<Record<string, (secret: string) => Report>> = {
    region: secret => ({ ...typical, effects: [{ ...effect, region: secret }] }),
    facet: secret => ({
      ...typical,
      effects: [{ ...effect, changes: [{ facet: 'headers', before: secret, after: secret }] }]
    }),
    header: secret => ({
      ...typical,
      effects: [
        {
          ...effect,
          witness: {
            ...witness,
            request: { ...witness.request, headers: { 'x-any': secret, authorization: secret } }
          }
        }
      ]
    }),
    path: secret => ({
      ...typical,
      effects: [
        {
          ...effect,
          witness: { ...witness, request: { ...witness.request, path: `/a?${secret}` } }
        }
      ]
    }),
    outcome: secret => ({
      ...typical,
      effects: [
        {
          ...effect,
          witness: { ...witness, after: { ...witness.after, outcome: 'unknown', reason: secret } }
        }
      ]
    }),
    cause: secret => ({
      ...typical,
      effects: [{ ...effect, causes: effect.causes.map(cause => ({ ...cause, note: secret })) }]
    }),
    steps: secret => ({
      ...typical,
      effects: [{ ...effect, verify: secret, watch: secret, rollback: secret }]
    }),
    message: secret => ({
      ...typical,
      findings: {
        ...typical.findings,
        introduced: [{ ...finding, message: secret, params: { value: secret } }]
      }
    }),
    unknown: secret => ({
      ...typical,
      unknown: typical.unknown.map(one => ({ ...one, message: secret }))
    }),
    reason: secret => ({
      ...typical,
      verdict: {
        ...typical.verdict,
        reasons: typical.verdict.reasons.map(one => ({ ...one, message: secret }))
      }
    }),
    assumption: secret => ({
      ...typical,
      assumptions: [{ kind: 'opaque-unchanged', params: { ref: secret } }]
    }),
    skipped: secret => ({
      ...typical,
      coverage: {
        ...typical.coverage,
        skipped: [{ file: 'a.yaml', line: 1, reason: 'unreadable', detail: secret }]
      }
    }),
    note: secret => ({ ...typical, notes: [secret] }),
    plan: secret => ({ ...typical, plan: { ...typical.plan, verify: [secret] } })
  }
  for (const [id, reporter] of Object.entries(reporters)) {
    test.each(Object.keys(place))(`${id}: %s`, name => {
      for (const secret of secrets) {
        const text = reporter.render(place[name]?.(secret) ?? typical, { color: false, budget: 0 })
        expect(text).not.toContain('CANARY')
      }
    })
  }
})
