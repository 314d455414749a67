/** The pieces of a proxy's configuration into which fields go. */
export type Piece =
  | 'route-configs'
  | 'filter-chains'
  | 'clusters'
  | 'endpoints'
  | 'inbound'
  | 'telemetry'

/**
 * The pieces that effects compare on both sides. A field that is compiled into another piece alone counts
 * as unread: whoever compares a further piece adds it here.
 */
export const comparedPieces: ReadonlySet<Piece> = new Set<Piece>([
  'route-configs',
  'filter-chains',
  'clusters',
  'inbound',
  'endpoints',
  'telemetry'
])
