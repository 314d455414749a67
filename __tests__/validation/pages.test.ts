import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import type { FindingDraft } from '../../src/finding.ts'
import type { JsonMap } from '../../src/manifest/manifest.ts'
import { features } from '../../src/mesh/features.ts'
import { validateManifest } from '../../src/validation/validate.ts'
import { drawn } from '../support/analyzer-tester.ts'
import { expectGolden } from '../support/golden.ts'
import { manifestsFrom } from '../support/side.ts'
import { validObjects } from '../support/valid-objects.ts'
import { type Pair, pairOf } from '../support/validation-pages.ts'

interface Example {
  readonly minor: string
  readonly object: JsonMap
  readonly found: readonly string[]
}

// Written by conformance/validation, where Istio's own validator was asked.
const recorded: readonly Example[] = JSON.parse(
  readFileSync('conformance/validation/examples.json', 'utf8')
)

/** The recorded object of each id in which the least else is wrong. */
function examples(): ReadonlyMap<string, Example> {
  const best = new Map<string, Example>()
  for (const example of recorded) {
    for (const found of example.found) {
      const id = found.slice(0, found.indexOf(' '))
      const known = best.get(id)
      if (known === undefined || example.found.length < known.found.length) best.set(id, example)
    }
  }
  return new Map([...best].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function judged(yaml: string, minor: string): readonly FindingDraft[] {
  const options = { features: features(minor) }
  return manifestsFrom(yaml).flatMap(manifest => validateManifest(manifest, options))
}

function yamlOf(object: JsonMap): string {
  // Kubernetes reads `yes` as YAML 1.1 does.
  return stringify(object, { lineWidth: 0, version: '1.1' })
}

const ids = examples()

describe('pages of what the webhook says', () => {
  test('a valid object of each kind is valid', () => {
    for (const object of Object.values(validObjects)) {
      const found = judged(yamlOf(object), '1.31').map(({ id }) => id)
      expect(found).toEqual(
        object.kind === 'EnvoyFilter' ? ['envoy-filter/deprecated-internals'] : []
      )
    }
  })

  test.each([...ids])('%s', (id, { object, minor }) => {
    const pair = pairOf(id, object, minor)
    const bad = drawn(yamlOf(pair.bad), judged(yamlOf(pair.bad), minor))
    const good = yamlOf(pair.good)
    // Every EnvoyFilter is warned of.
    const rest = judged(good, minor).filter(one => one.id !== 'envoy-filter/deprecated-internals')
    expect(bad).toContain(pair.finding.message)
    expect(rest).toEqual([])
    expectGolden(`docs/analyzers/${id}.md`, page(pair, bad, good))
  })
})

const WHY = {
  error:
    "istiod's validating webhook refuses the object, so that it is not applied. Where the webhook is off or older, proxies are sent whatever istiod makes of it.",
  warning:
    'The webhook takes the object and warns. kubectl shows the warning once to whoever applies it, and a pipeline to nobody.',
  lost: "Istio's validator makes this warning and loses it on the way, so that neither kubectl nor istioctl shows it."
} as const

function page({ finding, minor }: Pair, bad: string, good: string): string {
  const { id, message, severity, sources } = finding
  const facts = [
    `Severity: **${severity}**`,
    sources.length > 0 ? `also known as ${sources.join(', ')}` : '',
    `judged as Istio ${minor}'s webhook judges`
  ].filter(fact => fact !== '')
  const why = sources.length === 0 ? WHY.lost : severity === 'error' ? WHY.error : WHY.warning
  return `<!-- Derived by __tests__/validation/pages.test.ts (\`-u\` writes it). -->
# ${id}

${excerpt(message)}

${facts.join(' · ')}.

## Why

${why}

## What to do

Change the field as the message says; the second example is the nearest object of which nothing is said.

## Found

\`\`\`yaml
${excerpt(bad.trim())}
\`\`\`

## Not found

\`\`\`yaml
${excerpt(good.trim())}
\`\`\`
`
}

/** Limits of a thousand characters are not shown in full. */
function excerpt(text: string): string {
  return text.replace(/\S{300,}/g, word => `${word.slice(0, 40)}…${word.slice(-10)}`)
}
