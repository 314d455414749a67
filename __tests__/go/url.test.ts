import { describe, expect, test } from '@jest/globals'
import { isIpv4, isIpv4InIpv6, isIpv6 } from '../../src/go/address.ts'
import { parseRequestUri } from '../../src/go/url.ts'

describe('a URL as Go reads it', () => {
  test.each([
    ['http://a', { scheme: 'http', host: 'a', path: '' }],
    ['HTTPS://User:p%40w@a.b:8080/x%2Fy?z#f', { scheme: 'https', hostname: 'a.b', port: '8080' }],
    ['oci://ghcr.io/a/b:v1', { scheme: 'oci', host: 'ghcr.io', path: '/a/b:v1' }],
    ['file:///x', { scheme: 'file', host: '', path: '/x' }],
    ['mailto:a@b', { scheme: 'mailto', host: '' }],
    ['/x/y', { scheme: '', path: '/x/y' }],
    ['//x/y', { scheme: '', host: '', path: '//x/y' }],
    ['*', { path: '*' }],
    ['http://[fe80::1%25en0]:80/', { hostname: 'fe80::1%25en0', port: '80' }],
    ['http://a:', { host: 'a:', port: '' }],
    ['http://ä/', { hostname: 'ä' }]
  ])('%s', (text, parts) => {
    expect(parseRequestUri(text)).toMatchObject(parts)
  })

  test.each([
    '',
    'a',
    ':a',
    'a b://c',
    'http://a b',
    'http://a:b',
    'http://a:80:80',
    'http://[::1',
    'http://[a]',
    'http://a/%zz',
    'http://%41/',
    'http://a^b',
    'http://us er@a',
    'a\u0001'
  ])('%j is none', text => {
    expect(parseRequestUri(text)).toBeNull()
  })
})

test('addresses as netip reads them', () => {
  for (const good of ['1.2.3.4', '0.0.0.0', '255.255.255.255']) expect(isIpv4(good)).toBe(true)
  for (const bad of ['01.2.3.4', '1.2.3', '1.2.3.256', '1.2.3.4.5', 'a.b.c.d']) {
    expect(isIpv4(bad)).toBe(false)
  }
  for (const good of [
    '::',
    '::1',
    '1::',
    '1:2:3:4:5:6:7:8',
    '::ffff:1.2.3.4',
    '1:2:3:4:5:6:1.2.3.4'
  ]) {
    expect(isIpv6(good)).toBe(true)
  }
  for (const bad of [
    '',
    ':',
    ':::',
    '1:2',
    '1:2:3:4:5:6:7:8:9',
    '::1::',
    '12345::',
    '1.2.3.4::',
    'g::'
  ]) {
    expect(isIpv6(bad)).toBe(false)
  }
  for (const mapped of ['::ffff:1.2.3.4', '::ffff:a00:1', '0:0:0:0:0:ffff:0a00:1']) {
    expect(isIpv4InIpv6(mapped)).toBe(true)
  }
  for (const other of ['::1', '::fffe:1.2.3.4', '1::ffff:1.2.3.4', '1.2.3.4']) {
    expect(isIpv4InIpv6(other)).toBe(false)
  }
})
