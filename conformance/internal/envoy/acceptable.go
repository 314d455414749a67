package envoy

import (
	"fmt"
	"strings"

	accesslog "github.com/envoyproxy/go-control-plane/envoy/config/accesslog/v3"
	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	proxyprotocol "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/listener/proxy_protocol/v3"
	hcm "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	tcpproxy "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/tcp_proxy/v3"
	tls "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"
	"google.golang.org/protobuf/types/known/wrapperspb"

	"conformance/internal/world"
)

// acceptable is a listener of istiod as core Envoy on this machine takes it. What decides about requests
// stays as it is: filter chains with their matches and order, inspectors, filters, routes. Changed are:
// the address; the way in which the destination of a connection is learnt (PROXY protocol instead of
// SO_ORIGINAL_DST); filters that only Istio's build of Envoy has and that decide nothing; certificates;
// route configurations, which stand inline; access logs and tracing.
func (r *Rig) acceptable(p *world.Proxy, l *listener.Listener, address string, port uint32) (*listener.Listener, error) {
	out := proto.Clone(l).(*listener.Listener)
	out.Name = fmt.Sprintf("%s %s %s", p.Name, l.GetName(), address)
	out.Address = socket(address, port)
	out.AdditionalAddresses, out.AccessLog, out.UseOriginalDst, out.EnableReusePort, out.ConnectionBalanceConfig = nil, nil, nil, nil, nil
	out.BindToPort, out.StatPrefix = nil, "listener"
	inspectors := out.GetListenerFilters()
	out.ListenerFilters = []*listener.ListenerFilter{{
		Name:       "envoy.filters.listener.proxy_protocol",
		ConfigType: &listener.ListenerFilter_TypedConfig{TypedConfig: pack(&proxyprotocol.ProxyProtocol{})},
	}}
	for _, f := range inspectors {
		if f.GetName() != "envoy.filters.listener.original_dst" {
			out.ListenerFilters = append(out.ListenerFilters, f)
		}
	}
	for _, c := range append(out.GetFilterChains(), out.GetDefaultFilterChain()) {
		if c == nil {
			continue
		}
		if err := r.acceptChain(p, c); err != nil {
			return nil, fmt.Errorf("listener %s, filter chain %s: %w", l.GetName(), c.GetName(), err)
		}
	}
	return out, nil
}

func socket(address string, port uint32) *core.Address {
	return &core.Address{Address: &core.Address_SocketAddress{SocketAddress: &core.SocketAddress{
		Address: address, PortSpecifier: &core.SocketAddress_PortValue{PortValue: port},
	}}}
}

// pack cannot fail: the messages are made here.
func pack(m proto.Message) *anypb.Any {
	packed, err := anypb.New(m)
	if err != nil {
		panic(err)
	}
	return packed
}

// onlyIstio tells the filters of Istio's build of Envoy: telemetry, metadata exchange, ALPN.
func onlyIstio(name string, config *anypb.Any) bool {
	url := strings.ToLower(config.GetTypeUrl())
	if strings.HasPrefix(name, "istio") {
		return true
	}
	for _, part := range []string{"istio", "peer_metadata", "peermetadata", "metadata_exchange", "metadataexchange"} {
		if strings.Contains(url, part) {
			return true
		}
	}
	// Typed structs name the type they stand for in their value.
	return strings.Contains(url, "typedstruct") && (strings.Contains(string(config.GetValue()), "istio") || strings.Contains(string(config.GetValue()), "stats"))
}

func (r *Rig) acceptChain(p *world.Proxy, c *listener.FilterChain) error {
	filters := c.GetFilters()
	c.Filters = nil
	for _, f := range filters {
		if onlyIstio(f.GetName(), f.GetTypedConfig()) {
			continue
		}
		message, err := f.GetTypedConfig().UnmarshalNew()
		if err != nil {
			return err
		}
		switch filter := message.(type) {
		case *hcm.HttpConnectionManager:
			if err := r.acceptManager(p, filter); err != nil {
				return err
			}
		case *tcpproxy.TcpProxy:
			filter.AccessLog, filter.OnDemand, filter.StatPrefix = nil, nil, "tcp"
		default:
			c.Filters = append(c.Filters, f)
			continue
		}
		c.Filters = append(c.Filters, &listener.Filter{Name: f.GetName(), ConfigType: &listener.Filter_TypedConfig{TypedConfig: pack(message)}})
	}
	if c.GetTransportSocket() == nil {
		return nil
	}
	context := &tls.DownstreamTlsContext{}
	if err := c.GetTransportSocket().GetTypedConfig().UnmarshalTo(context); err != nil {
		return err
	}
	if err := r.acceptTLS(p, context); err != nil {
		return err
	}
	c.TransportSocket.ConfigType = &core.TransportSocket_TypedConfig{TypedConfig: pack(context)}
	return nil
}

