import { accessSync, constants, readFileSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { UserError } from '../errors.ts'
import type { RenderTool, ToolSettings } from '../manifest/rendered.ts'
import { rendererEnvironment } from './environment.ts'
import type { Limits } from './limits.ts'
import { runBounded } from './process.ts'
import type { Scratch } from './scratch.ts'
import { sha256Of } from './sha256.ts'
import { knownMajors, releases } from './tool-table.ts'

/** A renderer of this machine. */
export interface Tool {
  readonly path: string
  readonly version: string
}

export interface ToolSearch {
  readonly settings: ToolSettings
  readonly env: Readonly<Record<string, string | undefined>>
  /** The work tree: a repository must not bring its own renderer. */
  readonly directory: string
  readonly scratch: Scratch
  readonly limits: Limits
}

/**
 * The renderer that the configuration names, else the one on the PATH where its version is right, else the pinned one,
 * downloaded on a runner.
 * @throws UserError where there is none to be had, with what to do
 */
export async function findTool(name: RenderTool, search: ToolSearch): Promise<Tool> {
  const { settings } = search
  if (settings.path !== null) return named(name, settings.path, search)
  const rejected: string[] = []
  for (const path of onPath(name, search)) {
    const version = await versionOf(name, path, search)
    if (version !== null && isWanted(name, version, settings)) return { path, version }
    rejected.push(version ?? 'of no known version')
  }
  return downloaded(name, search, rejected)
}

async function named(name: RenderTool, path: string, search: ToolSearch): Promise<Tool> {
  const key = `tools.${name}`
  const bytes = contentOf(path, `${key}.path`)
  const { sha256 } = search.settings
  if (sha256 !== null && sha256Of(bytes) !== sha256) {
    throw new UserError(
      `${key}.path ${path} does not have the SHA-256 of ${key}.sha256, so it was not started.`,
      'Correct the checksum, or see who has changed the file.'
    )
  }
  const version = await versionOf(name, path, search)
  if (version !== null && isWanted(name, version, search.settings)) return { path, version }
  throw new UserError(
    `${key}.path ${path} is ${name} ${version ?? 'of no known version'}; wanted is ${wanted(name, search.settings)}.`,
    `Name another binary, or change ${key}.version.`
  )
}

function contentOf(path: string, key: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new UserError(
      `${key} ${path} cannot be read (${code}).`,
      'Give the absolute path of the binary.'
    )
  }
}

async function downloaded(
  name: RenderTool,
  search: ToolSearch,
  rejected: readonly string[]
): Promise<Tool> {
  const { settings, env, scratch } = search
  const release = releases[name]
  const version = settings.version ?? release.version
  const platform = platformName()
  const pinned = version === release.version ? release.sha256[platform] : undefined
  const sha256 = settings.sha256 ?? pinned
  const found =
    rejected.length === 0 ? 'was not found on the PATH' : `on the PATH is ${rejected.join(', ')}`
  if (sha256 === undefined) {
    throw new UserError(
      `${name} ${found}, and no SHA-256 of ${name} ${version} for ${platform} is known here, so it is not downloaded.`,
      `Install ${name} ${wanted(name, settings)}, or give tools.${name}.sha256 of the official archive in the configuration.`
    )
  }
  if (!env.RUNNER_TOOL_CACHE || !env.RUNNER_TEMP) {
    throw new UserError(
      `${name} ${found}; wanted is ${wanted(name, settings)}.`,
      `Install it, or give its place as tools.${name}.path in the configuration. On a runner of GitHub Actions it is downloaded.`
    )
  }
  const { downloadTool } = await import('./download.ts')
  const address = `${settings.mirror ?? release.origin}/${release.archive(version, platform)}`
  const binary = release.binary(platform)
  return { path: await downloadTool({ name, version, address, sha256, binary, scratch }), version }
}

function* onPath(name: RenderTool, { env, directory }: ToolSearch): Generator<string> {
  const file = process.platform === 'win32' ? `${name}.exe` : name
  for (const folder of (env.PATH ?? env.Path ?? '').split(delimiter)) {
    if (!isAbsolute(folder) || `${folder}/`.startsWith(`${directory}/`)) continue
    const path = join(folder, file)
    try {
      accessSync(path, constants.X_OK)
      yield path
    } catch {
      // Not here: the next entry of the PATH.
    }
  }
}

async function versionOf(
  name: RenderTool,
  path: string,
  { scratch, limits }: ToolSearch
): Promise<string | null> {
  const args = name === 'helm' ? ['version', '--template', '{{.Version}}'] : ['version']
  const env = rendererEnvironment(scratch.home, limits)
  const ended = await runBounded(path, args, { cwd: scratch.home, env, limits }).catch(() => null)
  return /v?(\d+\.\d+(?:\.\d+)?)/.exec(ended?.stdout.toString('utf8') ?? '')?.[1] ?? null
}

function isWanted(name: RenderTool, version: string, { version: exact }: ToolSettings): boolean {
  if (exact !== null) return version === exact
  return knownMajors[name].includes(Number(version.split('.')[0]))
}

function wanted(name: RenderTool, { version }: ToolSettings): string {
  return version ?? knownMajors[name].map(major => `${major}.x`).join(' or ')
}

function platformName(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const arch = process.arch === 'x64' ? 'amd64' : process.arch
  return `${os}-${arch}`
}
