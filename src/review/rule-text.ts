import type { SideFiles, SourceFile } from '../manifest/manifest.ts'
import { changedFiles } from './unread.ts'

/**
 * Whether anything that is judged by itself may have validation rules (CEL): a file that differs between the sides, or
 * any file of one state, whose text names an API group of Istio or of the Gateway API. Escapes could hide a name, so
 * that they count as one.
 */
export function mayHaveRules(base: SideFiles | null, head: SideFiles): boolean {
  if (base === null) return head.files.some(namesGroup)
  const changed = changedFiles(base, head)
  return [...base.files, ...head.files].some(file => changed.has(file.path) && namesGroup(file))
}

function namesGroup({ bytes }: SourceFile): boolean {
  // One character a byte: the names are ASCII, and other encodings are not decoded for this.
  const text = new TextDecoder('latin1').decode(bytes)
  return /\.istio\.io|gateway\.networking|\\[xuU]|\0/.test(text)
}
