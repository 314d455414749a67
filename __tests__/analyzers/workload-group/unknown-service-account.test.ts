import { unknownServiceAccount } from '../../../src/analyzers/workload-group/unknown-service-account.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(unknownServiceAccount, {
  bad: {
    'an account that is misspelt': `
apiVersion: v1
kind: ServiceAccount
metadata: {name: machine, namespace: legacy}
---
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: billing, namespace: legacy}
spec:
  template: {serviceAccount: machines, ports: {http: 8080}}
#                            ^^^^^^^^ Namespace "legacy" has no service account "machines".
`,
    'one of another namespace, and none at all in a mesh that is all there': `
# complete
apiVersion: v1
kind: ServiceAccount
metadata: {name: machine, namespace: legacy}
---
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: mail, namespace: post}
spec: {template: {serviceAccount: machine}}
#                                 ^^^^^^^ Namespace "post" has no service account "machine".
---
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: print, namespace: legacy}
spec:
  template:
    serviceAccount: printer
#                   ^^^^^^^ Namespace "legacy" has no service account "printer".
`
  },
  good: {
    'an account that is there, the default one, and none': `
apiVersion: v1
kind: ServiceAccount
metadata: {name: machine, namespace: legacy}
---
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: billing, namespace: legacy}
spec: {template: {serviceAccount: machine}}
---
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: mail, namespace: legacy}
spec: {template: {serviceAccount: default}}
---
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: print, namespace: legacy}
spec: {template: {ports: {http: 8080}}}
`,
    'git holds no account of the namespace': `
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: billing, namespace: legacy}
spec: {template: {serviceAccount: machine}}
`
  }
})
