import type { Manifest } from '../manifest/manifest.ts'

/** Objects of Istio's own installation. Source: istio pkg/config/analysis/analyzers/util/config.go. */
export function isControlPlane({ labels }: Manifest): boolean {
  return labels.istio !== undefined || labels.release === 'istio'
}

/** Services that a controller makes for a Gateway of the Gateway API. */
export function isManagedGateway({ labels }: Manifest): boolean {
  return labels['gateway.istio.io/managed']?.startsWith('istio.io-') === true
}
