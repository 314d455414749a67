package canonical

import (
	"fmt"
	"slices"
	"strings"

	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	matcher "github.com/envoyproxy/go-control-plane/envoy/type/matcher/v3"
)

// RouteConfig is an Envoy RouteConfiguration; virtual hosts by name.
type RouteConfig struct {
	Name             string        `json:"name"`
	IgnorePortInHost bool          `json:"ignorePortInHost"`
	VirtualHosts     []VirtualHost `json:"virtualHosts"`
}

// VirtualHost has its domains sorted and its routes in the order Envoy tries them.
type VirtualHost struct {
	Name       string   `json:"name"`
	Domains    []string `json:"domains"`
	RequireTLS bool     `json:"requireTls"`
	Routes     []Route  `json:"routes"`
}

// Route is one match with its action.
type Route struct {
	Name   string `json:"name"`
	Match  Match  `json:"match"`
	Action Action `json:"action"`
}

// Match is what a request must meet.
type Match struct {
	Path        PathMatch     `json:"path"`
	Headers     []HeaderMatch `json:"headers,omitempty"`
	QueryParams []QueryMatch  `json:"queryParams,omitempty"`
	Claims      []ClaimMatch  `json:"claims,omitempty"`
}

// PathMatch is prefix, exact, separated or regex.
type PathMatch struct {
	Kind       string `json:"kind"`
	Value      string `json:"value"`
	IgnoreCase bool   `json:"ignoreCase,omitempty"`
}

// ValueMatch is present, exact, prefix, suffix, contains or regex.
type ValueMatch struct {
	Kind       string `json:"kind"`
	Value      string `json:"value,omitempty"`
	IgnoreCase bool   `json:"ignoreCase,omitempty"`
}

// HeaderMatch is one header matcher.
type HeaderMatch struct {
	Name           string     `json:"name"`
	Value          ValueMatch `json:"value"`
	Invert         bool       `json:"invert,omitempty"`
	MissingAsEmpty bool       `json:"missingAsEmpty,omitempty"`
}

// QueryMatch is one query parameter matcher.
type QueryMatch struct {
	Name  string     `json:"name"`
	Value ValueMatch `json:"value"`
}

// ClaimMatch is a matcher on the dynamic metadata that the JWT filter writes.
type ClaimMatch struct {
	Path   []string   `json:"path"`
	Value  ValueMatch `json:"value"`
	Invert bool       `json:"invert,omitempty"`
}

// Routes expresses route configurations, sorted by name.
func Routes(all []*route.RouteConfiguration) ([]RouteConfig, []string) {
	r := newReader()
	out := make([]RouteConfig, 0, len(all))
	for _, c := range all {
		// max_direct_response_body_size_bytes only bounds bodies that validation bounds already;
		// validate_clusters is false everywhere: a missing cluster is met at run time.
		r.known(c, "name", "virtual_hosts", "ignore_port_in_host_matching", "validate_clusters", "max_direct_response_body_size_bytes")
		if c.GetValidateClusters().GetValue() {
			r.unread["RouteConfiguration.validate_clusters=true"] = true
		}
		hosts := make([]VirtualHost, 0, len(c.GetVirtualHosts()))
		for _, v := range c.GetVirtualHosts() {
			hosts = append(hosts, r.virtualHost(v))
		}
		out = append(out, RouteConfig{
			c.GetName(), c.GetIgnorePortInHostMatching(), sorted(hosts, func(v VirtualHost) string { return v.Name }),
		})
	}
	return sorted(out, func(c RouteConfig) string { return c.Name }), r.list()
}

func (r *reader) virtualHost(v *route.VirtualHost) VirtualHost {
	// include_request_attempt_count adds a header upstream, at every proxy alike.
	r.known(v, "name", "domains", "routes", "require_tls", "include_request_attempt_count")
	domains := slices.Clone(v.GetDomains())
	slices.Sort(domains)
	routes := make([]Route, 0, len(v.GetRoutes()))
	for _, each := range v.GetRoutes() {
		routes = append(routes, r.route(each))
	}
	return VirtualHost{v.GetName(), domains, v.GetRequireTls() == route.VirtualHost_ALL, routes}
}

func (r *reader) route(e *route.Route) Route {
	// decorator names the operation of a trace; metadata names the object for telemetry.
	r.known(e, "name", "match", "route", "redirect", "direct_response", "non_forwarding_action", "decorator", "metadata", "stat_prefix",
		"request_headers_to_add", "request_headers_to_remove", "response_headers_to_add", "response_headers_to_remove", "typed_per_filter_config")
	return Route{e.GetName(), r.match(e.GetMatch()), r.action(e)}
}

