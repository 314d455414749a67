import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { dataplane } from '../../src/dataplane/dataplane.ts'
import type { Outcome, Request } from '../../src/dataplane/request.ts'
import { evaluateInbound } from '../../src/dataplane/security/evaluate-inbound.ts'
import { manifestChanges } from '../../src/effects/manifest-change.ts'
import { securityEffects } from '../../src/effects/security.ts'
import { buildMeshes } from '../../src/mesh/mesh.ts'
import { decidedByTable } from '../support/access-tables.ts'
import { manifestsFrom } from '../support/side.ts'
import { accessMeshConfig, accessRequest, accessWorld, accessYaml } from './access-worlds.ts'

const effort = Number(process.env.MESHPROOF_PROPERTY_EFFORT ?? '1')

function both(one: string, other: string) {
  const manifests = { base: manifestsFrom(one, 'base'), head: manifestsFrom(other, 'head') }
  const common = { meshConfig: accessMeshConfig, istio: { minor: '1.31', why: 'the test' } }
  const { base, head } = buildMeshes(
    { ...common, side: 'base', manifests: manifests.base },
    { ...common, side: 'head', manifests: manifests.head }
  )
  return {
    base: dataplane(base),
    head: dataplane(head),
    changes: manifestChanges(manifests.base, manifests.head)
  }
}

function requestFrom(
  given: typeof accessRequest extends fc.Arbitrary<infer T> ? T : never
): Request {
  const { header, token, sni, principal, ...rest } = given
  return {
    ...rest,
    from: 'outside',
    to: 'shop/pay',
    address: '10.0.0.1',
    headers: header === undefined ? {} : { 'x-a': header },
    ...(rest.transport === 'mtls' ? { principal } : {}),
    ...(sni === undefined ? {} : { sni }),
    ...(token === undefined ? {} : { tokens: [token] })
  }
}

const KINDS: Readonly<Partial<Record<Outcome['outcome'], string>>> = {
  served: 'allow',
  delegated: 'ask',
  denied: 'deny',
  closed: 'close'
}

/** What becomes of it if the provider agrees. */
function settled(plane: ReturnType<typeof dataplane>, request: Request): Outcome {
  const first = evaluateInbound(plane, request)
  if (first.outcome !== 'delegated') return first
  const agreed = evaluateInbound(plane, { ...request, providers: { ask: 'allow' } })
  return agreed.outcome === 'served' ? first : agreed
}

describe('access', () => {
  test('tables decide as plain evaluation does', () => {
    fc.assert(
      fc.property(
        accessWorld,
        fc.array(accessRequest, { minLength: 8, maxLength: 8 }),
        (world, all) => {
          const { head } = both('', accessYaml(world))
          const workload = head.mesh.workloadsIn('shop').find(({ name }) => name === 'pay')
          if (workload === undefined) throw new Error('the world has no workload')
          for (const given of all) {
            const request = requestFrom(given)
            const action = decidedByTable(head, workload, request)
            if (typeof action === 'string') continue
            const outcome = settled(head, request)
            if (action.layer === 'token') expect(outcome.decidedBy?.filter).toBe('jwt_authn')
            else expect(KINDS[outcome.outcome] ?? outcome.outcome).toBe(action.kind)
          }
        }
      ),
      { numRuns: 120 * effort }
    )
  })

  test('every effect replays, and what no effect tells has not changed', () => {
    fc.assert(
      fc.property(
        accessWorld,
        accessWorld,
        fc.array(accessRequest, { minLength: 10, maxLength: 10 }),
        (one, other, all) => {
          const { base, head, changes } = both(accessYaml(one), accessYaml(other))
          const { effects, unknown } = securityEffects(base, head, changes)
          expect(unknown.filter(({ reason }) => reason === 'witness')).toEqual([])
          if (effects.some(({ kind }) => kind !== 'audit-changed') || unknown.length > 0) return
          for (const given of all) {
            const request = requestFrom(given)
            const passes = (plane: ReturnType<typeof dataplane>) =>
              settled(plane, request).outcome === 'served'
            expect(passes(head)).toBe(passes(base))
          }
        }
      ),
      { numRuns: 30 * effort }
    )
  })

  test('a world against itself is nothing, and the other way round mirrors', () => {
    fc.assert(
      fc.property(accessWorld, accessWorld, (one, other) => {
        const same = both(accessYaml(one), accessYaml(one))
        expect(securityEffects(same.base, same.head, same.changes).effects).toEqual([])
        const there = both(accessYaml(one), accessYaml(other))
        const back = both(accessYaml(other), accessYaml(one))
        const granted = (sides: typeof there, kind: string) =>
          securityEffects(sides.base, sides.head, sides.changes).effects.some(
            effect => effect.kind === kind
          )
        expect(granted(back, 'access-revoked')).toBe(granted(there, 'access-granted'))
      }),
      { numRuns: 10 * effort }
    )
  })
})
