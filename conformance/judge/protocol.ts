import type { Request } from '../../src/dataplane/request.ts'
import type { CanonicalConfig } from '../compare/canonical.ts'

/** The judge's jobs and answers: the JSON of conformance/internal/serve/job.go. */
export interface Job {
  readonly id: string
  readonly world?: {
    readonly yaml: string
    readonly meshConfig?: string
    readonly admission?: boolean
    readonly flags?: Readonly<Record<string, string>>
  }
  readonly proxies?: readonly ProxySpec[]
  readonly dump?: readonly ('listeners' | 'routes' | 'clusters' | 'inbound')[]
  readonly requests?: readonly Request[]
  /** Also puts the requests to a real Envoy. */
  readonly envoy?: boolean
  readonly analyze?: {
    readonly yaml: string
    readonly meshConfig?: string
    readonly meshNetworks?: string
    readonly namespace?: string
    readonly analyzers?: readonly string[]
    readonly filesOnly?: boolean
    readonly defaultResources?: boolean
  }
  /** Asks for the verdict on each object of a text by itself. */
  readonly validate?: { readonly yaml: string }
}

export interface ProxySpec {
  readonly name?: string
  readonly type?: 'sidecar' | 'gateway' | 'waypoint'
  readonly pod: string
}

export type JobResult = 'answered' | 'refused' | 'panicked' | 'invalid' | 'died'

export interface Answer {
  readonly id?: string
  readonly istio: string
  /** Only `answered` carries answers. */
  readonly result: JobResult
  readonly error?: string
  readonly stack?: string
  readonly refused?: readonly Refusal[]
  readonly configs?: readonly CanonicalConfig[]
  readonly outcomes?: readonly JudgedOutcome[]
  readonly observations?: readonly Observation[]
  readonly envoyError?: string
  readonly messages?: readonly Message[]
  readonly verdicts?: readonly Verdict[]
  readonly seconds?: Readonly<Record<string, number>>
}

/** An object that the webhook refuses; it is not part of the judged world where it is left out. */
export interface Refusal {
  readonly document: number
  readonly kind: string
  readonly namespace: string
  readonly name: string
  readonly errors: readonly string[]
  readonly leftOut: boolean
}

/** conformance/internal/decide/outcome.go. */
export interface JudgedOutcome {
  readonly id?: string
  readonly outcome: string
  readonly status?: number
  readonly destinations: readonly {
    readonly host: string
    readonly subset?: string
    readonly port: number
    readonly weight: number
    readonly missing?: boolean
  }[]
  readonly path?: string
  readonly authority?: string
  readonly redirect?: Readonly<Record<string, string | number>>
  readonly location?: string
  readonly response?: { readonly status: number; readonly body?: string }
  readonly transport?: string
  readonly trace: {
    readonly listener?: string
    readonly chain?: string
    readonly routeConfig?: string
    readonly virtualHost?: string
    readonly route?: string
    readonly routeIndex?: number
  }
  readonly decidedBy?: {
    readonly filter: string
    readonly action?: string
    /** Envoy's name of the rule. */
    readonly policy?: string
  }
  /** Who decides a `delegated` request. */
  readonly provider?: string
  /** That the token filter set, or took away (`null`). */
  readonly headers?: Readonly<Record<string, string | null>>
  readonly reason?: string
  /** What the judge met and cannot evaluate: such an outcome is never compared. */
  readonly unjudged?: readonly string[]
}

/** conformance/internal/envoy/client.go: what Envoy did with one request, as client and upstreams saw it. */
export interface Observation {
  readonly id?: string
  readonly end: 'replied' | 'opaque' | 'closed' | 'reset' | 'refused' | 'none'
  readonly status?: number
  readonly details?: string
  readonly route?: string
  readonly location?: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, readonly string[]>>
  readonly arrivals?: readonly {
    readonly cluster: string
    readonly method: string
    readonly path: string
    readonly authority: string
    readonly headers: Readonly<Record<string, readonly string[]>>
  }[]
  readonly error?: string
}

/** conformance/internal/verdict/analysis.go: one message of an analyzer of Istio. */
export interface Message {
  readonly code: string
  readonly level: string
  readonly analyzer: string
  readonly kind?: string
  readonly namespace?: string
  readonly name?: string
  readonly text: string
  /** Of the value and of the object, in the text that was given; absent where Istio names none. */
  readonly line?: number
  readonly objectLine?: number
}

/** conformance/internal/verdict/validation.go: what stands between one object and a cluster. */
export interface Verdict {
  readonly document: number
  readonly apiVersion: string
  readonly kind: string
  readonly namespace: string
  readonly name: string
  /** Whether Istio's webhook judges the kind; its errors refuse the object. */
  readonly webhook: boolean
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
  /** The webhook could not read the object. */
  readonly undecoded?: boolean
  /** Whether a CRD holds the kind; its errors are the API server's. */
  readonly schema: boolean
  readonly schemaErrors: readonly string[]
}
