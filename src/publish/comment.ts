import { ApiFailure } from './failure.ts'
import { isNewer, type Marker, readMarker, remember, writeMarker } from './marker.ts'

/** A comment of a pull request as the API gives it. */
export interface RemoteComment {
  readonly id: number
  /** Login of its author. */
  readonly author: string
  readonly body: string
  readonly url: string
}

/** What publication needs of GitHub, for one pull request. Every method may throw `ApiFailure`. */
export interface CommentApi {
  /** Login that this token writes as. */
  author(): Promise<string>
  /** Oldest first. */
  list(): Promise<readonly RemoteComment[]>
  create(body: string): Promise<RemoteComment>
  update(id: number, body: string): Promise<void>
  remove(id: number): Promise<void>
  /** Head of the pull request now. */
  headSha(): Promise<string>
}

export interface CommentRequest {
  readonly marker: Omit<Marker, 'earlier'>
  /** Markdown below the marker, given what earlier runs said. */
  readonly text: (earlier: Marker['earlier']) => string
  /** Whether there is anything to say where no comment exists yet. */
  readonly wanted: boolean
}

export type CommentResult =
  | { readonly kind: 'created' | 'updated' | 'unchanged'; readonly url: string }
  /** Nothing to say, and no comment that would be out of date. */
  | { readonly kind: 'none' }
  /** A newer run or a newer commit: this one keeps silent. */
  | { readonly kind: 'overtaken' }

const ROUNDS = 3

/**
 * One comment per key, edited in place. GitHub's API has no compare-and-swap, so each write is followed by a
 * look: of several own comments the oldest stays, a newer run wins, and a run that finds the head moved on
 * after its write takes its verdict back. Comments of others are never touched, whatever they contain.
 */
export async function publishComment(
  api: CommentApi,
  request: CommentRequest
): Promise<CommentResult> {
  return new Publication(api, request).run()
}

interface OwnComment extends RemoteComment {
  readonly marker: Marker
}

class Publication {
  readonly #api: CommentApi
  readonly #request: CommentRequest
  #author: string | null = null

  constructor(api: CommentApi, request: CommentRequest) {
    this.#api = api
    this.#request = request
  }

  async run(): Promise<CommentResult> {
    const { marker, wanted } = this.#request
    const [canonical] = await this.#own()
    if (canonical === undefined && !wanted) return { kind: 'none' }
    if (canonical !== undefined && isNewer(canonical.marker.run, marker.run)) {
      return { kind: 'overtaken' }
    }
    if ((await this.#api.headSha()) !== marker.sha) return { kind: 'overtaken' }
    const written = await this.#write(canonical)
    return this.#settle(written)
  }

  /** Own comments with this key, oldest first. Who we are is asked only where a marker could be ours. */
  async #own(): Promise<OwnComment[]> {
    const marked: OwnComment[] = []
    for (const comment of await this.#api.list()) {
      const marker = readMarker(comment.body)
      if (marker?.key === this.#request.marker.key) marked.push({ ...comment, marker })
    }
    if (marked.length === 0) return []
    this.#author ??= await this.#api.author()
    return marked.filter(({ author }) => author === this.#author).sort((a, b) => a.id - b.id)
  }

  async #write(canonical: OwnComment | undefined): Promise<'created' | 'updated' | 'unchanged'> {
    if (canonical === undefined) return this.#create()
    if (this.#isSame(canonical)) return 'unchanged'
    try {
      await this.#api.update(canonical.id, this.#body(canonical.marker))
      return 'updated'
    } catch (error) {
      // Deleted by hand since it was listed.
      if (error instanceof ApiFailure && error.status === 404) return this.#create()
      throw error
    }
  }

  /** Once: after an answer that does not say whether it was written, the list says it. */
  async #create(): Promise<'created'> {
    try {
      await this.#api.create(this.#body(null))
    } catch (error) {
      if (!(error instanceof ApiFailure) || !error.ambiguous) throw error
      const own = await this.#own()
      if (own.length === 0) throw error
    }
    return 'created'
  }

  async #settle(written: 'created' | 'updated' | 'unchanged'): Promise<CommentResult> {
    const { marker } = this.#request
    for (let round = 0; round < ROUNDS; round++) {
      const [canonical, ...younger] = await this.#own()
      if (canonical === undefined) return { kind: 'none' }
      for (const { id } of younger) await this.#remove(id)
      if (isNewer(canonical.marker.run, marker.run)) return { kind: 'overtaken' }
      const ours = this.#isSame(canonical)
      const head = await this.#api.headSha()
      if (head !== marker.sha) {
        await this.#takeBack(head)
        return { kind: 'overtaken' }
      }
      if (ours) return { kind: written, url: canonical.url }
      await this.#api.update(canonical.id, this.#body(canonical.marker))
    }
    return { kind: 'overtaken' }
  }

  /** A verdict on a commit that is no longer the head may have replaced the newer one: it must not stand. */
  async #takeBack(head: string): Promise<void> {
    const [canonical] = await this.#own()
    if (canonical === undefined || canonical.marker.verdict === null) return
    if (canonical.marker.sha === head) return
    const { marker } = this.#request
    const earlier = remember(canonical.marker, '')
    const text =
      'A newer commit was pushed. Its run will say here what changes, or says so in its summary.'
    const body = `${writeMarker({ ...marker, verdict: null, earlier })}\n${text}\n`
    await this.#api.update(canonical.id, body)
  }

  async #remove(id: number): Promise<void> {
    try {
      await this.#api.remove(id)
    } catch (error) {
      // Another run of ours has removed it.
      if (!(error instanceof ApiFailure) || error.status !== 404) throw error
    }
  }

  #body(previous: Marker | null): string {
    const { marker, text } = this.#request
    const earlier = remember(previous, marker.sha)
    return `${writeMarker({ ...marker, earlier })}\n${text(earlier)}`
  }

  /** The same text for the same commit: only the numbers of the run differ, which no reader sees. */
  #isSame({ body, marker }: OwnComment): boolean {
    if (marker.sha !== this.#request.marker.sha || marker.verdict === null) return false
    return afterFirstLine(body) === afterFirstLine(this.#body(marker))
  }
}

function afterFirstLine(body: string): string {
  const text = body.replaceAll('\r\n', '\n')
  return text.slice(text.indexOf('\n') + 1).trimEnd()
}
