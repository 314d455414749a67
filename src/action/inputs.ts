import * as core from '@actions/core'
import type { CommentWhen } from '../config/config.ts'
import { UserError } from '../errors.ts'

/** The inputs of action.yml as they are given; what the configuration file can say too has no default here. */
export interface Inputs {
  /** `null`: `.github/meshproof.yaml`. */
  readonly config: string | null
  readonly base: string
  readonly head: string
  readonly istioVersion: string | null
  readonly istioBaseVersion: string | null
  readonly comment: CommentWhen | null
  readonly commentKey: string | null
  readonly token: string
  readonly reportFile: string | null
  readonly sarifFile: string | null
  readonly workingDirectory: string
  /** Commands of the configuration's render steps may run. */
  readonly allowRenderCommand: boolean
}

const commentModes: readonly CommentWhen[] = ['changes', 'always', 'on-failure', 'never']

/**
 * The only reader of the action's inputs.
 * @throws UserError that names the input and what it may be
 */
export function readInputs(): Inputs {
  return {
    config: optional('config'),
    base: core.getInput('base'),
    head: core.getInput('head'),
    istioVersion: optional('istio-version'),
    istioBaseVersion: optional('istio-base-version'),
    comment: commentMode(optional('comment')),
    commentKey: optional('comment-key'),
    token: core.getInput('github-token'),
    reportFile: optional('report-file'),
    sarifFile: optional('sarif-file'),
    workingDirectory: core.getInput('working-directory'),
    allowRenderCommand: flag('allow-render-command', core.getInput('allow-render-command'))
  }
}

export interface CompanionInputs {
  readonly artifact: string
  readonly comment: CommentWhen
  readonly commentKey: string | null
  readonly token: string
}

export function readCompanionInputs(): CompanionInputs {
  return {
    artifact: core.getInput('artifact'),
    comment: commentMode(optional('comment')) ?? 'changes',
    commentKey: optional('comment-key'),
    token: core.getInput('github-token')
  }
}

function flag(name: string, value: string): boolean {
  if (value === '' || value === 'false') return false
  if (value === 'true') return true
  throw new UserError(
    `The input "${name}" is ${JSON.stringify(value)}.`,
    'It may be true or false.'
  )
}

function optional(name: string): string | null {
  const value = core.getInput(name)
  return value === '' ? null : value
}

function commentMode(value: string | null): CommentWhen | null {
  if (value === null) return null
  const mode = commentModes.find(one => one === value)
  if (mode !== undefined) return mode
  throw new UserError(
    `The input "comment" is ${JSON.stringify(value)}.`,
    `It may be ${commentModes.join(', ')}.`
  )
}
