import { type Cast, rootNamespace } from '../cast.ts'
import { drawObject } from '../metadata.ts'
import type { Random } from '../random.ts'
import type { Fields, Json, KubernetesObject } from '../world.ts'
import {
  drawAccount,
  drawBlock,
  drawHost,
  drawMethod,
  drawNamespace,
  drawPath,
  drawPrincipal,
  drawRequestPrincipal,
  drawTrustDomain,
  drawWhen
} from './condition.ts'
import type { Literals } from './literals.ts'
import { drawSelector, securityObject } from './peer-authentication.ts'

export interface PolicyOptions {
  readonly literals: Literals
  /** Pods of gateways are selected too. */
  readonly gateways: boolean
  /** The webhook is not asked: values that istiod drops. */
  readonly unchecked: boolean
}

/** AuthorizationPolicies of every action on every level. */
export function drawAuthorizationPolicies(
  random: Random,
  cast: Cast,
  options: PolicyOptions
): readonly KubernetesObject[] {
  return random.times(random.between(1, 6), index => {
    const namespace = random.chance(options.gateways ? 0.6 : 0.2)
      ? rootNamespace
      : random.pick(cast.namespaces)
    const action = drawAction(random, options.literals)
    const object = drawObject(random, cast, 'AuthorizationPolicy', namespace, `policy${index}`, {
      ...drawTarget(random, cast, options),
      ...action,
      ...drawRules(random, options, action.action === 'CUSTOM')
    })
    const dry = drawDryRun(random)
    return securityObject(
      dry === null
        ? object
        : {
            ...object,
            metadata: { ...object.metadata, annotations: { 'istio.io/dry-run': dry } }
          }
    )
  })
}

function drawDryRun(random: Random): string | null {
  if (!random.chance(0.12)) return null
  return random.weighted([
    [70, 'true'],
    [15, 'false'],
    [8, 'TRUE'],
    [7, '1']
  ])
}

function drawAction(random: Random, { providers }: Literals): Readonly<Record<string, Json>> {
  return random.weighted<() => Readonly<Record<string, Json>>>([
    [22, () => ({})],
    [28, () => ({ action: 'ALLOW' })],
    [28, () => ({ action: 'DENY' })],
    [7, () => ({ action: 'AUDIT' })],
    [
      providers.length > 0 ? 15 : 0,
      () => ({
        action: 'CUSTOM',
        provider: { name: random.chance(0.95) ? random.pick(providers) : 'nobody' }
      })
    ]
  ])()
}

function drawTarget(random: Random, cast: Cast, { gateways }: PolicyOptions): Fields {
  return random.weighted<() => Fields>([
    [35, () => ({})],
    [gateways ? 40 : 4, () => ({ selector: { matchLabels: { istio: 'ingressgateway' } } })],
    [55, () => ({ selector: { matchLabels: drawSelector(random, cast) } })],
    [
      4,
      () => ({
        targetRefs: [
          random.pick<Fields>([
            { kind: 'Service', group: '', name: random.pick(cast.services).name },
            { kind: 'Gateway', group: 'gateway.networking.k8s.io', name: 'gw0' }
          ])
        ]
      })
    ]
  ])()
}

function drawRules(random: Random, options: PolicyOptions, custom: boolean): Fields {
  const count = random.weighted([
    [8, 0],
    [50, 1],
    [30, 2],
    [12, 3]
  ])
  if (count === 0 && !custom) return {}
  return { rules: random.times(Math.max(1, count), () => drawRule(random, options)) }
}

function drawRule(random: Random, options: PolicyOptions): Fields {
  if (random.chance(0.07)) return {}
  const { literals, unchecked } = options
  const some = (most: number): number => random.between(0, most)
  const from = random.times(some(2), () => ({ source: drawSource(random, options) }))
  const to = random.times(some(2), () => ({ operation: drawOperation(random, options) }))
  const when = random.times(some(2), () => drawWhen(random, literals, unchecked))
  return {
    ...(from.length === 0 ? {} : { from }),
    ...(to.length === 0 ? {} : { to }),
    ...(when.length === 0 ? {} : { when })
  }
}

function drawSource(random: Random, { literals, unchecked }: PolicyOptions): Fields {
  const badBlock = (): string =>
    unchecked && random.chance(0.3)
      ? random.pick(['10.9.0.0/33', 'nowhere', '10.9.1', '10.9.01.5', '::g'])
      : drawBlock(random, literals)
  const fields: readonly (readonly [string, () => string])[] = [
    ['principals', () => drawPrincipal(random, literals)],
    ['namespaces', () => drawNamespace(random, literals)],
    ['serviceAccounts', () => drawAccount(random, literals)],
    ['trustDomains', () => drawTrustDomain(random, literals)],
    ['requestPrincipals', () => drawRequestPrincipal(random)],
    ['ipBlocks', badBlock],
    ['remoteIpBlocks', badBlock]
  ]
  const chosen = random.some(fields, 1, 2)
  // The webhook refuses accounts beside principals or namespaces.
  const mixed =
    chosen.some(([name]) => name === 'serviceAccounts') &&
    chosen.some(([name]) => name === 'principals' || name === 'namespaces')
  return drawFields(random, mixed ? chosen.slice(0, 1) : chosen)
}

function drawOperation(random: Random, { literals, unchecked }: PolicyOptions): Fields {
  const fields: readonly (readonly [string, () => string])[] = [
    ['paths', () => drawPath(random, literals)],
    ['methods', () => drawMethod(random, literals)],
    ['hosts', () => drawHost(random, literals)],
    [
      'ports',
      () =>
        unchecked && random.chance(0.2)
          ? random.pick(['http', '70000', '-1'])
          : random.pick(literals.ports)
    ]
  ]
  return drawFields(random, random.some(fields, 1, 2))
}

/** Values, or their negation, or both. */
function drawFields(random: Random, fields: readonly (readonly [string, () => string])[]): Fields {
  const out: Record<string, Json> = {}
  for (const [name, draw] of fields) {
    const not = `not${name.charAt(0).toUpperCase()}${name.slice(1)}`
    const values = (): string[] => [...new Set(random.times(random.between(1, 2), draw))]
    const kind = random.weighted([
      [72, 'is'],
      [20, 'not'],
      [8, 'both']
    ])
    if (kind !== 'not') out[name] = values()
    if (kind !== 'is') out[not] = values()
  }
  return out
}
