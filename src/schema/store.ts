import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import type { SchemaSource } from './schemas.ts'
import type { Project, SchemaTable } from './table.ts'

/**
 * The tables in `<root>/schemas`, each read when it is first asked for.
 * Throws UserError for a version that is not there.
 */
export function openSchemaStore(root: string): SchemaSource {
  const tables = new Map<string, SchemaTable>()
  const minors = new Map<Project, readonly string[]>()

  function list(project: Project): readonly string[] {
    const known = minors.get(project) ?? listMinors(root, project)
    minors.set(project, known)
    return known
  }

  function load(project: Project, minor: string): SchemaTable {
    const key = `${project}/${minor}`
    let table = tables.get(key)
    if (table === undefined) {
      table = readTable(root, project, minor, list(project))
      tables.set(key, table)
    }
    return table
  }

  return {
    minors: () => list('istio'),
    gatewayApiMinors: () => list('gateway-api'),
    load: minor => load('istio', minor),
    gatewayApi: minor => load('gateway-api', minor)
  }
}

function readTable(
  root: string,
  project: Project,
  minor: string,
  minors: readonly string[]
): SchemaTable {
  // Only names that the folder lists become part of a path.
  if (!minors.includes(minor)) {
    const name = project === 'istio' ? 'Istio' : 'Gateway API'
    throw new UserError(
      `There is no schema for ${name} ${minor}.`,
      `Known versions are ${minors.join(', ')}: name one of them by its minor, such as ${minors.at(-1)}.`
    )
  }
  const text = readFileSync(join(root, 'schemas', project, `${minor}.json`), 'utf8')
  // The file is ours and scripts/schemas.ts wrote it; the format says which shape it has.
  const table = JSON.parse(text) as SchemaTable
  if (table.format !== 'meshproof/schemas/v1') {
    throw new Error(`schemas/${project}/${minor}.json has format ${table.format}`)
  }
  return table
}

function listMinors(root: string, project: Project): string[] {
  return readdirSync(join(root, 'schemas', project))
    .filter(name => /^\d+\.\d+\.json$/.test(name))
    .map(name => name.slice(0, -'.json'.length))
    .sort(byNumber)
}

function byNumber(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number)
  const [majorB = 0, minorB = 0] = b.split('.').map(Number)
  return majorA - majorB || minorA - minorB
}
