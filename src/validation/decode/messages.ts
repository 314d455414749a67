/* Written by scripts/messages.ts from the protobuf files of istio.io/api. */

/**
 * Fields of the messages that istiod decodes a spec into, in the order of their declaration. A type is a scalar, a
 * message or an enum; `[T]` is a list, `{T}` a map (`{K=T}` where its keys are
 * no text), and `?T` tells absent from zero. After `@` stands the oneof.
 */
export const MESSAGES = {
  AccessLogging: {
    match: 'AccessLogging.LogSelector',
    providers: '[ProviderRef]',
    disabled: '?bool',
    filter: 'AccessLogging.Filter'
  },
  'AccessLogging.Filter': {
    expression: 'string'
  },
  'AccessLogging.LogSelector': {
    mode: 'WorkloadMode'
  },
  AuthorizationPolicy: {
    selector: 'type.WorkloadSelector',
    targetRef: 'type.PolicyTargetReference',
    targetRefs: '[type.PolicyTargetReference]',
    rules: '[Rule]',
    action: 'AuthorizationPolicy.Action',
    provider: 'AuthorizationPolicy.ExtensionProvider@action_detail'
  },
  'AuthorizationPolicy.ExtensionProvider': {
    name: 'string'
  },
  ClaimToHeader: {
    header: 'string',
    claim: 'string'
  },
  ClientTLSSettings: {
    mode: 'ClientTLSSettings.TLSmode',
    client_certificate: 'string',
    private_key: 'string',
    ca_certificates: 'string',
    credential_name: 'string',
    subject_alt_names: '[string]',
    sni: 'string',
    insecure_skip_verify: '?bool',
    ca_crl: 'string'
  },
  Condition: {
    key: 'string',
    values: '[string]',
    not_values: '[string]'
  },
  ConnectionPoolSettings: {
    tcp: 'ConnectionPoolSettings.TCPSettings',
    http: 'ConnectionPoolSettings.HTTPSettings'
  },
  'ConnectionPoolSettings.HTTPSettings': {
    http1_max_pending_requests: 'int32',
    http2_max_requests: 'int32',
    max_requests_per_connection: 'int32',
    max_retries: 'int32',
    idle_timeout: 'Duration',
    h2_upgrade_policy: 'ConnectionPoolSettings.HTTPSettings.H2UpgradePolicy',
    use_client_protocol: 'bool',
    max_concurrent_streams: 'int32',
    http2_keep_alive: 'ConnectionPoolSettings.HTTPSettings.ConnectionKeepalive'
  },
  'ConnectionPoolSettings.HTTPSettings.ConnectionKeepalive': {
    interval: 'Duration',
    timeout: 'Duration'
  },
  'ConnectionPoolSettings.TCPSettings': {
    max_connections: 'int32',
    connect_timeout: 'Duration',
    tcp_keepalive: 'ConnectionPoolSettings.TCPSettings.TcpKeepalive',
    max_connection_duration: 'Duration',
    idle_timeout: 'Duration'
  },
  'ConnectionPoolSettings.TCPSettings.TcpKeepalive': {
    probes: 'uint32',
    time: 'Duration',
    interval: 'Duration'
  },
  CorsPolicy: {
    allow_origin: '[string]',
    allow_origins: '[StringMatch]',
    allow_methods: '[string]',
    allow_headers: '[string]',
    expose_headers: '[string]',
    max_age: 'Duration',
    allow_credentials: '?bool',
    unmatched_preflights: 'CorsPolicy.UnmatchedPreflights'
  },
  Delegate: {
    name: 'string',
    namespace: 'string'
  },
  Destination: {
    host: 'string',
    subset: 'string',
    port: 'PortSelector'
  },
  DestinationRule: {
    host: 'string',
    traffic_policy: 'TrafficPolicy',
    subsets: '[Subset]',
    export_to: '[string]',
    workload_selector: 'type.WorkloadSelector'
  },
  EnvVar: {
    name: 'string',
    value_from: 'EnvValueSource',
    value: 'string'
  },
  EnvoyFilter: {
    workload_selector: 'WorkloadSelector',
    targetRefs: '[type.PolicyTargetReference]',
    config_patches: '[EnvoyFilter.EnvoyConfigObjectPatch]',
    priority: 'int32'
  },
  'EnvoyFilter.ClusterMatch': {
    port_number: 'uint32',
    service: 'string',
    subset: 'string',
    name: 'string'
  },
  'EnvoyFilter.EnvoyConfigObjectMatch': {
    context: 'EnvoyFilter.PatchContext',
    proxy: 'EnvoyFilter.ProxyMatch',
    listener: 'EnvoyFilter.ListenerMatch@object_types',
    route_configuration: 'EnvoyFilter.RouteConfigurationMatch@object_types',
    cluster: 'EnvoyFilter.ClusterMatch@object_types',
    waypoint: 'EnvoyFilter.WaypointMatch@object_types'
  },
  'EnvoyFilter.EnvoyConfigObjectPatch': {
    apply_to: 'EnvoyFilter.ApplyTo',
    match: 'EnvoyFilter.EnvoyConfigObjectMatch',
    patch: 'EnvoyFilter.Patch'
  },
  'EnvoyFilter.ListenerMatch': {
    port_number: 'uint32',
    port_name: 'string',
    filter_chain: 'EnvoyFilter.ListenerMatch.FilterChainMatch',
    listener_filter: 'string',
    name: 'string'
  },
  'EnvoyFilter.ListenerMatch.FilterChainMatch': {
    name: 'string',
    sni: 'string',
    transport_protocol: 'string',
    application_protocols: 'string',
    filter: 'EnvoyFilter.ListenerMatch.FilterMatch',
    destination_port: 'uint32'
  },
  'EnvoyFilter.ListenerMatch.FilterMatch': {
    name: 'string',
    sub_filter: 'EnvoyFilter.ListenerMatch.SubFilterMatch'
  },
  'EnvoyFilter.ListenerMatch.SubFilterMatch': {
    name: 'string'
  },
  'EnvoyFilter.Patch': {
    operation: 'EnvoyFilter.Patch.Operation',
    value: 'Struct',
    filter_class: 'EnvoyFilter.Patch.FilterClass'
  },
  'EnvoyFilter.ProxyMatch': {
    proxy_version: 'string',
    metadata: '{string}'
  },
  'EnvoyFilter.RouteConfigurationMatch': {
    port_number: 'uint32',
    port_name: 'string',
    gateway: 'string',
    vhost: 'EnvoyFilter.RouteConfigurationMatch.VirtualHostMatch',
    name: 'string'
  },
  'EnvoyFilter.RouteConfigurationMatch.RouteMatch': {
    name: 'string',
    action: 'EnvoyFilter.RouteConfigurationMatch.RouteMatch.Action'
  },
  'EnvoyFilter.RouteConfigurationMatch.VirtualHostMatch': {
    name: 'string',
    domain_name: 'string',
    route: 'EnvoyFilter.RouteConfigurationMatch.RouteMatch'
  },
  'EnvoyFilter.WaypointMatch': {
    port_number: 'uint32',
    route: 'EnvoyFilter.WaypointMatch.RouteMatch',
    filter: 'EnvoyFilter.WaypointMatch.FilterMatch'
  },
  'EnvoyFilter.WaypointMatch.FilterMatch': {
    name: 'string',
    sub_filter: 'EnvoyFilter.WaypointMatch.FilterMatch.SubFilterMatch'
  },
  'EnvoyFilter.WaypointMatch.FilterMatch.SubFilterMatch': {
    name: 'string'
  },
  'EnvoyFilter.WaypointMatch.RouteMatch': {
    name: 'string'
  },
  ExecHealthCheckConfig: {
    command: '[string]'
  },
  Gateway: {
    servers: '[Server]',
    selector: '{string}'
  },
  GrpcHealthCheckConfig: {
    port: 'uint32',
    service: 'string'
  },
  HTTPBody: {
    string: '?string@specifier',
    bytes: '?bytes@specifier'
  },
  HTTPDirectResponse: {
    status: 'uint32',
    body: 'HTTPBody'
  },
  HTTPFaultInjection: {
    delay: 'HTTPFaultInjection.Delay',
    abort: 'HTTPFaultInjection.Abort'
  },
  'HTTPFaultInjection.Abort': {
    http_status: '?int32@error_type',
    grpc_status: '?string@error_type',
    http2_error: '?string@error_type',
    percentage: 'Percent'
  },
  'HTTPFaultInjection.Delay': {
    percent: 'int32',
    fixed_delay: 'Duration@http_delay_type',
    exponential_delay: 'Duration@http_delay_type',
    percentage: 'Percent'
  },
  HTTPHeader: {
    name: 'string',
    value: 'string'
  },
  HTTPHealthCheckConfig: {
    path: 'string',
    port: 'uint32',
    host: 'string',
    scheme: 'string',
    http_headers: '[HTTPHeader]'
  },
  HTTPMatchRequest: {
    name: 'string',
    uri: 'StringMatch',
    scheme: 'StringMatch',
    method: 'StringMatch',
    authority: 'StringMatch',
    headers: '{StringMatch}',
    port: 'uint32',
    source_labels: '{string}',
    gateways: '[string]',
    query_params: '{StringMatch}',
    ignore_uri_case: 'bool',
    without_headers: '{StringMatch}',
    source_namespace: 'string',
    stat_prefix: 'string'
  },
  HTTPMirrorPolicy: {
    destination: 'Destination',
    percentage: 'Percent'
  },
  HTTPRedirect: {
    uri: 'string',
    authority: 'string',
    port: '?uint32@redirect_port',
    derive_port: '?HTTPRedirect.RedirectPortSelection@redirect_port',
    scheme: 'string',
    redirect_code: 'uint32',
    prefix_rewrite: 'string'
  },
  HTTPRetry: {
    attempts: 'int32',
    per_try_timeout: 'Duration',
    retry_on: 'string',
    retry_remote_localities: '?bool',
    retry_ignore_previous_hosts: '?bool',
    backoff: 'Duration'
  },
  HTTPRewrite: {
    uri: 'string',
    authority: 'string',
    uri_regex_rewrite: 'RegexRewrite'
  },
  HTTPRoute: {
    name: 'string',
    match: '[HTTPMatchRequest]',
    route: '[HTTPRouteDestination]',
    redirect: 'HTTPRedirect',
    direct_response: 'HTTPDirectResponse',
    delegate: 'Delegate',
    rewrite: 'HTTPRewrite',
    timeout: 'Duration',
    retries: 'HTTPRetry',
    fault: 'HTTPFaultInjection',
    mirror: 'Destination',
    mirrors: '[HTTPMirrorPolicy]',
    mirror_percent: '?uint32',
    mirror_percentage: 'Percent',
    cors_policy: 'CorsPolicy',
    headers: 'Headers'
  },
  HTTPRouteDestination: {
    destination: 'Destination',
    weight: 'int32',
    headers: 'Headers'
  },
  Headers: {
    request: 'Headers.HeaderOperations',
    response: 'Headers.HeaderOperations'
  },
  'Headers.HeaderOperations': {
    set: '{string}',
    add: '{string}',
    remove: '[string]'
  },
  IstioEgressListener: {
    port: 'SidecarPort',
    bind: 'string',
    capture_mode: 'CaptureMode',
    hosts: '[string]'
  },
  IstioIngressListener: {
    port: 'SidecarPort',
    bind: 'string',
    capture_mode: 'CaptureMode',
    default_endpoint: 'string',
    tls: 'ServerTLSSettings',
    connection_pool: 'ConnectionPoolSettings'
  },
  JWTHeader: {
    name: 'string',
    prefix: 'string'
  },
  JWTRule: {
    issuer: 'string',
    audiences: '[string]',
    jwks_uri: 'string',
    jwks: 'string',
    from_headers: '[JWTHeader]',
    from_params: '[string]',
    output_payload_to_header: 'string',
    from_cookies: '[string]',
    forward_original_token: 'bool',
    output_claim_to_headers: '[ClaimToHeader]',
    timeout: 'Duration',
    space_delimited_claims: '[string]'
  },
  L4MatchAttributes: {
    destination_subnets: '[string]',
    port: 'uint32',
    source_subnet: 'string',
    source_labels: '{string}',
    gateways: '[string]',
    source_namespace: 'string'
  },
  LoadBalancerSettings: {
    simple: '?LoadBalancerSettings.SimpleLB@lb_policy',
    consistent_hash: 'LoadBalancerSettings.ConsistentHashLB@lb_policy',
    locality_lb_setting: 'LocalityLoadBalancerSetting',
    zone_aware_lb_setting: 'ZoneAwareLoadBalancerSetting',
    warmup_duration_secs: 'Duration',
    warmup: 'WarmupConfiguration'
  },
  'LoadBalancerSettings.ConsistentHashLB': {
    http_header_name: '?string@hash_key',
    http_cookie: 'LoadBalancerSettings.ConsistentHashLB.HTTPCookie@hash_key',
    use_source_ip: '?bool@hash_key',
    http_query_parameter_name: '?string@hash_key',
    ring_hash: 'LoadBalancerSettings.ConsistentHashLB.RingHash@hash_algorithm',
    maglev: 'LoadBalancerSettings.ConsistentHashLB.MagLev@hash_algorithm',
    minimum_ring_size: 'uint64'
  },
  'LoadBalancerSettings.ConsistentHashLB.HTTPCookie': {
    name: 'string',
    path: 'string',
    ttl: 'Duration',
    attributes: '[LoadBalancerSettings.ConsistentHashLB.HTTPCookie.Attribute]'
  },
  'LoadBalancerSettings.ConsistentHashLB.HTTPCookie.Attribute': {
    name: 'string',
    value: 'string'
  },
  'LoadBalancerSettings.ConsistentHashLB.MagLev': {
    table_size: 'uint64'
  },
  'LoadBalancerSettings.ConsistentHashLB.RingHash': {
    minimum_ring_size: 'uint64'
  },
  LocalityLoadBalancerSetting: {
    distribute: '[LocalityLoadBalancerSetting.Distribute]',
    failover: '[LocalityLoadBalancerSetting.Failover]',
    failover_priority: '[string]',
    enabled: '?bool'
  },
  'LocalityLoadBalancerSetting.Distribute': {
    from: 'string',
    to: '{uint32}'
  },
  'LocalityLoadBalancerSetting.Failover': {
    from: 'string',
    to: 'string'
  },
  LuaConfig: {
    inline_code: 'string'
  },
  MetricSelector: {
    metric: '?MetricSelector.IstioMetric@metric_match',
    custom_metric: '?string@metric_match',
    mode: 'WorkloadMode'
  },
  Metrics: {
    providers: '[ProviderRef]',
    overrides: '[MetricsOverrides]',
    reporting_interval: 'Duration'
  },
  MetricsOverrides: {
    match: 'MetricSelector',
    disabled: '?bool',
    tag_overrides: '{MetricsOverrides.TagOverride}'
  },
  'MetricsOverrides.TagOverride': {
    operation: 'MetricsOverrides.TagOverride.Operation',
    value: 'string'
  },
  Operation: {
    hosts: '[string]',
    not_hosts: '[string]',
    ports: '[string]',
    not_ports: '[string]',
    methods: '[string]',
    not_methods: '[string]',
    paths: '[string]',
    not_paths: '[string]'
  },
  OutboundTrafficPolicy: {
    mode: 'OutboundTrafficPolicy.Mode',
    egress_proxy: 'Destination'
  },
  OutlierDetection: {
    consecutive_errors: 'int32',
    split_external_local_origin_errors: 'bool',
    consecutive_local_origin_failures: '?uint32',
    consecutive_gateway_errors: '?uint32',
    consecutive_5xx_errors: '?uint32',
    interval: 'Duration',
    base_ejection_time: 'Duration',
    max_ejection_percent: 'int32',
    min_health_percent: 'int32',
    outlier_detection_http_error_codes: '[uint32]'
  },
  PeerAuthentication: {
    selector: 'type.WorkloadSelector',
    mtls: 'PeerAuthentication.MutualTLS',
    port_level_mtls: '{uint32=PeerAuthentication.MutualTLS}'
  },
  'PeerAuthentication.MutualTLS': {
    mode: 'PeerAuthentication.MutualTLS.Mode'
  },
  Percent: {
    value: 'double'
  },
  Port: {
    number: 'uint32',
    protocol: 'string',
    name: 'string',
    target_port: 'uint32'
  },
  PortSelector: {
    number: 'uint32'
  },
  ProviderRef: {
    name: 'string'
  },
  ProxyConfig: {
    selector: 'type.WorkloadSelector',
    concurrency: '?int32',
    environment_variables: '{string}',
    image: 'ProxyImage'
  },
  ProxyImage: {
    image_type: 'string'
  },
  ReadinessProbe: {
    initial_delay_seconds: 'int32',
    timeout_seconds: 'int32',
    period_seconds: 'int32',
    success_threshold: 'int32',
    failure_threshold: 'int32',
    http_get: 'HTTPHealthCheckConfig@health_check_method',
    tcp_socket: 'TCPHealthCheckConfig@health_check_method',
    exec: 'ExecHealthCheckConfig@health_check_method',
    grpc: 'GrpcHealthCheckConfig@health_check_method'
  },
  RegexRewrite: {
    match: 'string',
    rewrite: 'string'
  },
  RequestAuthentication: {
    selector: 'type.WorkloadSelector',
    targetRef: 'type.PolicyTargetReference',
    targetRefs: '[type.PolicyTargetReference]',
    jwt_rules: '[JWTRule]'
  },
  RouteDestination: {
    destination: 'Destination',
    weight: 'int32'
  },
  Rule: {
    from: '[Rule.From]',
    to: '[Rule.To]',
    when: '[Condition]'
  },
  'Rule.From': {
    source: 'Source'
  },
  'Rule.To': {
    operation: 'Operation'
  },
  Server: {
    port: 'Port',
    bind: 'string',
    hosts: '[string]',
    tls: 'ServerTLSSettings',
    default_endpoint: 'string',
    name: 'string'
  },
  ServerTLSSettings: {
    https_redirect: 'bool',
    mode: 'ServerTLSSettings.TLSmode',
    server_certificate: 'string',
    private_key: 'string',
    ca_certificates: 'string',
    ca_crl: 'string',
    credential_name: 'string',
    credential_names: '[string]',
    ca_cert_credential_name: 'string',
    tls_certificates: '[ServerTLSSettings.TLSCertificate]',
    subject_alt_names: '[string]',
    verify_certificate_spki: '[string]',
    verify_certificate_hash: '[string]',
    min_protocol_version: 'ServerTLSSettings.TLSProtocol',
    max_protocol_version: 'ServerTLSSettings.TLSProtocol',
    cipher_suites: '[string]',
    insecure_skip_verify: '?bool'
  },
  'ServerTLSSettings.TLSCertificate': {
    server_certificate: 'string',
    private_key: 'string',
    ca_certificates: 'string'
  },
  ServiceEntry: {
    hosts: '[string]',
    addresses: '[string]',
    ports: '[ServicePort]',
    location: 'ServiceEntry.Location',
    resolution: 'ServiceEntry.Resolution',
    endpoints: '[WorkloadEntry]',
    workload_selector: 'WorkloadSelector',
    export_to: '[string]',
    subject_alt_names: '[string]'
  },
  ServiceEntryAddress: {
    value: 'string',
    host: 'string'
  },
  ServiceEntryStatus: {
    conditions: '[meta.v1alpha1.IstioCondition]',
    validation_messages: '[analysis.v1alpha1.AnalysisMessageBase]',
    observed_generation: 'int64',
    addresses: '[ServiceEntryAddress]'
  },
  ServicePort: {
    number: 'uint32',
    protocol: 'string',
    name: 'string',
    target_port: 'uint32'
  },
  Sidecar: {
    workload_selector: 'WorkloadSelector',
    ingress: '[IstioIngressListener]',
    egress: '[IstioEgressListener]',
    inbound_connection_pool: 'ConnectionPoolSettings',
    outbound_traffic_policy: 'OutboundTrafficPolicy'
  },
  SidecarPort: {
    number: 'uint32',
    protocol: 'string',
    name: 'string',
    target_port: 'uint32'
  },
  Source: {
    principals: '[string]',
    not_principals: '[string]',
    request_principals: '[string]',
    not_request_principals: '[string]',
    namespaces: '[string]',
    not_namespaces: '[string]',
    service_accounts: '[string]',
    not_service_accounts: '[string]',
    ip_blocks: '[string]',
    not_ip_blocks: '[string]',
    remote_ip_blocks: '[string]',
    not_remote_ip_blocks: '[string]',
    trust_domains: '[string]',
    not_trust_domains: '[string]'
  },
  StringMatch: {
    exact: '?string@match_type',
    prefix: '?string@match_type',
    regex: '?string@match_type'
  },
  Subset: {
    name: 'string',
    labels: '{string}',
    traffic_policy: 'TrafficPolicy'
  },
  TCPHealthCheckConfig: {
    host: 'string',
    port: 'uint32'
  },
  TCPRoute: {
    match: '[L4MatchAttributes]',
    route: '[RouteDestination]'
  },
  TLSMatchAttributes: {
    sni_hosts: '[string]',
    destination_subnets: '[string]',
    port: 'uint32',
    source_labels: '{string}',
    gateways: '[string]',
    source_namespace: 'string'
  },
  TLSRoute: {
    match: '[TLSMatchAttributes]',
    route: '[RouteDestination]'
  },
  Telemetry: {
    selector: 'type.WorkloadSelector',
    targetRef: 'type.PolicyTargetReference',
    targetRefs: '[type.PolicyTargetReference]',
    tracing: '[Tracing]',
    metrics: '[Metrics]',
    access_logging: '[AccessLogging]'
  },
  Tracing: {
    match: 'Tracing.TracingSelector',
    providers: '[ProviderRef]',
    random_sampling_percentage: '?double',
    disable_span_reporting: '?bool',
    custom_tags: '{Tracing.CustomTag}',
    use_request_id_for_trace_sampling: '?bool',
    enable_istio_tags: '?bool',
    disable_context_propagation: '?bool'
  },
  'Tracing.CustomTag': {
    literal: 'Tracing.Literal@type',
    environment: 'Tracing.Environment@type',
    header: 'Tracing.RequestHeader@type',
    formatter: 'Tracing.Formatter@type'
  },
  'Tracing.Environment': {
    name: 'string',
    default_value: 'string'
  },
  'Tracing.Formatter': {
    value: 'string'
  },
  'Tracing.Literal': {
    value: 'string'
  },
  'Tracing.RequestHeader': {
    name: 'string',
    default_value: 'string'
  },
  'Tracing.TracingSelector': {
    mode: 'WorkloadMode'
  },
  TrafficExtension: {
    selector: 'type.WorkloadSelector',
    targetRefs: '[type.PolicyTargetReference]',
    phase: 'TrafficExtension.ExecutionPhase',
    priority: '?int32',
    match: '[TrafficSelector]',
    wasm: 'WasmConfig@filter_config',
    lua: 'LuaConfig@filter_config'
  },
  TrafficPolicy: {
    load_balancer: 'LoadBalancerSettings',
    connection_pool: 'ConnectionPoolSettings',
    outlier_detection: 'OutlierDetection',
    tls: 'ClientTLSSettings',
    port_level_settings: '[TrafficPolicy.PortTrafficPolicy]',
    tunnel: 'TrafficPolicy.TunnelSettings',
    proxy_protocol: 'TrafficPolicy.ProxyProtocol',
    retry_budget: 'TrafficPolicy.RetryBudget'
  },
  'TrafficPolicy.PortTrafficPolicy': {
    port: 'PortSelector',
    load_balancer: 'LoadBalancerSettings',
    connection_pool: 'ConnectionPoolSettings',
    outlier_detection: 'OutlierDetection',
    tls: 'ClientTLSSettings'
  },
  'TrafficPolicy.ProxyProtocol': {
    version: 'TrafficPolicy.ProxyProtocol.VERSION'
  },
  'TrafficPolicy.RetryBudget': {
    percent: '?double',
    min_retry_concurrency: 'uint32',
    budget_interval: 'Duration'
  },
  'TrafficPolicy.TunnelSettings': {
    protocol: 'string',
    target_host: 'string',
    target_port: 'uint32'
  },
  TrafficSelector: {
    mode: 'type.WorkloadMode',
    ports: '[type.PortSelector]'
  },
  VirtualService: {
    hosts: '[string]',
    gateways: '[string]',
    http: '[HTTPRoute]',
    tls: '[TLSRoute]',
    tcp: '[TCPRoute]',
    export_to: '[string]'
  },
  VmConfig: {
    env: '[EnvVar]'
  },
  WarmupConfiguration: {
    duration: 'Duration',
    minimum_percent: '?double',
    aggression: '?double'
  },
  WasmConfig: {
    url: 'string',
    sha256: 'string',
    image_pull_policy: 'PullPolicy',
    image_pull_secret: 'string',
    verification_key: 'string',
    plugin_config: 'Struct',
    plugin_name: 'string',
    fail_strategy: 'FailStrategy',
    vm_config: 'VmConfig',
    type: 'PluginType'
  },
  WasmPlugin: {
    selector: 'type.WorkloadSelector',
    targetRef: 'type.PolicyTargetReference',
    targetRefs: '[type.PolicyTargetReference]',
    url: 'string',
    sha256: 'string',
    image_pull_policy: 'PullPolicy',
    image_pull_secret: 'string',
    verification_key: 'string',
    plugin_config: 'Struct',
    plugin_name: 'string',
    phase: 'PluginPhase',
    priority: '?int32',
    fail_strategy: 'FailStrategy',
    vm_config: 'VmConfig',
    match: '[WasmPlugin.TrafficSelector]',
    type: 'PluginType'
  },
  'WasmPlugin.TrafficSelector': {
    mode: 'type.WorkloadMode',
    ports: '[type.PortSelector]'
  },
  WorkloadEntry: {
    address: 'string',
    ports: '{uint32}',
    labels: '{string}',
    network: 'string',
    locality: 'string',
    weight: 'uint32',
    service_account: 'string'
  },
  WorkloadGroup: {
    metadata: 'WorkloadGroup.ObjectMeta',
    template: 'WorkloadEntry',
    probe: 'ReadinessProbe'
  },
  'WorkloadGroup.ObjectMeta': {
    labels: '{string}',
    annotations: '{string}'
  },
  WorkloadSelector: {
    labels: '{string}'
  },
  ZoneAwareLoadBalancerSetting: {
    enabled: '?bool',
    failover: '[ZoneAwareLoadBalancerSetting.Failover]',
    failover_priority: '[string]',
    min_cluster_size: '?uint32'
  },
  'ZoneAwareLoadBalancerSetting.Failover': {
    from: 'string',
    to: 'string'
  },
  'type.PolicyTargetReference': {
    group: 'string',
    kind: 'string',
    name: 'string',
    namespace: 'string'
  },
  'type.PortSelector': {
    number: 'uint32'
  },
  'type.WorkloadSelector': {
    match_labels: '{string}'
  }
} as const

