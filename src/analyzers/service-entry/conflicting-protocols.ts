import { describeRef } from '../../finding.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import { list, mapOrEmpty, number, text, texts } from '../../mesh/json.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { put } from '../pods.ts'

export const conflictingProtocols = defineAnalyzer({
  id: 'service-entry/conflicting-protocols',
  severity: 'warning',
  summary: 'ServiceEntries give one host and port different protocols.',
  why: 'Clients that see both get the listener of one of them, by creation order; requests of the other protocol fail there.',
  fix: 'Agree on one protocol for the port, or narrow `exportTo` so that no namespace sees both.',
  message: 'Port {port} of "{host}" is {protocols} in {entries}.',
  sources: ['IST0177', 'KIA1212'],
  check({ mesh, report }) {
    const uses = new Map<string, Use[]>()
    for (const manifest of mesh.of('ServiceEntry')) {
      for (const scope of scopesOf(manifest))
        for (const use of usesOf(manifest, scope)) put(uses, use.key, use)
    }
    const reported = new Set<Manifest>()
    for (const own of uses.values()) {
      const [{ scope, host, port } = { scope: '*', host: '', port: 0 }] = own
      const seen = scope === '*' ? own : [...own, ...(uses.get(keyOf('*', host, port)) ?? [])]
      const protocols = [...new Set(seen.map(use => use.protocol))].sort()
      if (protocols.length < 2) continue
      const perProtocol = protocols.flatMap(name => seen.find(use => use.protocol === name) ?? [])
      const words = {
        port: String(port),
        host,
        protocols: protocols.map(name => (name === '' ? 'undeclared' : name)).join(' and '),
        entries: namesOf(seen)
      }
      for (const use of seen) {
        if (reported.has(use.manifest)) continue
        reported.add(use.manifest)
        report(use.manifest, ['spec', 'ports', use.index, 'protocol'], words, {
          related: perProtocol
            .filter(other => other.protocol !== use.protocol && other.manifest !== use.manifest)
            .map(other => ({
              at: { manifest: other.manifest, path: ['spec', 'ports', other.index] },
              note: `says ${other.protocol}`
            }))
        })
      }
    }
  }
})

function namesOf(uses: readonly Use[]): string {
  const names = [...new Set(uses.map(({ manifest }) => describeRef(manifest.ref)))].sort()
  const more = names.length - 5
  return more > 0 ? `${names.slice(0, 5).join(', ')} and ${more} more` : names.join(', ')
}

interface Use {
  readonly key: string
  readonly scope: string
  readonly host: string
  readonly port: number
  readonly protocol: string
  readonly manifest: Manifest
  readonly index: number
}

function keyOf(scope: string, host: string, port: number): string {
  return `${scope}/${host}/${port}`
}

function scopesOf({ spec, ref }: Manifest): Set<string> {
  const written = texts(spec.exportTo)
  if (written.length === 0 || written.includes('*')) return new Set(['*'])
  return new Set(written.map(entry => (entry === '.' ? ref.namespace : entry)))
}

function* usesOf(manifest: Manifest, scope: string): Generator<Use> {
  for (const host of texts(manifest.spec.hosts)) {
    for (const [index, entry] of list(manifest.spec.ports).entries()) {
      const fields = mapOrEmpty(entry)
      const port = number(fields.number) ?? 0
      const protocol = (text(fields.protocol) ?? '').toUpperCase()
      yield { key: keyOf(scope, host, port), scope, host, port, protocol, manifest, index }
    }
  }
}
