import * as core from '@actions/core'

/** The runner drops a summary of more than 1 MiB whole; the text is rendered to this budget. */
export const SUMMARY_BUDGET = 1024 * 1024 - 16 * 1024

/** Markdown that is rendered already; added to what earlier calls of this step wrote. */
export async function writeSummary(markdown: string): Promise<void> {
  if ((process.env.GITHUB_STEP_SUMMARY ?? '') === '') return
  await core.summary.addRaw(markdown.endsWith('\n') ? markdown : `${markdown}\n`).write()
  core.summary.emptyBuffer()
}