/** Values of enums by their number. */
export const ENUMS = {
  'AuthorizationPolicy.Action': { ALLOW: 0, DENY: 1, AUDIT: 2, CUSTOM: 3 },
  CaptureMode: { DEFAULT: 0, IPTABLES: 1, NONE: 2 },
  'ClientTLSSettings.TLSmode': { DISABLE: 0, SIMPLE: 1, MUTUAL: 2, ISTIO_MUTUAL: 3 },
  'ConnectionPoolSettings.HTTPSettings.H2UpgradePolicy': {
    DEFAULT: 0,
    DO_NOT_UPGRADE: 1,
    UPGRADE: 2
  },
  'CorsPolicy.UnmatchedPreflights': { UNSPECIFIED: 0, FORWARD: 1, IGNORE: 2 },
  EnvValueSource: { INLINE: 0, HOST: 1 },
  'EnvoyFilter.ApplyTo': {
    INVALID: 0,
    LISTENER: 1,
    FILTER_CHAIN: 2,
    NETWORK_FILTER: 3,
    HTTP_FILTER: 4,
    ROUTE_CONFIGURATION: 5,
    VIRTUAL_HOST: 6,
    HTTP_ROUTE: 7,
    CLUSTER: 8,
    EXTENSION_CONFIG: 9,
    BOOTSTRAP: 10,
    LISTENER_FILTER: 11
  },
  'EnvoyFilter.Patch.FilterClass': { UNSPECIFIED: 0, AUTHN: 1, AUTHZ: 2, STATS: 3 },
  'EnvoyFilter.Patch.Operation': {
    INVALID: 0,
    MERGE: 1,
    ADD: 2,
    REMOVE: 3,
    INSERT_BEFORE: 4,
    INSERT_AFTER: 5,
    INSERT_FIRST: 6,
    REPLACE: 7,
    MERGE_AND_REPLACE_LIST: 8
  },
  'EnvoyFilter.PatchContext': {
    ANY: 0,
    SIDECAR_INBOUND: 1,
    SIDECAR_OUTBOUND: 2,
    GATEWAY: 3,
    WAYPOINT: 4
  },
  'EnvoyFilter.RouteConfigurationMatch.RouteMatch.Action': {
    ANY: 0,
    ROUTE: 1,
    REDIRECT: 2,
    DIRECT_RESPONSE: 3
  },
  FailStrategy: { FAIL_CLOSE: 0, FAIL_OPEN: 1, FAIL_RELOAD: 2 },
  'HTTPRedirect.RedirectPortSelection': { FROM_PROTOCOL_DEFAULT: 0, FROM_REQUEST_PORT: 1 },
  'LoadBalancerSettings.SimpleLB': {
    UNSPECIFIED: 0,
    LEAST_CONN: 1,
    RANDOM: 2,
    PASSTHROUGH: 3,
    ROUND_ROBIN: 4,
    LEAST_REQUEST: 5
  },
  'MetricSelector.IstioMetric': {
    ALL_METRICS: 0,
    REQUEST_COUNT: 1,
    REQUEST_DURATION: 2,
    REQUEST_SIZE: 3,
    RESPONSE_SIZE: 4,
    TCP_OPENED_CONNECTIONS: 5,
    TCP_CLOSED_CONNECTIONS: 6,
    TCP_SENT_BYTES: 7,
    TCP_RECEIVED_BYTES: 8,
    GRPC_REQUEST_MESSAGES: 9,
    GRPC_RESPONSE_MESSAGES: 10
  },
  'MetricsOverrides.TagOverride.Operation': { UPSERT: 0, REMOVE: 1 },
  'OutboundTrafficPolicy.Mode': { REGISTRY_ONLY: 0, ALLOW_ANY: 1 },
  'PeerAuthentication.MutualTLS.Mode': { UNSET: 0, DISABLE: 1, PERMISSIVE: 2, STRICT: 3 },
  PluginPhase: { UNSPECIFIED_PHASE: 0, AUTHN: 1, AUTHZ: 2, STATS: 3 },
  PluginType: { UNSPECIFIED_PLUGIN_TYPE: 0, HTTP: 1, NETWORK: 2 },
  PullPolicy: { UNSPECIFIED_POLICY: 0, IfNotPresent: 1, Always: 2 },
  'ServerTLSSettings.TLSProtocol': { TLS_AUTO: 0, TLSV1_0: 1, TLSV1_1: 2, TLSV1_2: 3, TLSV1_3: 4 },
  'ServerTLSSettings.TLSmode': {
    PASSTHROUGH: 0,
    SIMPLE: 1,
    MUTUAL: 2,
    AUTO_PASSTHROUGH: 3,
    ISTIO_MUTUAL: 4,
    OPTIONAL_MUTUAL: 5
  },
  'ServiceEntry.Location': { MESH_EXTERNAL: 0, MESH_INTERNAL: 1 },
  'ServiceEntry.Resolution': { NONE: 0, STATIC: 1, DNS: 2, DNS_ROUND_ROBIN: 3, DYNAMIC_DNS: 4 },
  'TrafficExtension.ExecutionPhase': { UNSPECIFIED: 0, AUTHN: 1, AUTHZ: 2, STATS: 3 },
  'TrafficPolicy.ProxyProtocol.VERSION': { V1: 0, V2: 1 },
  WorkloadMode: { CLIENT_AND_SERVER: 0, CLIENT: 1, SERVER: 2 },
  'type.WorkloadMode': { UNDEFINED: 0, CLIENT: 1, SERVER: 2, CLIENT_AND_SERVER: 3 }
} as const

