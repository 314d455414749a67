import type { NeutralEdit } from './edit.ts'
import { isTree, ofKind, specOf, type Tree, textAt, textsAt, treeAt } from './tree.ts'
import { asList, blockStyle, flowStyle, manyFiles, oneFile, withKeysReversed } from './write.ts'

const ISTIO = ['VirtualService', 'DestinationRule', 'Gateway', 'ServiceEntry', 'Sidecar']
const POLICIES = ['AuthorizationPolicy', 'PeerAuthentication', 'RequestAuthentication']

/** Edits of text, files and metadata: what the API server hands on is the same. */
export const neutralText: readonly NeutralEdit[] = [
  {
    name: 'documents in another order',
    why: 'objects of an API server have no order; those of these worlds have creation times',
    apply: () => true,
    write: (objects, random) => oneFile(random.shuffle(objects))
  },
  {
    name: 'spread over other files',
    why: 'a file is no part of an object',
    apply: () => true,
    write: manyFiles
  },
  {
    name: 'keys in another order',
    why: 'maps have no order (YAML 1.2.2, 3.2.1.1)',
    apply: () => true,
    write: objects => oneFile(objects.map(withKeysReversed))
  },
  {
    name: 'block style',
    why: 'style is presentation alone (YAML 1.2.2, 3.2.3)',
    apply: () => true,
    write: blockStyle
  },
  {
    name: 'flow style, quotes, comments',
    why: 'style and comments are presentation alone (YAML 1.2.2, 3.2.3)',
    apply: () => true,
    write: flowStyle
  },
  {
    name: 'one List of all objects',
    why: 'kubectl applies the items of a List one by one',
    apply: () => true,
    write: asList
  },
  {
    name: 'another version of the API',
    why: 'istiod reads every served version as the same type (pkg/config/schema/collections)',
    apply(objects, random) {
      let changed = false
      for (const object of ofKind(objects, ...ISTIO)) {
        object.apiVersion = `networking.istio.io/${random.pick(['v1beta1', 'v1alpha3', 'v1'])}`
        changed = true
      }
      for (const object of ofKind(objects, ...POLICIES)) {
        object.apiVersion = `security.istio.io/${random.pick(['v1beta1', 'v1'])}`
        changed = true
      }
      return changed
    }
  },
  {
    name: 'annotations and labels of configuration',
    why: 'labels of Istio objects select nothing, unknown annotations are not read; ports of ServiceEntries of one host are joined only where their labels are equal (pilot model/sidecar.go canMergeServices)',
    apply(objects, random) {
      for (const object of ofKind(objects, ...ISTIO, ...POLICIES)) {
        if (sharesHost(object, objects)) continue
        if (!random.chance(0.6)) continue
        const metadata = treeAt(object, 'metadata')
        metadata.labels = { ...treeAt(object, 'metadata', 'labels'), team: random.pick(['a', 'b']) }
        metadata.annotations = {
          ...treeAt(object, 'metadata', 'annotations'),
          'example.com/owner': 'somebody'
        }
      }
      return ofKind(objects, ...ISTIO, ...POLICIES).length > 0
    }
  },
  {
    name: 'objects that no proxy reads',
    why: 'istiod does not watch these kinds as configuration of traffic',
    apply(objects, random) {
      const stranger = (apiVersion: string, kind: string, rest: Tree): Tree => ({
        apiVersion,
        kind,
        metadata: { name: `stranger-${random.between(0, 99)}`, namespace: 'a' },
        ...rest
      })
      objects.push(
        stranger('v1', 'ConfigMap', { data: { level: 'info' } }),
        stranger('v1', 'Secret', { stringData: { key: 'value' } }),
        stranger('networking.k8s.io/v1', 'NetworkPolicy', { spec: { podSelector: {} } }),
        stranger('policy/v1', 'PodDisruptionBudget', { spec: { minAvailable: 1 } })
      )
      return true
    }
  },
  {
    name: 'labels in another order',
    why: 'labels are a map',
    apply(objects) {
      let changed = false
      const turn = (tree: Tree, key: string): void => {
        const found = tree[key]
        if (!isTree(found) || Object.keys(found).length < 2) return
        tree[key] = Object.fromEntries(Object.entries(found).reverse())
        changed = true
      }
      for (const object of objects) {
        turn(treeAt(object, 'metadata'), 'labels')
        if (textAt(object, 'kind') === 'Service') turn(treeAt(object, 'spec'), 'selector')
      }
      return changed
    }
  }
]

/** A ServiceEntry whose host another one has as well. */
function sharesHost(object: Tree, objects: readonly Tree[]): boolean {
  if (textAt(object, 'kind') !== 'ServiceEntry') return false
  const hosts = textsAt(specOf(object), 'hosts')
  return ofKind(objects, 'ServiceEntry').some(
    other => other !== object && textsAt(specOf(other), 'hosts').some(host => hosts.includes(host))
  )
}
