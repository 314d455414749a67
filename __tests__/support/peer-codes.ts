/** One code of a peer: what it is about, and why nothing here says the same where that is so. */
export interface PeerCode {
  readonly about: string
  /** Said elsewhere than by an analyzer. */
  readonly by?: string
  readonly not?: string
}

const INSTALLATION = 'about an installation, asked of a running cluster by istioctl x precheck'
const WEBHOOK = 'what the webhook says: one id for each of its rules'
const NOBODY = 'no analyzer of istioctl says it any more'
const DEAD = 'Kiali itself no longer raises it'

/** All 68 of Istio. */
export const istioCodes: Readonly<Record<string, PeerCode>> = {
  IST0001: { about: 'internal error of the tool', by: 'internal/analyzer-failed' },
  IST0002: { about: 'something deprecated' },
  IST0101: { about: 'a name that leads nowhere' },
  IST0102: { about: 'a namespace without an injection label' },
  IST0103: { about: 'a pod without its proxy' },
  IST0106: { about: 'an object that the webhook refuses', by: WEBHOOK },
  IST0107: { about: 'a misplaced annotation' },
  IST0108: { about: 'an unknown annotation' },
  IST0109: { about: 'one host in several VirtualServices' },
  IST0110: { about: 'several Sidecars for one workload' },
  IST0111: { about: 'several Sidecars without a selector' },
  IST0112: { about: 'a destination that needs a port' },
  IST0116: { about: 'Services with different transports on one port' },
  IST0118: { about: 'a port name without a protocol' },
  IST0123: { about: 'several injection labels' },
  IST0125: { about: 'an annotation with a bad value' },
  IST0126: { about: 'mesh networks with an unknown registry' },
  IST0127: { about: 'a policy for no workload' },
  IST0128: { about: 'TLS without authorities' },
  IST0129: { about: 'TLS of a port without authorities' },
  IST0130: { about: 'a rule that cannot be reached' },
  IST0131: { about: 'a match without effect' },
  IST0132: { about: 'a host that the Gateway does not serve' },
  IST0133: { about: 'an object that the webhook warns of', by: WEBHOOK },
  IST0134: { about: 'a TCP ServiceEntry without addresses' },
  IST0135: { about: 'a deprecated annotation' },
  IST0136: { about: 'an alpha annotation (on request alone)' },
  IST0137: { about: 'several Service ports for one container port' },
  IST0138: { about: 'a certificate in two Gateways' },
  IST0139: { about: 'injection webhooks that overlap or lead nowhere' },
  IST0140: { about: 'subset routes that a gateway does not use' },
  IST0141: { about: 'permissions for an installation', not: INSTALLATION },
  IST0142: { about: 'a Kubernetes that is too old', not: INSTALLATION },
  IST0143: { about: 'an application on localhost', not: NOBODY },
  IST0144: { about: 'an application with the user of the proxy' },
  IST0145: { about: 'Gateways that open one host' },
  IST0146: { about: 'a Deployment that waits for injection' },
  IST0147: { about: 'a Pod that waits for injection' },
  IST0148: { about: 'a namespace that is injected by default' },
  IST0149: { about: 'routes by claims that nobody verifies' },
  IST0150: { about: 'an ExternalName Service that takes all TCP' },
  IST0151: { about: 'a relative EnvoyFilter without priority' },
  IST0152: { about: 'a REPLACE that does nothing' },
  IST0153: { about: 'an ADD that does nothing' },
  IST0154: { about: 'a REMOVE that does nothing' },
  IST0155: { about: 'the same after one for a version of the proxy' },
  IST0156: { about: 'Gateway API definitions that are too old', not: INSTALLATION },
  IST0157: { about: 'access logs without a provider' },
  IST0158: { about: 'proxies of another image' },
  IST0159: { about: 'several Telemetries for one workload' },
  IST0160: { about: 'several Telemetries without a selector' },
  IST0161: { about: 'a certificate that cannot be read or is out of date' },
  IST0162: { about: 'a port that the gateway Service lacks' },
  IST0163: { about: 'a webhook of an external control plane that leads nowhere' },
  IST0164: { about: 'the same at an address' },
  IST0165: { about: 'an internal gateway name' },
  IST0166: { about: 'a selector for pods of a Gateway' },
  IST0167: { about: 'a Sidecar in ambient mode' },
  IST0168: { about: 'unknown upgrade compatibility', not: NOBODY },
  IST0169: { about: 'defaults that an upgrade changes', not: INSTALLATION },
  IST0170: { about: 'a Service that clusters define differently', by: 'manifest/duplicate-object' },
  IST0171: { about: 'a status that says no' },
  IST0172: { about: 'Gateway API definitions that will be too old', not: INSTALLATION },
  IST0173: { about: 'a subset without pods' },
  IST0174: { about: 'a DestinationRule for no host' },
  IST0175: { about: 'keys that are fetched from anywhere' },
  IST0176: { about: 'one Gateway API definition that is too old' },
  IST0177: { about: 'ServiceEntries with different protocols' }
}

