import type { FakeGitHub } from '../support/fake-github.ts'
import { emptyRepository, type Files, type Repository } from '../support/repository.ts'
import { type Job, runStep, type Step } from '../support/runner.ts'

export const service = `apiVersion: v1
kind: Service
metadata: {name: reviews, namespace: shop}
spec:
  selector: {app: reviews}
  ports: [{name: http, port: 80}]
`

export const routes = (subset: string) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: shop}
spec:
  hosts: [reviews]
  http:
    - route:
        - destination: {host: reviews, subset: ${subset}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: reviews, namespace: shop}
spec:
  host: reviews
  subsets:
    - {name: v1, labels: {version: v1}}
    - {name: v2, labels: {version: v2}}
`

export const before: Files = { 'service.yaml': service, 'routes.yaml': routes('v1') }
export const rerouted: Files = { 'service.yaml': service, 'routes.yaml': routes('v2') }
/** The route goes to a subset that does not exist. */
export const lost: Files = { 'service.yaml': service, 'routes.yaml': routes('v3') }
export const proseOnly: Files = { ...before, 'README.md': 'more prose' }

/** A pull request in a repository: its base, and heads pushed one after the other. */
export class Change {
  readonly repository: Repository
  readonly base: string
  head = ''
  merge = ''
  #run = 0

  constructor(base: Files) {
    this.repository = emptyRepository()
    this.base = this.repository.commit(base)
  }

  /** Pushes a commit, and does what GitHub does: a merge commit, checked out detached. */
  push(files: Files, github?: FakeGitHub): this {
    this.head = this.repository.commit({ ...files }, [this.head === '' ? this.base : this.head])
    this.merge = this.repository.commit(files, [this.base, this.head])
    this.repository.run('update-ref', '--no-deref', 'HEAD', this.merge)
    if (github !== undefined) {
      github.pulls.length = 0
      github.pulls.push({ number: 7, head: this.head, label: 'acme:topic' })
    }
    return this
  }

  /** The next run of the workflow; the same number again for `attempt` 2. */
  run(github: FakeGitHub | null, change: Partial<Job> = {}): Promise<Step> {
    this.#run += 1
    return runStep({
      workspace: this.repository.path,
      event: 'pull_request',
      payload: this.payload(),
      ...change,
      inputs: { ...(github !== null && { 'github-token': github.token }), ...change.inputs },
      env: {
        GITHUB_SHA: this.merge,
        GITHUB_REF: 'refs/pull/7/merge',
        GITHUB_RUN_NUMBER: String(this.#run),
        GITHUB_RUN_ID: String(100 + this.#run),
        ...(github !== null && {
          GITHUB_API_URL: github.url,
          GITHUB_GRAPHQL_URL: `${github.url}/graphql`
        }),
        ...change.env
      }
    })
  }

  payload(headRepo = 'acme/mesh'): unknown {
    return {
      action: 'synchronize',
      pull_request: {
        number: 7,
        merge_commit_sha: this.merge,
        head: { sha: this.head, repo: { full_name: headRepo } },
        base: { sha: this.base, repo: { full_name: 'acme/mesh' } }
      },
      repository: { full_name: 'acme/mesh' }
    }
  }
}
