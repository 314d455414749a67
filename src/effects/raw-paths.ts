import { normalizePath } from '../dataplane/path.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { list, mapOrEmpty, text, texts } from '../mesh/json.ts'
import type { MeshConfig } from '../mesh/mesh-config.ts'

type Mode = MeshConfig['pathNormalization']

/** A way to write a path otherwise than it is matched. */
export interface PathForm {
  readonly name: string
  readonly of: (path: string) => string
}

const forms: readonly PathForm[] = [
  { name: 'with dot segments', of: path => `/x/..${path}` },
  { name: 'with doubled slashes', of: path => `/${path}` },
  { name: 'with escaped letters', of: escapedLetter },
  { name: 'with escaped slashes', of: path => `/x/..%2F${path.slice(1)}` }
]

/** Escapes the last letter or digit. */
function escapedLetter(path: string): string {
  return path.replace(/[A-Za-z0-9](?=[^A-Za-z0-9]*$)/, letter => {
    return `%${letter.charCodeAt(0).toString(16).toUpperCase()}`
  })
}

/** The ways to write a path that two normalisations read differently. */
export function formsApart(before: Mode, after: Mode): readonly PathForm[] {
  return forms.filter(({ of }) => {
    const raw = of('/a')
    return normalizePath(raw, before).path !== normalizePath(raw, after).path
  })
}

/** Paths that a policy names, with something in the place of what varies. */
export function policyPaths({ spec }: Manifest): readonly string[] {
  const named = list(spec.rules).flatMap(rule =>
    list(mapOrEmpty(rule).to).flatMap(to => {
      const { paths, notPaths } = mapOrEmpty(mapOrEmpty(to).operation)
      return [...texts(paths), ...texts(notPaths)]
    })
  )
  return named.flatMap(value => {
    const path = value.replace(/\{\*\*?\}/g, 'x').replace(/^\*|\*$/g, '')
    return path.startsWith('/') && path.length > 1 ? [path] : []
  })
}

/** Methods that a policy names. */
export function policyMethods({ spec }: Manifest): readonly string[] {
  return list(spec.rules).flatMap(rule =>
    list(mapOrEmpty(rule).to).flatMap(to => {
      const { methods } = mapOrEmpty(mapOrEmpty(to).operation)
      return texts(methods).filter(method => /^[A-Z]+$/.test(method))
    })
  )
}

/** Paths that the rules of a VirtualService name by themselves or by their beginning. */
export function routePaths({ spec }: Manifest): readonly string[] {
  return list(spec.http).flatMap(rule =>
    list(mapOrEmpty(rule).match).flatMap(match => {
      const { exact, prefix } = mapOrEmpty(mapOrEmpty(match).uri)
      const path = text(exact) ?? text(prefix) ?? ''
      return path.startsWith('/') && path.length > 1 ? [path] : []
    })
  )
}
