import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Config } from '../config/config.ts'
import type { ConfigSource } from '../config/read.ts'
import { UserError } from '../errors.ts'
import { systemCode } from './disk.ts'
import type { Arguments } from './options.ts'
import type { World } from './world.ts'

/** The schema of the configuration file; read only where there is such a file. */
export function configSchema(world: World): object {
  // Our own file, proven to be a schema by the tests.
  return JSON.parse(
    readFileSync(join(world.root, 'schemas', 'config.schema.json'), 'utf8')
  ) as object
}

/** The file that `--config` names. */
export function namedConfig(args: Arguments, world: World): ConfigSource | null {
  const file = args.text('config')
  if (file === undefined) return null
  try {
    return {
      file,
      text: readFileSync(resolve(world.cwd, file), 'utf8'),
      schema: configSchema(world)
    }
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`
    throw new UserError(
      `--config ${file} ${why}.`,
      'Name a YAML file; see docs/configuration.md.',
      {
        cause: error
      }
    )
  }
}

/** `--namespace` is stronger than the file. */
export function withNamespace(config: Config, args: Arguments): Config {
  const namespace = args.text('namespace')
  if (namespace === undefined) return config
  if (!/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(namespace)) {
    throw new UserError(
      `--namespace ${namespace} is not a Kubernetes namespace name.`,
      'Use lower-case letters, digits and hyphens, at most 63.'
    )
  }
  return {
    ...config,
    defaultNamespace: namespace,
    origins: { ...config.origins, defaultNamespace: '--namespace' }
  }
}
