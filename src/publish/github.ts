import type { getOctokit } from '@actions/github'
import type { CommentApi, RemoteComment } from './comment.ts'
import { ApiFailure } from './failure.ts'

/** Where to publish: all of it from the runner's environment, so that GHES and data residency work. */
export interface Repository {
  readonly owner: string
  readonly name: string
  readonly token: string
}

/** Ends a publication that GitHub keeps waiting. */
export interface Deadline {
  readonly signal: AbortSignal
  /** Milliseconds left. */
  left(): number
}

export function startDeadline(milliseconds: number): Deadline {
  const end = Date.now() + milliseconds
  return { signal: AbortSignal.timeout(milliseconds), left: () => Math.max(0, end - Date.now()) }
}

type Plugin = Parameters<typeof getOctokit>[2]

/** Untyped on purpose: answers of a server are looked at field by field. */
export type Ask = (route: string, parameters?: Record<string, unknown>) => Promise<unknown>

/**
 * GitHub's client, loaded here and nowhere else. Reads and edits are retried by the retry plugin; a POST is
 * not, since an answer that got lost would leave two comments; limits are waited for within the deadline.
 */
export async function connect(repository: Repository, deadline: Deadline): Promise<Ask> {
  const [{ getOctokit }, { retry }, { throttling }] = await Promise.all([
    import('@actions/github'),
    import('@octokit/plugin-retry'),
    import('@octokit/plugin-throttling')
  ])
  const withinDeadline = (seconds: number, _options: unknown, _octokit: unknown, count: number) =>
    count < 2 && seconds * 1000 < deadline.left()
  const octokit = getOctokit(
    repository.token,
    {
      log: silent,
      retry: { doNotRetry: [400, 401, 403, 404, 410, 413, 422, 429, 451] },
      throttle: { onRateLimit: withinDeadline, onSecondaryRateLimit: withinDeadline }
    },
    noRetryAfter(deadline),
    retry,
    throttling
  )
  return async (route, parameters = {}) => {
    const isQuery = route === graphql
    const request = {
      signal: deadline.signal,
      ...(route.startsWith('POST') && !isQuery && { retries: 0 })
    }
    const place = isQuery ? { baseUrl: graphqlBase(octokit.request.endpoint.DEFAULTS.baseUrl) } : {}
    try {
      const { data } = await beforeDeadline(
        octokit.request(route, { ...place, ...parameters, request }),
        deadline
      )
      return data
    } catch (error) {
      throw asFailure(error)
    }
  }
}

const graphql = 'POST /graphql'

/** GitHub Enterprise Server has REST below /api/v3 and GraphQL below /api. */
function graphqlBase(rest: string): string {
  return rest.replace(/\/api\/v3\/?$/, '/api')
}

/** A plugin that stands before the retry plugin: it would go on trying with a signal that is aborted. */
function noRetryAfter({ signal }: Deadline): Plugin {
  return octokit => {
    octokit.hook.error('request', (error, options) => {
      if (signal.aborted) options.request.retries = 0
      throw error
    })
    return {}
  }
}

export function commentApi(ask: Ask, repository: Repository, number: number): CommentApi {
  const place = { owner: repository.owner, repo: repository.name }
  return {
    async author() {
      const answer = await ask(graphql, { query: '{ viewer { login } }' })
      const login = field(field(field(answer, 'data'), 'viewer'), 'login')
      if (typeof login !== 'string') throw new ApiFailure(0, 'GitHub does not say who the token is')
      return login
    },
    async list() {
      const comments: RemoteComment[] = []
      for (let page = 1; ; page++) {
        const answer = await ask('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
          ...place,
          issue_number: number,
          per_page: 100,
          page
        })
        // A page of a proxy for a list would make it look as if there were no comment yet.
        if (!Array.isArray(answer)) throw new ApiFailure(0, 'the answer is not one of its API')
        const items: readonly unknown[] = answer
        comments.push(...items.map(readComment))
        if (items.length < 100) return comments
      }
    },
    async create(body) {
      return readComment(
        await ask('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
          ...place,
          issue_number: number,
          body
        })
      )
    },
    async update(id, body) {
      await ask('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
        ...place,
        comment_id: id,
        body
      })
    },
    async remove(id) {
      await ask('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', {
        ...place,
        comment_id: id
      })
    },
    async headSha() {
      const answer = await ask('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
        ...place,
        pull_number: number
      })
      const sha = field(field(answer, 'head'), 'sha')
      if (typeof sha !== 'string') throw new ApiFailure(0, 'the answer is not one of its API')
      return sha
    }
  }
}

function readComment(answer: unknown): RemoteComment {
  return {
    id: Number(field(answer, 'id')),
    author: String(field(field(answer, 'user'), 'login') ?? ''),
    body: String(field(answer, 'body') ?? ''),
    url: String(field(answer, 'html_url') ?? '')
  }
}

export function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  // An object of JSON; its own member is asked for by name.
  return (value as Record<string, unknown>)[name]
}

/** A wait of the plugins does not hear the signal, so the promise is raced as well. */
function beforeDeadline<T>(work: Promise<T>, { signal }: Deadline): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new ApiFailure(0, 'the time for publishing is over'))
    if (signal.aborted) return late()
    signal.addEventListener('abort', late, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', late))
  })
}

function asFailure(error: unknown): ApiFailure {
  if (error instanceof ApiFailure) return error
  const message = error instanceof Error ? error.message : String(error)
  // Octokit gives a lost connection the status 500 and no response.
  const answered = field(error, 'response') !== undefined
  const status = field(error, 'status')
  return new ApiFailure(answered && typeof status === 'number' ? status : 0, message, {
    cause: error
  })
}

/** The client would print warnings of its own; what matters is said by `explainFailure`. */
const silent = { debug() {}, info() {}, warn() {}, error() {} }
