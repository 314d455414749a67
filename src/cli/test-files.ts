import { globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { UserError } from '../errors.ts'
import type { TestCase } from '../expectations/expectation.ts'
import { readTests } from '../expectations/read.ts'
import type { SideFiles } from '../manifest/manifest.ts'
import { systemCode } from './disk.ts'
import type { World } from './world.ts'

/** Test cases among what was named, and the state without their files. */
export interface TestFiles {
  readonly cases: readonly TestCase[]
  /** Files that hold test cases. */
  readonly files: number
  readonly state: SideFiles
}

/**
 * Test files that `--tests` names, and those among the manifests: every YAML file with `testCases`.
 * @throws UserError where a named file is none, or cannot be read
 */
export function testFiles(patterns: readonly string[], state: SideFiles, world: World): TestFiles {
  const cases: TestCase[] = []
  const taken = new Set<string>()
  for (const path of patterns.flatMap(pattern => filesOf(pattern, world))) {
    const full = resolve(world.cwd, path)
    if (taken.has(full)) continue
    const found = readTests(path, readText(full, path))
    if (found === null) {
      throw new UserError(
        `${path} holds no test cases.`,
        'A test file has a list named testCases; see docs/tests.md.'
      )
    }
    taken.add(full)
    cases.push(...found)
  }
  const files = state.files.filter(({ path, bytes }) => {
    const full = resolve(world.cwd, path)
    if (taken.has(full)) return false
    if (!/\.ya?ml$/i.test(path)) return true
    const found = readTests(path, Buffer.from(bytes).toString('utf8'))
    if (found === null) return true
    taken.add(full)
    cases.push(...found)
    return false
  })
  return { cases, files: taken.size, state: { ...state, files } }
}

/** A file, the YAML files of a folder, or those that a pattern names; in the order of their names. */
function filesOf(pattern: string, world: World): readonly string[] {
  const full = resolve(world.cwd, pattern)
  const kind = statSync(full, { throwIfNoEntry: false })
  if (kind?.isFile() === true) return [pattern]
  if (kind?.isDirectory() === true) {
    const names = readdirSync(full, { recursive: true, encoding: 'utf8' })
    const found = names
      .filter(name => /\.ya?ml$/i.test(name))
      .map(name => nameOf(resolve(full, name), world))
      .filter(path => readTests(path, readText(resolve(world.cwd, path), path)) !== null)
    return some(found.sort(), pattern)
  }
  const found = globSync(pattern, { cwd: world.cwd })
  return some(found.map(name => name.split(sep).join('/')).sort(), pattern)
}

function some(found: readonly string[], pattern: string): readonly string[] {
  if (found.length > 0) return found
  throw new UserError(
    `--tests ${pattern} names no test file.`,
    'Name a YAML file with a list named testCases, a folder of them, or a pattern.'
  )
}

function nameOf(full: string, { cwd }: World): string {
  const fromHere = relative(cwd, full)
  return fromHere.startsWith(`..${sep}`) ? full : fromHere.split(sep).join('/')
}

function readText(full: string, path: string): string {
  try {
    return readFileSync(full, 'utf8')
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    throw new UserError(`${path} cannot be read (${code}).`, 'Make it readable.', { cause: error })
  }
}
