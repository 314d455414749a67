import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface FakeComment {
  readonly id: number
  readonly login: string
  body: string
}

export interface FakePull {
  readonly number: number
  head: string
  /** `owner:branch` */
  readonly label: string
}

/** What goes wrong, once: with the next request whose `METHOD /path` matches. */
export interface Fault {
  readonly when: RegExp
  readonly does:
    | {
        readonly status: number
        readonly message?: string
        readonly headers?: Record<string, string>
      }
    /** Does what was asked, then answers 502. */
    | 'lost-answer'
    /** Closes the connection. */
    | 'reset'
    /** Does not answer at all. */
    | 'silence'
    /** Answers 200 with a page of a proxy. */
    | 'html'
  /** Stays after it was met. */
  readonly always?: boolean
}

const bot = 'github-actions[bot]'

/**
 * The part of GitHub's REST and GraphQL APIs that Meshproof uses, with state, on loopback. Requests that GitHub
 * would refuse are refused: a body of another shape or over 65,536 characters, a token that is not the one.
 */
export class FakeGitHub {
  readonly comments: FakeComment[] = []
  readonly pulls: FakePull[] = []
  readonly faults: Fault[] = []
  /** `METHOD /path` of every request, in order. */
  readonly requests: string[] = []
  /** What a real client would never send. */
  readonly complaints: string[] = []
  /** Name → ZIP archive. */
  readonly artifacts = new Map<string, Buffer>()
  token = 'token-of-the-job'
  login = bot
  /** Answers below /api/v3 (REST) and /api (GraphQL), as GitHub Enterprise Server does. */
  enterprise = false
  readonly #server: Server
  #next = 1000

  private constructor(server: Server) {
    this.#server = server
  }

  static async start(): Promise<FakeGitHub> {
    const server = createServer()
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const fake = new FakeGitHub(server)
    server.on('request', (request, response) => void fake.#handle(request, response))
    return fake
  }

  get url(): string {
    // A server that listens on a port has an address of that kind.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  write(login: string, body: string): FakeComment {
    const comment = { id: this.#next++, login, body }
    this.comments.push(comment)
    return comment
  }

  /** Writes that reached it: `POST`, `PATCH` and `DELETE`, GraphQL apart. */
  get writes(): string[] {
    return this.requests.filter(line => !line.startsWith('GET') && !line.endsWith('/graphql'))
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const url = new URL(request.url ?? '/', this.url)
    if (this.enterprise) this.#enter(url)
    const line = `${request.method} ${url.pathname}`
    this.requests.push(line)
    const index = this.faults.findIndex(({ when }) => when.test(line))
    const fault = this.faults[index]
    if (fault !== undefined && fault.always !== true) this.faults.splice(index, 1)
    if (fault?.does === 'reset') return void request.socket.destroy()
    if (fault?.does === 'silence') return
    if (fault?.does === 'html') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>')
      return
    }
    if (typeof fault?.does === 'object') {
      const { status, message = 'fault', headers = {} } = fault.does
      return send(response, status, { message }, headers)
    }
    const { status, body, headers } = this.#answer(line, url, request, Buffer.concat(chunks))
    if (fault?.does === 'lost-answer') return send(response, 502, { message: 'Bad Gateway' })
    if (Buffer.isBuffer(body)) response.writeHead(status, headers).end(body)
    else send(response, status, body, headers)
  }

  #enter(url: URL): void {
    const base = url.pathname.endsWith('/graphql') ? '/api' : '/api/v3'
    if (url.pathname.startsWith(`${base}/`)) url.pathname = url.pathname.slice(base.length)
    else this.complaints.push(`${url.pathname} is not below ${base}`)
  }

