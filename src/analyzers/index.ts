// Derived from the folders beside it by __tests__/analyzers/index.test.ts (`-u` writes it).
import type { Analyzer } from './analyzer.ts'
import { conflictingProviders as authorizationPolicyConflictingProviders } from './authorization-policy/conflicting-providers.ts'
import { ineffectivePath as authorizationPolicyIneffectivePath } from './authorization-policy/ineffective-path.ts'
import { insecureDeny as authorizationPolicyInsecureDeny } from './authorization-policy/insecure-deny.ts'
import { invalidMethod as authorizationPolicyInvalidMethod } from './authorization-policy/invalid-method.ts'
import { invalidPrincipal as authorizationPolicyInvalidPrincipal } from './authorization-policy/invalid-principal.ts'
import { missingAllow as authorizationPolicyMissingAllow } from './authorization-policy/missing-allow.ts'
import { missingHostPort as authorizationPolicyMissingHostPort } from './authorization-policy/missing-host-port.ts'
import { missingMutualTls as authorizationPolicyMissingMutualTls } from './authorization-policy/missing-mutual-tls.ts'
import { missingPathVariant as authorizationPolicyMissingPathVariant } from './authorization-policy/missing-path-variant.ts'
import { unknownNamespace as authorizationPolicyUnknownNamespace } from './authorization-policy/unknown-namespace.ts'
import { unknownPort as authorizationPolicyUnknownPort } from './authorization-policy/unknown-port.ts'
import { unknownServiceAccount as authorizationPolicyUnknownServiceAccount } from './authorization-policy/unknown-service-account.ts'
import { unknownWorkload as authorizationPolicyUnknownWorkload } from './authorization-policy/unknown-workload.ts'
import { unreachableAllow as authorizationPolicyUnreachableAllow } from './authorization-policy/unreachable-allow.ts'
import { unreachableRule as authorizationPolicyUnreachableRule } from './authorization-policy/unreachable-rule.ts'
import { unsupportedField as authorizationPolicyUnsupportedField } from './authorization-policy/unsupported-field.ts'
import { deprecatedKind as customResourceDefinitionDeprecatedKind } from './custom-resource-definition/deprecated-kind.ts'
import { unsupportedVersion as customResourceDefinitionUnsupportedVersion } from './custom-resource-definition/unsupported-version.ts'
import { conflictingPorts as deploymentConflictingPorts } from './deployment/conflicting-ports.ts'
import { conflictingProtocols as deploymentConflictingProtocols } from './deployment/conflicting-protocols.ts'
import { insecureJwksFetch as deploymentInsecureJwksFetch } from './deployment/insecure-jwks-fetch.ts'
import { conflictingMutualTls as destinationRuleConflictingMutualTls } from './destination-rule/conflicting-mutual-tls.ts'
import { ineffectiveCredential as destinationRuleIneffectiveCredential } from './destination-rule/ineffective-credential.ts'
import { ineffectiveNamespace as destinationRuleIneffectiveNamespace } from './destination-rule/ineffective-namespace.ts'
import { ineffectiveTrafficPolicy as destinationRuleIneffectiveTrafficPolicy } from './destination-rule/ineffective-traffic-policy.ts'
import { insecureServerCertificate as destinationRuleInsecureServerCertificate } from './destination-rule/insecure-server-certificate.ts'
import { missingSubsetLabels as destinationRuleMissingSubsetLabels } from './destination-rule/missing-subset-labels.ts'
import { missingWaypoint as destinationRuleMissingWaypoint } from './destination-rule/missing-waypoint.ts'
import { overlappingRules as destinationRuleOverlappingRules } from './destination-rule/overlapping-rules.ts'
import { unknownHost as destinationRuleUnknownHost } from './destination-rule/unknown-host.ts'
import { unknownWorkload as destinationRuleUnknownWorkload } from './destination-rule/unknown-workload.ts'
import { unreachableRule as destinationRuleUnreachableRule } from './destination-rule/unreachable-rule.ts'
import { invalidOperation as envoyFilterInvalidOperation } from './envoy-filter/invalid-operation.ts'
import { missingPriority as envoyFilterMissingPriority } from './envoy-filter/missing-priority.ts'
import { unknownNamespace as exportToUnknownNamespace } from './export-to/unknown-namespace.ts'
import { conflictingHosts as gatewayConflictingHosts } from './gateway/conflicting-hosts.ts'
import { duplicateCertificate as gatewayDuplicateCertificate } from './gateway/duplicate-certificate.ts'
import { duplicateServerName as gatewayDuplicateServerName } from './gateway/duplicate-server-name.ts'
import { invalidCredential as gatewayInvalidCredential } from './gateway/invalid-credential.ts'
import { unknownCredential as gatewayUnknownCredential } from './gateway/unknown-credential.ts'
import { unknownPort as gatewayUnknownPort } from './gateway/unknown-port.ts'
import { unknownWorkload as gatewayUnknownWorkload } from './gateway/unknown-workload.ts'
import { unsupportedHostList as gatewayUnsupportedHostList } from './gateway/unsupported-host-list.ts'
import { missingGrant as httpRouteMissingGrant } from './http-route/missing-grant.ts'
import { unknownBackend as httpRouteUnknownBackend } from './http-route/unknown-backend.ts'
import { unknownGateway as httpRouteUnknownGateway } from './http-route/unknown-gateway.ts'
import { conflictingHosts as kubernetesGatewayConflictingHosts } from './kubernetes-gateway/conflicting-hosts.ts'
import { unknownRegistry as meshNetworksUnknownRegistry } from './mesh-networks/unknown-registry.ts'
import { deprecatedAnnotation as metadataDeprecatedAnnotation } from './metadata/deprecated-annotation.ts'
import { ineffectiveAnnotation as metadataIneffectiveAnnotation } from './metadata/ineffective-annotation.ts'
import { invalidAnnotation as metadataInvalidAnnotation } from './metadata/invalid-annotation.ts'
import { unknownAnnotation as metadataUnknownAnnotation } from './metadata/unknown-annotation.ts'
import { unknownWaypoint as metadataUnknownWaypoint } from './metadata/unknown-waypoint.ts'
import { unsupportedAnnotation as metadataUnsupportedAnnotation } from './metadata/unsupported-annotation.ts'
import { overlappingWebhooks as mutatingWebhookConfigurationOverlappingWebhooks } from './mutating-webhook-configuration/overlapping-webhooks.ts'
import { unknownService as mutatingWebhookConfigurationUnknownService } from './mutating-webhook-configuration/unknown-service.ts'
import { conflictingInjectionLabels as namespaceConflictingInjectionLabels } from './namespace/conflicting-injection-labels.ts'
import { conflictingProxyImages as namespaceConflictingProxyImages } from './namespace/conflicting-proxy-images.ts'
import { missingInjectionLabel as namespaceMissingInjectionLabel } from './namespace/missing-injection-label.ts'
import { conflictingMode as peerAuthenticationConflictingMode } from './peer-authentication/conflicting-mode.ts'
import { duplicateDefault as peerAuthenticationDuplicateDefault } from './peer-authentication/duplicate-default.ts'
import { ineffectiveRootSelector as peerAuthenticationIneffectiveRootSelector } from './peer-authentication/ineffective-root-selector.ts'
import { overlappingSelectors as peerAuthenticationOverlappingSelectors } from './peer-authentication/overlapping-selectors.ts'
import { unknownPort as peerAuthenticationUnknownPort } from './peer-authentication/unknown-port.ts'
import { missingInjection as podMissingInjection } from './pod/missing-injection.ts'
import { missingProxy as podMissingProxy } from './pod/missing-proxy.ts'
import { ineffectiveSelector as policyIneffectiveSelector } from './policy/ineffective-selector.ts'
import { missingTargetRef as policyMissingTargetRef } from './policy/missing-target-ref.ts'
import { missingWaypoint as policyMissingWaypoint } from './policy/missing-waypoint.ts'
import { unknownTarget as policyUnknownTarget } from './policy/unknown-target.ts'
import { unknownWorkload as policyUnknownWorkload } from './policy/unknown-workload.ts'
import { unknownNamespace as referenceGrantUnknownNamespace } from './reference-grant/unknown-namespace.ts'
import { invalidExternalNamePort as serviceInvalidExternalNamePort } from './service/invalid-external-name-port.ts'
import { unknownProtocol as serviceUnknownProtocol } from './service/unknown-protocol.ts'
import { conflictingProtocols as serviceEntryConflictingProtocols } from './service-entry/conflicting-protocols.ts'
import { missingTcpAddress as serviceEntryMissingTcpAddress } from './service-entry/missing-tcp-address.ts'
import { deprecatedEgressProxy as sidecarDeprecatedEgressProxy } from './sidecar/deprecated-egress-proxy.ts'
import { duplicateDefault as sidecarDuplicateDefault } from './sidecar/duplicate-default.ts'
import { ineffectiveRootSelector as sidecarIneffectiveRootSelector } from './sidecar/ineffective-root-selector.ts'
import { ineffectiveSidecar as sidecarIneffectiveSidecar } from './sidecar/ineffective-sidecar.ts'
import { missingOutboundMode as sidecarMissingOutboundMode } from './sidecar/missing-outbound-mode.ts'
import { overlappingSelectors as sidecarOverlappingSelectors } from './sidecar/overlapping-selectors.ts'
import { unknownHost as sidecarUnknownHost } from './sidecar/unknown-host.ts'
import { unknownWorkload as sidecarUnknownWorkload } from './sidecar/unknown-workload.ts'
import { invalidCondition as statusInvalidCondition } from './status/invalid-condition.ts'
import { deprecatedProvider as telemetryDeprecatedProvider } from './telemetry/deprecated-provider.ts'
import { duplicateDefault as telemetryDuplicateDefault } from './telemetry/duplicate-default.ts'
import { missingProvider as telemetryMissingProvider } from './telemetry/missing-provider.ts'
import { overlappingSelectors as telemetryOverlappingSelectors } from './telemetry/overlapping-selectors.ts'
import { unknownWorkload as telemetryUnknownWorkload } from './telemetry/unknown-workload.ts'
import { conflictingHosts as virtualServiceConflictingHosts } from './virtual-service/conflicting-hosts.ts'
import { conflictingServerNames as virtualServiceConflictingServerNames } from './virtual-service/conflicting-server-names.ts'
import { deprecatedDelayPercent as virtualServiceDeprecatedDelayPercent } from './virtual-service/deprecated-delay-percent.ts'
import { duplicateDestination as virtualServiceDuplicateDestination } from './virtual-service/duplicate-destination.ts'
import { ineffectiveCondition as virtualServiceIneffectiveCondition } from './virtual-service/ineffective-condition.ts'
import { ineffectiveExport as virtualServiceIneffectiveExport } from './virtual-service/ineffective-export.ts'
import { ineffectiveFault as virtualServiceIneffectiveFault } from './virtual-service/ineffective-fault.ts'
import { ineffectiveGateway as virtualServiceIneffectiveGateway } from './virtual-service/ineffective-gateway.ts'
import { ineffectiveMatchPort as virtualServiceIneffectiveMatchPort } from './virtual-service/ineffective-match-port.ts'
import { ineffectiveNamespace as virtualServiceIneffectiveNamespace } from './virtual-service/ineffective-namespace.ts'
import { ineffectiveRetries as virtualServiceIneffectiveRetries } from './virtual-service/ineffective-retries.ts'
import { ineffectiveSource as virtualServiceIneffectiveSource } from './virtual-service/ineffective-source.ts'
import { ineffectiveSubsetRouting as virtualServiceIneffectiveSubsetRouting } from './virtual-service/ineffective-subset-routing.ts'
import { invalidRewrite as virtualServiceInvalidRewrite } from './virtual-service/invalid-rewrite.ts'
import { invalidWeights as virtualServiceInvalidWeights } from './virtual-service/invalid-weights.ts'
import { missingAuthentication as virtualServiceMissingAuthentication } from './virtual-service/missing-authentication.ts'
import { missingPort as virtualServiceMissingPort } from './virtual-service/missing-port.ts'
import { missingWaypoint as virtualServiceMissingWaypoint } from './virtual-service/missing-waypoint.ts'
import { unknownDelegate as virtualServiceUnknownDelegate } from './virtual-service/unknown-delegate.ts'
import { unknownGateway as virtualServiceUnknownGateway } from './virtual-service/unknown-gateway.ts'
import { unknownHost as virtualServiceUnknownHost } from './virtual-service/unknown-host.ts'
import { unknownPort as virtualServiceUnknownPort } from './virtual-service/unknown-port.ts'
import { unknownSubset as virtualServiceUnknownSubset } from './virtual-service/unknown-subset.ts'
import { unreachableRoute as virtualServiceUnreachableRoute } from './virtual-service/unreachable-route.ts'
import { unsupportedGateway as virtualServiceUnsupportedGateway } from './virtual-service/unsupported-gateway.ts'
import { unsupportedRedirectCode as virtualServiceUnsupportedRedirectCode } from './virtual-service/unsupported-redirect-code.ts'
import { invalidAddress as webhookConfigurationInvalidAddress } from './webhook-configuration/invalid-address.ts'
import { unsupportedAddress as webhookConfigurationUnsupportedAddress } from './webhook-configuration/unsupported-address.ts'
import { conflictingDataplane as workloadConflictingDataplane } from './workload/conflicting-dataplane.ts'
import { ineffectiveWaypoint as workloadIneffectiveWaypoint } from './workload/ineffective-waypoint.ts'
import { invalidUser as workloadInvalidUser } from './workload/invalid-user.ts'
import { duplicateLabels as workloadGroupDuplicateLabels } from './workload-group/duplicate-labels.ts'
import { unknownServiceAccount as workloadGroupUnknownServiceAccount } from './workload-group/unknown-service-account.ts'

