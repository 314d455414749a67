import type { Json, Manifest } from '../manifest/manifest.ts'
import { isMap, list, map, mapOrEmpty } from '../mesh/json.ts'
import type { Mesh } from '../mesh/mesh.ts'

/** What of an object a behaviour of some version asks for. */

export function dynamicEntries(mesh: Mesh): readonly Manifest[] {
  return mesh.of('ServiceEntry').filter(({ spec }) => spec.resolution === 'DYNAMIC_DNS')
}

/** A proxy that carries certificates of its own says so in its environment. */
export function namesClientCertificates(mesh: Mesh): boolean {
  return mesh.workloads.some(({ manifest }) =>
    JSON.stringify(manifest.spec).includes('TLS_CLIENT_')
  )
}

export function lacksTypeUrl({ spec }: Manifest): boolean {
  const lacks = (value: Json): boolean => {
    if (Array.isArray(value)) return value.some(lacks)
    if (!isMap(value)) return false
    return Object.entries(value).some(([key, member]) => {
      const isConfig = key === 'typed_config' || key === 'typedConfig'
      if (isConfig && isMap(member) && member['@type'] === undefined) return true
      return member !== undefined && lacks(member)
    })
  }
  return list(spec.configPatches).some(patch => lacks(map(patch)?.patch ?? null))
}

function headersOf({ spec }: Manifest): [string, Json][] {
  return list(spec.http).flatMap(rule =>
    list(map(rule)?.match).flatMap(match =>
      [map(match)?.headers, map(match)?.withoutHeaders].flatMap(one =>
        Object.entries(mapOrEmpty(one)).map(([name, value]): [string, Json] => [
          name,
          value ?? null
        ])
      )
    )
  )
}

export function headerNames(manifest: Manifest): string[] {
  return headersOf(manifest)
    .map(([name]) => name)
    .filter(name => name.startsWith('@request.auth.claims'))
}

export function headerValues(manifest: Manifest): Json[] {
  return headersOf(manifest).map(([, value]) => value)
}

export function isEmpty(value: Json): boolean {
  return isMap(value) && Object.keys(value).length === 0
}
