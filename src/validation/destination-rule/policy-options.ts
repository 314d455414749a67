export interface PolicyOptions {
  /** Istio drops its own warnings about this part. */
  readonly losesWarnings?: boolean
}
