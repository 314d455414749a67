/** The page of a finding, from the root of this program's repository. Those of rendering are one table. */
export function pageOf(id: string): string {
  return id.startsWith('render/') ? 'docs/configuration.md#rendering' : `docs/analyzers/${id}.md`
}
