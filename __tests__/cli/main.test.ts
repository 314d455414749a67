import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/report/report.ts'
import type { ReviewInput } from '../../src/review/input.ts'
import { proven, typical } from '../support/reports.ts'
import { runCli, withFiles } from '../support/world.ts'

const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80}]}\n'
const two = { 'base/a.yaml': service, 'head/a.yaml': service }

/** The pipeline replaced: what it was handed, and a report of our choice. */
function reviewed(report: Report) {
  const inputs: ReviewInput[] = []
  const review = async (input: ReviewInput) => {
    inputs.push(input)
    return report
  }
  return { inputs, review }
}

describe('help', () => {
  test('lists the commands and what the exit codes mean', async () => {
    const { exit, stdout, stderr } = await runCli(['--help'])
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
    for (const word of ['check', 'diff', 'analyze', 'validate', 'Exit codes'])
      expect(stdout).toContain(word)
    expect(await runCli(['help'])).toEqual({ exit: 0, stdout, stderr: '' })
    expect((await runCli([])).exit).toBe(2)
  })

  test.each(['check', 'diff', 'analyze', 'validate'])('%s has its own', async name => {
    const { exit, stdout } = await runCli([name, '--help'])
    expect(exit).toBe(0)
    expect(stdout).toMatch(new RegExp(`^Usage: meshproof ${name} `))
    expect(stdout).toContain('--no-color')
    expect((await runCli(['help', name])).stdout).toBe(stdout)
    expect((await runCli([name, 'x', '-h'])).stdout).toBe(stdout)
  })

  test('prints the version', async () => {
    expect((await runCli(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe("the user's mistakes exit with 2, say what to do and print no stack", () => {
  test.each<[string, string[], string, string]>([
    [
      'an unknown command',
      ['dif'],
      'dif is not a command; did you mean diff?',
      'Known are check, diff'
    ],
    [
      'an unknown flag',
      ['diff', '--ouput', 'x'],
      '--ouput is not a flag of `meshproof diff`; did you mean --output?',
      '--help'
    ],
    ['a short flag', ['diff', '-q'], '-q is not a flag of `meshproof diff`', '--help'],
    [
      'a flag without its value',
      ['diff', '--output'],
      '--output needs a value: --output FILE.',
      '--help'
    ],
    ['a flag for a value', ['diff', '--output', '--no-color'], '--output needs a value', '--help'],
    ['a value for a switch', ['diff', '--no-color=yes'], '--no-color takes no value', '--help'],
    [
      'an unknown format',
      ['diff', '--format', 'jsn'],
      '--format jsn is not known; did you mean json?',
      'markdown'
    ],
    ['too few paths', ['diff', 'a'], 'compares two paths; 1 given', 'meshproof diff BASE HEAD'],
    [
      'too many paths',
      ['diff', 'a', 'b', 'c'],
      'compares two paths; 3 given',
      'meshproof diff BASE HEAD'
    ],
    [
      'a path that does not exist',
      ['diff', '/nowhere/a', 'b'],
      '/nowhere/a does not exist',
      'Name a directory'
    ],
    ['no path', ['analyze'], 'needs at least one path', 'meshproof analyze PATH'],
    ['a path where none is taken', ['check', 'x'], 'takes no path, but "x" was given', '--help'],
    [
      'a prototype name as a flag',
      ['diff', '--constructor'],
      '--constructor is not a flag',
      '--help'
    ],
    ['a prototype name as a command', ['toString'], 'toString is not a command', 'Known are']
  ])('%s', async (_, args, message, hint) => {
    const { exit, stdout, stderr } = await runCli(args)
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr).toContain(hint)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test.each<[string, string[], string]>([
    ['an Istio version that is not known', ['--istio', '2.0'], '--istio 2.0 is not a version'],
    ['a feature without a value', ['--feature', 'PILOT_X'], '--feature PILOT_X is not NAME=VALUE'],
    [
      'a namespace that cannot be',
      ['--namespace', 'Shop'],
      '--namespace Shop is not a Kubernetes namespace'
    ],
    ['a time that is none', ['--now', 'tomorrow'], '--now tomorrow is not a time'],
    [
      'a configuration that is not there',
      ['--config', 'nope.yaml'],
      '--config nope.yaml does not exist'
    ],
    [
      'a configuration that is wrong',
      ['--config', 'wrong.yaml'],
      'wrong.yaml:1:1: unknown key "gate"; did you mean "gates"?'
    ],
    [
      'an output that cannot be written',
      ['--output', 'no/such/folder/x'],
      '--output no/such/folder/x cannot be written (ENOENT)'
    ]
  ])('%s', async (_, flags, message) => {
    await withFiles({ ...two, 'wrong.yaml': 'gate: {}\n' }, async cwd => {
      const { review } = reviewed(proven)
      const { exit, stdout, stderr } = await runCli(['diff', 'base', 'head', ...flags], {
        cwd,
        review
      })
      expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' })
      expect(stderr).toContain(message)
      expect(stderr).not.toMatch(/^\s+at /m)
    })
  })

  test('two directories without a manifest', async () => {
    await withFiles({ 'a/readme.md': 'x', 'b/readme.md': 'y' }, async cwd => {
      const { exit, stderr } = await runCli(['diff', 'a', 'b'], { cwd })
      expect(exit).toBe(2)
      expect(stderr).toContain('Neither a nor b holds a manifest')
    })
  })

  test('escape sequences in names are shown, not sent to the terminal', async () => {
    const { stderr } = await runCli(['diff', '\u001b[31mred', 'b'])
    expect(stderr).toContain('\\x1b[31mred does not exist')
  })
})

describe('exit codes follow the verdict', () => {
  const outcomes = { pass: 0, warn: 0, approve: 1, block: 1, error: 3 } as const
  test.each(Object.entries(outcomes))('%s is %d', async (outcome, code) => {
    await withFiles(two, async cwd => {
      // Object.entries forgets that its keys are the outcomes.
      const verdict = { outcome: outcome as keyof typeof outcomes, reasons: [] }
      const { review } = reviewed({ ...typical, verdict })
      expect((await runCli(['diff', 'base', 'head'], { cwd, review })).exit).toBe(code)
    })
  })

  test('analyze and validate: an error is 1, a warning 0', async () => {
    await withFiles(two, async cwd => {
      const [warning] = typical.findings.introduced
      if (warning === undefined) throw new Error('no finding')
      for (const [severity, code] of [
        ['error', 1],
        ['warning', 0]
      ] as const) {
        const remaining = [{ ...warning, severity }]
        const report: Report = {
          ...proven,
          sides: { base: null, head: { name: 'base' } },
          findings: { introduced: [], resolved: [], remaining }
        }
        const { review } = reviewed(report)
        expect((await runCli(['analyze', 'base'], { cwd, review })).exit).toBe(code)
        expect((await runCli(['validate', 'base'], { cwd, review })).exit).toBe(code)
      }
    })
  })

  test('our defect is 3, with a stack and how to report it, and secrets stay out', async () => {
    await withFiles(two, async cwd => {
      const review = async () => {
        throw new TypeError('boom, password=hunter2')
      }
      const { exit, stdout, stderr } = await runCli(['diff', 'base', 'head'], { cwd, review })
      expect({ exit, stdout }).toEqual({ exit: 3, stdout: '' })
      expect(stderr).toMatch(/TypeError: boom, password=\[redacted\]\n\s+at /)
      expect(stderr).toContain('defect of Meshproof')
      expect(stderr).toContain('meshproof diff base head')
    })
  })
})

describe('what the pipeline is handed', () => {
  test('both sides by the names that were given, and the flags', async () => {
    await withFiles(two, async cwd => {
      const { inputs, review } = reviewed(proven)
      await runCli(
        [
          'diff',
          './base',
          'head',
          '--istio',
          '1.24.3',
          '-n',
          'shop',
          '--feature',
          'PILOT_A=true',
          '--feature',
          'PILOT_B=',
          '--now',
          '2027-03-31'
        ],
        { cwd, review }
      )
      expect(inputs).toHaveLength(1)
      expect(inputs[0]).toMatchObject({
        command: 'diff',
        base: { name: './base', files: [{ path: 'a.yaml', side: 'base' }] },
        head: { name: 'head', files: [{ path: 'a.yaml', side: 'head' }] },
        istio: { minor: '1.24', why: '--istio' },
        features: { PILOT_A: 'true', PILOT_B: '' },
        now: '2027-03-31T00:00:00Z',
        config: { defaultNamespace: 'shop', origins: { defaultNamespace: '--namespace' } }
      })
    })
  })

  test("the configuration of base, and a note about head's", async () => {
    const files = {
      ...two,
      'base/.github/meshproof.yaml': 'gates: {no-unknown: error}\n',
      'head/.github/meshproof.yaml': 'gates: {no-unknown: off, no-such-gate: off}\n'
    }
    await withFiles(files, async cwd => {
      const { inputs, review } = reviewed(proven)
      await runCli(['diff', 'base', 'head'], { cwd, review })
      expect(inputs[0]?.config.gates).toEqual({ 'no-unknown': 'error' })
      expect(inputs[0]?.notes).toEqual([
        "This change edits .github/meshproof.yaml; base's holds until it is merged.",
        expect.stringContaining('unknown key "no-such-gate"')
      ])
    })
  })

  test('several paths as one state, named from the working directory, each file once', async () => {
    const files = { 'a/x.yaml': service, 'a/b/y.yaml': service, 'c.yaml': service }
    await withFiles(files, async cwd => {
      const { inputs, review } = reviewed(proven)
      await runCli(['analyze', 'a', 'c.yaml', 'a/b'], { cwd, review })
      expect(inputs[0]?.base).toBeNull()
      expect(inputs[0]?.head.files.map(file => file.path)).toEqual([
        'a/b/y.yaml',
        'a/x.yaml',
        'c.yaml'
      ])
    })
  })
})

describe('output', () => {
  test('goes to a file where one is named, never coloured', async () => {
    await withFiles(two, async cwd => {
      const { review } = reviewed(typical)
      const shown = await runCli(['diff', 'base', 'head'], { cwd, review, terminal: true })
      expect(shown.stdout).toContain('\u001b[31m')
      for (const quiet of [['--no-color'], ['--output', '-', '--no-color']]) {
        const { stdout } = await runCli(['diff', 'base', 'head', ...quiet], {
          cwd,
          review,
          terminal: true
        })
        expect(stdout).not.toContain('\u001b')
      }
      const env = { PATH: process.env.PATH, NO_COLOR: '1' }
      const { stdout } = await runCli(['diff', 'base', 'head'], {
        cwd,
        review,
        terminal: true,
        env
      })
      expect(stdout).not.toContain('\u001b')
      const piped = await runCli(['diff', 'base', 'head', '-o', 'out.txt'], {
        cwd,
        review,
        terminal: true
      })
      expect(piped.stdout).toBe('')
      expect(await import('node:fs').then(fs => fs.readFileSync(`${cwd}/out.txt`, 'utf8'))).toBe(
        stdout
      )
    })
  })

  test('progress is told on a terminal after a second, and wiped', async () => {
    await withFiles(two, async cwd => {
      const review = async (input: ReviewInput) => {
        input.progress?.('comparing')
        return proven
      }
      const times = [0, 500, 1500, 1600]
      const clock = () => times.shift() ?? 2000
      const slow = await runCli(['diff', 'base', 'head'], { cwd, review, clock, terminal: true })
      expect(slow.stderr).toBe('\r\u001b[Kmeshproof: comparing …\r\u001b[K')
      const quick = await runCli(['diff', 'base', 'head'], {
        cwd,
        review,
        clock: () => 0,
        terminal: true
      })
      expect(quick.stderr).toBe('')
      const piped = await runCli(['diff', 'base', 'head'], {
        cwd,
        review,
        clock: () => 1e6 * Math.random()
      })
      expect(piped.stderr).toBe('')
    })
  })
})