/** The first minor (1.x) of fields and enum values that came after 1.18. */
export const SINCE: Readonly<Record<string, number>> = {
  'AuthorizationPolicy.targetRef': 20,
  'AuthorizationPolicy.targetRefs': 22,
  'ClientTLSSettings.ca_crl': 22,
  'ConnectionPoolSettings.HTTPSettings.ConnectionKeepalive.interval': 31,
  'ConnectionPoolSettings.HTTPSettings.ConnectionKeepalive.timeout': 31,
  'ConnectionPoolSettings.HTTPSettings.http2_keep_alive': 31,
  'ConnectionPoolSettings.HTTPSettings.max_concurrent_streams': 21,
  'ConnectionPoolSettings.TCPSettings.idle_timeout': 21,
  'CorsPolicy.UnmatchedPreflights.FORWARD': 23,
  'CorsPolicy.UnmatchedPreflights.IGNORE': 23,
  'CorsPolicy.UnmatchedPreflights.UNSPECIFIED': 23,
  'CorsPolicy.unmatched_preflights': 23,
  'EnvoyFilter.EnvoyConfigObjectMatch.waypoint': 29,
  'EnvoyFilter.Patch.Operation.MERGE_AND_REPLACE_LIST': 31,
  'EnvoyFilter.PatchContext.WAYPOINT': 29,
  'EnvoyFilter.RouteConfigurationMatch.VirtualHostMatch.domain_name': 25,
  'EnvoyFilter.WaypointMatch.FilterMatch.SubFilterMatch.name': 29,
  'EnvoyFilter.WaypointMatch.FilterMatch.name': 29,
  'EnvoyFilter.WaypointMatch.FilterMatch.sub_filter': 29,
  'EnvoyFilter.WaypointMatch.RouteMatch.name': 29,
  'EnvoyFilter.WaypointMatch.filter': 29,
  'EnvoyFilter.WaypointMatch.port_number': 29,
  'EnvoyFilter.WaypointMatch.route': 29,
  'EnvoyFilter.targetRefs': 22,
  'FailStrategy.FAIL_CLOSE': 19,
  'FailStrategy.FAIL_OPEN': 19,
  'FailStrategy.FAIL_RELOAD': 27,
  'GrpcHealthCheckConfig.port': 25,
  'GrpcHealthCheckConfig.service': 25,
  'HTTPMirrorPolicy.destination': 19,
  'HTTPMirrorPolicy.percentage': 19,
  'HTTPRedirect.prefix_rewrite': 31,
  'HTTPRetry.backoff': 26,
  'HTTPRetry.retry_ignore_previous_hosts': 26,
  'HTTPRewrite.uri_regex_rewrite': 19,
  'HTTPRoute.mirrors': 19,
  'IstioIngressListener.connection_pool': 20,
  'JWTRule.from_cookies': 21,
  'JWTRule.space_delimited_claims': 28,
  'JWTRule.timeout': 22,
  'LoadBalancerSettings.ConsistentHashLB.HTTPCookie.Attribute.name': 28,
  'LoadBalancerSettings.ConsistentHashLB.HTTPCookie.Attribute.value': 28,
  'LoadBalancerSettings.ConsistentHashLB.HTTPCookie.attributes': 28,
  'LoadBalancerSettings.warmup': 24,
  'LoadBalancerSettings.zone_aware_lb_setting': 31,
  'LuaConfig.inline_code': 30,
  'OutlierDetection.outlier_detection_http_error_codes': 31,
  'PluginType.HTTP': 20,
  'PluginType.NETWORK': 20,
  'PluginType.UNSPECIFIED_PLUGIN_TYPE': 20,
  'ReadinessProbe.grpc': 25,
  'RegexRewrite.match': 19,
  'RegexRewrite.rewrite': 19,
  'RequestAuthentication.targetRef': 20,
  'RequestAuthentication.targetRefs': 22,
  'ServerTLSSettings.TLSCertificate.ca_certificates': 26,
  'ServerTLSSettings.TLSCertificate.private_key': 26,
  'ServerTLSSettings.TLSCertificate.server_certificate': 26,
  'ServerTLSSettings.TLSmode.OPTIONAL_MUTUAL': 19,
  'ServerTLSSettings.ca_cert_credential_name': 28,
  'ServerTLSSettings.ca_crl': 22,
  'ServerTLSSettings.credential_names': 26,
  'ServerTLSSettings.insecure_skip_verify': 31,
  'ServerTLSSettings.tls_certificates': 26,
  'ServiceEntry.Resolution.DYNAMIC_DNS': 28,
  'Sidecar.inbound_connection_pool': 20,
  'Source.not_service_accounts': 25,
  'Source.not_trust_domains': 30,
  'Source.service_accounts': 25,
  'Source.trust_domains': 30,
  'Telemetry.targetRef': 20,
  'Telemetry.targetRefs': 22,
  'Tracing.CustomTag.formatter': 29,
  'Tracing.Formatter.value': 29,
  'Tracing.disable_context_propagation': 30,
  'Tracing.enable_istio_tags': 25,
  'TrafficExtension.ExecutionPhase.AUTHN': 30,
  'TrafficExtension.ExecutionPhase.AUTHZ': 30,
  'TrafficExtension.ExecutionPhase.STATS': 30,
  'TrafficExtension.ExecutionPhase.UNSPECIFIED': 30,
  'TrafficExtension.lua': 30,
  'TrafficExtension.match': 30,
  'TrafficExtension.phase': 30,
  'TrafficExtension.priority': 30,
  'TrafficExtension.selector': 30,
  'TrafficExtension.targetRefs': 30,
  'TrafficExtension.wasm': 30,
  'TrafficPolicy.ProxyProtocol.VERSION.V1': 21,
  'TrafficPolicy.ProxyProtocol.VERSION.V2': 21,
  'TrafficPolicy.ProxyProtocol.version': 21,
  'TrafficPolicy.RetryBudget.budget_interval': 31,
  'TrafficPolicy.RetryBudget.min_retry_concurrency': 27,
  'TrafficPolicy.RetryBudget.percent': 27,
  'TrafficPolicy.proxy_protocol': 21,
  'TrafficPolicy.retry_budget': 27,
  'TrafficSelector.mode': 30,
  'TrafficSelector.ports': 30,
  'WarmupConfiguration.aggression': 24,
  'WarmupConfiguration.duration': 24,
  'WarmupConfiguration.minimum_percent': 24,
  'WasmConfig.fail_strategy': 30,
  'WasmConfig.image_pull_policy': 30,
  'WasmConfig.image_pull_secret': 30,
  'WasmConfig.plugin_config': 30,
  'WasmConfig.plugin_name': 30,
  'WasmConfig.sha256': 30,
  'WasmConfig.type': 30,
  'WasmConfig.url': 30,
  'WasmConfig.verification_key': 30,
  'WasmConfig.vm_config': 30,
  'WasmPlugin.fail_strategy': 19,
  'WasmPlugin.targetRef': 20,
  'WasmPlugin.targetRefs': 22,
  'WasmPlugin.type': 20,
  'ZoneAwareLoadBalancerSetting.Failover.from': 31,
  'ZoneAwareLoadBalancerSetting.Failover.to': 31,
  'ZoneAwareLoadBalancerSetting.enabled': 31,
  'ZoneAwareLoadBalancerSetting.failover': 31,
  'ZoneAwareLoadBalancerSetting.failover_priority': 31,
  'ZoneAwareLoadBalancerSetting.min_cluster_size': 31,
  'type.PolicyTargetReference.group': 20,
  'type.PolicyTargetReference.kind': 20,
  'type.PolicyTargetReference.name': 20,
  'type.PolicyTargetReference.namespace': 20
}
