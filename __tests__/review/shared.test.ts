import { describe, expect, test } from '@jest/globals'
import { defaultConfig } from '../../src/config/config.ts'
import { withSharedBytes } from '../../src/git/shared.ts'
import type { SideFiles } from '../../src/manifest/manifest.ts'
import { review } from '../../src/review.ts'
import { schemas } from '../support/reviewed.ts'
import { filesFrom } from '../support/side.ts'
import { routed, to } from './worlds.ts'

/** Mistakes that the schema, the webhook and an analyzer each see in their way. */
const wrong = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: late, namespace: shop}
spec:
  hosts: [late]
  http:
    - route: [{destination: {host: late}, weight: 0}]
    - route: [{destination: {host: late}}]
    - match: [{uri: {prefix: /a}}]
      timeout: soon
      route: [{destination: {host: late}}]
`

describe('a file that did not change', () => {
  const texts = (share: string) => ({
    'routes.yaml': routed(`- ${to(share)}`),
    'wrong.yaml': wrong
  })
  const base = { name: 'base', files: filesFrom(texts('v1'), 'base'), skipped: [] }
  const head = { name: 'head', files: filesFrom(texts('v2'), 'head'), skipped: [] }
  const reportOf = (other: SideFiles) =>
    review({
      command: 'diff',
      base,
      head: other,
      config: defaultConfig,
      schemas,
      version: '0.0.0'
    })

  test('is judged alike whether its bytes are one object on both sides or two', () => {
    const apart = reportOf(head)
    expect(apart.findings.remaining.length).toBeGreaterThan(2)
    expect(reportOf(withSharedBytes(base, head))).toEqual(apart)
  })

  test('has no finding that is introduced or resolved', () => {
    const { findings } = reportOf(withSharedBytes(base, head))
    expect(findings.introduced).toEqual([])
    expect(findings.resolved).toEqual([])
  })
})
