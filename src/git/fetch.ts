import type { Git, GitOptions } from './command.ts'

/** How commits that this clone lacks are fetched; absent: they are not. */
export interface Remote {
  /** A configured remote (`origin`) or a URL. */
  readonly name: string
  readonly access: GitOptions
}

/**
 * The token goes to git by environment, bound to the server's URL, never by command line or file. The empty
 * value first takes away the header that actions/checkout may have stored: two of them are refused.
 */
export function tokenAccess(serverUrl: string, token: string): GitOptions {
  if (token === '') return {}
  const key = `http.${serverUrl.replace(/\/+$/, '')}/.extraheader`
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64')
  return {
    env: {
      GIT_CONFIG_COUNT: '2',
      GIT_CONFIG_KEY_0: key,
      GIT_CONFIG_VALUE_0: '',
      GIT_CONFIG_KEY_1: key,
      GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${credentials}`
    }
  }
}

/**
 * @param wants commit ids or full ref names (`refs/heads/main`)
 * @param extent `--depth=N` or `--deepen=N`, or nothing in a complete clone
 * @returns what git said when it failed, null when it worked
 */
export async function fetchCommits(
  git: Git,
  remote: Remote,
  wants: readonly string[],
  extent: readonly string[]
): Promise<string | null> {
  const answer = await git.run(
    [
      'fetch',
      '--quiet',
      '--no-tags',
      '--no-write-fetch-head',
      '--recurse-submodules=no',
      ...extent,
      '--end-of-options',
      remote.name,
      ...wants
    ],
    remote.access
  )
  if (answer.code === 0) return null
  return answer.code === null ? 'it did not finish in time' : answer.stderr || `exit ${answer.code}`
}
