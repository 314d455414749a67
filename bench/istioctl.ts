import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** The newest minor that is judged against, from the Go module proxy. */
const VERSION = 'v0.0.0-20260827124520-eed52ebb66ad'

/**
 * The path of istioctl, built once into a cache outside the tree (five minutes on two cores); or why there is none.
 * istioctl is a peer to be compared with, and no part of the product.
 */
export function istioctl(): { readonly path: string } | { readonly why: string } {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
  const folder = join(cache, 'meshproof-bench', VERSION)
  const path = join(folder, 'istioctl')
  if (existsSync(path)) return { path }
  mkdirSync(folder, { recursive: true })
  const module = `istio.io/istio/istioctl/cmd/istioctl@${VERSION}`
  process.stderr.write(`building ${module}\n`)
  const { status, error } = spawnSync(
    'go',
    ['install', '-tags', 'vtprotobuf,disable_pgv', module],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, GOBIN: folder } }
  )
  if (status === 0 && existsSync(path)) return { path }
  return { why: error?.message ?? `go install ended with ${status}` }
}
