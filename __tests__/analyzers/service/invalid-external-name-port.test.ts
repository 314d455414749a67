import { invalidExternalNamePort } from '../../../src/analyzers/service/invalid-external-name-port.ts'
import { testAnalyzer } from '../../support/analyzer-tester.ts'

testAnalyzer(invalidExternalNamePort, {
  bad: {
    'a port without a protocol, and one that is TCP': `
apiVersion: v1
kind: Service
metadata:
  name: search
  namespace: shop
spec:
  type: ExternalName
  externalName: search.example.com
  ports:
    - name: api
#           ^^^ Port 443 ("api") of this ExternalName Service captures every TCP connection to that number.
      port: 443
    - name: tcp
#           ^^^ Port 9200 ("tcp") of this ExternalName Service captures every TCP connection to that number.
      port: 9200
`
  },
  good: {
    'ports with a protocol that names its host, and no port at all': `
apiVersion: v1
kind: Service
metadata: {name: search, namespace: shop}
spec:
  type: ExternalName
  externalName: search.example.com
  ports: [{name: https, port: 443}, {name: tcp-search, port: 9200}]
---
apiVersion: v1
kind: Service
metadata: {name: mail, namespace: shop}
spec: {type: ExternalName, externalName: mail.example.com}
`
  }
})
