/** What a field of a manifest can change. */
export type Touch =
  | 'routing'
  | 'exposure'
  | 'access'
  | 'transport'
  | 'authentication'
  | 'membership'
  | 'observability'
  | 'extension'

export type FieldReading =
  /** A compile step consumes it and its result is compared: a change is an effect, or proven to be none. */
  | { readonly status: 'read'; readonly by: string; readonly touches: readonly Touch[] }
  /** Nothing that a request meets depends on it. */
  | { readonly status: 'inert'; readonly reason: string; readonly touches: readonly [] }
  /** Nothing reads it yet: a change leaves what it touches unknown. */
  | { readonly status: 'unknown'; readonly touches: readonly Touch[] }
