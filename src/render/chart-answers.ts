import { gunzipSync } from 'node:zlib'
import type { FindingDraft, UnknownDraft } from '../finding.ts'
import { lineAt, renderFinding } from './refusal.ts'

/** Functions of templates whose answer is not in git (helm.sh/docs, "Template Function List"; sprig). */
const answers: Readonly<Record<string, 'cluster' | 'network' | 'chance'>> = {
  lookup: 'cluster',
  getHostByName: 'network',
  now: 'chance',
  ago: 'chance',
  uuidv4: 'chance',
  randAlphaNum: 'chance',
  randAlpha: 'chance',
  randNumeric: 'chance',
  randAscii: 'chance',
  randBytes: 'chance',
  randInt: 'chance',
  shuffle: 'chance',
  genPrivateKey: 'chance',
  genCA: 'chance',
  genCAWithKey: 'chance',
  genSelfSignedCert: 'chance',
  genSelfSignedCertWithKey: 'chance',
  genSignedCert: 'chance',
  genSignedCertWithKey: 'chance',
  bcrypt: 'chance',
  htpasswd: 'chance',
  encryptAES: 'chance'
}

const words = {
  cluster:
    'asks the cluster, and there is none: here it answers with nothing, so what is applied may differ',
  network:
    'asks a name server, and rendering asks no network: here it answers with nothing, so what is applied may differ',
  chance:
    'answers differently each time, so what it makes is not the same as what is applied, nor on both sides'
} as const

const findingIds = {
  cluster: 'render/cluster-lookup',
  network: 'render/network-lookup'
} as const

export interface Unanswerable {
  readonly findings: readonly FindingDraft[]
  readonly unknown: readonly UnknownDraft[]
  /** Calls that answer differently each time: they count where two renderings differ. */
  readonly chance: readonly UnknownDraft[]
}

/**
 * Calls in a chart's templates that git alone cannot answer. Helm renders them all the same, so without a word they
 * would pass for what is applied. Templates that make nothing but Secrets are left out: their content is never compared.
 */
export function unanswerable(files: ReadonlyMap<string, Uint8Array>): Unanswerable {
  const findings: FindingDraft[] = []
  const unknown: UnknownDraft[] = []
  const chance: UnknownDraft[] = []
  for (const [file, bytes] of files) {
    const text = templateText(file, bytes)
    if (text === null || onlySecrets(text)) continue
    const told = new Set<string>()
    for (const { name, offset } of calls(text)) {
      if (told.has(name)) continue
      told.add(name)
      const asks = answers[name] ?? 'chance'
      // Lines of an archive are nobody's.
      const at = file.endsWith('.tgz') ? lineAt(file) : placeOf(file, text, offset)
      const message = `${file} calls ${name}, which ${words[asks]}.`
      const draft: UnknownDraft = { reason: 'render', message, subject: null, at }
      if (asks === 'chance') {
        chance.push(draft)
        continue
      }
      unknown.push(draft)
      const cure = `${message} Give the value in a values file, or suppress this where it does not matter.`
      findings.push(renderFinding(findingIds[asks], 'warning', cure, at, { file, function: name }))
    }
  }
  return { findings, unknown, chance }
}

const archiveBytes = 64 * 1024 * 1024

/** A template, or all files of an archived chart as one text; null for anything else. */
function templateText(file: string, bytes: Uint8Array): string | null {
  if (/(?:^|\/)templates\//.test(file)) return new TextDecoder().decode(bytes)
  if (!/(?:^|\/)charts\/[^/]+\.tgz$/.test(file)) return null
  try {
    return gunzipSync(bytes, { maxOutputLength: archiveBytes }).toString('latin1')
  } catch {
    // Broken or too large: helm has refused it before this is asked.
    return null
  }
}

function onlySecrets(text: string): boolean {
  const kinds = [...text.matchAll(/^\s*kind:\s*["']?([\w-]+)/gm)].map(([, kind]) => kind)
  return kinds.length > 0 && kinds.every(kind => kind === 'Secret')
}

const action = /\{\{(?!-?\s*\/\*)([\s\S]*?)\}\}/g
const word = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|(?<![.\w$])[A-Za-z]\w*/g

function* calls(text: string): Generator<{ readonly name: string; readonly offset: number }> {
  for (const { 1: inner = '', index } of text.matchAll(action)) {
    for (const { 0: name, index: at } of inner.matchAll(word)) {
      if (Object.hasOwn(answers, name)) yield { name, offset: index + 2 + at }
    }
  }
}

function placeOf(file: string, text: string, offset: number) {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return lineAt(file, line, offset - (before.lastIndexOf('\n') + 1) + 1)
}
