import type { DataplaneView } from '../analyzers/analyzer.ts'
import type { Mesh } from '../mesh/mesh.ts'

export function dataplaneView(_mesh: Mesh): DataplaneView {
  return {
    proxies: [],
    config() {
      throw new Error('no such proxy')
    },
    table: () => undefined
  }
}
