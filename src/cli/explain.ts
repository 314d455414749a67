import { readConfig } from '../config/read.ts'
import { configOfSides } from '../config/sides.ts'
import type { Request } from '../dataplane/request.ts'
import { UserError } from '../errors.ts'
import { readRequest, readRequestLine } from '../explain/request.ts'
import { type Explainer, explainer } from '../explain.ts'
import { directoryTree } from '../git/source-tree.ts'
import { jsonText } from '../report/escape.ts'
import { outcomeText } from '../report/outcome-text.ts'
import { paint } from '../report/paint.ts'
import { redact } from '../report/redact.ts'
import type { Command } from './command.ts'
import { configSchema, namedConfig, withNamespace } from './config-file.ts'
import { commonInput, commonOptions, knownMinor } from './flags.ts'
import type { Arguments, Options } from './options.ts'
import { wantsColor, writeText } from './output.ts'
import { renderedMeshes } from './rendering.ts'
import { answerLines, type Header } from './request-lines.ts'
import { readState } from './state.ts'

const { format: _, ...others } = commonOptions
const options: Options = {
  request: { type: 'string', short: 'r', value: "'GET URL'", help: 'the request' },
  from: {
    type: 'string',
    value: 'CALLER',
    help: 'NS/SERVICEACCOUNT, workload:NS/NAME, gateway:NS/NAME, outside'
  },
  header: {
    type: 'string',
    short: 'H',
    multiple: true,
    value: "'NAME: VALUE'",
    help: 'a header; may be repeated'
  },
  requests: {
    type: 'string',
    value: 'FILE',
    help: 'requests as JSON lines, answered as JSON lines'
  },
  mesh: { type: 'string', value: 'NAME', help: 'which mesh, where there are several' },
  format: {
    type: 'string',
    short: 'f',
    value: 'FORMAT',
    choices: ['text', 'json'],
    help: 'how the answer is written (default text)'
  },
  ...others
}

export const explain: Command = {
  name: 'explain',
  summary: 'what becomes of one request, and why',
  usage: 'PATH…',
  about: `Follows a request through the configuration: which listener, virtual host and route take it, with the line
that says so, and who answers. What is not analysed yet answers unknown with the reason.`,
  options,
  async run(args, world) {
    const side = readState('explain', args.positionals, world)
    const named = namedConfig(args, world)
    const { config } =
      named === null
        ? await configOfSides({ base: null, head: side }, null, () => configSchema(world))
        : { config: await readConfig(named) }
    const mesh = args.text('mesh')
    const common = commonInput(args)
    const trees = { base: null, head: directoryTree(world.cwd) }
    const rendered = await renderedMeshes(withNamespace(config, args), trees, args, world, null)
    const open = (head: Header): Explainer =>
      explainer({
        side,
        rendered,
        config: {
          ...withNamespace(config, args),
          meshConfig: head.meshConfig ?? config.meshConfig
        },
        features: { ...head.flags, ...common.features },
        ...(mesh !== undefined && { mesh }),
        ...versionOf(head, common.istio)
      })
    const file = args.text('requests')
    if (file !== undefined) {
      writeText(answerLines(file, world, open), args, world)
      return 0
    }
    const asked = open({})
    const outcome = redact(asked.explain(requestOf(args, asked)))
    const text =
      args.text('format') === 'json'
        ? `${jsonText(outcome)}\n`
        : outcomeText(outcome, asked, paint(wantsColor(args, world)))
    writeText(text, args, world)
    return 0
  }
}

/** The flag goes before the file. */
function versionOf(
  { istio }: Header,
  given: { readonly minor: string; readonly why: string } | undefined
): Pick<Parameters<typeof explainer>[0], 'istio'> {
  if (given !== undefined) return { istio: given }
  if (istio === undefined) return {}
  return {
    istio: { minor: knownMinor(istio, 'the request file names Istio'), why: 'the request file' }
  }
}

function requestOf(args: Arguments, { callers }: Explainer): Request {
  const line = args.text('request')
  if (line === undefined) {
    throw new UserError(
      '`meshproof explain` needs a request.',
      "Write --request 'GET http://host/path', or --requests FILE."
    )
  }
  const headers: Record<string, string[]> = Object.create(null)
  for (const header of args.list('header')) {
    const [, name, value] = /^([^:\s]+):\s*(.*)$/.exec(header) ?? []
    if (name === undefined || value === undefined) {
      throw new UserError(`--header "${header}" is no header.`, "Write it as 'NAME: VALUE'.")
    }
    headers[name] = [...(headers[name] ?? []), value]
  }
  const from = args.text('from')
  if (from === undefined) {
    throw new UserError(
      '`meshproof explain` needs to know who calls.',
      'Add --from NS/SERVICEACCOUNT, --from gateway:NS/NAME or --from outside.'
    )
  }
  return readRequest({ ...readRequestLine(line), from, headers }, '--request', callers)
}
