import type { Cast } from './cast.ts'
import type { Random } from './random.ts'
import type { Fields, KubernetesObject } from './world.ts'

/** An object with a creation time out of the few of its world. */
export function drawObject(
  random: Random,
  cast: Cast,
  kind: string,
  namespace: string,
  name: string,
  spec: Fields
): KubernetesObject {
  return {
    apiVersion: 'networking.istio.io/v1',
    kind,
    metadata: { name, namespace, creationTimestamp: random.pick(cast.times) },
    spec
  }
}

/** exportTo as people write it; `{}` leaves it out. */
export function drawExportTo(random: Random, cast: Cast, namespace: string): Fields {
  const others = [...cast.namespaces, 'istio-system'].filter(each => each !== namespace)
  const lists = random.weighted<readonly string[] | null>([
    [58, null],
    [12, ['.']],
    [12, ['*']],
    [10, [random.pick(cast.namespaces)]],
    [8, ['.', ...random.some(others, 1, 2)]]
  ])
  return lists === null ? {} : { exportTo: [...lists] }
}
