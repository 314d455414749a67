import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import { type Ask, field, type Repository } from '../publish/github.ts'
import type { Report } from '../report/report.ts'
import { productRoot } from '../root.ts'
import { unzip } from './zip.ts'

const ARCHIVE_LIMIT = 20 * 1024 * 1024
const REPORT_LIMIT = 50 * 1024 * 1024

/**
 * The report that another run left as an artifact. That run may have executed anything: what it wrote is data,
 * bounded in size and held against the report's schema, and only the report's own renderers turn it into text.
 * @throws UserError when there is none, or it is not a report
 */
export async function readArtifact(
  ask: Ask,
  repository: Repository,
  run: string,
  name: string
): Promise<Report> {
  const place = { owner: repository.owner, repo: repository.name }
  const listed = await ask('GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', {
    ...place,
    run_id: run,
    name,
    per_page: 1
  })
  const artifacts = field(listed, 'artifacts')
  const artifact: unknown = Array.isArray(artifacts) ? artifacts[0] : undefined
  const size = Number(field(artifact, 'size_in_bytes'))
  if (artifact === undefined || field(artifact, 'name') !== name) {
    throw new UserError(
      `Run ${run} left no artifact ${name}.`,
      'Let the reviewing job upload its report: actions/upload-artifact with the output "report-file", also when the review fails ("if: always()").'
    )
  }
  if (!(size <= ARCHIVE_LIMIT)) {
    throw new UserError(
      `The artifact ${name} has ${size} bytes; at most ${ARCHIVE_LIMIT} are read.`,
      'Upload the report alone.'
    )
  }
  const archive = await ask('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/zip', {
    ...place,
    artifact_id: Number(field(artifact, 'id'))
  })
  const bytes = archive instanceof ArrayBuffer ? Buffer.from(archive) : Buffer.alloc(0)
  if (bytes.length > ARCHIVE_LIMIT) {
    throw new UserError(`The artifact ${name} is larger than it says.`, 'Upload the report alone.')
  }
  return readReport(unzip(bytes, 'report.json', REPORT_LIMIT))
}

/** @throws UserError when the text is no report of a version that this one renders */
export async function readReport(bytes: Buffer): Promise<Report> {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    throw notReport('it is not JSON', error)
  }
  // CommonJS: the bundler gives it as the default export alone, without the names that Node finds.
  const { Ajv2020 } = (await import('ajv/dist/2020.js')).default
  const path = join(productRoot(), 'schemas', 'report.schema.json')
  const validate = new Ajv2020({ allErrors: false, strict: false }).compile<Report>(
    JSON.parse(readFileSync(path, 'utf8'))
  )
  if (validate(value)) return value
  const [first] = validate.errors ?? []
  throw notReport(`${first?.instancePath || 'the document'} ${first?.message ?? 'is not valid'}`)
}

function notReport(why: string, cause?: unknown): UserError {
  return new UserError(
    `The artifact does not hold a report: ${why}.`,
    'Let both workflows use the same version of Meshproof.',
    { cause }
  )
}
