// Derived by __tests__/house.test.ts: one reporter a file. Run the tests with -u after adding one.
import { json } from './json.ts'
import { markdown } from './markdown.ts'
import type { Reporter } from './report.ts'
import { text } from './text.ts'

export const reporters: Readonly<Record<string, Reporter>> = { json, markdown, text }