export const analyzers: readonly Analyzer[] = [
  authorizationPolicyConflictingProviders,
  authorizationPolicyIneffectivePath,
  authorizationPolicyInsecureDeny,
  authorizationPolicyInvalidMethod,
  authorizationPolicyInvalidPrincipal,
  authorizationPolicyMissingAllow,
  authorizationPolicyMissingHostPort,
  authorizationPolicyMissingMutualTls,
  authorizationPolicyMissingPathVariant,
  authorizationPolicyUnknownNamespace,
  authorizationPolicyUnknownPort,
  authorizationPolicyUnknownServiceAccount,
  authorizationPolicyUnknownWorkload,
  authorizationPolicyUnreachableAllow,
  authorizationPolicyUnreachableRule,
  authorizationPolicyUnsupportedField,
  customResourceDefinitionDeprecatedKind,
  customResourceDefinitionUnsupportedVersion,
  deploymentConflictingPorts,
  deploymentConflictingProtocols,
  deploymentInsecureJwksFetch,
  destinationRuleConflictingMutualTls,
  destinationRuleIneffectiveCredential,
  destinationRuleIneffectiveNamespace,
  destinationRuleIneffectiveTrafficPolicy,
  destinationRuleInsecureServerCertificate,
  destinationRuleMissingSubsetLabels,
  destinationRuleMissingWaypoint,
  destinationRuleOverlappingRules,
  destinationRuleUnknownHost,
  destinationRuleUnknownWorkload,
  destinationRuleUnreachableRule,
  envoyFilterInvalidOperation,
  envoyFilterMissingPriority,
  exportToUnknownNamespace,
  gatewayConflictingHosts,
  gatewayDuplicateCertificate,
  gatewayDuplicateServerName,
  gatewayInvalidCredential,
  gatewayUnknownCredential,
  gatewayUnknownPort,
  gatewayUnknownWorkload,
  gatewayUnsupportedHostList,
  httpRouteMissingGrant,
  httpRouteUnknownBackend,
  httpRouteUnknownGateway,
  kubernetesGatewayConflictingHosts,
  meshNetworksUnknownRegistry,
  metadataDeprecatedAnnotation,
  metadataIneffectiveAnnotation,
  metadataInvalidAnnotation,
  metadataUnknownAnnotation,
  metadataUnknownWaypoint,
  metadataUnsupportedAnnotation,
  mutatingWebhookConfigurationOverlappingWebhooks,
  mutatingWebhookConfigurationUnknownService,
  namespaceConflictingInjectionLabels,
  namespaceConflictingProxyImages,
  namespaceMissingInjectionLabel,
  peerAuthenticationConflictingMode,
  peerAuthenticationDuplicateDefault,
  peerAuthenticationIneffectiveRootSelector,
  peerAuthenticationOverlappingSelectors,
  peerAuthenticationUnknownPort,
  podMissingInjection,
  podMissingProxy,
  policyIneffectiveSelector,
  policyMissingTargetRef,
  policyMissingWaypoint,
  policyUnknownTarget,
  policyUnknownWorkload,
  referenceGrantUnknownNamespace,
  serviceInvalidExternalNamePort,
  serviceUnknownProtocol,
  serviceEntryConflictingProtocols,
  serviceEntryMissingTcpAddress,
  sidecarDeprecatedEgressProxy,
  sidecarDuplicateDefault,
  sidecarIneffectiveRootSelector,
  sidecarIneffectiveSidecar,
  sidecarMissingOutboundMode,
  sidecarOverlappingSelectors,
  sidecarUnknownHost,
  sidecarUnknownWorkload,
  statusInvalidCondition,
  telemetryDeprecatedProvider,
  telemetryDuplicateDefault,
  telemetryMissingProvider,
  telemetryOverlappingSelectors,
  telemetryUnknownWorkload,
  virtualServiceConflictingHosts,
  virtualServiceConflictingServerNames,
  virtualServiceDeprecatedDelayPercent,
  virtualServiceDuplicateDestination,
  virtualServiceIneffectiveCondition,
  virtualServiceIneffectiveExport,
  virtualServiceIneffectiveFault,
  virtualServiceIneffectiveGateway,
  virtualServiceIneffectiveMatchPort,
  virtualServiceIneffectiveNamespace,
  virtualServiceIneffectiveRetries,
  virtualServiceIneffectiveSource,
  virtualServiceIneffectiveSubsetRouting,
  virtualServiceInvalidRewrite,
  virtualServiceInvalidWeights,
  virtualServiceMissingAuthentication,
  virtualServiceMissingPort,
  virtualServiceMissingWaypoint,
  virtualServiceUnknownDelegate,
  virtualServiceUnknownGateway,
  virtualServiceUnknownHost,
  virtualServiceUnknownPort,
  virtualServiceUnknownSubset,
  virtualServiceUnreachableRoute,
  virtualServiceUnsupportedGateway,
  virtualServiceUnsupportedRedirectCode,
  webhookConfigurationInvalidAddress,
  webhookConfigurationUnsupportedAddress,
  workloadConflictingDataplane,
  workloadIneffectiveWaypoint,
  workloadInvalidUser,
  workloadGroupDuplicateLabels,
  workloadGroupUnknownServiceAccount
]
