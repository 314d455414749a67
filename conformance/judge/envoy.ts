import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('../envoy.sh', import.meta.url))

/** Istio minor → the Envoy that belongs to it; the same as in envoy.sh, which a test compares. */
export const envoyVersions: Readonly<Record<string, string>> = {
  '1.31': '1.39.3',
  '1.30': '1.38.3'
}

/** The Envoy that belongs to an Istio minor, or why there is none. */
export function envoyProgram(minor: string): { readonly path: string } | { readonly why: string } {
  const { status, stdout, stderr, error } = spawnSync(script, [minor], {
    encoding: 'utf8',
    timeout: 120_000
  })
  if (status === 0) return { path: stdout.trim() }
  return { why: (error?.message ?? stderr.trim()) || `envoy.sh ended with ${status}` }
}
