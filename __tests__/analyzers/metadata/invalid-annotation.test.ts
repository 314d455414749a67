import { invalidAnnotation } from '../../../src/analyzers/metadata/invalid-annotation.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(invalidAnnotation, {
  bad: {
    'a number of seconds, a port list and a network that are none': `
apiVersion: v1
kind: Pod
metadata:
  name: cart
  namespace: shop
  annotations:
    readiness.status.sidecar.istio.io/initialDelaySeconds: 5s
#                                                          ^^ The injector refuses "5s" for annotation "readiness.status.sidecar.istio.io/initialDelaySeconds": it has to be a whole number from 0 on.
    traffic.sidecar.istio.io/excludeOutboundPorts: "3306, redis"
#                                                  ^^^^^^^^^^^^^ The injector refuses "3306, redis" for annotation "traffic.sidecar.istio.io/excludeOutboundPorts": " redis" is no port number.
    traffic.sidecar.istio.io/includeOutboundIPRanges: 10.0.0.0/8,10.1.2.3
#                                                     ^^^^^^^^^^^^^^^^^^^ The injector refuses "10.0.0.0/8,10.1.2.3" for annotation "traffic.sidecar.istio.io/includeOutboundIPRanges": "10.1.2.3" is no network in CIDR form, such as 10.0.0.0/8.
spec: {containers: [{name: cart}]}
---
apiVersion: v1
kind: Pod
metadata:
  name: pay
  namespace: bank
  annotations:
    sidecar.istio.io/proxyCPU: 100 m
#                              ^^^^^ The injector refuses "100 m" for annotation "sidecar.istio.io/proxyCPU": it has to be a quantity of Kubernetes, such as 100m or 128Mi.
    sidecar.istio.io/interceptionMode: redirect
#                                      ^^^^^^^^ The injector refuses "redirect" for annotation "sidecar.istio.io/interceptionMode": it has to be REDIRECT, TPROXY or NONE.
    prometheus.istio.io/merge-metrics: "no"
#                                      ^^^^ The injector refuses "no" for annotation "prometheus.istio.io/merge-metrics": it has to be true or false.
    traffic.sidecar.istio.io/excludeInterfaces: eth0,,docker0
#                                               ^^^^^^^^^^^^^ The injector refuses "eth0,,docker0" for annotation "traffic.sidecar.istio.io/excludeInterfaces": "" is no name of a network interface.
    status.sidecar.istio.io/port: "70000"
#                                 ^^^^^^^ The injector refuses "70000" for annotation "status.sidecar.istio.io/port": it has to be a port number from 0 to 65535.
spec: {containers: [{name: pay}]}
`
  },
  good: {
    'values that the injector takes': `
apiVersion: v1
kind: Pod
metadata:
  name: cart
  namespace: shop
  annotations:
    readiness.status.sidecar.istio.io/initialDelaySeconds: "5"
    traffic.sidecar.istio.io/excludeOutboundPorts: "3306, 6379"
    traffic.sidecar.istio.io/includeOutboundIPRanges: 10.0.0.0/8,fd00::/8
    traffic.sidecar.istio.io/includeInboundPorts: "*"
    traffic.sidecar.istio.io/excludeInterfaces: eth0, docker0
    sidecar.istio.io/proxyCPU: 100m
    sidecar.istio.io/proxyMemoryLimit: 1.5Gi
    sidecar.istio.io/interceptionMode: NONE
    status.sidecar.istio.io/port: "0"
spec: {containers: [{name: cart}]}
`
  }
})
