import type { Json } from '../../src/manifest/manifest.ts'

/**
 * Specs that Istio takes, by kind: what is mutated. Together they set most fields of every message once.
 */
export const SPECS: Readonly<Record<string, readonly Readonly<Record<string, Json>>[]>> = {
  Gateway: [
    {
      selector: { istio: 'ingressgateway' },
      servers: [
        {
          name: 'web',
          port: { number: 80, name: 'http', protocol: 'HTTP' },
          hosts: ['shop.example.com', 'shop/*.shop.example.com'],
          tls: { httpsRedirect: true }
        },
        {
          port: { number: 443, name: 'https', protocol: 'HTTPS' },
          hosts: ['*/shop.example.com'],
          tls: {
            mode: 'MUTUAL',
            credentialName: 'shop-tls',
            minProtocolVersion: 'TLSV1_2',
            maxProtocolVersion: 'TLSV1_3',
            cipherSuites: ['ECDHE-RSA-AES128-GCM-SHA256', 'AES256-SHA'],
            subjectAltNames: ['client.example.com']
          }
        },
        {
          port: { number: 9443, name: 'tls', protocol: 'TLS' },
          hosts: ['./db.example.com'],
          tls: {
            mode: 'SIMPLE',
            serverCertificate: '/certs/tls.crt',
            privateKey: '/certs/tls.key',
            caCertificates: '/certs/ca.crt'
          }
        },
        {
          port: { number: 15443, name: 'auto', protocol: 'TLS' },
          hosts: ['*.local'],
          tls: { mode: 'AUTO_PASSTHROUGH' }
        },
        {
          port: { number: 0, name: 'socket', protocol: 'TCP' },
          bind: 'unix:///var/run/gateway.sock',
          hosts: ['*']
        }
      ]
    },
    {
      servers: [
        {
          port: { number: 443, name: 'https', protocol: 'HTTPS' },
          hosts: ['shop.example.com'],
          tls: {
            mode: 'OPTIONAL_MUTUAL',
            caCertificates: '/certs/ca.crt',
            caCrl: '/certs/crl.pem',
            tlsCertificates: [{ serverCertificate: '/a.crt', privateKey: '/a.key' }]
          }
        },
        {
          port: { number: 8443, name: 'mesh', protocol: 'TLS' },
          bind: '10.0.0.1',
          hosts: ['mesh.example.com'],
          tls: { mode: 'ISTIO_MUTUAL' }
        }
      ]
    }
  ],
  VirtualService: [
    {
      hosts: ['reviews', 'reviews.shop.svc.cluster.local', '*.reviews.example.com'],
      gateways: ['mesh', 'shop/public', 'legacy.shop.svc.cluster.local'],
      exportTo: ['.', 'ops'],
      http: [
        {
          name: 'long',
          match: [
            {
              name: 'a',
              uri: { prefix: '/api/v1' },
              method: { exact: 'GET' },
              scheme: { exact: 'https' },
              authority: { prefix: 'reviews' },
              headers: { 'x-user': { exact: 'jason' }, ':path': { regex: '/a.*' } },
              withoutHeaders: { 'x-skip': { regex: '*' } },
              queryParams: { q: { prefix: 'x' } },
              port: 9080,
              sourceLabels: { app: 'web' },
              sourceNamespace: 'shop',
              gateways: ['mesh'],
              ignoreUriCase: true
            },
            { uri: { regex: '/v[0-9]+/.*' } }
          ],
          route: [
            {
              destination: { host: 'reviews', subset: 'v1', port: { number: 9080 } },
              weight: 80,
              headers: {
                request: { set: { 'x-a': '%DOWNSTREAM_REMOTE_ADDRESS%' }, remove: ['x-b'] }
              }
            },
            { destination: { host: 'reviews', subset: 'v2' }, weight: 20 }
          ],
          timeout: '5s',
          retries: {
            attempts: 3,
            perTryTimeout: '1s',
            retryOn: '5xx,connect-failure,503',
            retryRemoteLocalities: true,
            backoff: '25ms'
          },
          fault: {
            delay: { percentage: { value: 1 }, fixedDelay: '2s' },
            abort: { percentage: { value: 0.5 }, httpStatus: 503 }
          },
          mirror: { host: 'reviews', subset: 'v3' },
          mirrorPercentage: { value: 10 },
          headers: {
            request: { add: { 'x-c': 'd' }, set: { ':authority': 'other.example.com' } },
            response: { add: { 'x-e': 'f' }, set: { 'x-g': 'h' }, remove: ['x-i'] }
          },
          corsPolicy: {
            allowOrigins: [{ exact: 'https://example.com' }, { regex: '.*' }],
            allowMethods: ['GET', 'POST'],
            allowHeaders: ['x-a', '*'],
            exposeHeaders: ['x-b'],
            maxAge: '24h',
            allowCredentials: true
          },
          rewrite: { uri: '/' }
        },
        {
          match: [{ uri: { prefix: '/api' } }],
          redirect: {
            prefixRewrite: '/new',
            authority: 'new.example.com',
            redirectCode: 302,
            scheme: 'https',
            port: 8443
          }
        },
        {
          match: [{ uri: { exact: '/health' } }],
          directResponse: { status: 200, body: { string: 'ok' } }
        },
        {
          mirrors: [{ destination: { host: 'shadow' }, percentage: { value: 5 } }],
          rewrite: { uriRegexRewrite: { match: '/a/(.*)', rewrite: '/b/\\1' } },
          route: [{ destination: { host: 'reviews' } }]
        }
      ]
    },
    {
      hosts: ['*.example.com', 'mail.example.com.'],
      gateways: ['shop/public'],
      tls: [
        {
          match: [
            {
              sniHosts: ['a.example.com', 'outbound_.80_._.b.example.com'],
              port: 443,
              destinationSubnets: ['10.0.0.0/8'],
              sourceLabels: { app: 'web' },
              gateways: ['shop/public']
            }
          ],
          route: [{ destination: { host: 'a' }, weight: 1 }]
        }
      ],
      tcp: [
        {
          match: [
            { port: 9000, destinationSubnets: ['192.168.0.1'], sourceLabels: { app: 'web' } },
            { port: 9001, gateways: ['shop/public'] }
          ],
          route: [
            { destination: { host: 'tcp', port: { number: 9000 } }, weight: 1 },
            { destination: { host: 'tcp2' }, weight: 2 }
          ]
        }
      ]
    },
    {
      http: [
        { match: [{ uri: { prefix: '/a' } }], route: [{ destination: { host: 'a' } }] },
        {
          match: [{ uri: { prefix: '/a' } }, { uri: { prefix: '/ab' } }],
          route: [{ destination: { host: 'b' } }]
        },
        { route: [{ destination: { host: 'c' } }] },
        { match: [{ method: { exact: 'PUT' } }], route: [{ destination: { host: 'd' } }] }
      ]
    },
    {
      hosts: ['shop.example.com'],
      gateways: ['shop/public'],
      http: [
        {
          match: [{ headers: { '@request.auth.claims.group': { exact: 'admin' } } }],
          delegate: { name: 'admin', namespace: 'ops' }
        },
        {
          fault: { abort: { grpcStatus: 'UNAVAILABLE' } },
          route: [{ destination: { host: 'shop' } }]
        }
      ]
    }
  ],
  DestinationRule: [
    {
      host: 'reviews.shop.svc.cluster.local',
      exportTo: ['*'],
      trafficPolicy: {
        loadBalancer: {
          simple: 'LEAST_REQUEST',
          localityLbSetting: {
            distribute: [{ from: 'eu/west/*', to: { 'eu/west': 80, us: 20 } }],
            enabled: true
          },
          warmup: { duration: '30s', minimumPercent: 10, aggression: 1 }
        },
        connectionPool: {
          tcp: {
            maxConnections: 100,
            connectTimeout: '30ms',
            maxConnectionDuration: '1h',
            idleTimeout: '0s',
            tcpKeepalive: { time: '7200s', interval: '75s', probes: 3 }
          },
          http: {
            http1MaxPendingRequests: 1,
            http2MaxRequests: 2,
            maxRequestsPerConnection: 3,
            maxRetries: 4,
            maxConcurrentStreams: 5,
            idleTimeout: '10s',
            h2UpgradePolicy: 'UPGRADE',
            http2KeepAlive: { interval: '5s', timeout: '1s' }
          }
        },
        outlierDetection: {
          consecutive5xxErrors: 5,
          consecutiveLocalOriginFailures: 3,
          splitExternalLocalOriginErrors: true,
          interval: '10s',
          baseEjectionTime: '30s',
          maxEjectionPercent: 50,
          minHealthPercent: 10
        },
        tls: { mode: 'SIMPLE', caCertificates: '/ca.crt', sni: 'a.example.com' },
        portLevelSettings: [
          { port: { number: 80 }, loadBalancer: { simple: 'ROUND_ROBIN' } },
          {
            port: { number: 443 },
            tls: { mode: 'MUTUAL', clientCertificate: '/a', privateKey: '/b' }
          }
        ],
        retryBudget: { percent: 20, minRetryConcurrency: 3 }
      },
      subsets: [
        {
          name: 'v1',
          labels: { version: 'v1', 'app.kubernetes.io/name': 'reviews' },
          trafficPolicy: {
            loadBalancer: {
              consistentHash: {
                httpCookie: {
                  name: 'user',
                  ttl: '0s',
                  attributes: [{ name: 'SameSite', value: 'Lax' }]
                },
                maglev: { tableSize: 65537 }
              }
            }
          }
        },
        { name: 'v2', labels: { version: 'v2' } }
      ]
    },
    {
      host: '*.example.com',
      workloadSelector: { matchLabels: { app: 'web' } },
      trafficPolicy: {
        tunnel: { protocol: 'CONNECT', targetHost: 'proxy.example.com', targetPort: 3128 },
        tls: { mode: 'MUTUAL', credentialName: 'client', insecureSkipVerify: true },
        loadBalancer: {
          localityLbSetting: {
            failover: [{ from: 'eu', to: 'us' }],
            failoverPriority: ['topology.istio.io/network']
          }
        },
        outlierDetection: { interval: '1s' }
      }
    },
    {
      host: 'db',
      exportTo: ['shop'],
      workloadSelector: { matchLabels: { app: 'web' } },
      trafficPolicy: {
        proxyProtocol: { version: 'V2' },
        tls: { mode: 'SIMPLE', credentialName: 'configmap://shop/ca' },
        loadBalancer: {
          consistentHash: { httpHeaderName: 'x-user', minimumRingSize: 1024 },
          zoneAwareLbSetting: {
            failover: [{ from: 'eu', to: 'us' }],
            failoverPriority: ['topology.istio.io/network'],
            minClusterSize: 6
          }
        },
        outlierDetection: { consecutiveErrors: 5 }
      }
    }
  ],
  ServiceEntry: [
    {
      hosts: ['api.example.com', 'www.example.com'],
      location: 'MESH_EXTERNAL',
      resolution: 'DNS',
      addresses: ['240.240.1.1'],
      exportTo: ['.'],
      ports: [
        { number: 443, name: 'tls', protocol: 'TLS', targetPort: 8443 },
        { number: 80, name: 'http', protocol: 'HTTP' }
      ],
      endpoints: [
        {
          address: 'eu.example.com',
          ports: { tls: 8443, http: 8080 },
          labels: { region: 'eu' },
          weight: 2,
          locality: 'eu/west'
        }
      ]
    },
    {
      hosts: ['db.example.com'],
      addresses: ['10.1.0.0/16'],
      resolution: 'STATIC',
      ports: [{ number: 3306, name: 'mysql', protocol: 'TCP' }],
      endpoints: [
        { address: '10.1.0.1', ports: { mysql: 3307 } },
        { address: 'unix:///var/run/db.sock' },
        { address: '', network: 'other' }
      ]
    },
    {
      hosts: ['*.svc.example.com'],
      resolution: 'NONE',
      location: 'MESH_INTERNAL',
      ports: [
        { number: 8080, name: 'http', protocol: 'HTTP' },
        { number: 9000, name: 'tcp', protocol: 'TCP' }
      ],
      subjectAltNames: ['spiffe://cluster.local/ns/a/sa/b']
    },
    {
      hosts: ['vm.shop.example.com'],
      resolution: 'STATIC',
      workloadSelector: { labels: { app: 'vm' } },
      ports: [{ number: 80, name: 'http', protocol: 'HTTP' }]
    },
    {
      hosts: ['*.wild.example.com'],
      resolution: 'DYNAMIC_DNS',
      location: 'MESH_EXTERNAL',
      ports: [{ number: 443, name: 'tls', protocol: 'TLS' }]
    },
    {
      hosts: ['one.example.com'],
      resolution: 'DNS_ROUND_ROBIN',
      ports: [{ number: 80, name: 'http', protocol: 'HTTP' }],
      endpoints: [{ address: 'two.example.com' }]
    }
  ],
  Sidecar: [
    {
      workloadSelector: { labels: { app: 'web' } },
      ingress: [
        {
          port: { number: 9080, name: 'web', protocol: 'HTTP' },
          bind: '127.0.0.1',
          defaultEndpoint: '127.0.0.1:8080',
          captureMode: 'DEFAULT',
          connectionPool: { http: { http1MaxPendingRequests: 3 } }
        },
        {
          port: { number: 9443, protocol: 'HTTPS', name: 'tls' },
          defaultEndpoint: 'unix:///var/run/app.sock',
          tls: { mode: 'SIMPLE', serverCertificate: '/a', privateKey: '/b' }
        },
        { port: { number: 9000, protocol: 'TCP', name: 'tcp' }, defaultEndpoint: '[::1]:9000' }
      ],
      egress: [
        {
          port: { number: 3306, protocol: 'MYSQL', name: 'db' },
          bind: '0.0.0.0',
          captureMode: 'IPTABLES',
          hosts: ['data/mysql.data.svc.cluster.local']
        },
        {
          port: { number: 0, protocol: 'HTTP', name: 'uds' },
          bind: 'unix:///var/run/out.sock',
          hosts: ['./*']
        },
        { hosts: ['shop/*', 'ops/metrics.example.com', '~/x.example.com'] }
      ],
      outboundTrafficPolicy: {
        mode: 'ALLOW_ANY',
        egressProxy: { host: 'egress.example.com', port: { number: 443 } }
      },
      inboundConnectionPool: { tcp: { maxConnections: 10 } }
    },
    { egress: [{ hosts: ['*/*'] }] },
    { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } }
  ],
  WorkloadEntry: [
    {
      address: '10.0.0.1',
      ports: { http: 8080 },
      labels: { app: 'vm' },
      network: 'vms',
      locality: 'eu/west',
      weight: 1,
      serviceAccount: 'vm'
    },
    { address: 'vm.example.com' },
    { address: 'unix:///var/run/vm.sock' },
    { network: 'vms' }
  ],
  WorkloadGroup: [
    {
      metadata: { labels: { app: 'vm' }, annotations: { a: 'b' } },
      template: { ports: { http: 8080 }, serviceAccount: 'vm' },
      probe: {
        initialDelaySeconds: 5,
        timeoutSeconds: 3,
        periodSeconds: 4,
        successThreshold: 1,
        failureThreshold: 3,
        httpGet: {
          path: '/health',
          host: '127.0.0.1',
          port: 8080,
          scheme: 'HTTPS',
          httpHeaders: [{ name: 'x-a', value: 'b' }]
        }
      }
    },
    { template: {}, probe: { tcpSocket: { port: 80 } } },
    { template: {}, probe: { exec: { command: ['true'] } } }
  ],
  EnvoyFilter: [
    {
      workloadSelector: { labels: { app: 'web' } },
      configPatches: [
        {
          applyTo: 'HTTP_FILTER',
          match: {
            context: 'SIDECAR_INBOUND',
            proxy: { proxyVersion: '^1\\.2.*' },
            listener: {
              portNumber: 8080,
              filterChain: {
                filter: {
                  name: 'envoy.filters.network.http_connection_manager',
                  subFilter: { name: 'envoy.filters.http.router' }
                }
              }
            }
          },
          patch: {
            operation: 'INSERT_BEFORE',
            value: {
              name: 'envoy.filters.http.lua',
              typed_config: {
                '@type': 'type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua'
              }
            }
          }
        },
        {
          applyTo: 'CLUSTER',
          match: { context: 'SIDECAR_OUTBOUND', cluster: { service: 'a.example.com' } },
          patch: { operation: 'MERGE', value: { connect_timeout: '5s' } }
        },
        {
          applyTo: 'VIRTUAL_HOST',
          match: { routeConfiguration: { vhost: { name: 'a' } } },
          patch: { operation: 'REMOVE' }
        }
      ]
    }
  ],
  ProxyConfig: [
    {
      selector: { matchLabels: { app: 'web' } },
      concurrency: 2,
      image: { imageType: 'distroless' },
      environmentVariables: { A: 'b' }
    }
  ],
  AuthorizationPolicy: [
    {
      selector: { matchLabels: { app: 'web' } },
      action: 'DENY',
      rules: [
        {
          from: [
            {
              source: {
                principals: ['cluster.local/ns/a/sa/b'],
                notRequestPrincipals: ['*'],
                namespaces: ['a'],
                ipBlocks: ['10.0.0.0/8'],
                remoteIpBlocks: ['1.2.3.4']
              }
            },
            { source: { trustDomains: ['cluster.local', '*.example'] } },
            { source: { serviceAccounts: ['a/b', 'c'] } }
          ],
          to: [
            {
              operation: {
                hosts: ['shop.example.com'],
                ports: ['80'],
                methods: ['GET'],
                paths: ['/a/{*}/b/{**}', '/c*'],
                notPaths: ['/x']
              }
            }
          ],
          when: [
            { key: 'request.headers[x-a]', values: ['b'] },
            { key: 'source.ip', notValues: ['10.0.0.1'] },
            { key: 'destination.port', values: ['80'] },
            { key: 'request.auth.claims[group]', values: ['a'] },
            { key: 'connection.sni', values: ['a'] },
            { key: 'source.trustDomain', values: ['a*'] },
            { key: 'source.serviceAccount', values: ['a/b'] }
          ]
        },
        { from: [{ source: { requestPrincipals: ['*'] } }] }
      ]
    },
    {
      action: 'CUSTOM',
      provider: { name: 'ext' },
      rules: [
        {
          to: [{ operation: { paths: ['/admin'] } }],
          from: [{ source: { ipBlocks: ['1.2.3.4'] } }]
        }
      ]
    },
    {
      targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'public' }],
      rules: [{}]
    },
    { targetRef: { kind: 'Service', name: 'web' }, action: 'AUDIT', rules: [{}] }
  ],
  PeerAuthentication: [
    {
      selector: { matchLabels: { app: 'web' } },
      mtls: { mode: 'STRICT' },
      portLevelMtls: { 8080: { mode: 'DISABLE' }, 9090: { mode: 'PERMISSIVE' } }
    },
    { mtls: { mode: 'UNSET' } }
  ],
  RequestAuthentication: [
    {
      selector: { matchLabels: { app: 'web' } },
      jwtRules: [
        {
          issuer: 'https://issuer.example.com',
          audiences: ['a', 'b'],
          jwksUri: 'https://issuer.example.com/keys',
          fromHeaders: [{ name: 'x-jwt', prefix: 'Bearer ' }],
          fromParams: ['token'],
          fromCookies: ['session'],
          outputPayloadToHeader: 'x-payload',
          forwardOriginalToken: true,
          outputClaimToHeaders: [{ header: 'x-sub', claim: 'sub' }],
          timeout: '5s',
          spaceDelimitedClaims: ['scope']
        },
        {
          issuer: 'b',
          jwks: '{"keys":[{"kty":"RSA","e":"AQAB","n":"u1SU1LfVLPHCozMxH2Mo4lgOEePzNm0tRgeLezV6ffAt0gunVTLw7onLRnrq0"}]}'
        },
        { issuer: 'c', jwks: '{"kty":"EC","crv":"P-256","x":"AQAB","y":"AQAB","d":"AQAB"}' }
      ]
    },
    { targetRefs: [{ kind: 'ServiceEntry', group: 'networking.istio.io', name: 'a' }] }
  ],
  Telemetry: [
    {
      selector: { matchLabels: { app: 'web' } },
      tracing: [
        {
          match: { mode: 'CLIENT' },
          providers: [{ name: 'zipkin' }],
          randomSamplingPercentage: 10.5,
          customTags: {
            a: { literal: { value: 'b' } },
            c: { header: { name: 'x-d', defaultValue: 'e' } },
            f: { environment: { name: 'G' } }
          }
        }
      ],
      metrics: [
        {
          providers: [{ name: 'prometheus' }],
          reportingInterval: '5s',
          overrides: [
            {
              match: { metric: 'REQUEST_COUNT', mode: 'SERVER' },
              disabled: false,
              tagOverrides: {
                a: { operation: 'UPSERT', value: 'request.host' },
                b: { operation: 'REMOVE' }
              }
            },
            { match: { customMetric: 'mine' } }
          ]
        }
      ],
      accessLogging: [
        {
          providers: [{ name: 'envoy' }],
          disabled: false,
          filter: { expression: 'response.code >= 400 && has(request.headers.a)' }
        }
      ]
    },
    { targetRefs: [{ kind: 'GatewayClass', group: 'gateway.networking.k8s.io', name: 'a' }] }
  ],
  WasmPlugin: [
    {
      selector: { matchLabels: { app: 'web' } },
      url: 'oci://registry.example.com/filter:v1',
      sha256: '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
      imagePullPolicy: 'Always',
      imagePullSecret: 'pull',
      pluginName: 'filter',
      pluginConfig: { a: 1 },
      phase: 'AUTHN',
      priority: 10,
      failStrategy: 'FAIL_OPEN',
      vmConfig: {
        env: [
          { name: 'A', value: 'b' },
          { name: 'C', valueFrom: 'HOST' }
        ]
      },
      match: [{ mode: 'SERVER', ports: [{ number: 80 }, { number: 443 }] }],
      type: 'HTTP'
    },
    { url: 'registry.example.com/filter' },
    {
      url: 'file:///filter.wasm',
      targetRef: { kind: 'Gateway', group: 'gateway.networking.k8s.io', name: 'a' }
    }
  ],
  TrafficExtension: [
    {
      targetRefs: [{ kind: 'Service', group: 'core', name: 'a' }],
      phase: 'AUTHZ',
      priority: 1,
      match: [{ mode: 'CLIENT', ports: [{ number: 80 }] }],
      lua: { inlineCode: 'function envoy_on_request(h) end' }
    },
    {
      selector: { matchLabels: { app: 'web' } },
      wasm: {
        url: 'https://example.com/filter.wasm',
        sha256: 'abcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcd',
        vmConfig: { env: [{ name: 'A', value: 'b' }] }
      }
    }
  ]
}

export const GROUPS: Readonly<Record<string, string>> = {
  AuthorizationPolicy: 'security.istio.io/v1',
  PeerAuthentication: 'security.istio.io/v1',
  RequestAuthentication: 'security.istio.io/v1',
  Telemetry: 'telemetry.istio.io/v1',
  WasmPlugin: 'extensions.istio.io/v1alpha1',
  TrafficExtension: 'extensions.istio.io/v1alpha1',
  EnvoyFilter: 'networking.istio.io/v1alpha3',
  ProxyConfig: 'networking.istio.io/v1beta1'
}
