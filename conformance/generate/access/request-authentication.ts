import { type Cast, rootNamespace } from '../cast.ts'
import { drawObject } from '../metadata.ts'
import type { Random } from '../random.ts'
import type { Fields, Json, KubernetesObject } from '../world.ts'
import { issuers, judgeKeys, noKeys } from './literals.ts'
import { drawSelector, securityObject } from './peer-authentication.ts'

/** RequestAuthentications with several providers, of whom some share an issuer or a location. */
export function drawRequestAuthentications(
  random: Random,
  cast: Cast,
  gateways: boolean
): readonly KubernetesObject[] {
  const count = random.weighted([
    [35, 0],
    [45, 1],
    [20, 2]
  ])
  return random.times(count, index => {
    const namespace = random.chance(gateways ? 0.7 : 0.25)
      ? rootNamespace
      : random.pick(cast.namespaces)
    const selector = random.weighted<() => Fields>([
      [60, () => ({})],
      [gateways ? 30 : 0, () => ({ selector: { matchLabels: { istio: 'ingressgateway' } } })],
      [30, () => ({ selector: { matchLabels: drawSelector(random, cast) } })]
    ])()
    return securityObject(
      drawObject(random, cast, 'RequestAuthentication', namespace, `request${index}`, {
        ...selector,
        jwtRules: random.times(random.between(1, 3), () => drawJwtRule(random))
      })
    )
  })
}

function drawJwtRule(random: Random): Fields {
  const out: Record<string, Json> = {
    issuer: random.pick(issuers),
    jwks: random.chance(0.97) ? judgeKeys : noKeys
  }
  if (random.chance(0.3)) out.audiences = random.some(['web', 'https://api.example', 'other'], 1, 2)
  if (random.chance(0.25)) {
    out.fromHeaders = random.some<Fields>(
      [
        { name: 'x-token', prefix: 'JWT ' },
        { name: 'X-Jwt' },
        { name: 'Authorization', prefix: 'Bearer ' }
      ],
      1,
      2
    )
  }
  if (random.chance(0.15)) out.fromParams = ['token']
  if (random.chance(0.15)) out.fromCookies = ['session']
  if (random.chance(0.35)) out.forwardOriginalToken = random.chance(0.8)
  if (random.chance(0.12)) out.outputPayloadToHeader = 'x-payload'
  if (random.chance(0.25)) {
    out.outputClaimToHeaders = random.some<Fields>(
      [
        { header: 'x-sub', claim: 'sub' },
        { header: 'x-role', claim: 'groups' },
        { header: 'x-realm', claim: 'realm.name' }
      ],
      1,
      2
    )
  }
  if (random.chance(0.1)) out.spaceDelimitedClaims = ['groups']
  return out
}
