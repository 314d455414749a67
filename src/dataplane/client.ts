import type { Labels } from '../mesh/selector.ts'
import type { Scope } from './scope.ts'

/** Who asks: what of a pod decides what it is sent. */
export interface Client {
  readonly type: 'sidecar' | 'gateway'
  readonly namespace: string
  readonly labels: Labels
  /** The pod's own addresses, where one pod is meant. */
  readonly addresses: readonly string[]
  readonly scope: Scope
  /** It knows ServiceEntries without addresses by those that istiod allocates. */
  readonly usesAllocated: boolean
}
