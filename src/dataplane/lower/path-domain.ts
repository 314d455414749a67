import type { Matcher } from '../../decision/table.ts'
import type { MeshConfig } from '../../mesh/mesh-config.ts'

const not = (of: Matcher): Matcher => ({ is: 'not', of })
const regex = (value: string): Matcher => ({ is: 'regex', value })

/** Escapes of letters, digits, `-`, `.`, `_` and `~`: the proxy decodes them. */
const DECODABLE =
  '[\\s\\S]*%(3[0-9]|4[1-9A-Fa-f]|5[0-9AaFf]|6[1-9A-Fa-f]|7[0-9AaEe]|2[DdEe])[\\s\\S]*'

/** Queries and fragments are cut off; codecs refuse spaces and control characters (nghttp2_check_path). */
const UNSEEN = '[\\s\\S]*[?#\\x00-\\x20\\x7f][\\s\\S]*'

/**
 * The paths that routes ever see: without query and fragment, and what normalisation leaves. Every
 * request path is normalised before it is matched, so nothing else exists.
 */
export function pathDomain(normalization: MeshConfig['pathNormalization']): Matcher {
  const found = known.get(normalization) ?? makeDomain(normalization)
  known.set(normalization, found)
  return found
}

/** One for all meshes, so that what is found out about it is found once. */
const known = new Map<MeshConfig['pathNormalization'], Matcher>()

function makeDomain(normalization: MeshConfig['pathNormalization']): Matcher {
  const rules: Matcher[] = [{ is: 'prefix', value: '/' }, not(regex(UNSEEN))]
  if (normalization !== 'NONE') {
    rules.push(
      not(regex('[\\s\\S]*/\\.\\.?(/[\\s\\S]*)?')),
      not(regex('[\\s\\S]*[\\\\"<>`{}][\\s\\S]*')),
      not(regex(DECODABLE))
    )
  }
  if (normalization === 'MERGE_SLASHES' || normalization === 'DECODE_AND_MERGE_SLASHES') {
    // Slashes alone keep their first and their last.
    const merged = not(regex('[\\s\\S]*//[\\s\\S]*'))
    rules.push({ is: 'any', of: [merged, { is: 'exact', value: '//' }] })
  }
  if (normalization === 'DECODE_AND_MERGE_SLASHES') {
    rules.push(not(regex('[\\s\\S]*%(2[Ff]|5[Cc])[\\s\\S]*')))
  }
  return { is: 'all', of: rules }
}