  #answer(line: string, url: URL, request: IncomingMessage, raw: Buffer): Answer {
    if (line.startsWith('GET /storage/')) return this.#storage(url, request)
    if (request.headers.authorization !== `token ${this.token}`) {
      return { status: 401, body: { message: 'Bad credentials' } }
    }
    if (!request.headers['user-agent']) this.complaints.push(`${line}: no user agent`)
    const body = raw.length === 0 ? {} : JSON.parse(raw.toString('utf8'))
    for (const [pattern, route] of this.#routes()) {
      const match = pattern.exec(line)
      if (match !== null) return route(match.slice(1), url, body)
    }
    this.complaints.push(`${line}: no such route`)
    return { status: 404, body: { message: 'Not Found' } }
  }

  #routes(): [RegExp, Route][] {
    const repo = '/repos/acme/mesh'
    return [
      [/^POST \/graphql$/, (_, __, body) => this.#viewer(body)],
      [new RegExp(`^GET ${repo}/issues/(\\d+)/comments$`), (_, url) => this.#list(url)],
      [
        new RegExp(`^POST ${repo}/issues/(\\d+)/comments$`),
        ([number], _, body) => this.#create(number, body)
      ],
      [
        new RegExp(`^PATCH ${repo}/issues/comments/(\\d+)$`),
        ([id], _, body) => this.#update(id, body)
      ],
      [new RegExp(`^DELETE ${repo}/issues/comments/(\\d+)$`), ([id]) => this.#remove(id)],
      [new RegExp(`^GET ${repo}/pulls/(\\d+)$`), ([number]) => this.#pull(number)],
      [new RegExp(`^GET ${repo}/pulls$`), (_, url) => this.#pullsOf(url)],
      [
        new RegExp(`^GET ${repo}/actions/runs/(\\d+)/artifacts$`),
        (_, url) => this.#artifactsOf(url)
      ],
      [new RegExp(`^GET ${repo}/actions/artifacts/(\\d+)/zip$`), ([id]) => this.#download(id)]
    ]
  }

  #viewer(body: Record<string, unknown>): Answer {
    if (typeof body.query !== 'string' || !/viewer\s*\{\s*login/.test(body.query)) {
      this.complaints.push('POST /graphql: another query')
    }
    return { status: 200, body: { data: { viewer: { login: this.login } } } }
  }

  #list(url: URL): Answer {
    const size = Number(url.searchParams.get('per_page') ?? 30)
    const page = Number(url.searchParams.get('page') ?? 1)
    const items = this.comments.slice((page - 1) * size, page * size)
    return { status: 200, body: items.map(comment => this.#rendered(comment)) }
  }

  #create(number = '', body: Record<string, unknown>): Answer {
    if (!this.pulls.some(pull => pull.number === Number(number))) return notFound
    const refusal = this.#refusal('POST', body)
    if (refusal !== null) return refusal
    return { status: 201, body: this.#rendered(this.write(this.login, String(body.body))) }
  }

  #update(id = '', body: Record<string, unknown>): Answer {
    const comment = this.comments.find(one => one.id === Number(id))
    if (comment === undefined) return notFound
    const refusal = this.#refusal('PATCH', body)
    if (refusal !== null) return refusal
    if (comment.login !== this.login) this.complaints.push(`PATCH of a comment of ${comment.login}`)
    comment.body = String(body.body)
    return { status: 200, body: this.#rendered(comment) }
  }

  #remove(id = ''): Answer {
    const index = this.comments.findIndex(one => one.id === Number(id))
    const comment = this.comments[index]
    if (comment === undefined) return notFound
    if (comment.login !== this.login)
      this.complaints.push(`DELETE of a comment of ${comment.login}`)
    this.comments.splice(index, 1)
    return { status: 204, body: null }
  }

  #refusal(method: string, body: Record<string, unknown>): Answer | null {
    if (Object.keys(body).join() !== 'body' || typeof body.body !== 'string') {
      this.complaints.push(`${method}: the body has ${Object.keys(body).join()}`)
      return { status: 422, body: { message: 'Validation Failed' } }
    }
    if (body.body.length > 65_536) {
      this.complaints.push(`${method}: ${body.body.length} characters`)
      return { status: 422, body: { message: 'Body is too long (maximum is 65536 characters)' } }
    }
    return null
  }

  #rendered({ id, login, body }: FakeComment) {
    return {
      id,
      user: { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' },
      body,
      html_url: `https://github.example/acme/mesh/pull/7#issuecomment-${id}`
    }
  }

  #pull(number = ''): Answer {
    const pull = this.pulls.find(one => one.number === Number(number))
    return pull === undefined ? notFound : { status: 200, body: renderedPull(pull) }
  }

  #pullsOf(url: URL): Answer {
    const head = url.searchParams.get('head')
    return { status: 200, body: this.pulls.filter(pull => pull.label === head).map(renderedPull) }
  }

  #artifactsOf(url: URL): Answer {
    const wanted = url.searchParams.get('name')
    const artifacts = [...this.artifacts].map(([name, archive], index) => ({
      id: index + 1,
      name,
      size_in_bytes: archive.length
    }))
    return { status: 200, body: { artifacts: artifacts.filter(({ name }) => name === wanted) } }
  }

  #download(id = ''): Answer {
    const name = [...this.artifacts.keys()][Number(id) - 1]
    if (name === undefined) return notFound
    // Another host, as the storage of GitHub's artifacts is.
    const location = `${this.url.replace('127.0.0.1', 'localhost')}/storage/${encodeURIComponent(name)}`
    return { status: 302, body: null, headers: { location } }
  }

  #storage(url: URL, request: IncomingMessage): Answer {
    if (request.headers.authorization !== undefined)
      this.complaints.push('the token went to the storage')
    const archive = this.artifacts.get(decodeURIComponent(url.pathname.slice('/storage/'.length)))
    if (archive === undefined) return notFound
    return { status: 200, body: archive, headers: { 'content-type': 'application/zip' } }
  }
}

interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Record<string, string>
}

type Route = (parts: string[], url: URL, body: Record<string, unknown>) => Answer

const notFound: Answer = { status: 404, body: { message: 'Not Found' } }

function renderedPull({ number, head, label }: FakePull) {
  return { number, state: 'open', head: { sha: head, label } }
}

function send(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(status === 204 || status === 302 ? undefined : JSON.stringify(body))
}
