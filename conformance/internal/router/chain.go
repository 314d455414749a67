package router

import (
	"net/netip"
	"slices"
	"strings"

	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
)

// Connection is what filter chains are chosen by.
type Connection struct {
	Address string
	Port    uint32
	TLS     bool
	SNI     string
	ALPN    []string // what the client offers, in its order
	HTTP    bool     // the first bytes are HTTP/1
}

// Listener is the listener that takes a connection to an address that was redirected to the proxy: that
// of the address and port, else the wildcard one of the port, else the catch-all `virtualOutbound`.
func Listener(all []*listener.Listener, address string, port uint32) *listener.Listener {
	at := func(wanted string) *listener.Listener {
		for _, l := range all {
			bound := l.GetAddress().GetSocketAddress()
			if bound.GetAddress() == wanted && bound.GetPortValue() == port {
				return l
			}
			for _, more := range l.GetAdditionalAddresses() {
				bound := more.GetAddress().GetSocketAddress()
				if bound.GetAddress() == wanted && bound.GetPortValue() == port {
					return l
				}
			}
		}
		return nil
	}
	if l := at(address); l != nil {
		return l
	}
	return at("0.0.0.0")
}

// Named is the listener of that name, nil where there is none.
func Named(all []*listener.Listener, name string) *listener.Listener {
	for _, l := range all {
		if l.GetName() == name {
			return l
		}
	}
	return nil
}

const (
	tlsInspector  = "envoy.filters.listener.tls_inspector"
	httpInspector = "envoy.filters.listener.http_inspector"
)

// FilterChain chooses a filter chain as Envoy's FilterChainManagerImpl does: destination port, address
// range, server name, transport, application protocol; each step keeps the best match and never comes
// back to a worse one. nil where no chain takes the connection.
func FilterChain(l *listener.Listener, c Connection) *listener.FilterChain {
	transport, protocols := "raw_buffer", []string(nil)
	name := ""
	if c.TLS && inspects(l, tlsInspector, c.Port) {
		transport, protocols, name = "tls", c.ALPN, strings.ToLower(c.SNI)
	}
	if !c.TLS && c.HTTP && inspects(l, httpInspector, c.Port) {
		protocols = []string{"http/1.1"}
	}
	chains := l.GetFilterChains()
	chains = best(chains, func(m *listener.FilterChainMatch) int {
		return choice(m.GetDestinationPort() == nil, m.GetDestinationPort().GetValue() == c.Port)
	})
	chains = best(chains, func(m *listener.FilterChainMatch) int { return rangeRank(m.GetPrefixRanges(), c.Address) })
	chains = best(chains, func(m *listener.FilterChainMatch) int { return nameRank(m.GetServerNames(), name) })
	chains = best(chains, func(m *listener.FilterChainMatch) int {
		return choice(m.GetTransportProtocol() == "", m.GetTransportProtocol() == transport)
	})
	chains = best(chains, func(m *listener.FilterChainMatch) int { return protocolRank(m.GetApplicationProtocols(), protocols) })
	if len(chains) == 0 {
		return l.GetDefaultFilterChain()
	}
	return chains[0]
}

// ReadsServerName tells whether a port has the TLS inspector: without it no filter knows the server name.
func ReadsServerName(l *listener.Listener, port uint32) bool {
	return inspects(l, tlsInspector, port)
}

// inspects tells whether a listener filter runs on a port.
func inspects(l *listener.Listener, name string, port uint32) bool {
	for _, f := range l.GetListenerFilters() {
		if f.GetName() == name {
			return !disabled(f.GetFilterDisabled(), port)
		}
	}
	return false
}

func disabled(p *listener.ListenerFilterChainMatchPredicate, port uint32) bool {
	switch rule := p.GetRule().(type) {
	case *listener.ListenerFilterChainMatchPredicate_AnyMatch:
		return rule.AnyMatch
	case *listener.ListenerFilterChainMatchPredicate_NotMatch:
		return !disabled(rule.NotMatch, port)
	case *listener.ListenerFilterChainMatchPredicate_OrMatch:
		return slices.ContainsFunc(rule.OrMatch.GetRules(), func(r *listener.ListenerFilterChainMatchPredicate) bool { return disabled(r, port) })
	case *listener.ListenerFilterChainMatchPredicate_AndMatch:
		return !slices.ContainsFunc(rule.AndMatch.GetRules(), func(r *listener.ListenerFilterChainMatchPredicate) bool { return !disabled(r, port) })
	case *listener.ListenerFilterChainMatchPredicate_DestinationPortRange:
		return int64(port) >= int64(rule.DestinationPortRange.GetStart()) && int64(port) < int64(rule.DestinationPortRange.GetEnd())
	}
	return false
}

const noMatch = -1

// choice ranks a criterion that is either absent (0), met (1) or not.
func choice(absent, met bool) int {
	switch {
	case absent:
		return 0
	case met:
		return 1
	}
	return noMatch
}

func best(chains []*listener.FilterChain, rank func(*listener.FilterChainMatch) int) []*listener.FilterChain {
	top := noMatch
	var kept []*listener.FilterChain
	for _, c := range chains {
		switch r := rank(c.GetFilterChainMatch()); {
		case r == noMatch || r < top:
		case r > top:
			top, kept = r, []*listener.FilterChain{c}
		default:
			kept = append(kept, c)
		}
	}
	return kept
}

func rangeRank(ranges []*core.CidrRange, address string) int {
	if len(ranges) == 0 {
		return 0
	}
	ip, err := netip.ParseAddr(address)
	if err != nil {
		return noMatch
	}
	rank := noMatch
	for _, r := range ranges {
		base, err := netip.ParseAddr(r.GetAddressPrefix())
		if err != nil {
			continue
		}
		length := int(r.GetPrefixLen().GetValue())
		if prefix, err := base.Prefix(length); err == nil && prefix.Contains(ip) {
			rank = max(rank, length)
		}
	}
	return rank
}

func nameRank(names []string, sni string) int {
	if len(names) == 0 {
		return 0
	}
	rank := noMatch
	for _, name := range names {
		switch suffix, wildcard := strings.CutPrefix(name, "*"); {
		case !wildcard && name == sni:
			return 1 << 20
		case wildcard && name != "*" && len(sni) > len(suffix) && strings.HasSuffix(sni, suffix):
			rank = max(rank, len(suffix))
		case name == "*":
			rank = max(rank, 0)
		}
	}
	return rank
}

// protocolRank prefers what the client names first.
func protocolRank(wanted, offered []string) int {
	if len(wanted) == 0 {
		return 0
	}
	for i, protocol := range offered {
		if slices.Contains(wanted, protocol) {
			return len(offered) - i
		}
	}
	return noMatch
}
