import { unsupportedVersion } from '../../../src/analyzers/custom-resource-definition/unsupported-version.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unsupportedVersion, {
  bad: {
    'a bundle that is too old for TLSRoute': `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: tlsroutes.gateway.networking.k8s.io
  annotations:
    gateway.networking.k8s.io/bundle-version: v1.4.1
#                                             ^^^^^^ tlsroutes.gateway.networking.k8s.io is of bundle v1.4.1; Istio reads the kind from 1.5.0 on.
spec:
  group: gateway.networking.k8s.io
  names: {kind: TLSRoute, plural: tlsroutes}
`
  },
  good: {
    'the minimum, a candidate of it, and a kind without one': `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: grpcroutes.gateway.networking.k8s.io, annotations: {gateway.networking.k8s.io/bundle-version: v1.1.0}}
spec: {group: gateway.networking.k8s.io, names: {kind: GRPCRoute, plural: grpcroutes}}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: tlsroutes.gateway.networking.k8s.io, annotations: {gateway.networking.k8s.io/bundle-version: v1.5.0-rc.1}}
spec: {group: gateway.networking.k8s.io, names: {kind: TLSRoute, plural: tlsroutes}}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: httproutes.gateway.networking.k8s.io, annotations: {gateway.networking.k8s.io/bundle-version: v0.5.0}}
spec: {group: gateway.networking.k8s.io, names: {kind: HTTPRoute, plural: httproutes}}
`
  }
})
