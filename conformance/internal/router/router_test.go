package router

import (
	"testing"

	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	matcher "github.com/envoyproxy/go-control-plane/envoy/type/matcher/v3"
	typev3 "github.com/envoyproxy/go-control-plane/envoy/type/v3"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

func exact(s string) *matcher.StringMatcher {
	return &matcher.StringMatcher{MatchPattern: &matcher.StringMatcher_Exact{Exact: s}}
}

func regex(s string) *matcher.StringMatcher {
	return &matcher.StringMatcher{MatchPattern: &matcher.StringMatcher_SafeRegex{SafeRegex: &matcher.RegexMatcher{Regex: s}}}
}

func TestVirtualHost(t *testing.T) {
	config := &route.RouteConfiguration{IgnorePortInHostMatching: true, VirtualHosts: []*route.VirtualHost{
		{Name: "any", Domains: []string{"*"}},
		{Name: "wide", Domains: []string{"*.example.com"}},
		{Name: "narrow", Domains: []string{"*.shop.example.com"}},
		{Name: "exact", Domains: []string{"a.shop.example.com", "10.0.0.1"}},
		{Name: "prefix", Domains: []string{"admin.*"}},
	}}
	for authority, want := range map[string]string{
		"a.shop.example.com":      "exact",
		"A.Shop.example.com:8080": "exact", // folded, without its port
		"a.shop.example.com:":     "exact",
		"b.shop.example.com":      "narrow",
		"shop.example.com":        "wide", // the wildcard stands for a character or more
		".shop.example.com":       "wide",
		"x.example.com":           "wide",
		"example.com":             "any",
		"admin.local":             "prefix",
		"admin.shop.example.com":  "narrow", // suffixes before prefixes
		"10.0.0.1:80":             "exact",
		"[::1]:80":                "any",
		"elsewhere":               "any",
	} {
		if got := VirtualHost(config, authority).GetName(); got != want {
			t.Errorf("%s: virtual host %q, want %q", authority, got, want)
		}
	}
	config.IgnorePortInHostMatching = false
	if got := VirtualHost(config, "a.shop.example.com:8080").GetName(); got != "any" {
		t.Errorf("a port that is not ignored: virtual host %q, want any", got)
	}
	if got := VirtualHost(&route.RouteConfiguration{}, "x"); got != nil {
		t.Errorf("no virtual hosts: %v", got)
	}
}

func TestPath(t *testing.T) {
	prefix := &route.RouteMatch{PathSpecifier: &route.RouteMatch_Prefix{Prefix: "/foo"}}
	separated := &route.RouteMatch{PathSpecifier: &route.RouteMatch_PathSeparatedPrefix{PathSeparatedPrefix: "/foo"}}
	whole := &route.RouteMatch{PathSpecifier: &route.RouteMatch_Path{Path: "/foo"}}
	folded := &route.RouteMatch{PathSpecifier: &route.RouteMatch_Path{Path: "/foo"}, CaseSensitive: wrapperspb.Bool(false)}
	expression := &route.RouteMatch{PathSpecifier: &route.RouteMatch_SafeRegex{SafeRegex: &matcher.RegexMatcher{Regex: "/f(o|u)+"}}}
	for _, c := range []struct {
		match  *route.RouteMatch
		target string
		want   bool
	}{
		{prefix, "/foo", true}, {prefix, "/foobar", true}, {prefix, "/foo?x", true}, {prefix, "/Foo", false}, {prefix, "/fo", false},
		{separated, "/foo", true}, {separated, "/foo/", true}, {separated, "/foo/bar", true}, {separated, "/foobar", false},
		{whole, "/foo", true}, {whole, "/foo?a=b#c", true}, {whole, "/foo/", false}, {whole, "/FOO", false},
		{folded, "/FOO", true},
		{expression, "/fouo", true}, {expression, "/fox", false}, {expression, "/foo?x", true}, {expression, "x/foo", false},
	} {
		r := &Request{}
		r.SetTarget(c.target)
		if got := r.matches(c.match); got != c.want {
			t.Errorf("%v of %s: %v, want %v", c.match, c.target, got, c.want)
		}
	}
}

func TestHeader(t *testing.T) {
	present := &route.HeaderMatcher{Name: "x", HeaderMatchSpecifier: &route.HeaderMatcher_PresentMatch{PresentMatch: true}}
	is := &route.HeaderMatcher{Name: "X", HeaderMatchSpecifier: &route.HeaderMatcher_StringMatch{StringMatch: exact("a")}}
	not := &route.HeaderMatcher{Name: "x", HeaderMatchSpecifier: &route.HeaderMatcher_StringMatch{StringMatch: exact("a")}, InvertMatch: true}
	notOrMissing := &route.HeaderMatcher{
		Name: "x", HeaderMatchSpecifier: &route.HeaderMatcher_StringMatch{StringMatch: exact("a")}, InvertMatch: true, TreatMissingHeaderAsEmpty: true,
	}
	notAnything := &route.HeaderMatcher{
		Name: "x", HeaderMatchSpecifier: &route.HeaderMatcher_StringMatch{StringMatch: regex(".*")}, InvertMatch: true, TreatMissingHeaderAsEmpty: true,
	}
	authority := &route.HeaderMatcher{Name: ":authority", HeaderMatchSpecifier: &route.HeaderMatcher_StringMatch{StringMatch: exact("foo.com")}}
	joined := &route.HeaderMatcher{Name: "x", HeaderMatchSpecifier: &route.HeaderMatcher_StringMatch{StringMatch: exact("a,b")}}
	for _, c := range []struct {
		name    string
		match   *route.HeaderMatcher
		lines   []string
		old     bool // until 1.38 the lines of a header are joined
		matched bool
	}{
		{"present", present, []string{""}, false, true}, {"present, missing", present, nil, false, false},
		{"is", is, []string{"a"}, false, true}, {"is, other case of the value", is, []string{"A"}, false, false}, {"is, missing", is, nil, false, false},
		{"not", not, []string{"b"}, false, true}, {"not, equal", not, []string{"a"}, false, false}, {"not, missing", not, nil, false, false},
		{"not or missing", notOrMissing, nil, false, true}, {"not anything, missing", notAnything, nil, false, false},
		{"is, on one of two lines", is, []string{"z", "a"}, false, true}, {"is, lines joined", is, []string{"z", "a"}, true, false},
		{"joined", joined, []string{"a", "b"}, true, true}, {"not joined", joined, []string{"a", "b"}, false, false},
		{"not, on one of two lines", not, []string{"z", "a"}, false, false},
		{"authority with the port it was sent with", authority, nil, false, false},
	} {
		r := &Request{Authority: "foo.com:80", Headers: map[string][]string{}, HeaderLinesApart: !c.old}
		if c.lines != nil {
			r.Headers["x"] = c.lines
		}
		if got := r.header(c.match); got != c.matched {
			t.Errorf("%s: %v, want %v", c.name, got, c.matched)
		}
	}
}

func TestQuery(t *testing.T) {
	value := []*route.QueryParameterMatcher{{Name: "a", QueryParameterMatchSpecifier: &route.QueryParameterMatcher_StringMatch{StringMatch: exact("2")}}}
	present := []*route.QueryParameterMatcher{{Name: "a", QueryParameterMatchSpecifier: &route.QueryParameterMatcher_PresentMatch{PresentMatch: true}}}
	for _, c := range []struct {
		query string
		match []*route.QueryParameterMatcher
		want  bool
	}{
		{"a=2", value, true}, {"a=1&a=2", value, false}, {"a=%32", value, true}, {"b=2", value, false}, {"", value, false},
		{"a", present, true}, {"a=", present, true}, {"b", present, false}, {"A=1", present, false},
	} {
		r := &Request{Query: c.query, HasQuery: true}
		if got := r.query(c.match); got != c.want {
			t.Errorf("%q: %v, want %v", c.query, got, c.want)
		}
	}
}

func TestFilterChain(t *testing.T) {
	chain := func(name string, m *listener.FilterChainMatch) *listener.FilterChain {
		return &listener.FilterChain{Name: name, FilterChainMatch: m}
	}
	cidr := func(address string, bits uint32) []*core.CidrRange {
		return []*core.CidrRange{{AddressPrefix: address, PrefixLen: wrapperspb.UInt32(bits)}}
	}
	l := &listener.Listener{
		ListenerFilters: []*listener.ListenerFilter{{Name: tlsInspector}, {Name: httpInspector}},
		FilterChains: []*listener.FilterChain{
			chain("port", &listener.FilterChainMatch{DestinationPort: wrapperspb.UInt32(7)}),
			chain("range", &listener.FilterChainMatch{PrefixRanges: cidr("10.1.0.0", 16)}),
			chain("narrow range", &listener.FilterChainMatch{PrefixRanges: cidr("10.1.2.0", 24)}),
			chain("sni", &listener.FilterChainMatch{ServerNames: []string{"a.example.com"}}),
			chain("wildcard sni", &listener.FilterChainMatch{ServerNames: []string{"*.example.com"}}),
			chain("tls", &listener.FilterChainMatch{TransportProtocol: "tls"}),
			chain("istio", &listener.FilterChainMatch{TransportProtocol: "tls", ApplicationProtocols: []string{"istio"}}),
			chain("http", &listener.FilterChainMatch{TransportProtocol: "raw_buffer", ApplicationProtocols: []string{"http/1.1"}}),
		},
		DefaultFilterChain: &listener.FilterChain{Name: "default"},
	}
	for _, c := range []struct {
		connection Connection
		want       string
	}{
		{Connection{Address: "1.1.1.1", Port: 7}, "port"},
		{Connection{Address: "10.1.9.9", Port: 8}, "range"},
		{Connection{Address: "10.1.2.9", Port: 8}, "narrow range"},
		{Connection{Address: "1.1.1.1", Port: 8, TLS: true, SNI: "A.example.com"}, "sni"},
		{Connection{Address: "1.1.1.1", Port: 8, TLS: true, SNI: "b.example.com"}, "wildcard sni"},
		{Connection{Address: "1.1.1.1", Port: 8, TLS: true, SNI: "other"}, "tls"},
		{Connection{Address: "1.1.1.1", Port: 8, TLS: true, ALPN: []string{"x", "istio"}}, "istio"},
		{Connection{Address: "1.1.1.1", Port: 8, HTTP: true}, "http"},
		{Connection{Address: "1.1.1.1", Port: 8}, "default"},
	} {
		if got := FilterChain(l, c.connection).GetName(); got != c.want {
			t.Errorf("%+v: chain %q, want %q", c.connection, got, c.want)
		}
	}
}

func TestReadsServerName(t *testing.T) {
	disabledOn := func(port int32) *listener.ListenerFilterChainMatchPredicate {
		return &listener.ListenerFilterChainMatchPredicate{Rule: &listener.ListenerFilterChainMatchPredicate_DestinationPortRange{
			DestinationPortRange: &typev3.Int32Range{Start: port, End: port + 1},
		}}
	}
	inspecting := &listener.Listener{ListenerFilters: []*listener.ListenerFilter{{Name: tlsInspector, FilterDisabled: disabledOn(7)}}}
	for _, c := range []struct {
		listener *listener.Listener
		port     uint32
		want     bool
	}{
		{inspecting, 8, true},
		{inspecting, 7, false},
		{&listener.Listener{ListenerFilters: []*listener.ListenerFilter{{Name: httpInspector}}}, 8, false},
		{&listener.Listener{}, 8, false},
	} {
		if got := ReadsServerName(c.listener, c.port); got != c.want {
			t.Errorf("port %d of %v: %v, want %v", c.port, c.listener, got, c.want)
		}
	}
}

func TestTemplate(t *testing.T) {
	for _, c := range []struct {
		template, path string
		want           bool
	}{
		{"/a/*", "/a/x", true}, {"/a/*", "/a/", false}, {"/a/*", "/a/x/y", false},
		{"/a/**", "/a/", true}, {"/a/**", "/a//x", true}, {"/a/**", "/a", false},
		{"/a/{*}/b", "/a/x/b", true}, {"/a/{**}/b", "/a/x/y/b", true}, {"/a.b", "/axb", false},
	} {
		r := &Request{}
		if got := r.fullMatch(templatePattern(c.template), c.path); got != c.want {
			t.Errorf("%s of %s: %v, want %v", c.template, c.path, got, c.want)
		}
	}
}

func TestUnjudgedIsNoted(t *testing.T) {
	r := &Request{Path: "/"}
	match := &route.RouteMatch{
		PathSpecifier:   &route.RouteMatch_Prefix{Prefix: "/"},
		RuntimeFraction: &core.RuntimeFractionalPercent{},
	}
	if !r.matches(match) || len(r.Unjudged()) != 1 {
		t.Errorf("a runtime fraction: unjudged %v, want one reason", r.Unjudged())
	}
	if r.fullMatch("(?!x)", "y") || len(r.Unjudged()) != 2 {
		t.Errorf("an expression that RE2 refuses: unjudged %v, want two reasons", r.Unjudged())
	}
}
