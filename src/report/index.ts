// Derived from the files of this folder by __tests__/report/goldens.test.ts (`-u` writes it).
import { html } from './html.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import type { Reporter } from './report.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

export const reporters: Readonly<Record<string, Reporter>> = {
  html,
  json,
  junit,
  markdown,
  sarif,
  text
}
