package decide

import (
	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	rbac "github.com/envoyproxy/go-control-plane/envoy/config/rbac/v3"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	extauthz "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/ext_authz/v3"
	jwt "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/jwt_authn/v3"
	httprbac "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/rbac/v3"
	hcm "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	tls "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	matcher "github.com/envoyproxy/go-control-plane/envoy/type/matcher/v3"

	"conformance/internal/canonical"
	"conformance/internal/router"
)

// terminate tells whether the chain's transport accepts the connection.
func (w *walk) terminate(c *listener.FilterChain) bool {
	q := w.request
	if c.GetTransportSocket() == nil {
		w.out.Transport = q.Transport
		if q.Transport == "mtls" {
			w.out.Transport = "tls" // it is not ended here
		}
		return true
	}
	if q.Transport == "plaintext" {
		w.end("reset", "plaintext to a chain that terminates TLS")
		return false
	}
	context, ok := w.judge.message(c.GetTransportSocket().GetTypedConfig()).(*tls.DownstreamTlsContext)
	if !ok {
		w.seen.Skip("transport socket " + c.GetTransportSocket().GetName())
		return true
	}
	w.out.Transport = "tls"
	// Only a certificate that is verified names anybody.
	if q.Transport == "mtls" && q.Principal != "" && context.GetCommonTlsContext().GetValidationContextType() != nil {
		w.seen.Principal = "spiffe://" + q.Principal
	}
	if context.GetRequireClientCertificate().GetValue() {
		if q.Transport != "mtls" {
			w.end("reset", "the chain requires a client certificate")
			return false
		}
		w.out.Transport = "mtls"
		validation := context.GetCommonTlsContext().GetCombinedValidationContext().GetDefaultValidationContext()
		if w.side == gateway {
			w.seen.Skip("validation of a client certificate at a gateway")
		} else if names := router.Names(validation); len(names) > 0 && !w.trusted(names) {
			w.end("reset", "the peer's trust domain is not accepted")
			return false
		}
	}
	return true
}

func (w *walk) trusted(names []*matcher.StringMatcher) bool {
	for _, n := range names {
		if w.seen.MatchString(n, w.seen.Principal) {
			return true
		}
	}
	return false
}

func (w *walk) http(m *hcm.HttpConnectionManager, c *listener.FilterChain) {
	if w.request.Transport != "plaintext" && c.GetTransportSocket() == nil {
		w.out.Status = 400
		w.end("bad-request", "TLS bytes to an HTTP codec")
		return
	}
	if w.request.Protocol != "http" {
		w.seen.Skip("bytes that are not HTTP to an HTTP codec")
	}
	if w.refusedByCodec() {
		return
	}
	w.normalise(m)
	w.remote(m)
	if w.config = m.GetRouteConfig(); w.config == nil {
		w.config = w.proxy.RouteConfiguration(m.GetRds().GetRouteConfigName())
	}
	for _, f := range m.GetHttpFilters() {
		switch filter := w.judge.message(f.GetTypedConfig()).(type) {
		case *httprbac.RBAC:
			w.shadow(filter.GetShadowRules(), "envoy.filters.http.rbac", filter.GetShadowRulesStatPrefix())
			if !w.authorize(filter.GetRules(), "denied", 403) {
				return
			}
		case *extauthz.ExtAuthz:
			if !w.askHTTP(filter) {
				return
			}
		case *jwt.JwtAuthentication:
			if !w.authenticate(filter) {
				return
			}
		default:
			w.unknownFilter(f.GetName())
		}
	}
	w.out.Trace.RouteConfig = w.config.GetName()
	w.route(w.config)
}

// authorize evaluates one RBAC filter; false where it ends the request.
func (w *walk) authorize(rules *rbac.RBAC, outcome string, status int) bool {
	if rules == nil {
		return true
	}
	policy := w.seen.Policy(rules)
	w.out.DecidedBy = &DecidedBy{Filter: "rbac", Action: rules.GetAction().String(), Policy: policy}
	passes := policy != ""
	switch rules.GetAction() {
	case rbac.RBAC_DENY:
		passes = policy == ""
		if passes {
			w.out.DecidedBy = nil
		}
	case rbac.RBAC_LOG:
		passes = true
		w.out.DecidedBy = nil
	}
	if !passes {
		w.out.Status = status
		w.end(outcome, "RBAC")
	}
	return passes
}

