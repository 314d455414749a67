package router

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
)

// VirtualHost chooses a virtual host as Envoy's RouteMatcher::findVirtualHost does: exact domain, then
// the longest `*suffix`, then the longest `prefix*`, then `*`. The wildcard stands for one character or
// more. There is no second choice: when no route of the chosen host matches, the answer is 404.
func VirtualHost(c *route.RouteConfiguration, authority string) *route.VirtualHost {
	host := strings.ToLower(authority)
	if c.GetIgnorePortInHostMatching() {
		host = withoutPort(host)
	}
	var suffix, prefix, any *route.VirtualHost
	longestSuffix, longestPrefix := 0, 0
	for _, v := range c.GetVirtualHosts() {
		for _, d := range v.GetDomains() {
			domain := strings.ToLower(d)
			switch {
			case domain == host:
				return v
			case domain == "*":
				any = v
			case strings.HasPrefix(domain, "*"):
				if len(domain) > longestSuffix && len(host) > len(domain)-1 && strings.HasSuffix(host, domain[1:]) {
					suffix, longestSuffix = v, len(domain)
				}
			case strings.HasSuffix(domain, "*"):
				if len(domain) > longestPrefix && len(host) > len(domain)-1 && strings.HasPrefix(host, domain[:len(domain)-1]) {
					prefix, longestPrefix = v, len(domain)
				}
			}
		}
	}
	for _, v := range []*route.VirtualHost{suffix, prefix, any} {
		if v != nil {
			return v
		}
	}
	return nil
}

// withoutPort drops all from the last colon on, as Envoy's HeaderUtility::getPortStart does: digits are
// not asked for, and only brackets tell the colons of an IPv6 address from that of a port.
func withoutPort(host string) string {
	colon := strings.LastIndexByte(host, ':')
	if colon < 0 || strings.LastIndexByte(host, ']') > colon {
		return host
	}
	return host[:colon]
}

// Route is the first route of a virtual host that matches, with its index; nil and -1 where none does.
func (r *Request) Route(v *route.VirtualHost) (*route.Route, int) {
	for i, candidate := range v.GetRoutes() {
		if r.matches(candidate.GetMatch()) {
			return candidate, i
		}
	}
	return nil, -1
}

// matches is Envoy's RouteMatch but for runtime fractions and TLS context, which it does not judge.
func (r *Request) matches(m *route.RouteMatch) bool {
	if !r.path(m) {
		return false
	}
	for _, h := range m.GetHeaders() {
		if !r.header(h) {
			return false
		}
	}
	if !r.query(m.GetQueryParameters()) {
		return false
	}
	for _, d := range m.GetDynamicMetadata() {
		if !r.metadata(d.GetFilter(), keys(d.GetPath()), d.GetValue(), d.GetInvert()) {
			return false
		}
	}
	switch {
	case m.GetGrpc() != nil && !r.grpc():
		return false
	case m.GetRuntimeFraction() != nil:
		r.Skip("runtime fraction of a route match")
	case m.GetTlsContext() != nil:
		r.Skip("TLS context of a route match")
	case len(m.GetCookies()) > 0:
		r.Skip("cookies of a route match")
	case len(m.GetFilterState()) > 0:
		r.Skip("filter state of a route match")
	}
	return true
}

func (r *Request) path(m *route.RouteMatch) bool {
	fold := func(s string) string {
		if m.GetCaseSensitive() != nil && !m.GetCaseSensitive().GetValue() {
			return strings.ToLower(s)
		}
		return s
	}
	switch p := m.GetPathSpecifier().(type) {
	case *route.RouteMatch_Prefix:
		return strings.HasPrefix(fold(r.Path), fold(p.Prefix))
	case *route.RouteMatch_PathSeparatedPrefix:
		rest, found := strings.CutPrefix(fold(r.Path), fold(p.PathSeparatedPrefix))
		return found && (rest == "" || rest[0] == '/')
	case *route.RouteMatch_Path:
		return fold(r.Path) == fold(p.Path)
	case *route.RouteMatch_SafeRegex:
		return r.fullMatch(p.SafeRegex.GetRegex(), r.Path)
	case *route.RouteMatch_ConnectMatcher_:
		return r.Method == "CONNECT"
	}
	return r.Skip(fmt.Sprintf("path matcher %T", m.GetPathSpecifier()))
}

// header is Envoy's HeaderMatcher. A missing header fails every value form, inverted or not, unless it
// is to be treated as empty.
func (r *Request) header(m *route.HeaderMatcher) bool {
	lines, present := r.lines(m.GetName())
	switch form := m.GetHeaderMatchSpecifier().(type) {
	case nil:
		return present != m.GetInvertMatch()
	case *route.HeaderMatcher_PresentMatch:
		return (present == form.PresentMatch) != m.GetInvertMatch()
	}
	if !present {
		if !m.GetTreatMissingHeaderAsEmpty() {
			return false
		}
		lines = []string{""}
	}
	if len(lines) > 1 && !r.HeaderLinesApart {
		lines = []string{strings.Join(lines, ",")}
	}
	matched := false
	for _, line := range lines {
		matched = matched || r.headerValue(m, line)
	}
	return matched != m.GetInvertMatch()
}

func (r *Request) headerValue(m *route.HeaderMatcher, value string) bool {
	switch form := m.GetHeaderMatchSpecifier().(type) {
	case *route.HeaderMatcher_StringMatch:
		return r.stringMatch(form.StringMatch, value)
	case *route.HeaderMatcher_RangeMatch:
		number, err := strconv.ParseInt(value, 10, 64)
		return err == nil && number >= form.RangeMatch.GetStart() && number < form.RangeMatch.GetEnd()
	}
	return r.Skip(fmt.Sprintf("header matcher %T", m.GetHeaderMatchSpecifier()))
}

// query tests the first value of each key.
func (r *Request) query(matchers []*route.QueryParameterMatcher) bool {
	if len(matchers) == 0 {
		return true
	}
	values := firstValues(r.Query)
	for _, m := range matchers {
		value, present := values[m.GetName()]
		switch form := m.GetQueryParameterMatchSpecifier().(type) {
		case *route.QueryParameterMatcher_StringMatch:
			if !present || !r.stringMatch(form.StringMatch, value) {
				return false
			}
		case *route.QueryParameterMatcher_PresentMatch:
			if present != form.PresentMatch {
				return false
			}
		default:
			if !present {
				return false
			}
		}
	}
	return true
}

// firstValues reads a query as Envoy's QueryParamsMulti::parseAndDecodeQueryString does: keys and values
// percent-decoded, `+` left alone.
func firstValues(query string) map[string]string {
	all := map[string]string{}
	for _, pair := range strings.Split(query, "&") {
		name, value, _ := strings.Cut(pair, "=")
		name, value = percentDecoded(name), percentDecoded(value)
		if _, seen := all[name]; !seen {
			all[name] = value
		}
	}
	return all
}

func percentDecoded(s string) string {
	if decoded, err := url.PathUnescape(s); err == nil {
		return decoded
	}
	return s
}

func (r *Request) grpc() bool {
	lines, _ := r.lines("content-type")
	return len(lines) > 0 && (lines[0] == "application/grpc" || strings.HasPrefix(lines[0], "application/grpc+"))
}
