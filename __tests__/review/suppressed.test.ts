import { describe, expect, test } from '@jest/globals'
import { analysisOf, diffOf } from '../support/reviewed.ts'

const services = `
apiVersion: v1
kind: Service
metadata: {name: pay, namespace: shop}
spec: {ports: [{name: http, port: 80}]}
---
`
const route = (metadata: string, comment = '') => `${services}apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: ${metadata}
spec:
  hosts: [pay]
  http:
    - route:
        - destination:
            host: pya${comment}
`
const plain = '{name: pay, namespace: shop}'
const annotated = (annotation: string, value: string) =>
  `{name: pay, namespace: shop, annotations: {${annotation}: ${value}}}`
const wanted = ' # meshproof: ignore virtual-service/unknown-host reason=the team deploys it later'

function idsOf(report: ReturnType<typeof analysisOf>): string[] {
  return report.findings.remaining.map(({ id }) => id)
}

describe('a suppressed finding', () => {
  test('is there without a word', () => {
    expect(idsOf(analysisOf(route(plain)))).toEqual(['virtual-service/unknown-host'])
  })

  test('is left out by a comment, and the report says so with the reason', () => {
    const report = analysisOf(route(plain, wanted))
    expect(idsOf(report)).toEqual([])
    expect(report.notes?.join()).toMatch(
      /^1 finding is suppressed: virtual-service\/unknown-host at .*:\d+ \(the team deploys it later\)\.$/
    )
  })

  test.each([
    ['galley.istio.io/analyze-suppress', 'IST0101'],
    ['galley.istio.io/analyze-suppress', '"IST0118,IST0101"'],
    ['galley.istio.io/analyze-suppress', '"*"'],
    ['kiali.io/ignore-validations', 'KIA1101'],
    ['kiali.io/ignore-validations', '""']
  ])('is left out by the annotation %s: %s', (annotation, value) => {
    const report = analysisOf(route(annotated(annotation, value)))
    expect(idsOf(report)).not.toContain('virtual-service/unknown-host')
    expect(report.notes?.join()).toContain(annotation)
  })

  test.each([
    ['of another code', annotated('galley.istio.io/analyze-suppress', 'IST0109')],
    ['of the other tool', annotated('kiali.io/ignore-validations', 'KIA0201')]
  ])('stays with an annotation %s', (_, metadata) => {
    expect(idsOf(analysisOf(route(metadata)))).toContain('virtual-service/unknown-host')
  })

  test('is neither resolved nor introduced where the comment is new', () => {
    const { findings } = diffOf(route(plain), route(plain, wanted))
    expect(findings.introduced).toEqual([])
    expect(findings.resolved).toEqual([])
    expect(findings.remaining).toEqual([])
  })

  test('is introduced where the comment goes away', () => {
    const { findings } = diffOf(route(plain, wanted), route(plain))
    expect(findings.introduced.map(({ id }) => id)).toEqual(['virtual-service/unknown-host'])
  })
})

describe('a suppression that meets nothing', () => {
  test('is a finding at its place', () => {
    const report = analysisOf(route(plain, wanted).replace('pya', 'pay'))
    expect(idsOf(report)).toEqual(['manifest/unused-suppression'])
    expect(report.findings.remaining[0]?.severity).toBe('warning')
    expect(report.findings.remaining[0]?.message).toContain('virtual-service/unknown-host')
  })

  test('is no more than a remark where it is an annotation of a code that is known here', () => {
    const one = (value: string) =>
      analysisOf(route(annotated('galley.istio.io/analyze-suppress', value)).replace('pya', 'pay'))
    expect(one('IST0109').findings.remaining.map(({ severity }) => severity)).toEqual(['info'])
    // Only a cluster can say.
    expect(idsOf(one('IST0141'))).toEqual([])
    expect(idsOf(one('"*"'))).toEqual([])
  })

  test('is not judged where the analyzers did not run', () => {
    const report = analysisOf(route(plain, wanted), { command: 'validate' })
    expect(idsOf(report)).toEqual([])
  })
})
