import { jsonText } from './escape.ts'
import { redact } from './redact.ts'
import type { Reporter } from './report.ts'

/** The report as data, `schemas/report.schema.json`; secrets redacted, otherwise complete. */
export const json: Reporter = {
  id: 'json',
  render(report) {
    return `${jsonText(redact(report))}\n`
  }
}
