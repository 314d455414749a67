import { readConfig } from '../config/read.ts'
import { configOfSides } from '../config/sides.ts'
import { dataplane } from '../dataplane/dataplane.ts'
import { answeringDelegates } from '../dataplane/delegation.ts'
import { UserError } from '../errors.ts'
import { runCase, type Tested } from '../expectations/run.ts'
import { readCaller } from '../explain/callers.ts'
import { type Explainer, explainer } from '../explain.ts'
import { directoryTree } from '../git/source-tree.ts'
import { paint } from '../report/paint.ts'
import type { Command } from './command.ts'
import { configSchema, namedConfig, withNamespace } from './config-file.ts'
import { commonInput, commonOptions } from './flags.ts'
import type { Options } from './options.ts'
import { wantsColor, writeText } from './output.ts'
import { renderedMeshes } from './rendering.ts'
import { readState } from './state.ts'
import { testFiles } from './test-files.ts'
import { testJunit } from './test-junit.ts'
import { type TestReport, testJson } from './test-report.ts'
import { testText } from './test-text.ts'
import { productVersion } from './version.ts'

const { format: _, now: __, ...others } = commonOptions
const options: Options = {
  tests: {
    type: 'string',
    short: 't',
    multiple: true,
    value: 'FILE',
    help: 'a test file, a folder of them or a pattern; may be repeated (default: those among PATH)'
  },
  mesh: { type: 'string', value: 'NAME', help: 'which mesh, where there are several' },
  format: {
    type: 'string',
    short: 'f',
    value: 'FORMAT',
    choices: ['text', 'json', 'junit'],
    help: 'how the results are written (default text)'
  },
  ...others
}

export const test: Command = {
  name: 'test',
  summary: 'whether requests meet what test files expect of them',
  usage: 'PATH…',
  about: `Asks the requests of test files and compares what becomes of them with what the files expect. Files of
istio-config-validator are read as they are; docs/tests.md shows what can be said beyond them. PATH names manifests
and test files, in any order; where it names tests alone, the manifests are those of the working directory.
Exit 1 where an expectation is not met, or where nobody can tell.`,
  options,
  async run(args, world) {
    const named = args.list('tests')
    const paths = args.positionals.length === 0 && named.length > 0 ? ['.'] : args.positionals
    let read = testFiles(named, readState('test', paths, world), world)
    if (read.state.files.length === 0) {
      const here = testFiles([], readState('test', ['.'], world), world)
      read = { ...read, state: here.state }
    }
    const { cases, files, state } = read
    if (cases.length === 0) {
      throw new UserError(
        `${paths.join(', ')} holds no test cases.`,
        'Name a test file with --tests; docs/tests.md shows what it holds.'
      )
    }
    const source = namedConfig(args, world)
    const { config } =
      source === null
        ? await configOfSides({ base: null, head: state }, null, () => configSchema(world))
        : { config: await readConfig(source) }
    const chosen = withNamespace(config, args)
    const trees = { base: null, head: directoryTree(world.cwd) }
    const rendered = await renderedMeshes(chosen, trees, args, world, null)
    const mesh = args.text('mesh')
    const { features, istio } = commonInput(args)
    const asked = explainer({
      side: state,
      rendered,
      config: chosen,
      features: features ?? {},
      assumeGateways: true,
      ...(mesh !== undefined && { mesh }),
      ...(istio !== undefined && { istio })
    })
    const tested = testedBy(asked)
    const report: TestReport = {
      version: productVersion(world),
      mesh: asked.mesh,
      istio: asked.istio,
      files,
      cases: cases.map(one => runCase(one, tested))
    }
    const format = args.text('format') ?? 'text'
    writeText(
      format === 'json'
        ? testJson(report)
        : format === 'junit'
          ? testJunit(report)
          : testText(report, paint(wantsColor(args, world))),
      args,
      world
    )
    const fails = report.cases.some(({ status }) => status === 'failed' || status === 'unknown')
    return fails ? 1 : 0
  }
}

function testedBy({ plane, callers }: Explainer): Tested {
  let delegating: Tested['plane'] | undefined
  return {
    plane,
    delegating: () => {
      delegating ??= dataplane(answeringDelegates(plane.mesh))
      return delegating
    },
    caller: (text, where) => readCaller(text, where, callers)
  }
}
