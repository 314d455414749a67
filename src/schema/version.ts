import type { FindingDraft } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { describeMinors, historyOf } from './history.ts'
import { nearest } from './nearest.ts'
import { isGatewayApi, type KindSchemas, type Schemas } from './schemas.ts'
import type { VersionTable } from './table.ts'

/** A kind that the version in use does not have. */
export function unknownKind(manifest: Manifest, schemas: Schemas): FindingDraft {
  const { group, kind } = manifest.ref
  const minors = historyOf(schemas, group).minorsWithKind(kind)
  const similar = nearest(kind, schemas.kindNames(group))
  const hint =
    minors.length > 0
      ? ` It exists ${describeMinors(minors, allMinors(schemas, group))}.`
      : similar === undefined
        ? ''
        : ` Did you mean ${similar}?`
  return {
    ...draft('schema/unknown-kind', manifest, schemas, ['kind']),
    message: `${product(schemas, group)} has no kind ${kind} in group ${group}, so the API server refuses the object.${hint}`,
    params: { group, kind }
  }
}

/** What the version of a known kind has to say for itself. */
export function versionFindings(
  manifest: Manifest,
  kind: KindSchemas,
  schemas: Schemas
): FindingDraft[] {
  if (!kind.serves(manifest.version)) return [unknownVersion(manifest, kind, schemas)]
  const findings: FindingDraft[] = []
  if (kind.facts.channel !== undefined && kind.facts.channel !== schemas.channel) {
    findings.push(experimentalKind(manifest, schemas))
  }
  if (kind.version(manifest.version)?.deprecated) {
    findings.push(deprecatedVersion(manifest, kind, schemas))
  }
  return findings
}

/** A version that is not served, or not any more. */
function unknownVersion(manifest: Manifest, kind: KindSchemas, schemas: Schemas): FindingDraft {
  const { group } = manifest.ref
  const { version } = manifest
  const minors = historyOf(schemas, group).minorsWithKind(manifest.ref.kind, version)
  const served = kind.facts.versions
    .filter(entry => entry.served !== false)
    .map(entry => entry.name)
  const since =
    minors.length > 0 ? ` It is served ${describeMinors(minors, allMinors(schemas, group))}.` : ''
  return {
    ...draft('schema/unknown-version', manifest, schemas, ['apiVersion']),
    message:
      `${product(schemas, group)} does not serve ${manifest.ref.kind} as ${manifest.apiVersion}, so the API server refuses the object.${since} ` +
      `Use ${served.map(name => `${group}/${name}`).join(' or ')}.`,
    params: { apiVersion: manifest.apiVersion }
  }
}

function deprecatedVersion(manifest: Manifest, kind: KindSchemas, schemas: Schemas): FindingDraft {
  const { group } = manifest.ref
  const better = kind.facts.versions.filter(
    entry => entry.served !== false && entry.deprecated !== true
  )
  return {
    ...draft('schema/deprecated-version', manifest, schemas, ['apiVersion']),
    severity: 'warning',
    message:
      `${product(schemas, group)} marks ${manifest.apiVersion} of ${manifest.ref.kind} as deprecated; a later version no longer serves it.` +
      (better.length > 0
        ? ` Use ${better.map(entry => `${group}/${entry.name}`).join(' or ')}.`
        : ''),
    params: { apiVersion: manifest.apiVersion }
  }
}

/** Gateway API: what only the experimental channel installs. */
function experimentalKind(manifest: Manifest, schemas: Schemas): FindingDraft {
  const { group, kind } = manifest.ref
  return {
    ...draft('schema/experimental-kind', manifest, schemas, ['kind']),
    severity: 'info',
    certainty: 'assumed',
    message: `Only the experimental channel of ${product(schemas, group)} serves ${kind} as ${manifest.apiVersion}. A cluster with the standard channel refuses it.`,
    params: { kind, apiVersion: manifest.apiVersion }
  }
}

/** The version to read a manifest by where its own is not served: every version of Istio's kinds has one schema. */
export function fallbackVersion(kind: KindSchemas): VersionTable | undefined {
  return kind.table.project === 'istio' ? kind.storage : undefined
}

function draft(
  id: string,
  manifest: Manifest,
  schemas: Schemas,
  path: readonly string[]
): Omit<FindingDraft, 'message' | 'params'> {
  const assumed = isGatewayApi(manifest.ref.group) && schemas.gatewayApiAssumed
  return {
    id,
    sources: [],
    severity: 'error',
    certainty: assumed ? 'assumed' : 'certain',
    subject: manifest.ref,
    at: { manifest, path, part: 'value' },
    related: []
  }
}

function product(schemas: Schemas, group: string): string {
  return isGatewayApi(group) ? `Gateway API ${schemas.gatewayApi}` : `Istio ${schemas.istio}`
}

function allMinors({ source }: Schemas, group: string): readonly string[] {
  return isGatewayApi(group) ? source.gatewayApiMinors() : source.minors()
}
