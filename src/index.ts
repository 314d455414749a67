/**
 * The one entry of the bundle. Each way in loads only what it needs: the command never loads the toolkit of
 * GitHub Actions, and the client of GitHub's API is loaded where a comment is written.
 */
import { withoutLastTier } from './cli/tiers.ts'

/** The action's main step. Never rejects; sets the exit code. */
export async function action(): Promise<void> {
  withoutLastTier()
  const { main } = await import('./action/main.ts')
  await main()
}

/** The action's post step. */
export async function post(): Promise<void> {
  const { post } = await import('./action/post.ts')
  await post()
}

/** The companion that posts the report of a run that could not, on workflow_run. */
export async function companion(): Promise<void> {
  const { companion } = await import('./action/companion.ts')
  await companion()
}

/** The command `meshproof`. */
export async function cli(): Promise<void> {
  withoutLastTier()
  const { main } = await import('./cli/main.ts')
  process.exitCode = await main(process.argv.slice(2))
}
