import type { AccessAction } from '../dataplane/lower/access.ts'

/**
 * What of the definition of a provider differs, said of one side; empty: nothing, or they are other providers. Settings
 * as a mesh configuration writes them. Source: api mesh/v1alpha1 EnvoyExternalAuthorizationGrpcProvider.
 */
export function providerDetails(own: AccessAction, other: AccessAction): string {
  if (own.kind !== 'ask' || other.kind !== 'ask') return ''
  if (own.providers.join() !== other.providers.join()) return ''
  const parts = own.asked.flatMap((text, place) => {
    const [mine, theirs] = [settingsOf(text), settingsOf(other.asked[place] ?? '')]
    const names = [...new Set([...mine.keys(), ...theirs.keys()])].sort(serviceFirst)
    return names.flatMap(name => {
      const value = mine.get(name)
      if (value === theirs.get(name)) return []
      return value === undefined ? `no ${name}` : `${name} ${value}`
    })
  })
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

function serviceFirst(a: string, b: string): number {
  const [left, right] = [Number(a !== 'service'), Number(b !== 'service')]
  return left - right || (a < b ? -1 : 1)
}

function settingsOf(text: string): Map<string, string> {
  if (text === '') return new Map()
  // Written by extensionProviders.
  const settings = JSON.parse(text) as Readonly<Record<string, unknown>>
  return new Map(
    Object.entries(settings).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value)
    ])
  )
}
