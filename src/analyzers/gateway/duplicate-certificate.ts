import { describeRef } from '../../finding.ts'
import type { JsonMap, Manifest } from '../../manifest/manifest.ts'
import { filled, list, map, mapOrEmpty, textMap } from '../../mesh/json.ts'
import { isEmptySelector, selects } from '../../mesh/selector.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { put } from '../pods.ts'

export const duplicateCertificate = defineAnalyzer({
  id: 'gateway/duplicate-certificate',
  severity: 'warning',
  summary: 'Two Gateways of the same pods use one certificate.',
  why: 'Browsers reuse an HTTP/2 connection for every host of its certificate: requests for the hosts of the second Gateway arrive at the first, which answers 404.',
  fix: 'Serve hosts of one certificate by one Gateway, or give each Gateway a certificate of its own.',
  message: 'Certificate "{certificate}" is used by {other} as well, for the same gateway pods.',
  sources: ['IST0138'],
  check({ mesh, report }) {
    const users = new Map<string, User[]>()
    for (const manifest of mesh.of('Gateway')) {
      for (const [index, server] of list(manifest.spec.servers).entries()) {
        const tls = map(mapOrEmpty(server).tls)
        const key = tls === undefined ? null : certificateKey(tls)
        if (key !== null) put(users, key, { manifest, index })
      }
    }
    const scoped = mesh.features.has('scope-gateway-to-namespace')
    for (const [key, group] of users) {
      if (group.length < 2) continue
      for (const { manifest, index } of group) {
        const others = new Set<Manifest>()
        for (const { manifest: other } of group) {
          if (other !== manifest && serves(manifest, other, scoped)) others.add(other)
          // Many on one certificate cost no more than few.
          if (others.size >= 5) break
        }
        for (const other of others) {
          report(
            manifest,
            [
              'spec',
              'servers',
              index,
              'tls',
              key.startsWith('file ') ? 'serverCertificate' : 'credentialName'
            ],
            { certificate: key.split(' ')[1] ?? '', other: describeRef(other.ref) },
            {
              related: [{ at: { manifest: other, path: ['spec', 'servers'] }, note: 'uses it too' }]
            }
          )
        }
      }
    }
  }
})

interface User {
  readonly manifest: Manifest
  readonly index: number
}

/** A Secret, or a certificate with its key; `null` where neither is named. */
function certificateKey(tls: JsonMap): string | null {
  const credential = filled(tls.credentialName)
  if (credential !== undefined) return `secret ${credential}`
  const certificate = filled(tls.serverCertificate)
  const key = filled(tls.privateKey)
  return certificate === undefined || key === undefined ? null : `file ${certificate} ${key}`
}

/** Whether every pod of the second Gateway is one of the first. Source: istio analyzers/gateway/certificate.go. */
function serves(one: Manifest, other: Manifest, scoped: boolean): boolean {
  if (scoped && one.ref.namespace !== other.ref.namespace) return false
  const selector = textMap(one.spec.selector)
  return isEmptySelector(selector) || selects(selector, textMap(other.spec.selector))
}
