import { UserError } from '../errors.ts'
import type { SideFiles } from '../manifest/manifest.ts'
import { CONFIG_FILE, type Config } from './config.ts'
import { type ConfigSource, readConfig } from './read.ts'

export interface ConfigOfSides {
  readonly config: Config
  /** Sentences for the report: what head's file will change once it is merged. */
  readonly notes: readonly string[]
}

/**
 * The configuration of a comparison. It is read from base: a change must not loosen the gate that judges it.
 * @param named stands in for base's file where somebody named one on the command line
 * @throws UserError where base's file cannot be used
 */
export async function configOfSides(
  sides: { readonly base: SideFiles | null; readonly head: SideFiles },
  named: ConfigSource | null,
  schema: () => object
): Promise<ConfigOfSides> {
  if (named !== null) return { config: await readConfig(named), notes: [] }
  const base = sides.base === null ? null : configText(sides.base)
  const head = configText(sides.head)
  if (sides.base === null) return { config: await readConfig(source(head, schema)), notes: [] }
  const config = await readConfig(source(base, schema))
  if (head === base) return { config, notes: [] }
  return { config, notes: await preview(base, head, schema) }
}

function source(text: string | null, schema: () => object): ConfigSource | null {
  return text === null ? null : { file: CONFIG_FILE, text, schema: schema() }
}

/** What holds now, and whether head's file could be used. */
async function preview(
  base: string | null,
  head: string | null,
  schema: () => object
): Promise<string[]> {
  const now = base === null ? 'the defaults hold' : "base's holds"
  if (head === null) return [`This change removes ${CONFIG_FILE}; ${now} until it is merged.`]
  const verb = base === null ? 'adds' : 'edits'
  const notes = [`This change ${verb} ${CONFIG_FILE}; ${now} until it is merged.`]
  try {
    const { gates, waivers, meshes } = await readConfig({
      file: CONFIG_FILE,
      text: head,
      schema: schema()
    })
    const levels = Object.entries(gates).map(([gate, level]) => `${gate} ${level}`)
    notes.push(
      `Afterwards: ${levels.length === 0 ? 'gates at their defaults' : levels.join(', ')}; ${waivers.length} waivers; ${meshes.length} meshes configured.`
    )
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    notes.push(`Once merged it stops every run: ${error.message.replace(/\s+/g, ' ')}`)
  }
  return notes
}

function configText(side: SideFiles): string | null {
  const file = side.files.find(({ path }) => path === CONFIG_FILE)
  return file === undefined ? null : new TextDecoder().decode(file.bytes)
}
