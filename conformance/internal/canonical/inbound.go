package canonical

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	rbacconfig "github.com/envoyproxy/go-control-plane/envoy/config/rbac/v3"
	extauthz "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/ext_authz/v3"
	jwt "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/jwt_authn/v3"
	httprbac "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/rbac/v3"
	netextauthz "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/ext_authz/v3"
	hcm "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	netrbac "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/rbac/v3"
	tls "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	matcher "github.com/envoyproxy/go-control-plane/envoy/type/matcher/v3"

	"conformance/internal/router"
)

// Inbound is what a proxy lets in: the filter chains as what becomes of each way to arrive, and the filters
// that decide about those.
type Inbound struct {
	Ports  []Port         `json:"ports,omitempty"`  // of the pod, at sidecars; the last stands for every other port
	Chains []GuardedChain `json:"chains,omitempty"` // of a gateway's listeners
	Gates  []Gate         `json:"gates"`
}

// Port is one port of a pod; 0 stands for all that no chain names.
type Port struct {
	Port  uint32          `json:"port"`
	Doors map[string]Door `json:"doors"` // by `TRANSPORT http` and `TRANSPORT tcp`, where TRANSPORT is plaintext, mtls or tls
}

// Door is where one way to arrive leads.
type Door struct {
	// Kind is http, tcp, bad-request (TLS or other bytes to an HTTP codec) or reset (no chain, or the handshake fails).
	Kind string `json:"kind"`
	// Trusts are prefixes, one of which the client's certificate has; none: every certificate of the mesh's authority.
	Trusts      []string `json:"trusts,omitempty"`
	Certificate bool     `json:"certificate,omitempty"` // the proxy knows who is there
	Gate        *int     `json:"gate,omitempty"`
}

// GuardedChain is a filter chain of a gateway.
type GuardedChain struct {
	Listener string `json:"listener"`
	Kind     string `json:"kind"` // http, tcp
	Gate     int    `json:"gate"`
}

// Gate is the filters of a chain that decide about access, in their order.
type Gate struct {
	Filters []GateFilter `json:"filters"`
}

// GateFilter is an RBAC filter, one that asks a provider, or one that reads tokens.
type GateFilter struct {
	Filter string `json:"filter"` // rbac, ext_authz, jwt_authn
	Action string `json:"action,omitempty"`
	// Rules that are enforced; absent: none, so that everything passes.
	Rules  *map[string]Policy `json:"rules,omitempty"`
	Shadow *map[string]Policy `json:"shadow,omitempty"`
	// ShadowPrefix is that of the metadata in which the verdict of shadow rules is left.
	ShadowPrefix string        `json:"shadowPrefix,omitempty"`
	Tokens       *Tokens       `json:"tokens,omitempty"`
	Ask          *ExternalGate `json:"ask,omitempty"`
}

// ExternalGate is a provider that is asked where the RBAC filter before it says so.
type ExternalGate struct {
	Protocol string `json:"protocol"` // http, grpc
	Cluster  string `json:"cluster"`
	FailOpen bool   `json:"failOpen,omitempty"`
	Status   int    `json:"statusOnError,omitempty"`
	Where    string `json:"where"` // prefix of the policy's name
}

const otherPort = 61234

var arrivals = map[string]router.Connection{
	"plaintext http": {HTTP: true},
	"plaintext tcp":  {},
	"mtls http":      {TLS: true, ALPN: []string{"istio-http/1.1", "istio", "http/1.1"}},
	"mtls tcp":       {TLS: true, ALPN: []string{"istio-peer-exchange", "istio"}},
	"tls http":       {TLS: true, ALPN: []string{"http/1.1"}},
	"tls tcp":        {TLS: true},
}

// Inbounds expresses what a sidecar's virtualInbound lets in.
func Inbounds(all []*listener.Listener) (*Inbound, []string) {
	l := router.Named(all, "virtualInbound")
	if l == nil {
		return nil, nil
	}
	r := newGateReader()
	for _, number := range portsOf(l) {
		port := Port{Port: number, Doors: map[string]Door{}}
		if number == otherPort {
			port.Port = 0
		}
		for name, arrival := range arrivals {
			arrival.Port, arrival.Address = number, "10.0.0.1"
			port.Doors[name] = r.door(router.FilterChain(l, arrival), arrival, strings.HasSuffix(name, "http"))
		}
		r.out.Ports = append(r.out.Ports, port)
	}
	return r.out, r.list()
}

// Guards expresses the filters of a gateway's chains.
func Guards(all []*listener.Listener) (*Inbound, []string) {
	r := newGateReader()
	for _, l := range all {
		for _, c := range l.GetFilterChains() {
			kind, gate := r.gate(c)
			if kind == "" {
				continue
			}
			r.out.Chains = append(r.out.Chains, GuardedChain{Listener: l.GetName(), Kind: kind, Gate: r.place(gate)})
		}
	}
	sorted(r.out.Chains, func(c GuardedChain) string { return fmt.Sprint(c) })
	return r.out, r.list()
}

func portsOf(l *listener.Listener) []uint32 {
	var ports []uint32
	for _, c := range l.GetFilterChains() {
		if port := c.GetFilterChainMatch().GetDestinationPort().GetValue(); port != 0 && c.GetName() != "virtualInbound-blackhole" {
			ports = append(ports, port)
		}
	}
	slices.Sort(ports)
	return append(slices.Compact(ports), otherPort)
}

type gateReader struct {
	*reader
	out    *Inbound
	places map[string]int // JSON → place
}

func newGateReader() *gateReader {
	return &gateReader{reader: newReader(), out: &Inbound{Gates: []Gate{}}, places: map[string]int{}}
}

