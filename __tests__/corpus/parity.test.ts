import { test } from '@jest/globals'
import { analyzers } from '../../src/analyzers/index.ts'
import { describeCorpus } from '../support/corpus.ts'
import { expectGolden } from '../support/golden.ts'
import { answer, expectation, istioCases } from '../support/istio-cases.ts'
import { istioCodes, kialiCodes, type PeerCode } from '../support/peer-codes.ts'

/** Cases of Istio's test tables that expect a code, and how many of them agree in it. */
function tally(): ReadonlyMap<string, { agreed: number; total: number }> {
  const counts = new Map<string, { agreed: number; total: number }>()
  for (const one of istioCases()) {
    const expected = expectation(one)
    const said = answer(one)
    for (const code of new Set(one.expected.map(message => message.code))) {
      const count = counts.get(code) ?? { agreed: 0, total: 0 }
      const only = (messages: readonly string[]) =>
        messages.filter(message => message.startsWith(code)).join('\n')
      counts.set(code, {
        agreed: count.agreed + (only(said) === only(expected) ? 1 : 0),
        total: count.total + 1
      })
    }
  }
  return counts
}

function said(code: string, { by, not }: PeerCode): string {
  const ids = analyzers.filter(({ sources }) => sources.includes(code)).map(({ id }) => id)
  if (ids.length > 0) return ids.map(id => `[\`${id}\`](analyzers/${id}.md)`).join(', ')
  return by === undefined ? `no: ${not}` : by.includes('/') ? `\`${by}\`` : by
}

describeCorpus('docs/parity.md', () => {
  test('says of every code of Istio and Kiali what says it here', () => {
    const counts = tally()
    const istio = Object.entries(istioCodes).map(([code, entry]) => {
      const count = counts.get(code)
      const cases = count === undefined ? '' : `${count.agreed} / ${count.total}`
      return `| ${code} | ${entry.about} | ${said(code, entry)} | ${cases} |`
    })
    const kiali = Object.entries(kialiCodes).map(
      ([code, entry]) => `| ${code} | ${entry.about} | ${said(code, entry)} |`
    )
    expectGolden(
      'docs/parity.md',
      `<!-- Derived by __tests__/corpus/parity.test.ts (\`-u\` writes it). -->
# What istioctl and Kiali say, and what says it here

Cases are those of the test tables of Istio's analyzers that expect the code: how many give exactly the same messages
for the same objects, of how many. \`istioctl analyze --use-kube=false\` itself reaches 25 of the 68 codes.

## Istio

| code | about | here | cases |
|---|---|---|---|
${istio.join('\n')}

## Kiali

| code | about | here |
|---|---|---|
${kiali.join('\n')}
`
    )
  })
})
