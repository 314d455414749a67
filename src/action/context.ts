import { readFileSync } from 'node:fs'
import type { EventContext } from '../git/event.ts'
import type { Run } from '../publish/marker.ts'

/** What the runner says about the job, https://docs.github.com/actions/reference/workflows-and-actions/variables. */
export interface JobContext {
  readonly event: Omit<EventContext, 'base' | 'head' | 'checkedOut'>
  readonly workspace: string
  /** `owner/name`; `''` outside of GitHub. */
  readonly repository: string
  readonly serverUrl: string
  readonly workflow: string
  readonly run: Run
  /** Where the whole report of this run can be read. */
  readonly runUrl: string
  readonly temporary: string
  /** Where this action's own files can be read, at its version; `null`: it runs from a checkout. */
  readonly pages: string | null
}

type Environment = Readonly<Record<string, string | undefined>>

export function readContext(environment: Environment): JobContext {
  const get = (name: string) => environment[name] ?? ''
  const serverUrl = get('GITHUB_SERVER_URL') || 'https://github.com'
  const id = get('GITHUB_RUN_ID')
  return {
    event: {
      name: get('GITHUB_EVENT_NAME'),
      payload: readPayload(get('GITHUB_EVENT_PATH')),
      sha: get('GITHUB_SHA'),
      ref: get('GITHUB_REF')
    },
    workspace: get('GITHUB_WORKSPACE') || process.cwd(),
    repository: get('GITHUB_REPOSITORY'),
    serverUrl,
    workflow: get('GITHUB_WORKFLOW'),
    run: {
      id,
      number: Number(get('GITHUB_RUN_NUMBER')),
      attempt: Number(get('GITHUB_RUN_ATTEMPT'))
    },
    runUrl: `${serverUrl}/${get('GITHUB_REPOSITORY')}/actions/runs/${id}`,
    temporary: get('RUNNER_TEMP'),
    pages: pagesOf(serverUrl, get('GITHUB_ACTION_REPOSITORY'), get('GITHUB_ACTION_REF'))
  }
}

function pagesOf(serverUrl: string, repository: string, ref: string): string | null {
  return repository === '' || ref === '' ? null : `${serverUrl}/${repository}/blob/${ref}/`
}

/** A payload that cannot be read is an empty one: the event then says what it misses. */
function readPayload(path: string): unknown {
  if (path === '') return {}
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}
