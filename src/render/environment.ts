import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Limits } from './limits.ts'

/**
 * All that a renderer finds in its environment: empty folders of its own instead of the user's plugins, repositories,
 * caches and clusters; no PATH, so no git, shell or plugin to start; proxies that lead nowhere.
 */
export function rendererEnvironment(home: string, limits: Limits): Record<string, string> {
  const folder = (name: string): string => {
    const path = join(home, name)
    mkdirSync(path, { recursive: true })
    return path
  }
  const nowhere = 'http://127.0.0.1:9'
  return {
    HOME: folder('user'),
    TMPDIR: folder('tmp'),
    PATH: folder('empty'),
    XDG_CONFIG_HOME: folder('config'),
    XDG_CACHE_HOME: folder('cache'),
    XDG_DATA_HOME: folder('share'),
    HELM_PLUGINS: folder('plugins'),
    HELM_CONFIG_HOME: folder('helm-config'),
    HELM_CACHE_HOME: folder('helm-cache'),
    HELM_DATA_HOME: folder('helm-data'),
    KUBECONFIG: join(home, 'no-cluster'),
    KUSTOMIZE_PLUGIN_HOME: folder('kustomize-plugins'),
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    http_proxy: nowhere,
    https_proxy: nowhere,
    GOMEMLIMIT: `${Math.floor((limits.memoryBytes * 3) / 4)}`,
    LC_ALL: 'C',
    TZ: 'UTC'
  }
}
