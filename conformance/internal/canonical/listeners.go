package canonical

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	hcm "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	tcpproxy "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/tcp_proxy/v3"
)

// Listener is an address with its filter chains; the default chain has no match and comes last.
type Listener struct {
	Name    string  `json:"name"`
	Address string  `json:"address"`
	Port    uint32  `json:"port"`
	Chains  []Chain `json:"chains"`
}

// Chain leads to a route configuration (by name, or inline) or to clusters.
type Chain struct {
	Match       ChainMatch    `json:"match"`
	RouteConfig string        `json:"routeConfig,omitempty"`
	TCP         []Destination `json:"tcp,omitempty"`
	TLS         bool          `json:"tls,omitempty"` // the proxy terminates TLS
	Filters     []string      `json:"filters,omitempty"`
}

// ChainMatch is what a connection must meet; lists are sorted.
type ChainMatch struct {
	Port         uint32   `json:"port,omitempty"`
	Destinations []string `json:"destinations,omitempty"`
	SNI          []string `json:"sni,omitempty"`
	Transport    string   `json:"transport,omitempty"`
	ALPN         []string `json:"alpn,omitempty"`
	Default      bool     `json:"default,omitempty"`
}

// telemetry filters decide nothing about a request.
var telemetry = []string{
	"istio.metadata_exchange", "envoy.filters.network.metadata_exchange", "istio.stats", "istio.alpn", "istio_authn",
	"envoy.filters.http.grpc_stats", "envoy.filters.http.peer_metadata", "istio.peer_metadata", "envoy.filters.http.router",
	"envoy.filters.http.fault", "envoy.filters.http.cors", "waypoint_downstream_peer_metadata", "waypoint_upstream_peer_metadata",
}

// Telemetry tells the filters that decide nothing about a request (fault and cors act per route).
func Telemetry(name string) bool { return slices.Contains(telemetry, name) }

// Listeners expresses listeners, sorted by name: istiod's order is not stable.
func Listeners(all []*listener.Listener) ([]Listener, []string) {
	r := newReader()
	out := make([]Listener, 0, len(all))
	for _, l := range all {
		address := l.GetAddress().GetSocketAddress()
		e := Listener{Name: l.GetName(), Address: address.GetAddress(), Port: address.GetPortValue(), Chains: []Chain{}}
		for _, c := range l.GetFilterChains() {
			e.Chains = append(e.Chains, r.chain(c))
		}
		slices.SortStableFunc(e.Chains, func(a, b Chain) int { return cmp.Compare(fmt.Sprint(a.Match), fmt.Sprint(b.Match)) })
		if c := l.GetDefaultFilterChain(); c != nil {
			last := r.chain(c)
			last.Match.Default = true
			e.Chains = append(e.Chains, last)
		}
		out = append(out, e)
	}
	return sorted(out, func(l Listener) string { return l.Name }), r.list()
}

func (r *reader) chain(c *listener.FilterChain) Chain {
	m := c.GetFilterChainMatch()
	if m != nil {
		r.known(m, "destination_port", "prefix_ranges", "server_names", "transport_protocol", "application_protocols")
	}
	out := Chain{
		Match: ChainMatch{
			Port: m.GetDestinationPort().GetValue(), SNI: slices.Sorted(slices.Values(m.GetServerNames())),
			Transport: m.GetTransportProtocol(), ALPN: slices.Sorted(slices.Values(m.GetApplicationProtocols())),
			Destinations: ranges(m.GetPrefixRanges()),
		},
		TLS: c.GetTransportSocket() != nil,
	}
	for _, f := range c.GetFilters() {
		message, err := f.GetTypedConfig().UnmarshalNew()
		if err != nil {
			r.unread["filter "+f.GetName()+": "+err.Error()] = true
			continue
		}
		switch filter := message.(type) {
		case *hcm.HttpConnectionManager:
			out.RouteConfig = filter.GetRds().GetRouteConfigName()
			if inline := filter.GetRouteConfig(); inline != nil {
				out.RouteConfig = inline.GetName()
			}
			for _, h := range filter.GetHttpFilters() {
				if !Telemetry(h.GetName()) {
					out.Filters = append(out.Filters, h.GetName())
				}
			}
		case *tcpproxy.TcpProxy:
			out.TCP = tcpDestinations(filter)
		default:
			if !Telemetry(f.GetName()) {
				out.Filters = append(out.Filters, f.GetName())
			}
		}
	}
	return out
}

func ranges(all []*core.CidrRange) []string {
	var out []string
	for _, each := range all {
		out = append(out, fmt.Sprintf("%s/%d", each.GetAddressPrefix(), each.GetPrefixLen().GetValue()))
	}
	slices.Sort(out)
	return out
}

func tcpDestinations(p *tcpproxy.TcpProxy) []Destination {
	if name := p.GetCluster(); name != "" {
		return []Destination{{Cluster: name, Weight: 1}}
	}
	var out []Destination
	for _, c := range p.GetWeightedClusters().GetClusters() {
		out = append(out, Destination{Cluster: c.GetName(), Weight: c.GetWeight()})
	}
	return out
}

// Destinations are the clusters of a TCP proxy.
func Destinations(p *tcpproxy.TcpProxy) []Destination { return tcpDestinations(p) }

// Parts splits `outbound|PORT|SUBSET|HOST` (or inbound, and `outbound_.PORT_._.HOST`).
func Parts(cluster string) (direction, port, subset, host string, ok bool) {
	parts := strings.Split(cluster, "|")
	if len(parts) != 4 {
		return "", "", "", "", false
	}
	return parts[0], parts[1], parts[2], parts[3], true
}
