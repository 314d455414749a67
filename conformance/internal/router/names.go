package router

import (
	tls "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	matcher "github.com/envoyproxy/go-control-plane/envoy/type/matcher/v3"
)

// Names are the matchers of which one has to take a name of the peer's certificate; none: every name will do.
func Names(c *tls.CertificateValidationContext) []*matcher.StringMatcher {
	var out []*matcher.StringMatcher
	for _, typed := range c.GetMatchTypedSubjectAltNames() {
		out = append(out, typed.GetMatcher())
	}
	return append(out, c.GetMatchSubjectAltNames()...) //nolint:staticcheck // istiod sends it
}
