import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { certificatesOf } from '../../src/manifest/certificate.ts'
import { credentialOf } from '../../src/manifest/credential.ts'

const first = `-----BEGIN CERTIFICATE-----
MIIBYDCCAQagAwIBAgIBATAKBggqhkjOPQQDAjAbMRkwFwYDVQQDExBzaG9wLmV4
YW1wbGUuY29tMB4XDTI2MDEwMTAwMDAwMFoXDTI2MDQwMTAwMDAwMFowGzEZMBcG
A1UEAxMQc2hvcC5leGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IA
BMVCKd74f3w91oy8K0Epm+Ck7jYwp+MdULj8uuvtInPa6IJ4VWa07o4b+FHAlCYW
+1vhT7oLHzt2it/3y5vRAVijOzA5MDcGA1UdEQQwMC6CEHNob3AuZXhhbXBsZS5j
b22CFHd3dy5zaG9wLmV4YW1wbGUuY29thwTAAAIHMAoGCCqGSM49BAMCA0gAMEUC
IFD6V4Tgrh0YC1IRzCCTyK/Zu3O2rZX6ndJ70NWHsO6qAiEAo8hW8CDswpqOH/5J
EFHZXJOTjM5NJoxRgfWQsOLDc08=
-----END CERTIFICATE-----
`
const second = `-----BEGIN CERTIFICATE-----
MIIBQzCB6aADAgECAgEBMAoGCCqGSM49BAMCMBoxGDAWBgNVBAMTD3BheS5leGFt
cGxlLmNvbTAgFw0yNjAxMDEwMDAwMDBaGA8yMDUxMDEwMTAwMDAwMFowGjEYMBYG
A1UEAxMPcGF5LmV4YW1wbGUuY29tMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
PspGoNpVHIZcdCWESJ0VEv5vz2smA2eds+Nc/8AqrnDJuIFbCjJl+08QWE1MRW7q
MEIeTKwzWjXEFXf7TO14MqMeMBwwGgYDVR0RBBMwEYIPcGF5LmV4YW1wbGUuY29t
MAoGCCqGSM49BAMCA0kAMEYCIQDUuReS7bFW1ucIIRL8hpEl9iUYXZzObj5Z3WYp
AJ2eKQIhAN+qmdMsv1atqxQMylPWVeSTe1BQU247ySDviqKDAGyL
-----END CERTIFICATE-----
`

describe('certificates', () => {
  test('say when they hold and for whom, with years of two and of four digits', () => {
    expect(certificatesOf(first)).toEqual([
      {
        notBefore: '2026-01-01T00:00:00Z',
        notAfter: '2026-04-01T00:00:00Z',
        names: ['shop.example.com', 'www.shop.example.com', '192.0.2.7']
      }
    ])
    expect(certificatesOf(second)).toEqual([
      {
        notBefore: '2026-01-01T00:00:00Z',
        notAfter: '2051-01-01T00:00:00Z',
        names: ['pay.example.com']
      }
    ])
  })

  test('are read from the first block alone, whatever stands around it', () => {
    expect(certificatesOf(`subject: shop\r\n${first.replaceAll('\n', '\r\n')}${second}`)).toEqual(
      certificatesOf(first)
    )
  })

  test.each([
    ['nothing', ''],
    ['no block', 'hush'],
    ['a block without an end', first.replace('-----END CERTIFICATE-----', '')],
    ['no base64', first.replace('MII', 'M!I')],
    ['a key', '-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n'],
    ['half of one', first.replace('EFHZXJOTjM5NJoxRgfWQsOLDc08=\n', '')]
  ])('%s is no certificate', (_, text) => {
    expect(certificatesOf(text)).toBeNull()
  })

  test('with any byte changed are read or refused, never more', () => {
    const body = first.split('\n').slice(1, -2).join('')
    const bytes = Uint8Array.from(atob(body), letter => letter.charCodeAt(0))
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const changed = Uint8Array.from(bytes)
        changed[at] = value
        const text = btoa(String.fromCharCode(...changed))
        const found = certificatesOf(
          `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`
        )
        for (const { notBefore, notAfter } of found ?? []) {
          expect(Date.parse(notBefore) + Date.parse(notAfter)).not.toBeNaN()
        }
      }),
      { numRuns: 2000 }
    )
  })
})

describe('the credential of a Secret', () => {
  const data = { 'tls.crt': btoa(first), 'tls.key': btoa('canary') }

  test.each([
    ['no content', {}, { kind: 'absent' }],
    ['data that is no map', { data: 'x' }, { kind: 'absent' }],
    [
      'a key too few',
      { data: { 'tls.crt': data['tls.crt'] } },
      { kind: 'missing-keys', keys: ['tls.crt'] }
    ],
    [
      'an empty key',
      { data: { ...data, 'tls.key': '' } },
      { kind: 'missing-keys', keys: ['tls.crt', 'tls.key'] }
    ],
    [
      'no certificate',
      { data: { ...data, 'tls.crt': 'aHVzaA==' } },
      { kind: 'unreadable', field: ['data', 'tls.crt'] }
    ],
    [
      'encrypted by SOPS',
      { data: { 'tls.crt': 'ENC[AES256_GCM,data:x]', 'tls.key': '' }, sops: {} },
      { kind: 'hidden' }
    ],
    [
      'a placeholder',
      { stringData: { 'tls.crt': '<path:kv/shop#crt>', 'tls.key': 'x' } },
      { kind: 'hidden' }
    ]
  ])('%s', (_, secret, expected) => {
    expect(credentialOf(secret)).toEqual(expected)
  })

  test('text goes over data, the pair cert and key over tls.crt and tls.key, and the key is nowhere', () => {
    const found = credentialOf({
      data: { ...data, cert: btoa(second), key: btoa('canary') },
      stringData: { cert: first }
    })
    expect(found).toEqual({
      kind: 'certificate',
      field: ['stringData', 'cert'],
      certificates: certificatesOf(first)
    })
    expect(JSON.stringify(found)).not.toContain('canary')
  })
})
