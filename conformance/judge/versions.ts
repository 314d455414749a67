import { execFileSync } from 'node:child_process'

/** The modules that a judge links: path → version. */
export function programVersions(program: string): Readonly<Record<string, string>> {
  // Printed by `judge version`: a JSON map of texts.
  return JSON.parse(execFileSync(program, ['version'], { encoding: 'utf8' })) as Record<
    string,
    string
  >
}

/** The feature flags that the linked istiod reads. */
export function programFlags(program: string): readonly string[] {
  // Printed by `judge flags`: a list of {name, default, description}.
  const flags = JSON.parse(
    execFileSync(program, ['flags'], { encoding: 'utf8', maxBuffer: 1 << 24 })
  ) as { name: string }[]
  return flags.map(({ name }) => name)
}
