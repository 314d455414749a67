import { duplicateLabels } from '../../../src/analyzers/workload-group/duplicate-labels.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(duplicateLabels, {
  bad: {
    'two groups with the labels of one': `
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: billing, namespace: legacy}
spec:
  metadata: {labels: {app: machine, zone: a}}
#            ^^^^^^ Machines of "mail" carry app=machine,zone=a as well.
  template: {ports: {http: 8080}}
---
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: mail, namespace: legacy}
spec:
  metadata:
    labels:
#   ^^^^^^ Machines of "billing" carry app=machine,zone=a as well.
      zone: a
      app: machine
  template: {ports: {smtp: 25}}
`,
    'three in another namespace': `
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: a, namespace: print}
spec: {metadata: {labels: {app: printer}}, template: {}}
#                 ^^^^^^ Machines of "b", "c" carry app=printer as well.
---
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: b, namespace: print}
spec: {metadata: {labels: {app: printer}}, template: {}}
#                 ^^^^^^ Machines of "a", "c" carry app=printer as well.
---
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: c, namespace: print}
spec: {metadata: {labels: {app: printer}}, template: {}}
#                 ^^^^^^ Machines of "a", "b" carry app=printer as well.
`
  },
  good: {
    'a label of their own, and the same labels in another namespace': `
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: billing, namespace: legacy}
spec: {metadata: {labels: {app: machine, role: billing}}, template: {}}
---
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: mail, namespace: legacy}
spec: {metadata: {labels: {app: machine, role: mail}}, template: {}}
---
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: mail, namespace: print}
spec: {metadata: {labels: {app: machine, role: mail}}, template: {}}
`,
    'groups without labels': `
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: billing, namespace: legacy}
spec: {template: {}}
---
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: mail, namespace: legacy}
spec: {template: {}}
`
  }
})
