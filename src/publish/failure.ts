/** A request to GitHub that did not succeed. */
export class ApiFailure extends Error {
  /** HTTP status; 0 where there was no answer. */
  readonly status: number

  constructor(status: number, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'ApiFailure'
    this.status = status
  }

  /** Whether the server may have done what was asked although the answer does not say so. */
  get ambiguous(): boolean {
    return this.status === 0 || this.status >= 500
  }
}

/** Why a comment could not be posted and which permission is missing: a notice, never a failed run. */
export function explainFailure(failure: ApiFailure): string {
  const { status, message } = failure
  if (status === 0)
    return `GitHub did not answer in time (${message}); the comment is left as it was.`
  if (/rate limit/i.test(message)) {
    return 'The rate limit of the token is used up; the comment is left as it was. The job summary has the report.'
  }
  if (status === 403 && /locked/i.test(message)) {
    return 'The conversation of the pull request is locked; the comment is left as it was. The job summary has the report.'
  }
  if (status === 401) {
    return 'GitHub does not accept the token (401). Give "github-token" a valid one with "pull-requests: write".'
  }
  if (status === 403) {
    return 'The token may not write comments (403). Add "permissions: pull-requests: write" to the job; for pull requests from forks, whose token is read-only, use the companion action "comment" on workflow_run. The job summary has the report.'
  }
  if (status === 404) {
    return 'The token does not see the pull request (404): it lacks "pull-requests: write", or belongs to another repository. The job summary has the report.'
  }
  if (status === 410) {
    return 'Comments are switched off for this repository (410). The job summary has the report.'
  }
  if (status === 422) {
    return `GitHub refused the text of the comment (422: ${message}). The job summary has the report; please report this.`
  }
  return `GitHub answered ${status} (${message}); the comment is left as it was. The job summary has the report.`
}