func (r *reader) match(m *route.RouteMatch) Match {
	r.known(m, "prefix", "path_separated_prefix", "path", "safe_regex", "case_sensitive", "headers", "query_parameters", "dynamic_metadata")
	out := Match{Path: r.path(m)}
	for _, h := range m.GetHeaders() {
		out.Headers = append(out.Headers, r.header(h))
	}
	for _, q := range m.GetQueryParameters() {
		out.QueryParams = append(out.QueryParams, QueryMatch{q.GetName(), r.queryValue(q)})
	}
	for _, d := range m.GetDynamicMetadata() {
		claim := ClaimMatch{Value: r.metadataValue(d.GetValue()), Invert: d.GetInvert()}
		for _, segment := range d.GetPath() {
			claim.Path = append(claim.Path, segment.GetKey())
		}
		out.Claims = append(out.Claims, claim)
	}
	// All must hold, so order means nothing; istiod sorts most of them itself.
	sorted(out.Headers, func(h HeaderMatch) string { return fmt.Sprintf("%s %v", h.Name, h) })
	sorted(out.QueryParams, func(q QueryMatch) string { return fmt.Sprintf("%s %v", q.Name, q) })
	sorted(out.Claims, func(c ClaimMatch) string { return fmt.Sprintf("%v", c) })
	return out
}

func (r *reader) path(m *route.RouteMatch) PathMatch {
	ignoreCase := m.GetCaseSensitive() != nil && !m.GetCaseSensitive().GetValue()
	switch p := m.GetPathSpecifier().(type) {
	case *route.RouteMatch_Prefix:
		return PathMatch{"prefix", p.Prefix, ignoreCase}
	case *route.RouteMatch_PathSeparatedPrefix:
		return PathMatch{"separated", p.PathSeparatedPrefix, ignoreCase}
	case *route.RouteMatch_Path:
		return PathMatch{"exact", p.Path, ignoreCase}
	case *route.RouteMatch_SafeRegex:
		return PathMatch{"regex", p.SafeRegex.GetRegex(), false} // Envoy: case_sensitive is not looked at
	}
	r.unread[fmt.Sprintf("RouteMatch %T", m.GetPathSpecifier())] = true
	return PathMatch{Kind: "unknown"}
}

func (r *reader) header(h *route.HeaderMatcher) HeaderMatch {
	out := HeaderMatch{Name: strings.ToLower(h.GetName()), Invert: h.GetInvertMatch(), MissingAsEmpty: h.GetTreatMissingHeaderAsEmpty()}
	switch form := h.GetHeaderMatchSpecifier().(type) {
	case *route.HeaderMatcher_PresentMatch:
		out.Value = ValueMatch{Kind: "present"}
		out.Invert = out.Invert == form.PresentMatch
		out.MissingAsEmpty = false // Envoy: means nothing to a presence match
	case *route.HeaderMatcher_StringMatch:
		out.Value = r.stringMatch(form.StringMatch)
	default:
		r.unread[fmt.Sprintf("HeaderMatcher %T", form)] = true
		out.Value = ValueMatch{Kind: "unknown"}
	}
	return out
}

func (r *reader) queryValue(q *route.QueryParameterMatcher) ValueMatch {
	switch form := q.GetQueryParameterMatchSpecifier().(type) {
	case nil:
		return ValueMatch{Kind: "present"}
	case *route.QueryParameterMatcher_PresentMatch:
		if form.PresentMatch {
			return ValueMatch{Kind: "present"}
		}
	case *route.QueryParameterMatcher_StringMatch:
		return r.stringMatch(form.StringMatch)
	}
	r.unread[fmt.Sprintf("QueryParameterMatcher %T", q.GetQueryParameterMatchSpecifier())] = true
	return ValueMatch{Kind: "unknown"}
}

func (r *reader) metadataValue(v *matcher.ValueMatcher) ValueMatch {
	switch form := v.GetMatchPattern().(type) {
	case *matcher.ValueMatcher_StringMatch:
		return r.stringMatch(form.StringMatch)
	case *matcher.ValueMatcher_PresentMatch:
		return ValueMatch{Kind: "present"}
	case *matcher.ValueMatcher_OrMatch:
		// istiod writes "equals, or is a list that contains": the same matcher twice.
		if all := form.OrMatch.GetValueMatchers(); len(all) == 2 && all[1].GetListMatch() != nil {
			return r.metadataValue(all[0])
		}
	}
	r.unread[fmt.Sprintf("ValueMatcher %T", v.GetMatchPattern())] = true
	return ValueMatch{Kind: "unknown"}
}

func (r *reader) stringMatch(m *matcher.StringMatcher) ValueMatch {
	switch pattern := m.GetMatchPattern().(type) {
	case *matcher.StringMatcher_Exact:
		return ValueMatch{"exact", pattern.Exact, m.GetIgnoreCase()}
	case *matcher.StringMatcher_Prefix:
		return ValueMatch{"prefix", pattern.Prefix, m.GetIgnoreCase()}
	case *matcher.StringMatcher_Suffix:
		return ValueMatch{"suffix", pattern.Suffix, m.GetIgnoreCase()}
	case *matcher.StringMatcher_Contains:
		return ValueMatch{"contains", pattern.Contains, m.GetIgnoreCase()}
	case *matcher.StringMatcher_SafeRegex:
		return ValueMatch{"regex", pattern.SafeRegex.GetRegex(), m.GetIgnoreCase()}
	}
	r.unread[fmt.Sprintf("StringMatcher %T", m.GetMatchPattern())] = true
	return ValueMatch{Kind: "unknown"}
}
