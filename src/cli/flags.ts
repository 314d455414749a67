import { UserError } from '../errors.ts'
import { MINORS, minorOf } from '../mesh/version.ts'
import { reporters } from '../report/index.ts'
import type { ReviewInput } from '../review/input.ts'
import type { Arguments, Options } from './options.ts'

/** Flags that every command which reports has. */
export const commonOptions: Options = {
  format: {
    type: 'string',
    short: 'f',
    value: 'FORMAT',
    choices: Object.keys(reporters),
    help: 'how the report is written (default text)'
  },
  output: { type: 'string', short: 'o', value: 'FILE', help: 'write the report to a file' },
  istio: {
    type: 'string',
    value: 'VERSION',
    help: 'Istio version, such as 1.29 (default: detected)'
  },
  namespace: {
    type: 'string',
    short: 'n',
    value: 'NAME',
    help: 'namespace of manifests that name none (default: default)'
  },
  feature: {
    type: 'string',
    multiple: true,
    value: 'NAME=VALUE',
    help: "a variable of istiod's environment; may be repeated"
  },
  config: { type: 'string', short: 'c', value: 'FILE', help: 'configuration file' },
  'allow-render-command': {
    type: 'boolean',
    help: 'run the commands that render meshes of the configuration'
  },
  now: { type: 'string', value: 'TIME', help: 'the time by which waivers expire, RFC 3339' },
  'no-color': { type: 'boolean', help: 'no colour, even on a terminal' },
  help: { type: 'boolean', short: 'h', help: 'this text' }
}

/** For commands that compare: the version of base, where an upgrade is asked about. */
export const upgradeOptions: Options = {
  'istio-base': {
    type: 'string',
    value: 'VERSION',
    help: 'Istio version of base, to see what an upgrade to --istio changes'
  }
}

/** The version that base alone runs. */
export function upgradeInput(args: Arguments): Partial<Pick<ReviewInput, 'istioBase'>> {
  const istio = args.text('istio-base')
  if (istio === undefined) return {}
  return { istioBase: { minor: knownMinor(istio, '--istio-base'), why: '--istio-base' } }
}

/** The fields of the pipeline's input that come from common flags. */
export function commonInput(
  args: Arguments
): Pick<ReviewInput, 'features'> & Partial<Pick<ReviewInput, 'istio' | 'now'>> {
  const istio = args.text('istio')
  const now = args.text('now')
  return {
    features: features(args.list('feature')),
    ...(istio !== undefined && { istio: { minor: knownMinor(istio), why: '--istio' } }),
    ...(now !== undefined && { now: time(now) })
  }
}

export function knownMinor(version: string, where = '--istio'): string {
  const minor = minorOf(version)
  if (minor !== null) return minor
  throw new UserError(
    `${where} ${version} is not a version that Meshproof knows.`,
    `Known are ${MINORS[0]} to ${MINORS.at(-1)}; give the minor, such as 1.29.`
  )
}

function features(given: readonly string[]): Record<string, string> {
  const result: Record<string, string> = {}
  for (const one of given) {
    const [, name, value] = /^([A-Z][A-Z0-9_]*)=(.*)$/.exec(one) ?? []
    if (name === undefined || value === undefined) {
      throw new UserError(
        `--feature ${one} is not NAME=VALUE.`,
        'Give a variable of istiod, such as --feature PILOT_ENABLE_IP_AUTOALLOCATE=false.'
      )
    }
    result[name] = value
  }
  return result
}

function time(text: string): string {
  const valid = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/.test(text)
  const date = new Date(text)
  if (valid && !Number.isNaN(date.getTime())) return `${date.toISOString().slice(0, 19)}Z`
  throw new UserError(
    `--now ${text} is not a time.`,
    'Write it as 2027-03-31 or 2027-03-31T12:00:00Z.'
  )
}
