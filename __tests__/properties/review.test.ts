import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { answer } from '../../src/dataplane/answer.ts'
import { dataplane } from '../../src/dataplane/dataplane.ts'
import type { Effect, EffectKind } from '../../src/effects/effect.ts'
import { buildMeshes } from '../../src/mesh/mesh.ts'
import type { Report } from '../../src/report/report.ts'
import { diffOf } from '../support/reviewed.ts'
import { manifestsFrom } from '../support/side.ts'
import { type Manifestish, reversedKeys, world, yamlOf } from '../support/world-arbitrary.ts'

const runs = { numRuns: 25 }

/** Effects of the domain whose laws these are. */
function routing({ effects }: Report): readonly Effect[] {
  return effects.filter(effect => effect.domain === 'routing')
}

/** Reasons that stand for a defect of ours. */
function defects({ unknown, findings }: Report): string[] {
  const found = [...findings.introduced, ...findings.remaining]
  return [
    ...unknown
      .filter(({ reason }) => reason === 'witness' || reason === 'internal')
      .map(({ message }) => message),
    ...found.filter(({ id }) => id.startsWith('internal/')).map(({ message }) => message)
  ]
}

/** A report without what names files. */
function withoutPlaces({ effects, unknown, findings, verdict }: Report) {
  const plain = (effect: Effect) => ({
    ...effect,
    causes: effect.causes.map(({ side, ref, note }) => ({ side, ref, note })).sort(byText),
    witness: effect.witness?.request
  })
  return {
    outcome: verdict.outcome,
    reasons: verdict.reasons.map(reason => ({ ...reason, evidence: [...reason.evidence].sort() })),
    effects: effects.map(plain),
    unknown: unknown
      .map(({ reason, message, fingerprint }) => ({ reason, message, fingerprint }))
      .sort(byText),
    findings: [findings.introduced, findings.resolved, findings.remaining].map(found =>
      found.map(({ id, message, fingerprint }) => ({ id, message, fingerprint })).sort(byText)
    )
  }
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
}

test('a world against itself has no effect, introduces nothing, and nothing about it is unknown', () => {
  fc.assert(
    fc.property(world, objects => {
      const report = diffOf(yamlOf(objects), yamlOf(objects))
      expect(report.effects).toEqual([])
      expect(report.unknown).toEqual([])
      expect(report.findings.introduced).toEqual([])
      expect(report.findings.resolved).toEqual([])
      expect(['pass', 'warn']).toContain(report.verdict.outcome)
    }),
    runs
  )
})

const opposite: Partial<Record<EffectKind, EffectKind>> = {
  'traffic-lost': 'traffic-gained',
  'traffic-gained': 'traffic-lost'
}

/**
 * An effect as lines of facts, one for each of its subjects, seen from either end. A region has many descriptions, so
 * its words are left out; and what stands in one line, because it is said in the same words, is no fact.
 */
function facts({ kind, subject, changes, members }: Effect, turned: boolean): string[] {
  // Behaviours that fail alike are one line, in the words of one of them.
  const seen = changes
    .map(({ facet, before, after }) => {
      const [old, now] = [before, after].map(text => (/: 503\)/.test(text) ? '503' : text))
      return turned ? [facet, now, old] : [facet, old, now]
    })
    .sort(byText)
  return [subject, ...members.map(member => member.subject)].map(one =>
    JSON.stringify([turned ? (opposite[kind] ?? kind) : kind, one, seen])
  )
}

function placeOf({ name, gateway }: Effect['subject']): string {
  return `${gateway ?? ''} ${name}`
}

function exposedAt({ effects }: Report): string[] {
  return effects
    .filter(({ kind }) => kind === 'exposed' || kind === 'unexposed')
    .map(({ subject }) => placeOf(subject))
}

test('two worlds never crash, every claim has a witness, and exchanging the sides exchanges the effects', () => {
  fc.assert(
    fc.property(world, world, (one, other) => {
      const forward = diffOf(yamlOf(one), yamlOf(other))
      const back = diffOf(yamlOf(other), yamlOf(one))
      expect(defects(forward)).toEqual([])
      for (const effect of routing(forward)) expect(effect.witness).not.toBeNull()
      // Proxy classes whose regions are said in other words stand in lines of their own, so facts are a set.
      // What becomes reachable from outside is said as exposure, and what does so no more as traffic lost.
      const outside = new Set([forward, back].flatMap(exposedAt))
      const seen = (effects: readonly Effect[], turned: boolean) =>
        [
          ...new Set(
            effects
              .filter(({ subject }) => !outside.has(placeOf(subject)))
              .flatMap(effect => facts(effect, turned))
          )
        ].sort()
      expect(seen(routing(back), true)).toEqual(seen(routing(forward), false))
    }),
    runs
  )
})

test('a witness asked of the whole mesh, from its caller, gets the answers that the effect shows', () => {
  fc.assert(
    fc.property(world, world, (one, other) => {
      const report = diffOf(yamlOf(one), yamlOf(other))
      const meshes = buildMeshes(
        { side: 'base', manifests: manifestsFrom(yamlOf(one), 'base') },
        { side: 'head', manifests: manifestsFrom(yamlOf(other), 'head') }
      )
      for (const { witness, kind, proxy } of routing(report)) {
        // Other orders of creation, and gateways that git does not hold, are not what `answer` is asked about.
        if (witness === null || kind === 'order-dependent' || proxy.type === 'gateway') continue
        for (const side of ['base', 'head'] as const) {
          const shown = side === 'base' ? witness.before : witness.after
          const said = answer(dataplane(meshes[side]), witness.request)
          // What has no listener is the transport's matter, and `answer` says so.
          if (shown.outcome === 'passthrough' || shown.outcome === 'reset') continue
          expect([said.outcome, said.destinations, said.status]).toEqual([
            shown.outcome,
            shown.destinations,
            shown.status
          ])
        }
      }
    }),
    runs
  )
})

test('the order of files, documents and keys is not visible', () => {
  const shuffled = world.chain(objects =>
    fc.tuple(
      fc.constant(objects),
      fc.shuffledSubarray(objects, { minLength: objects.length, maxLength: objects.length })
    )
  )
  fc.assert(
    fc.property(shuffled, shuffled, ([one, oneShuffled], [other, otherShuffled]) => {
      const turned = (objects: readonly Manifestish[]) =>
        yamlOf(objects.map(object => reversedKeys(object) as Manifestish))
      const plain = diffOf(yamlOf(one), yamlOf(other))
      const mixed = diffOf(turned(oneShuffled), turned(otherShuffled))
      expect(withoutPlaces(mixed)).toEqual(withoutPlaces(plain))
    }),
    runs
  )
})
