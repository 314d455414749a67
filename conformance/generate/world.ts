import type { Request } from '../../src/dataplane/request.ts'
import type { Area } from './area.ts'

/** What JSON can hold; the objects of a world are built by hand, not parsed. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }
export type Fields = { readonly [key: string]: Json }

/** A Kubernetes object. */
export interface KubernetesObject {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: {
    readonly name: string
    readonly namespace?: string
    readonly labels?: Readonly<Record<string, string>>
    readonly annotations?: Readonly<Record<string, string>>
    /** Given everywhere: git does not hold the order of creation, and these worlds are about its use. */
    readonly creationTimestamp?: string
  }
  readonly [part: string]: Json | KubernetesObject['metadata']
}

/** A proxy of the world by the pod it stands beside, `NAMESPACE/NAME`. */
export interface ProxyOf {
  readonly type: 'sidecar' | 'gateway'
  readonly pod: string
}

/** A mesh with questions: the unit of everything in this folder. */
export interface World {
  /** `http-sidecar/7/12`: area, seed of the run, number. */
  readonly name: string
  readonly area: Area
  readonly flags: Readonly<Record<string, string>>
  readonly meshConfig: Fields
  /** `false`: the webhook was not asked, as where it is switched off. */
  readonly admission?: boolean
  readonly objects: readonly KubernetesObject[]
  readonly proxies: readonly ProxyOf[]
  readonly requests: readonly Request[]
}

/** The objects as a YAML stream: JSON documents, which YAML 1.2 reads as they are. */
export function manifestText(objects: readonly KubernetesObject[]): string {
  return objects.map(object => `---\n${JSON.stringify(object, null, 1)}\n`).join('')
}
