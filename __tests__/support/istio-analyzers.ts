/**
 * Which of our analyzers say what one of Istio's says, by the name that istioctl lists it under.
 * Duplicate definitions and what the webhook warns of are found before the analyzers run.
 */
export const istioAnalyzers: Readonly<Record<string, readonly string[]>> = {
  'annotations.K8sAnalyzer': [
    'metadata/unknown-annotation',
    'metadata/ineffective-annotation',
    'metadata/invalid-annotation',
    'metadata/deprecated-annotation'
  ],
  'annotations.AlphaAnalyzer': ['metadata/unsupported-annotation'],
  'deprecation.DeprecationAnalyzer': [
    'virtual-service/deprecated-delay-percent',
    'sidecar/deprecated-egress-proxy',
    'custom-resource-definition/deprecated-kind'
  ],
  'externalcontrolplane.ExternalControlPlaneAnalyzer': [
    'webhook-configuration/invalid-address',
    'webhook-configuration/unsupported-address'
  ],
  'gateway.IngressGatewayPortAnalyzer': ['gateway/unknown-workload', 'gateway/unknown-port'],
  'gateway.SecretAnalyzer': [
    'gateway/unknown-workload',
    'gateway/unknown-credential',
    'gateway/invalid-credential'
  ],
  'gateway.ConflictingGatewayAnalyzer': ['gateway/conflicting-hosts'],
  'gateway.CertificateAnalyzer': ['gateway/duplicate-certificate'],
  'injection.Analyzer': [
    'namespace/missing-injection-label',
    'namespace/conflicting-injection-labels',
    'pod/missing-proxy'
  ],
  'injection.ImageAnalyzer': ['namespace/conflicting-proxy-images'],
  'injection.ImageAutoAnalyzer': ['pod/missing-injection'],
  'service.PortNameAnalyzer': ['service/unknown-protocol', 'service/invalid-external-name-port'],
  'services.MultiClusterServiceAnalyzer': ['manifest/duplicate-object'],
  'sidecar.SelectorAnalyzer': [
    'sidecar/unknown-workload',
    'sidecar/overlapping-selectors',
    'sidecar/duplicate-default',
    'sidecar/ineffective-sidecar'
  ],
  'virtualservice.ConflictingMeshGatewayHostsAnalyzer': ['virtual-service/conflicting-hosts'],
  'virtualservice.DestinationHostAnalyzer': [
    'virtual-service/unknown-host',
    'virtual-service/unknown-port',
    'virtual-service/missing-port',
    'virtual-service/ineffective-subset-routing'
  ],
  'virtualservice.DestinationRuleAnalyzer': ['virtual-service/unknown-subset'],
  'virtualservice.GatewayAnalyzer': [
    'virtual-service/unknown-gateway',
    'virtual-service/ineffective-gateway',
    'virtual-service/unsupported-gateway'
  ],
  'virtualservice.JWTClaimRouteAnalyzer': ['virtual-service/missing-authentication'],
  'deployment.MultiServiceAnalyzer': [
    'deployment/conflicting-protocols',
    'deployment/conflicting-ports'
  ],
  'meshnetworks.MeshNetworksAnalyzer': ['mesh-networks/unknown-registry'],
  'authn.BlockedCIDRsAnalyzer': ['deployment/insecure-jwks-fetch'],
  'auth.AuthorizationPoliciesAnalyzer': [
    'authorization-policy/unknown-namespace',
    'authorization-policy/unknown-workload'
  ],
  'destinationrule.CaCertificateAnalyzer': ['destination-rule/insecure-server-certificate'],
  'destinationrule.SubsetSelectPodAnalyzer': [
    'destination-rule/unknown-host',
    'destination-rule/unknown-workload'
  ],
  'schema.ValidationAnalyzer.VirtualService': ['validation/virtual-service'],
  'serviceentry.Analyzer': ['service-entry/missing-tcp-address'],
  'serviceentry.ConflictingServiceEntryProtocolAnalyzer': ['service-entry/conflicting-protocols'],
  'webhook.Analyzer': [
    'mutating-webhook-configuration/overlapping-webhooks',
    'mutating-webhook-configuration/unknown-service'
  ],
  'applicationUID.Analyzer': ['workload/invalid-user'],
  'envoyfilter.EnvoyPatchAnalyzer': [
    'envoy-filter/missing-priority',
    'envoy-filter/invalid-operation'
  ],
  'telemetry.ProviderAnalyzer': ['telemetry/missing-provider'],
  'telemetry.SelectorAnalyzer': ['telemetry/unknown-workload', 'telemetry/overlapping-selectors'],
  'telemetry.DefaultSelectorAnalyzer': ['telemetry/duplicate-default'],
  'telemetry.LightstepAnalyzer': ['telemetry/deprecated-provider'],
  'k8sgateway.SelectorAnalyzer': ['policy/ineffective-selector'],
  'k8sgateway.CRDVersionAnalyzer': ['custom-resource-definition/unsupported-version'],
  'conditions.ConditionAnalyzer': ['status/invalid-condition']
}
