package canonical

import (
	"math"
	"slices"
	"strings"

	cluster "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	proxyprotocol "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/proxy_protocol/v3"
	tls "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	http "github.com/envoyproxy/go-control-plane/envoy/extensions/upstreams/http/v3"
	"google.golang.org/protobuf/types/known/durationpb"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// Upstream is how a proxy treats the endpoints of a cluster: what DestinationRules, the mesh configuration
// and mutual TLS set. Times are milliseconds; an absent limit is none.
type Upstream struct {
	LoadBalancer     LoadBalancer `json:"loadBalancer"`
	LocalityWeighted bool         `json:"localityWeighted,omitempty"`
	PanicThreshold   *float64     `json:"panicThreshold,omitempty"`

	ConnectTimeout     *float64     `json:"connectTimeout,omitempty"`
	MaxConnections     *uint32      `json:"maxConnections,omitempty"`
	MaxPendingRequests *uint32      `json:"maxPendingRequests,omitempty"`
	MaxRequests        *uint32      `json:"maxRequests,omitempty"`
	MaxRetries         *uint32      `json:"maxRetries,omitempty"`
	RetryBudget        *RetryBudget `json:"retryBudget,omitempty"`
	TCPKeepalive       *Keepalive   `json:"tcpKeepalive,omitempty"`

	IdleTimeout              *float64   `json:"idleTimeout,omitempty"`
	MaxConnectionDuration    *float64   `json:"maxConnectionDuration,omitempty"`
	MaxRequestsPerConnection *uint32    `json:"maxRequestsPerConnection,omitempty"`
	Protocol                 string     `json:"protocol,omitempty"` // http2, or that of the client; else HTTP/1.1
	MaxConcurrentStreams     *uint32    `json:"maxConcurrentStreams,omitempty"`
	HTTP2Keepalive           *Keepalive `json:"http2Keepalive,omitempty"`

	OutlierDetection *OutlierDetection `json:"outlierDetection,omitempty"`
	ProxyProtocol    string            `json:"proxyProtocol,omitempty"`
	TLS              UpstreamTLS       `json:"tls"`
}

// LoadBalancer is Envoy's policy with what it needs.
type LoadBalancer struct {
	Policy          string  `json:"policy"`
	Warmup          *Warmup `json:"warmup,omitempty"`
	MinimumRingSize *uint64 `json:"minimumRingSize,omitempty"`
	TableSize       *uint64 `json:"tableSize,omitempty"`
}

// Warmup is Envoy's slow start.
type Warmup struct {
	Duration       *float64 `json:"duration,omitempty"`
	Aggression     *float64 `json:"aggression,omitempty"`
	MinimumPercent *float64 `json:"minimumPercent,omitempty"`
}

// RetryBudget bounds concurrent retries.
type RetryBudget struct {
	Percent             float64  `json:"percent"`
	MinRetryConcurrency uint32   `json:"minRetryConcurrency"`
	Interval            *float64 `json:"interval,omitempty"`
}

// Keepalive is that of TCP connections, or of HTTP/2.
type Keepalive struct {
	Probes   *uint32  `json:"probes,omitempty"`
	Time     *float64 `json:"time,omitempty"`
	Interval *float64 `json:"interval,omitempty"`
	Timeout  *float64 `json:"timeout,omitempty"`
}

// OutlierDetection is Envoy's; a count that is not enforced is 0.
type OutlierDetection struct {
	Consecutive5xx          *uint32  `json:"consecutive5xx,omitempty"`
	ConsecutiveGateway      *uint32  `json:"consecutiveGateway,omitempty"`
	ConsecutiveLocalOrigin  *uint32  `json:"consecutiveLocalOrigin,omitempty"`
	SplitLocalOriginErrors  bool     `json:"splitLocalOriginErrors,omitempty"`
	Interval                *float64 `json:"interval,omitempty"`
	BaseEjectionTime        *float64 `json:"baseEjectionTime,omitempty"`
	MaxEjectionPercent      *uint32  `json:"maxEjectionPercent,omitempty"`
	EnforcedByOtherThanErrs bool     `json:"successRate,omitempty"`
}

// UpstreamTLS is `plaintext`, `auto-mtls` (Istio's own to the endpoints that are marked for it), or what the
// client brings: ISTIO_MUTUAL, MUTUAL with a certificate of its own, SIMPLE without.
type UpstreamTLS struct {
	Mode        string   `json:"mode"`
	SNI         string   `json:"sni,omitempty"`
	Names       []string `json:"names,omitempty"`       // subject alternative names that the server must have
	Certificate string   `json:"certificate,omitempty"` // the secret, by its name at SDS
	Root        string   `json:"root,omitempty"`        // of the authorities; absent: the server is not verified
	AutoSNI     bool     `json:"autoSni,omitempty"`     // the Host header is the server name
	AutoNames   bool     `json:"autoNames,omitempty"`   // and the name that the server must have
	ALPN        []string `json:"alpn,omitempty"`
	CRL         string   `json:"crl,omitempty"`
}

const httpOptions = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions"

func (r *reader) upstream(c *cluster.Cluster) Upstream {
	// What no request sees: names of statistics, metadata for telemetry, filters of Istio's build, and how
	// endpoints are fetched and resolved.
	r.known(c, "name", "type", "cluster_type", "alt_stat_name", "eds_cluster_config", "load_assignment", "metadata", "filters", "lb_policy",
		"lb_config", "round_robin_lb_config", "least_request_lb_config", "ring_hash_lb_config", "maglev_lb_config", "original_dst_lb_config",
		"common_lb_config", "connect_timeout", "circuit_breakers", "upstream_connection_options", "typed_extension_protocol_options",
		"outlier_detection", "transport_socket", "transport_socket_matches", "dns_lookup_family", "typed_dns_resolver_config", "dns_jitter",
		"dns_refresh_rate", "respect_dns_ttl", "max_requests_per_connection")
	out := Upstream{LoadBalancer: loadBalancer(c), ConnectTimeout: milliseconds(c.GetConnectTimeout())}
	if common := c.GetCommonLbConfig(); common != nil {
		r.known(common, "healthy_panic_threshold", "locality_weighted_lb_config")
		out.LocalityWeighted = common.GetLocalityWeightedLbConfig() != nil
		if threshold := common.GetHealthyPanicThreshold(); threshold != nil {
			out.PanicThreshold = &threshold.Value
		}
	}
	for _, t := range c.GetCircuitBreakers().GetThresholds() {
		r.known(t, "max_connections", "max_pending_requests", "max_requests", "max_retries", "retry_budget", "track_remaining")
		out.MaxConnections, out.MaxPendingRequests = limit(t.GetMaxConnections()), limit(t.GetMaxPendingRequests())
		out.MaxRequests, out.MaxRetries = limit(t.GetMaxRequests()), limit(t.GetMaxRetries())
		if b := t.GetRetryBudget(); b != nil {
			out.RetryBudget = &RetryBudget{b.GetBudgetPercent().GetValue(), b.GetMinRetryConcurrency().GetValue(), interval(b)}
		}
	}
	if k := c.GetUpstreamConnectionOptions().GetTcpKeepalive(); k != nil {
		out.TCPKeepalive = &Keepalive{number(k.GetKeepaliveProbes()), seconds(k.GetKeepaliveTime()), seconds(k.GetKeepaliveInterval()), nil}
	}
	out.OutlierDetection = r.outliers(c.GetOutlierDetection())
	options := &http.HttpProtocolOptions{}
	if packed := c.GetTypedExtensionProtocolOptions()[httpOptions]; packed != nil {
		if err := packed.UnmarshalTo(options); err != nil {
			r.unread["HttpProtocolOptions: "+err.Error()] = true
		}
		r.protocol(options, &out)
	}
	out.TLS = r.upstreamTLS(c, &out)
	if auto := options.GetUpstreamHttpProtocolOptions(); auto != nil {
		r.known(auto, "auto_sni", "auto_san_validation")
		out.TLS.AutoSNI, out.TLS.AutoNames = auto.GetAutoSni(), auto.GetAutoSanValidation()
	}
	return out
}

// interval reads a field that the API of Envoy has had since the minor of Istio 1.31.
func interval(b *cluster.CircuitBreakers_Thresholds_RetryBudget) *float64 {
	m := b.ProtoReflect()
	field := m.Descriptor().Fields().ByName("budget_interval")
	if field == nil || !m.Has(field) {
		return nil
	}
	value, _ := m.Get(field).Message().Interface().(*durationpb.Duration)
	return milliseconds(value)
}

func loadBalancer(c *cluster.Cluster) LoadBalancer {
	out := LoadBalancer{Policy: c.GetLbPolicy().String()}
	slow := c.GetRoundRobinLbConfig().GetSlowStartConfig()
	if slow == nil {
		slow = c.GetLeastRequestLbConfig().GetSlowStartConfig()
	}
	if slow != nil {
		out.Warmup = &Warmup{Duration: milliseconds(slow.GetSlowStartWindow())}
		if a := slow.GetAggression(); a != nil {
			out.Warmup.Aggression = &a.DefaultValue
		}
		if m := slow.GetMinWeightPercent(); m != nil {
			out.Warmup.MinimumPercent = &m.Value
		}
	}
	if size := c.GetRingHashLbConfig().GetMinimumRingSize(); size != nil {
		out.MinimumRingSize = &size.Value
	}
	if size := c.GetMaglevLbConfig().GetTableSize(); size != nil {
		out.TableSize = &size.Value
	}
	return out
}

// limit leaves out istiod's "no limit".
func limit(v *wrapperspb.UInt32Value) *uint32 {
	if v.GetValue() == math.MaxUint32 {
		return nil
	}
	return number(v)
}

func number(v *wrapperspb.UInt32Value) *uint32 {
	if v == nil {
		return nil
	}
	return &v.Value
}

func seconds(v *wrapperspb.UInt32Value) *float64 {
	if v == nil {
		return nil
	}
	value := float64(v.GetValue()) * 1000
	return &value
}

func (r *reader) protocol(options *http.HttpProtocolOptions, out *Upstream) {
	r.known(options, "common_http_protocol_options", "explicit_http_config", "use_downstream_protocol_config", "upstream_http_protocol_options")
	common := options.GetCommonHttpProtocolOptions()
	out.IdleTimeout, out.MaxConnectionDuration = milliseconds(common.GetIdleTimeout()), milliseconds(common.GetMaxConnectionDuration())
	out.MaxRequestsPerConnection = number(common.GetMaxRequestsPerConnection())
	if options.GetUseDownstreamProtocolConfig() != nil {
		out.Protocol = "of the client"
	}
	if h2 := options.GetExplicitHttpConfig().GetHttp2ProtocolOptions(); h2 != nil {
		out.Protocol, out.MaxConcurrentStreams = "http2", number(h2.GetMaxConcurrentStreams())
		if k := h2.GetConnectionKeepalive(); k != nil {
			out.HTTP2Keepalive = &Keepalive{Interval: milliseconds(k.GetInterval()), Timeout: milliseconds(k.GetTimeout())}
		}
	}
}

func (r *reader) outliers(d *cluster.OutlierDetection) *OutlierDetection {
	if d == nil {
		return nil
	}
	r.known(d, "consecutive_5xx", "enforcing_consecutive_5xx", "consecutive_gateway_failure", "enforcing_consecutive_gateway_failure",
		"consecutive_local_origin_failure", "enforcing_consecutive_local_origin_failure", "split_external_local_origin_errors", "interval",
		"base_ejection_time", "max_ejection_percent", "enforcing_success_rate", "enforcing_local_origin_success_rate")
	return &OutlierDetection{
		Consecutive5xx: number(d.GetConsecutive_5Xx()), ConsecutiveGateway: number(d.GetConsecutiveGatewayFailure()),
		ConsecutiveLocalOrigin: number(d.GetConsecutiveLocalOriginFailure()), SplitLocalOriginErrors: d.GetSplitExternalLocalOriginErrors(),
		Interval: milliseconds(d.GetInterval()), BaseEjectionTime: milliseconds(d.GetBaseEjectionTime()),
		MaxEjectionPercent:      number(d.GetMaxEjectionPercent()),
		EnforcedByOtherThanErrs: d.GetEnforcingSuccessRate().GetValue() > 0 || d.GetEnforcingLocalOriginSuccessRate().GetValue() > 0,
	}
}

// upstreamTLS reads the transport sockets; a PROXY protocol around them is noted at the cluster.
func (r *reader) upstreamTLS(c *cluster.Cluster, out *Upstream) UpstreamTLS {
	if matches := c.GetTransportSocketMatches(); len(matches) > 0 {
		marked, others := r.socket(matches[0].GetTransportSocket(), out), UpstreamTLS{Mode: "plaintext"}
		if len(matches) > 1 {
			others = r.socket(matches[1].GetTransportSocket(), out)
		}
		isAuto := len(matches) == 2 && matches[0].GetMatch().GetFields()["tlsMode"].GetStringValue() == "istio" && len(matches[1].GetMatch().GetFields()) == 0
		if !isAuto || marked.Mode != "ISTIO_MUTUAL" || others.Mode != "plaintext" {
			r.unread["Cluster.transport_socket_matches of another form"] = true
		}
		marked.Mode = "auto-mtls"
		return marked
	}
	return r.socket(c.GetTransportSocket(), out)
}

func (r *reader) socket(s *core.TransportSocket, out *Upstream) UpstreamTLS {
	if s == nil || strings.Contains(s.GetName(), "raw_buffer") {
		return UpstreamTLS{Mode: "plaintext"}
	}
	message, err := s.GetTypedConfig().UnmarshalNew()
	if err != nil {
		r.unread["TransportSocket "+s.GetName()+": "+err.Error()] = true
		return UpstreamTLS{Mode: "unknown"}
	}
	switch socket := message.(type) {
	case *proxyprotocol.ProxyProtocolUpstreamTransport:
		out.ProxyProtocol = socket.GetConfig().GetVersion().String()
		return r.socket(socket.GetTransportSocket(), out)
	case *tls.UpstreamTlsContext:
		return r.context(socket)
	}
	r.unread["TransportSocket "+s.GetName()] = true
	return UpstreamTLS{Mode: "unknown"}
}

func (r *reader) context(c *tls.UpstreamTlsContext) UpstreamTLS {
	common := c.GetCommonTlsContext()
	r.known(c, "common_tls_context", "sni")
	r.known(common, "tls_params", "alpn_protocols", "tls_certificate_sds_secret_configs", "combined_validation_context", "validation_context",
		"validation_context_sds_secret_config")
	out := UpstreamTLS{Mode: "SIMPLE", SNI: c.GetSni(), ALPN: slices.Clone(common.GetAlpnProtocols())}
	for _, secret := range common.GetTlsCertificateSdsSecretConfigs() {
		out.Mode, out.Certificate = "MUTUAL", secret.GetName()
	}
	if out.Certificate == "default" {
		out.Mode, out.Certificate = "ISTIO_MUTUAL", ""
	}
	combined := common.GetCombinedValidationContext()
	out.Root = combined.GetValidationContextSdsSecretConfig().GetName()
	if out.Root == "" {
		out.Root = common.GetValidationContextSdsSecretConfig().GetName()
	}
	if out.Mode == "ISTIO_MUTUAL" {
		if out.Root != "ROOTCA" {
			r.unread["ISTIO_MUTUAL with authorities "+out.Root] = true
		}
		out.Root = ""
	}
	for _, name := range combined.GetDefaultValidationContext().GetMatchSubjectAltNames() { //nolint:staticcheck // as istiod sends it
		out.Names = append(out.Names, name.GetExact())
	}
	slices.Sort(out.Names)
	out.CRL = combined.GetDefaultValidationContext().GetCrl().GetFilename()
	return out
}
