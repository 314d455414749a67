import type { SideFiles } from '../manifest/manifest.ts'
import type { Report, ReportSide } from '../report/report.ts'

/** The report where no file that could hold a manifest differs: nothing was read, and the engine not loaded. */
export function nothingRelevant(base: SideFiles, head: SideFiles, version: string): Report {
  return {
    schema: 'meshproof/report/v1',
    versions: { meshproof: version },
    command: 'check',
    sides: { base: side(base), head: side(head) },
    meshes: [],
    verdict: { outcome: 'pass', reasons: [] },
    effects: [],
    unknown: [],
    findings: { introduced: [], resolved: [], remaining: [] },
    unchanged: { proxies: 0, tables: 0, classes: 0, textOnly: [], assumptions: [] },
    coverage: {
      files: { base: 0, head: 0 },
      manifests: { base: 0, head: 0 },
      changed: { files: 0, manifests: 0 },
      byKind: {},
      skipped: []
    },
    assumptions: [],
    plan: { rollout: [], verify: [], watch: [], rollback: [] }
  }
}

function side({ name, commit }: SideFiles): ReportSide {
  return commit === undefined ? { name } : { name, commit }
}
