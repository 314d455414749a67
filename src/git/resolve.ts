import { UserError } from '../errors.ts'
import { type Git, gitError } from './command.ts'
import { type Commit, readCommits } from './commit.ts'
import type { Attempt, Plan, Revision } from './event.ts'
import { fetchCommits, type Remote } from './fetch.ts'

/** A comparison whose commits are in this clone. */
export interface Resolved {
  readonly base: Commit | null
  readonly head: Commit
  readonly why: string
  /** See `Attempt`. */
  readonly secondBest: boolean
}

/** How far a shallow clone is deepened in search of a merge base: these many commits at a time. */
const deepenings = [32, 128, 512, 2048]

/**
 * Finds the commits of the first attempt that can be had, and fetches the least that is missing: one commit
 * where its id is known, a growing history only for a merge base.
 * @throws UserError that says which commit is missing and which `fetch-depth` helps
 */
export async function resolvePlan(git: Git, plan: Plan, remote: Remote | null): Promise<Resolved> {
  const search = new Search(git, remote)
  for (const attempt of plan.attempts) {
    const found = await search.attempt(attempt)
    if (found !== null) return { ...found, secondBest: attempt.secondBest === true }
  }
  throw new UserError(
    `The commits to compare are not in this clone: ${search.missing.join('; ')}.`,
    `Set "fetch-depth: ${plan.fetchDepth}" for actions/checkout, or give the step a "github-token" that can read the repository.`
  )
}

class Search {
  readonly missing: string[] = []
  readonly #git: Git
  readonly #remote: Remote | null

  constructor(git: Git, remote: Remote | null) {
    this.#git = git
    this.#remote = remote
  }

  async attempt({ base, head, why }: Attempt): Promise<Omit<Resolved, 'secondBest'> | null> {
    const headCommit = await this.#commit(head)
    if (headCommit === null) return null
    if (base.kind === 'nothing') return { base: null, head: headCommit, why }
    const baseCommit = await this.#base(base, headCommit)
    return baseCommit === null ? null : { base: baseCommit, head: headCommit, why }
  }

  async #base(base: Exclude<Revision, { kind: 'nothing' }>, head: Commit): Promise<Commit | null> {
    if (base.kind === 'commit') return this.#commit(base.name)
    if (base.kind === 'merge-base') return this.#mergeBase(base.of, base.with)
    const [first, second] = head.parents
    if (first === undefined || second === undefined) {
      this.missing.push(`${short(base.of)} is not a merge commit`)
      return null
    }
    if (base.merges !== undefined && second !== base.merges) {
      this.missing.push(`${short(base.of)} merges ${short(second)}, not ${short(base.merges)}`)
      return null
    }
    return this.#commit(first)
  }

  /** A commit by id, or by a name that is tried as it is and as a branch of the remote. */
  async #commit(name: string): Promise<Commit | null> {
    const isId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name)
    const names = isId
      ? [name]
      : [name, name.replace(/^(?:refs\/heads\/)?/, 'refs/remotes/origin/')]
    const [here, tracked] = await readCommits(this.#git, names)
    const local = here ?? tracked ?? null
    if (local !== null) return local
    if (this.#remote === null) {
      this.missing.push(`${short(name)} is missing`)
      return null
    }
    const refusal = await this.#fetch(name, isId)
    const [fetched] = await readCommits(this.#git, [isId ? name : fetchedName(name)])
    if (fetched !== null && fetched !== undefined) return fetched
    this.missing.push(
      `${short(name)} is missing and could not be fetched (${refusal ?? 'the remote does not have it'})`
    )
    return null
  }

  async #fetch(name: string, isId: boolean): Promise<string | null> {
    if (this.#remote === null) return null
    // gitrevisions and refspec characters: not a branch, or not only one.
    if (/[*?:[\]\\^~\s]/.test(name)) return 'only branches, tags and commit ids are fetched'
    const want = isId ? name : `+${fullName(name)}:${fetchedName(name)}`
    // In a complete clone --depth would cut its history.
    const extent = (await this.#isShallow()) ? ['--depth=1'] : []
    return fetchCommits(this.#git, this.#remote, [want], extent)
  }

  async #mergeBase(of: string, other: string): Promise<Commit | null> {
    const [a, b] = [await this.#commit(of), await this.#commit(other)]
    if (a === null || b === null) return null
    for (const depth of [0, ...deepenings]) {
      if (depth > 0 && !(await this.#deepen([a.sha, b.sha], depth))) break
      const found = await this.#commonAncestor(a.sha, b.sha)
      if (found !== null) return found
    }
    this.missing.push(`no common ancestor of ${short(of)} and ${short(other)} was found`)
    return null
  }

  async #commonAncestor(a: string, b: string): Promise<Commit | null> {
    const answer = await this.#git.run(['merge-base', a, b])
    if (answer.code === 1) return null
    if (answer.code !== 0) throw gitError('merge-base', answer, this.#git.directory)
    const [commit] = await readCommits(this.#git, [answer.stdout.toString('latin1').trim()])
    return commit ?? null
  }

  /** false: there is nothing to deepen, or no remote to ask. */
  async #deepen(commits: readonly string[], depth: number): Promise<boolean> {
    if (this.#remote === null) return false
    if (!(await this.#isShallow())) return false
    const refusal = await fetchCommits(this.#git, this.#remote, commits, [`--deepen=${depth}`])
    if (refusal !== null) this.missing.push(`deepening the clone failed (${refusal})`)
    return refusal === null
  }

  async #isShallow(): Promise<boolean> {
    const answer = await this.#git.run(['rev-parse', '--is-shallow-repository'])
    return answer.stdout.toString('latin1').trim() === 'true'
  }
}

function fullName(name: string): string {
  return name.startsWith('refs/') ? name : `refs/heads/${name}`
}

/** Where a branch that had to be fetched by name is kept: a place of our own, so that no ref of the user moves. */
function fetchedName(name: string): string {
  return `refs/meshproof/${fullName(name).slice('refs/'.length)}`
}

function short(name: string): string {
  return /^[0-9a-f]{40,64}$/.test(name) ? `commit ${name.slice(0, 12)}` : name
}