func (r *Rig) acceptManager(p *world.Proxy, m *hcm.HttpConnectionManager) error {
	if rds := m.GetRds(); rds != nil {
		config := p.RouteConfiguration(rds.GetRouteConfigName())
		if config == nil {
			return fmt.Errorf("istiod sends no route configuration %s", rds.GetRouteConfigName())
		}
		m.RouteSpecifier = &hcm.HttpConnectionManager_RouteConfig{RouteConfig: proto.Clone(config).(*route.RouteConfiguration)}
	}
	if config := m.GetRouteConfig(); config != nil {
		config.ValidateClusters = wrapperspb.Bool(false)
	}
	m.Tracing, m.AccessLog, m.AccessLogOptions, m.RequestIdExtension = nil, nil, nil, nil
	m.StatPrefix, m.GenerateRequestId = "http", wrapperspb.Bool(false)
	m.LocalReplyConfig = details
	filters := m.GetHttpFilters()
	m.HttpFilters = nil
	for _, f := range filters {
		if !onlyIstio(f.GetName(), f.GetTypedConfig()) {
			m.HttpFilters = append(m.HttpFilters, f)
		}
	}
	return nil
}

const (
	detailsHeader = "X-Judge-Details"
	routeHeader   = "X-Judge-Route"
)

// details puts the reason of a reply that Envoy makes itself into its headers.
var details = &hcm.LocalReplyConfig{Mappers: []*hcm.ResponseMapper{{
	Filter: &accesslog.AccessLogFilter{FilterSpecifier: &accesslog.AccessLogFilter_StatusCodeFilter{StatusCodeFilter: &accesslog.StatusCodeFilter{
		Comparison: &accesslog.ComparisonFilter{Op: accesslog.ComparisonFilter_GE, Value: &core.RuntimeUInt32{DefaultValue: 100, RuntimeKey: "judge.none"}},
	}}},
	HeadersToAdd: []*core.HeaderValueOption{
		{Header: &core.HeaderValue{Key: detailsHeader, Value: "%RESPONSE_CODE_DETAILS%"}},
		{Header: &core.HeaderValue{Key: routeHeader, Value: "%ROUTE_NAME%"}},
	},
}}}

// acceptTLS replaces secrets from SDS by certificates of the rig's authority; SAN matchers stay.
func (r *Rig) acceptTLS(p *world.Proxy, context *tls.DownstreamTlsContext) error {
	own, err := r.authority.issue(p.Node.VerifiedIdentity.String())
	if err != nil {
		return err
	}
	inline := func(text string) *core.DataSource {
		return &core.DataSource{Specifier: &core.DataSource_InlineString{InlineString: text}}
	}
	common := context.GetCommonTlsContext()
	common.TlsCertificateSdsSecretConfigs = nil
	common.TlsCertificates = []*tls.TlsCertificate{{CertificateChain: inline(own.chain), PrivateKey: inline(own.key)}}
	if common.GetValidationContextType() == nil && !context.GetRequireClientCertificate().GetValue() {
		return nil
	}
	validation := &tls.CertificateValidationContext{}
	if combined := common.GetCombinedValidationContext(); combined != nil {
		validation = proto.Clone(combined.GetDefaultValidationContext()).(*tls.CertificateValidationContext)
	}
	validation.TrustedCa, validation.CaCertificateProviderInstance = inline(r.authority.pem()), nil
	common.ValidationContextType = &tls.CommonTlsContext_ValidationContext{ValidationContext: validation}
	return nil
}
