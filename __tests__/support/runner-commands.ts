/**
 * What actions/runner recognises in a line of a step's output: its own reading of `ActionCommand.cs` and
 * `ActionCommandManager.cs`, written anew. A line that gives a command here would act on a real job.
 */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

export const registeredCommands: ReadonlySet<string> = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'internal-set-repo-path',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning'
])

/** Commands of a whole output; `stop-commands` holds until its token comes back. */
export function readCommands(output: string): Command[] {
  const commands: Command[] = []
  let stopped: string | null = null
  for (const line of output.split(/\r\n|\n|\r/)) {
    if (stopped !== null) {
      if (line.trim() === `::${stopped}::`) stopped = null
      continue
    }
    const command = readCommand(line)
    if (command === null) continue
    commands.push(command)
    if (command.name === 'stop-commands') stopped = command.data
  }
  return commands
}

export function readCommand(line: string): Command | null {
  return readNewForm(line) ?? readOldForm(line)
}

/** `::name key=value,key=value::data` after any white space. */
function readNewForm(line: string): Command | null {
  const message = line.trimStart()
  if (!message.startsWith('::')) return null
  const end = message.indexOf('::', 2)
  if (end < 0) return null
  const head = message.slice(2, end)
  const space = head.indexOf(' ')
  const name = (space < 0 ? head : head.slice(0, space)).toLowerCase()
  if (!registeredCommands.has(name)) return null
  const properties: Record<string, string> = {}
  for (const pair of space < 0
    ? []
    : head
        .slice(space + 1)
        .trim()
        .split(',')) {
    const [key = '', ...rest] = pair.split('=')
    if (rest.length > 0) properties[key] = unescaped(rest.join('='), true)
  }
  return { name, properties, data: unescaped(message.slice(end + 2), false) }
}

/** `##[name key=value;]data` anywhere in the line. */
function readOldForm(line: string): Command | null {
  const start = line.indexOf('##[')
  const end = start < 0 ? -1 : line.indexOf(']', start)
  if (end < 0) return null
  const head = line.slice(start + 3, end)
  const space = head.indexOf(' ')
  const name = (space < 0 ? head : head.slice(0, space)).toLowerCase()
  if (!registeredCommands.has(name)) return null
  const properties: Record<string, string> = {}
  for (const pair of space < 0 ? [] : head.slice(space + 1).split(';')) {
    const [key = '', ...rest] = pair.split('=')
    if (rest.length > 0) properties[key] = rest.join('=')
  }
  return { name, properties, data: line.slice(end + 1) }
}

function unescaped(text: string, property: boolean): string {
  const plain = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n')
  const inner = property ? plain.replaceAll('%3A', ':').replaceAll('%2C', ',') : plain
  return inner.replaceAll('%25', '%')
}

/** Matchers that common setup actions leave behind, by the shape of the lines that they take. */
export const commonMatchers: Readonly<Record<string, RegExp>> = {
  tsc: /^(?:\s+\d+>)?([^\s].*)\((\d+),(\d+)\)\s*:\s+(error|warning|info)\s+(\w{1,2}\d+)\s*:\s*(.*)$/,
  'eslint-compact': /^(.+):\sline\s(\d+),\scol\s(\d+),\s(Error|Warning|Info)\s-\s(.+)\s\((.+)\)$/,
  'eslint-stylish': /^\s+(\d+):(\d+)\s+(error|warning|info)\s+(.*)\s\s+(.*)$/,
  go: /^\s*(\.{0,2}[/\\].+\.go):(?:(\d+):(\d+):)? (.*)/,
  python: /^\s*File\s"(.*)",\sline\s(\d+),\sin\s(.*)$/
}
