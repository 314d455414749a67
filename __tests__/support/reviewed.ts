import { type Config, defaultConfig } from '../../src/config/config.ts'
import type { EffectDomain } from '../../src/effects/effect.ts'
import type { Report } from '../../src/report/report.ts'
import type { ReviewInput } from '../../src/review/input.ts'
import { review } from '../../src/review.ts'
import { openSchemaStore } from '../../src/schema/store.ts'
import { root } from './golden.ts'
import { filesFrom } from './side.ts'

export const schemas = openSchemaStore(root)

/** Files of a side by path; one text is the file `mesh.yaml`. */
export type Texts = string | Readonly<Record<string, string>>

/** A review of two states given as texts. */
export function diffOf(base: Texts, head: Texts, parts: Partial<ReviewInput> = {}): Report {
  return review({
    command: 'diff',
    base: { name: 'base', files: filesFrom(named(base), 'base'), skipped: [] },
    head: { name: 'head', files: filesFrom(named(head), 'head'), skipped: [] },
    config: defaultConfig,
    schemas,
    version: '0.0.0',
    ...parts
  })
}

export function analysisOf(head: Texts, parts: Partial<ReviewInput> = {}): Report {
  return review({
    command: 'analyze',
    base: null,
    head: { name: 'head', files: filesFrom(named(head), 'head'), skipped: [] },
    config: defaultConfig,
    schemas,
    version: '0.0.0',
    ...parts
  })
}

export function configWith(parts: Partial<Config>): Config {
  return { ...defaultConfig, ...parts }
}

/** Effects of one domain in one line each: `rerouted reviews:9080, paths under /x: destinations reviews v1 → reviews v2`. */
export function saidEffects({ effects }: Report, domain: EffectDomain = 'routing'): string[] {
  const own = effects.filter(effect => effect.domain === domain)
  return own.map(({ kind, subject, region, changes }) => {
    const facets = changes.map(({ facet, before, after }) => `${facet} ${before} → ${after}`)
    const port = subject.port === undefined ? '' : `:${subject.port}`
    return `${kind} ${subject.name}${port}, ${region}: ${facets.join('; ')}`
  })
}

function named(texts: Texts): Readonly<Record<string, string>> {
  return typeof texts === 'string' ? { 'mesh.yaml': texts } : texts
}
