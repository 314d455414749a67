import type { Report } from '../report/report.ts'

type VerdictOutcome = Report['verdict']['outcome']

/** What the first line of our comment says about the run that wrote it. */
export interface Marker {
  /** Tells comments of several workflows or jobs on one pull request apart. */
  readonly key: string
  /** Head of the pull request that was reviewed, 40 hex digits. */
  readonly sha: string
  readonly run: Run
  /** `null`: the run found itself overtaken and left no verdict. */
  readonly verdict: VerdictOutcome | null
  /** Earlier verdicts, newest first, at most five. */
  readonly earlier: readonly Earlier[]
}

/** Orders runs of one workflow: a later attempt of the same run is newer, a later run newer still. */
export interface Run {
  readonly id: string
  readonly number: number
  readonly attempt: number
}

export interface Earlier {
  /** 7 hex digits. */
  readonly sha: string
  readonly verdict: VerdictOutcome
}

const outcomes: readonly VerdictOutcome[] = ['pass', 'warn', 'approve', 'block', 'error']

const line =
  /^<!-- meshproof v=1 key=([A-Za-z0-9%._~!*'()-]{0,600}) sha=([0-9a-f]{40}) run=(\d{1,20})\.(\d{1,12})\.(\d{1,6}) verdict=([a-z]{4,8}) earlier=([0-9a-z.,]{0,80}) -->$/

/** A key of any characters becomes one word that cannot end an HTML comment. */
export function writeMarker({ key, sha, run, verdict, earlier }: Marker): string {
  const past = earlier.map(one => `${one.sha}.${one.verdict}`).join(',')
  return `<!-- meshproof v=1 key=${encodeURIComponent(key)} sha=${sha} run=${run.id}.${run.number}.${run.attempt} verdict=${verdict ?? 'none'} earlier=${past} -->`
}

/** Only the first line counts: a marker quoted further down, by anybody, is text. */
export function readMarker(body: string): Marker | null {
  const end = body.search(/\r?\n/)
  const match = line.exec(end === -1 ? body : body.slice(0, end))
  if (match === null) return null
  const [, key = '', sha = '', id = '', number = '', attempt = '', verdict = '', earlier = ''] =
    match
  return {
    key: decodeKey(key),
    sha,
    run: { id, number: Number(number), attempt: Number(attempt) },
    verdict: outcomes.find(one => one === verdict) ?? null,
    earlier: readEarlier(earlier)
  }
}

export function isNewer(a: Run, b: Run): boolean {
  return a.number === b.number ? a.attempt > b.attempt : a.number > b.number
}

/** What a comment written after this one remembers: nothing twice for one commit. */
export function remember(previous: Marker | null, sha: string): Earlier[] {
  if (previous === null) return []
  const kept = previous.earlier.filter(one => !sha.startsWith(one.sha))
  if (previous.sha === sha || previous.verdict === null) return kept.slice(0, 5)
  return [{ sha: previous.sha.slice(0, 7), verdict: previous.verdict }, ...kept].slice(0, 5)
}

function readEarlier(text: string): Earlier[] {
  const earlier: Earlier[] = []
  for (const item of text.split(',')) {
    const [sha = '', name = ''] = item.split('.')
    const verdict = outcomes.find(one => one === name)
    if (/^[0-9a-f]{7}$/.test(sha) && verdict !== undefined) earlier.push({ sha, verdict })
  }
  return earlier.slice(0, 5)
}

function decodeKey(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