// route chooses the virtual host and the route, and follows the route's action.
func (w *walk) route(config *route.RouteConfiguration) {
	host := router.VirtualHost(config, w.request.Authority)
	if host == nil {
		w.out.Status = 404
		w.end("no-virtual-host", "")
		return
	}
	w.out.Trace.VirtualHost = host.GetName()
	if host.GetRequireTls() == route.VirtualHost_ALL && w.seen.Scheme != "https" {
		w.redirect(&canonical.Redirect{Status: 301, Scheme: "https"}, nil)
		return
	}
	chosen, index := w.seen.Route(host)
	if chosen == nil {
		w.out.Status = 404
		w.end("no-route", "")
		return
	}
	w.out.Trace.Route, w.out.Trace.RouteIndex = chosen.GetName(), &index
	action, unread := canonical.ActionOf(chosen)
	for _, field := range unread {
		w.seen.Skip(field)
	}
	w.out.Settings = &action.Settings
	w.follow(action, chosen)
}

func (w *walk) follow(a canonical.Action, e *route.Route) {
	w.preflight(a)
	switch a.Kind {
	case "forward":
		if len(a.Destinations) == 1 && w.side == inbound {
			w.out.Path, w.out.Authority, w.out.Headers = w.seen.Target(), w.seen.Authority, w.written
			w.end("served", "")
			return
		}
		if len(a.Destinations) == 1 && a.Destinations[0].Cluster == passthroughCluster {
			w.end("passthrough", "")
			return
		}
		w.rewrite(a, e)
		w.forward(a.Destinations, a.ClusterNotFound)
	case "redirect":
		w.redirect(a.Redirect, e)
	case "direct-response":
		w.out.Status = int(a.Response.Status)
		w.out.Response = a.Response
		w.end("direct-response", "")
	default:
		w.end("config-refused", "route "+e.GetName()+" has no action")
	}
}

// preflight notes requests that a CORS filter may answer itself.
func (w *walk) preflight(a canonical.Action) {
	_, asks := w.request.Headers["access-control-request-method"]
	_, origin := w.request.Headers["origin"]
	if a.Settings.Cors != nil && w.request.Method == "OPTIONS" && asks && origin {
		w.seen.Skip("CORS preflight")
	}
}

func (w *walk) forward(all []canonical.Destination, notFound int) {
	w.out.Destinations = destinations(all, func(name string) bool { return w.proxy.Cluster(name) == nil })
	if len(all) == 0 {
		w.end("config-refused", "no destination")
		return
	}
	missing, empty := 0, 0
	for _, d := range w.out.Destinations {
		if w.judge.World.Hidden(d.Host) {
			w.seen.Skip("endpoints of a service that is exported nowhere: they depend on the order of events")
		}
	}
	for _, d := range all {
		switch {
		case w.proxy.Cluster(d.Cluster) == nil:
			missing++
		case w.unserved(d.Cluster):
			empty++
		}
	}
	switch {
	case missing == len(all):
		w.out.Status = notFound
		w.end("no-cluster", "")
	case empty > 0 && missing+empty == len(all):
		w.out.Status = 503
		w.end("no-endpoints", "")
	default:
		w.end("served", "")
	}
}

// unserved tells a cluster that exists and has no endpoint.
func (w *walk) unserved(name string) bool {
	c := w.proxy.Cluster(name)
	if c.GetType().String() != "EDS" {
		return false
	}
	assignments, err := w.proxy.Endpoints()
	if err != nil {
		w.seen.Skip("endpoints: " + err.Error())
		return false
	}
	for _, locality := range assignments[name].GetEndpoints() {
		if len(locality.GetLbEndpoints()) > 0 {
			return false
		}
	}
	return true
}
