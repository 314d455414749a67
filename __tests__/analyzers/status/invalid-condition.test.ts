import { invalidCondition } from '../../../src/analyzers/status/invalid-condition.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(invalidCondition, {
  bad: {
    'a route that its Gateway refused, and a policy that a waypoint takes in part': `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: cart, namespace: shop}
spec: {parentRefs: [{name: public}]}
status:
  parents:
    - parentRef: {name: public}
      conditions:
        - {type: Accepted, status: "False", reason: NotAllowedByListeners, message: hosts do not match.}
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Condition Accepted is False: NotAllowedByListeners, hosts do not match.
        - {type: ResolvedRefs, status: "True"}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec: {rules: [{}]}
status:
  conditions:
    - type: WaypointAccepted
#     ^^^^^^^^^^^^^^^^^^^^^^ Condition WaypointAccepted is True: PartiallyInvalid.
      status: "True"
      reason: PartiallyInvalid
`
  },
  good: {
    'conditions that hold, or that say nothing of the kind': `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {ports: [{name: http, port: 80}]}
status:
  conditions: [{type: istio.io/WaypointBound, status: "True"}, {type: Other, status: "False"}]
`
  }
})
