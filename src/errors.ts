/**
 * The user's mistake: a flag, a path, a configuration, a permission. Shown without a stack; exit 2.
 * Anything else that is thrown is our defect: shown with a stack and how to report it; exit 3.
 */
export class UserError extends Error {
  /** What to do about it, one sentence. */
  readonly hint: string

  constructor(message: string, hint: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'UserError'
    this.hint = hint
  }
}
