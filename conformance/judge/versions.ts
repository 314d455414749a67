import { execFileSync } from 'node:child_process'

/** The modules that a judge links: path → version. */
export function programVersions(program: string): Readonly<Record<string, string>> {
  // Printed by `judge version`: a JSON map of texts.
  return JSON.parse(execFileSync(program, ['version'], { encoding: 'utf8' })) as Record<
    string,
    string
  >
}
