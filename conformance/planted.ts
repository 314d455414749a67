import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type PlantedResult, savePlanted } from './record/measured.ts'

/** An error of the kind that a compiler of routes gets wrong, put into a copy of the engine. */
interface Planted {
  readonly place: string
  readonly file: string
  readonly find: string
  readonly replace: string
}

const planted: readonly Planted[] = [
  {
    place: 'choice of the virtual host: any wildcard, not the longest',
    file: 'src/dataplane/virtual-host-choice.ts',
    find: '|| domain.length <= length) continue',
    replace: '|| best !== undefined) continue'
  },
  {
    place: 'truncation at a catch-all: none',
    file: 'src/dataplane/routes.ts',
    find: 'if (isCatchAll(made.match, environment.features)) return routes',
    replace: ''
  },
  {
    place: 'presence of a header: inversion forgotten',
    file: 'src/dataplane/concrete-match.ts',
    find: 'return (lines !== undefined) !== match.invert',
    replace: 'return lines !== undefined'
  },
  {
    place: 'rewrite of a prefix: double slashes merged',
    file: 'src/dataplane/path.ts',
    find: 'replacement + path.slice(matched.length)',
    replace: "(replacement + path.slice(matched.length)).replaceAll('//', '/')"
  },
  {
    place: 'weight of a single destination: zero is none',
    file: 'src/dataplane/route-action.ts',
    find: 'if (!only && weight === 0) continue',
    replace: 'if ((!only || route.weight !== undefined) && weight === 0) continue'
  }
]

const root = fileURLToPath(new URL('..', import.meta.url))

/** Plants one error after the other, replays the recorded answers and keeps the figures. Exit 1: one was not found. */
function main(): number {
  let missed = 0
  const results: PlantedResult[] = []
  const before = differencesWithout()
  for (const error of planted) {
    const started = Date.now()
    const lines = replayWith(error)
    const seconds = ((Date.now() - started) / 1000).toFixed(0)
    const last = lines.at(-1) ?? ''
    const found = Number(/^(\d+) different$/.exec(last)?.[1] ?? 0) - before
    if (found <= 0) missed += 1
    results.push({ place: error.place, differences: found })
    process.stdout.write(
      `${error.place}: ${found > 0 ? `found, ${found} differences` : `NOT FOUND: ${last}`} (${seconds} s)\n`
    )
  }
  savePlanted(results)
  return missed > 0 ? 1 : 0
}

/** What differs with nothing planted: an error has to add to it. */
function differencesWithout(): number {
  const nothing = { place: '', file: 'package.json', find: '{', replace: '{' }
  const last = replayWith(nothing).at(-1) ?? ''
  const found = /^(\d+) different$/.exec(last)?.[1]
  if (found === undefined) throw new Error(`the recorded answers cannot be replayed: ${last}`)
  return Number(found)
}

function replayWith({ file, find, replace }: Planted): readonly string[] {
  const copy = mkdtempSync(join(tmpdir(), 'planted-'))
  try {
    for (const folder of ['src', 'conformance']) {
      cpSync(join(root, folder), join(copy, folder), {
        recursive: true,
        filter: source => !/conformance\/(bin|cache|internal|cmd|versions)/.test(source)
      })
    }
    cpSync(join(root, 'package.json'), join(copy, 'package.json'))
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    const text = readFileSync(join(copy, file), 'utf8')
    if (!text.includes(find)) throw new Error(`${file} does not hold ${find}: plant another error`)
    writeFileSync(join(copy, file), text.replace(find, replace))
    const { stdout, stderr } = spawnSync(process.execPath, ['conformance/replay.ts'], {
      cwd: copy,
      encoding: 'utf8',
      timeout: 300_000
    })
    return `${stdout}${stderr}`.trim().split('\n')
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

process.exitCode = main()
