import { type Cast, type PodOf, rootNamespace, type ServiceOf } from './cast.ts'
import type { KubernetesObject } from './world.ts'

/** Service and target ports of every gateway's Service. */
export const gatewayPorts = [
  { name: 'http2', port: 80, targetPort: 8080 },
  { name: 'http-alt', port: 8080, targetPort: 8081 },
  { name: 'https', port: 443, targetPort: 8443 },
  { name: 'tcp', port: 9000, targetPort: 9000 }
] as const

/** The Kubernetes objects of a cast: namespaces, services, pods. */
export function clusterObjects(cast: Cast): readonly KubernetesObject[] {
  const out: KubernetesObject[] = []
  const named = new Set([
    ...(cast.gateways.length > 0 ? [rootNamespace] : []),
    ...cast.namespaces,
    ...cast.gatewayNames.map(name => name.split('/')[0] ?? '')
  ])
  // The smallest worlds say nothing of their namespace, as many repositories do.
  const isTiny = cast.services.length === 1 && cast.gateways.length === 0
  for (const name of isTiny ? [] : [...named].sort()) {
    out.push({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { 'istio-injection': 'enabled' } }
    })
  }
  for (const service of cast.services) out.push(serviceObject(service))
  for (const gateway of cast.gateways) out.push(gatewayService(gateway))
  for (const pod of [...cast.servers, ...cast.clients, ...cast.gateways]) out.push(podObject(pod))
  return out
}

function serviceObject(service: ServiceOf): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: service.name,
      namespace: service.namespace,
      creationTimestamp: '2023-01-01T00:00:00Z',
      ...(service.exportTo.length === 0
        ? {}
        : { annotations: { 'networking.istio.io/exportTo': service.exportTo.join(',') } })
    },
    spec: {
      clusterIP: service.address,
      selector: { app: service.name },
      ports: service.ports.map(port => ({
        name: port.name,
        port: port.number,
        targetPort: port.targetPort,
        ...(port.appProtocol === undefined ? {} : { appProtocol: port.appProtocol })
      }))
    }
  }
}

function gatewayService(gateway: PodOf): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'gateway',
      namespace: gateway.namespace,
      creationTimestamp: '2023-01-01T00:00:00Z'
    },
    spec: {
      clusterIP: gateway.address.replace('10.244.251.', '10.96.250.'),
      selector: { istio: 'ingressgateway' },
      ports: gatewayPorts.map(port => ({ ...port }))
    }
  }
}

function podObject(pod: PodOf): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: pod.name, namespace: pod.namespace, labels: pod.labels },
    spec: { serviceAccountName: pod.serviceAccount, containers: [{ name: 'app', image: 'app' }] },
    status: { podIP: pod.address }
  }
}