/** All 72 of Kiali 2.30. */
export const kialiCodes: Readonly<Record<string, PeerCode>> = {
  KIA0002: { about: 'several selector-less objects in a namespace' },
  KIA0003: { about: 'several objects for one workload' },
  KIA0004: { about: 'a selector for no workload' },
  KIA0005: { about: 'an export to an unknown namespace' },
  KIA0101: { about: 'callers of an unknown namespace' },
  KIA0102: { about: 'a method that HTTP does not have' },
  KIA0104: {
    about: 'a policy for a host of no registry',
    not: 'hosts of policies are Host headers, of any name; Istio dropped its own check for false alarms'
  },
  KIA0105: { about: 'a policy field that needs mutual TLS' },
  KIA0106: { about: 'callers of an unknown service account' },
  KIA0107: { about: 'callers of a remote cluster', not: 'needs the other clusters' },
  KIA0108: { about: 'callers of a foreign trust domain', not: 'needs the other mesh' },
  KIA0109: { about: 'a policy about HTTP in ambient mode without a waypoint' },
  KIA0110: { about: 'a policy about HTTP in ambient mode without targetRefs' },
  KIA0201: { about: 'several DestinationRules for one host' },
  KIA0202: { about: 'a DestinationRule for no host' },
  KIA0203: { about: 'a subset without workloads' },
  KIA0204: { about: 'TLS of a rule that a wider one overrides', not: DEAD },
  KIA0205: { about: 'a rule with mutual TLS and no policy of the mesh', not: DEAD },
  KIA0206: { about: 'a rule with mutual TLS and no policy of the namespace', not: DEAD },
  KIA0207: {
    about: 'a rule without TLS against a STRICT namespace'
  },
  KIA0208: { about: 'a rule without TLS against a STRICT mesh' },
  KIA0209: { about: 'a subset without labels' },
  KIA0210: { about: 'a DestinationRule about HTTP in ambient mode without a waypoint' },
  KIA0211: { about: 'the same for a service that opts out' },
  KIA0212: { about: 'a DestinationRule that the waypoint of the service does not look at' },
  KIA0301: { about: 'Gateways that open one host' },
  KIA0302: { about: 'a Gateway for no workload' },
  KIA0401: { about: 'a mesh policy without a DestinationRule', not: DEAD },
  KIA0501: { about: 'a namespace policy without a DestinationRule', not: DEAD },
  KIA0505: {
    about: 'a namespace without mutual TLS and no rule that says so',
    not: 'told as connection-broken, with the requests'
  },
  KIA0506: {
    about: 'a mesh without mutual TLS and no rule that says so',
    not: 'told as connection-broken, with the requests'
  },
  KIA0601: { about: 'a port name without a protocol' },
  KIA0602: { about: 'an appProtocol without a protocol', by: 'service/unknown-protocol' },
  KIA0701: {
    about: 'a port that no Deployment exposes',
    not: 'containers need not declare their ports, so that nothing follows from it'
  },
  KIA1004: { about: 'a Sidecar for an unknown host' },
  KIA1006: { about: 'a Sidecar of the root namespace with a selector' },
  KIA1007: { about: 'an outbound policy without a mode' },
  KIA1101: { about: 'a destination that does not exist' },
  KIA1102: { about: 'a Gateway that does not exist' },
  KIA1104: { about: 'a weight that says nothing' },
  KIA1105: { about: 'one destination twice' },
  KIA1106: { about: 'one host in several VirtualServices' },
  KIA1107: { about: 'a subset that does not exist' },
  KIA1108: { about: 'an old form of gateway names', by: WEBHOOK },
  KIA1109: { about: 'a VirtualService in ambient mode without a waypoint' },
  KIA1110: { about: 'a RequestAuthentication in ambient mode without a waypoint' },
  KIA1111: { about: 'a WasmPlugin in ambient mode without a waypoint' },
  KIA1112: { about: 'a Telemetry about HTTP in ambient mode without a waypoint' },
  KIA1113: { about: 'a VirtualService for a service that opts out' },
  KIA1114: { about: 'a VirtualService that the waypoint of the service does not look at' },
  KIA1115: { about: 'a RequestAuthentication in ambient mode without targetRefs' },
  KIA1116: { about: 'a WasmPlugin in ambient mode without targetRefs' },
  KIA1117: { about: 'a Telemetry about HTTP in ambient mode without targetRefs' },
  KIA1211: {
    about: 'one host and port in several ServiceEntries',
    not: 'they are merged: nothing is lost where their protocols agree, and where they do not it is KIA1212'
  },
  KIA1212: { about: 'ServiceEntries with different protocols' },
  KIA1301: {
    about: 'a workload without an AuthorizationPolicy',
    not: 'open workloads are the default; a change of who may call is an access effect'
  },
  KIA1311: { about: 'a workload labelled for a sidecar and for ambient mode' },
  KIA1312: { about: 'a waypoint for a workload that is not in ambient mode' },
  KIA1313: { about: 'a waypoint that does not exist' },
  KIA1314: { about: 'a pod labelled for a sidecar and redirected to ztunnel' },
  KIA1315: { about: 'a pod with a sidecar and a label for ambient mode' },
  KIA1316: { about: 'a workload with a sidecar in an ambient namespace' },
  KIA1317: { about: 'a workload in ambient mode with a policy about HTTP and no waypoint' },
  KIA1401: { about: 'a route for no Gateway' },
  KIA1402: { about: 'a route to no Service' },
  KIA1501: { about: 'listeners of several Gateways with one host and port' },
  KIA1502: { about: 'several Gateways with one address' },
  KIA1503: { about: 'listeners with one name', not: 'refused by the schema of the Gateway API' },
  KIA1504: { about: 'an unknown GatewayClass', not: 'classes are made by the installation' },
  KIA1601: { about: 'a ReferenceGrant for an unknown namespace' },
  KIA1701: { about: 'a WorkloadGroup with an unknown service account' },
  KIA1702: { about: 'WorkloadGroups with the same labels' }
}
