import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder that holds `schemas/` and `package.json`: one above this module, from sources, from build/ and from
 * dist/ alike. Never the working directory, and never `process.argv[1]`, which may be a link.
 */
export function productRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  // A name in a variable: a literal path beside import.meta.url would make the bundler copy the folder.
  const above = '..'
  return join(here, above)
}