func (r *gateReader) place(g Gate) int {
	key, err := json.Marshal(g)
	if err != nil {
		r.unread[err.Error()] = true
	}
	if place, ok := r.places[string(key)]; ok {
		return place
	}
	r.places[string(key)] = len(r.out.Gates)
	r.out.Gates = append(r.out.Gates, g)
	return len(r.out.Gates) - 1
}

func (r *gateReader) door(c *listener.FilterChain, arrival router.Connection, http bool) Door {
	if c == nil {
		return Door{Kind: "reset"}
	}
	kind, gate := r.gate(c)
	out := Door{Kind: kind}
	if c.GetTransportSocket() != nil {
		context := &tls.DownstreamTlsContext{}
		if err := c.GetTransportSocket().GetTypedConfig().UnmarshalTo(context); err != nil {
			r.unread["transport socket: "+err.Error()] = true
		}
		if !arrival.TLS {
			return Door{Kind: "reset"}
		}
		wants := context.GetRequireClientCertificate().GetValue()
		if wants && !slices.Contains(arrival.ALPN, "istio") {
			return Door{Kind: "reset"} // the client of a plain TLS connection has no certificate
		}
		out.Certificate = wants
		out.Trusts = r.trusts(context)
	} else if kind == "http" && arrival.TLS {
		return Door{Kind: "bad-request"}
	}
	if kind == "http" && !http {
		return Door{Kind: "bad-request"}
	}
	place := r.place(gate)
	out.Gate = &place
	return out
}

func (r *gateReader) trusts(context *tls.DownstreamTlsContext) []string {
	validation := context.GetCommonTlsContext().GetCombinedValidationContext().GetDefaultValidationContext()
	out := []string{}
	add := func(m *matcher.StringMatcher) {
		if prefix := m.GetPrefix(); prefix != "" {
			out = append(out, prefix)
		} else {
			r.unread["a subject alternative name that is no prefix"] = true
		}
	}
	for _, m := range router.Names(validation) {
		add(m)
	}
	slices.Sort(out)
	return out
}

// gate reads the filters of a chain; kind is "" where it leads nowhere.
func (r *gateReader) gate(c *listener.FilterChain) (kind string, gate Gate) {
	gate = Gate{Filters: []GateFilter{}}
	add := func(f GateFilter) { gate.Filters = append(gate.Filters, f) }
	for _, f := range c.GetFilters() {
		message, err := f.GetTypedConfig().UnmarshalNew()
		if err != nil {
			r.unread["filter "+f.GetName()+": "+err.Error()] = true
			continue
		}
		switch filter := message.(type) {
		case *netrbac.RBAC:
			r.known(filter, "rules", "shadow_rules", "shadow_rules_stat_prefix", "stat_prefix")
			add(r.rbac(filter.GetRules(), filter.GetShadowRules(), filter.GetShadowRulesStatPrefix()))
		case *netextauthz.ExtAuthz:
			add(GateFilter{Filter: "ext_authz", Ask: &ExternalGate{
				Protocol: "grpc", Cluster: filter.GetGrpcService().GetEnvoyGrpc().GetClusterName(), FailOpen: filter.GetFailureModeAllow(),
				Where: filter.GetFilterEnabledMetadata().GetValue().GetStringMatch().GetPrefix(),
			}})
		case *hcm.HttpConnectionManager:
			kind = "http"
			for _, h := range filter.GetHttpFilters() {
				message, err := h.GetTypedConfig().UnmarshalNew()
				if err != nil {
					r.unread["filter "+h.GetName()+": "+err.Error()] = true
					continue
				}
				switch filter := message.(type) {
				case *httprbac.RBAC:
					r.known(filter, "rules", "shadow_rules", "shadow_rules_stat_prefix")
					add(r.rbac(filter.GetRules(), filter.GetShadowRules(), filter.GetShadowRulesStatPrefix()))
				case *jwt.JwtAuthentication:
					add(GateFilter{Filter: "jwt_authn", Tokens: r.tokens(filter)})
				case *extauthz.ExtAuthz:
					add(GateFilter{Filter: "ext_authz", Ask: external(filter)})
				default:
					if !Telemetry(h.GetName()) {
						r.unread["filter "+h.GetName()] = true
					}
				}
			}
		default:
			if f.GetName() == "envoy.filters.network.tcp_proxy" {
				kind = "tcp"
				continue
			}
			if !Telemetry(f.GetName()) {
				r.unread["filter "+f.GetName()] = true
			}
		}
	}
	return kind, gate
}

func (r *gateReader) rbac(rules, shadow *rbacconfig.RBAC, prefix string) GateFilter {
	out := GateFilter{Filter: "rbac", ShadowPrefix: prefix}
	for _, each := range []*rbacconfig.RBAC{rules, shadow} {
		if each != nil {
			out.Action = each.GetAction().String()
		}
	}
	if rules != nil {
		policies := r.policies(rules)
		out.Rules = &policies
	}
	if shadow != nil {
		policies := r.policies(shadow)
		out.Shadow = &policies
	}
	return out
}

func external(filter *extauthz.ExtAuthz) *ExternalGate {
	out := &ExternalGate{
		Protocol: "http", Cluster: filter.GetHttpService().GetServerUri().GetCluster(), FailOpen: filter.GetFailureModeAllow(),
		Where: filter.GetFilterEnabledMetadata().GetValue().GetStringMatch().GetPrefix(),
	}
	if grpc := filter.GetGrpcService(); grpc != nil {
		out.Protocol, out.Cluster = "grpc", grpc.GetEnvoyGrpc().GetClusterName()
	}
	out.Status = int(filter.GetStatusOnError().GetCode())
	return out
}
