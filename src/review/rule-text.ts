import type { SideFiles, SourceFile } from '../manifest/manifest.ts'
import type { RenderedMesh } from '../manifest/rendered.ts'
import { changedFiles } from './unread.ts'

/** What the validation rules (CEL) of objects need to be run: nothing, what reads Istio's rules, or a library. */
export type RuleNeed = 'none' | 'plain' | 'library'

/**
 * Whether anything that is judged by itself may have validation rules: a file that differs between the sides, or any
 * file of one state, whose text names an API group of Istio or of the Gateway API. Escapes could hide a name, so that
 * they count as one. What a renderer wrote is not looked into.
 */
export function ruleNeed(
  base: SideFiles | null,
  head: SideFiles,
  rendered: readonly RenderedMesh[]
): RuleNeed {
  if (rendered.length > 0) return 'library'
  const changed = base === null ? null : changedFiles(base, head)
  let need: RuleNeed = 'none'
  for (const file of [...(base?.files ?? []), ...head.files]) {
    if (changed?.has(file.path) === false) continue
    const own = needOf(file)
    if (own === 'library') return own
    if (own === 'plain') need = own
  }
  return need
}

function needOf({ bytes }: SourceFile): RuleNeed {
  // One character a byte: the names are ASCII, and other encodings are not decoded for this.
  const text = new TextDecoder('latin1').decode(bytes)
  if (/gateway\.networking|\\[xuU]|\0/.test(text)) return 'library'
  return text.includes('.istio.io') ? 'plain' : 'none'
}
