package decide

import (
	"fmt"
	"net/netip"
	"strings"

	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	netextauthz "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/ext_authz/v3"
	hcm "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	netrbac "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/rbac/v3"
	tcpproxy "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/tcp_proxy/v3"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"

	"conformance/internal/canonical"
	"conformance/internal/router"
	"conformance/internal/world"
)

// Judge answers requests in one world.
type Judge struct {
	World *world.World

	decoded map[*anypb.Any]proto.Message
}

// New judges in a world.
func New(w *world.World) *Judge {
	return &Judge{World: w, decoded: map[*anypb.Any]proto.Message{}}
}

// walk is one request on its way through a proxy.
type walk struct {
	judge   *Judge
	proxy   *world.Proxy
	side    side
	request Request
	seen    *router.Request
	out     Outcome
	config  *route.RouteConfiguration // that the connection manager reads
	// written are headers that the token filter set, or took away (nil).
	written map[string]*string
}

// Decide answers one request. An error is a request that cannot be asked.
func (j *Judge) Decide(q Request) (Outcome, error) {
	spec, at, err := q.proxy()
	if err != nil {
		return Outcome{}, err
	}
	p, err := j.World.Proxy(spec)
	if err != nil {
		return Outcome{}, err
	}
	q = complete(q, p, at)
	w := &walk{judge: j, proxy: p, side: at, request: q, seen: seen(q)}
	w.out.ID, w.out.Destinations = q.ID, []Destination{}
	if _, err := netip.ParseAddr(q.Address); err != nil {
		return Outcome{}, fmt.Errorf("address %q of %s: neither given nor known to the mesh's DNS", q.Address, q.Authority)
	}
	w.enter()
	w.out.Unjudged = w.seen.Unjudged()
	return w.out, nil
}

func complete(q Request, p *world.Proxy, at side) Request {
	if q.Protocol == "" {
		q.Protocol = "http"
	}
	if q.Method == "" {
		q.Method = "GET"
	}
	if q.Path == "" {
		q.Path = "/"
	}
	if q.Transport == "" {
		q.Transport = "plaintext"
	}
	if q.Address == "" {
		if at == outbound {
			host, _, _ := strings.Cut(q.Authority, ":")
			q.Address = p.Resolve(host)
		} else if len(p.Node.IPAddresses) > 0 {
			q.Address = p.Node.IPAddresses[0]
		}
	}
	return q
}

// seen is what Envoy's matchers see of a request before any filter ran.
func seen(q Request) *router.Request {
	r := &router.Request{
		Method: q.Method, Scheme: "http", Authority: q.Authority, Headers: map[string][]string{}, SNI: q.SNI,
		Source: q.IP, Remote: q.RemoteIP, Address: q.Address, Port: q.Port, HTTP: q.Protocol == "http",
		Metadata: map[string]any{}, HeaderLinesApart: world.Minor != "1.30",
	}
	r.SetTarget(q.Path)
	if q.Transport != "plaintext" {
		r.Scheme = "https"
	}
	if r.Remote == "" {
		r.Remote = r.Source
	}
	for name, lines := range q.Headers {
		r.Headers[strings.ToLower(name)] = lines
	}
	return r
}

func (w *walk) end(outcome, reason string) {
	w.out.Outcome, w.out.Reason = outcome, reason
}

// enter finds the listener and the filter chain.
func (w *walk) enter() {
	q := w.request
	var l *listener.Listener
	switch w.side {
	case inbound:
		l = router.Named(w.proxy.Listeners, "virtualInbound")
	case gateway:
		l = router.Listener(w.proxy.Listeners, "0.0.0.0", q.Port)
	default:
		if l = router.Listener(w.proxy.Listeners, q.Address, q.Port); l == nil {
			l = router.Named(w.proxy.Listeners, "virtualOutbound")
		}
	}
	if l == nil {
		w.end("reset", "nothing listens")
		return
	}
	w.out.Trace.Listener = l.GetName()
	if !router.ReadsServerName(l, q.Port) {
		w.seen.SNI = ""
	}
	c := router.FilterChain(l, router.Connection{
		Address: q.Address, Port: q.Port, TLS: q.Transport != "plaintext", SNI: q.SNI, ALPN: Offered(q), HTTP: q.Protocol == "http",
	})
	if c == nil {
		w.end("reset", "no filter chain matches")
		return
	}
	w.out.Trace.Chain = c.GetName()
	if !w.terminate(c) {
		return
	}
	w.filters(c)
}

// Offered is the ALPN of a client: what the request says, else what a sidecar or a plain client offers.
func Offered(q Request) []string {
	switch {
	case q.ALPN != "":
		return []string{q.ALPN}
	case q.Transport == "mtls" && q.Protocol == "tcp":
		return []string{"istio-peer-exchange", "istio"}
	case q.Transport == "mtls":
		return []string{"istio-http/1.1", "istio", "http/1.1"}
	case q.Protocol == "http":
		return []string{"http/1.1"}
	}
	return nil
}

// filters walks the network filters of a chain.
func (w *walk) filters(c *listener.FilterChain) {
	for _, f := range c.GetFilters() {
		switch filter := w.judge.message(f.GetTypedConfig()).(type) {
		case *netrbac.RBAC:
			w.seen.Remote = w.seen.Source // bytes carry no forwarding headers
			w.shadow(filter.GetShadowRules(), "envoy.filters.network.rbac", filter.GetShadowRulesStatPrefix())
			if !w.authorize(filter.GetRules(), "closed", 0) {
				return
			}
		case *netextauthz.ExtAuthz:
			if !w.askTCP(filter) {
				return
			}
		case *hcm.HttpConnectionManager:
			w.http(filter, c)
			return
		case *tcpproxy.TcpProxy:
			w.tcp(filter)
			return
		default:
			w.unknownFilter(f.GetName())
		}
	}
	w.end("reset", "the chain has no terminal filter")
}

func (w *walk) unknownFilter(name string) {
	if !canonical.Telemetry(name) {
		w.seen.Skip("filter " + name)
	}
}

func (w *walk) tcp(p *tcpproxy.TcpProxy) {
	all := canonical.Destinations(p)
	if len(all) == 1 {
		switch all[0].Cluster {
		case passthroughCluster:
			w.end("passthrough", "")
			return
		case blackHoleCluster:
			w.end("blackhole", "")
			return
		}
		if w.side == inbound {
			w.end("served", "")
			return
		}
	}
	w.forward(all, 0)
	if w.out.Outcome == "no-cluster" || w.out.Outcome == "no-endpoints" {
		w.end("closed", w.out.Reason)
		w.out.Status = 0
	}
}

// message decodes a filter's configuration once a world.
func (j *Judge) message(config *anypb.Any) proto.Message {
	if config == nil {
		return nil
	}
	if known, ok := j.decoded[config]; ok {
		return known
	}
	message, err := config.UnmarshalNew()
	if err != nil {
		message = nil
	}
	j.decoded[config] = message
	return message
}

// Way is where a request goes in: the proxy, the listener, and the request in full.
type Way struct {
	Proxy    *world.Proxy
	Listener string // "" where istiod sends none
	Request  Request
	Copies   int // mirrored requests that are certain to be sent
	// Chance: what happens is drawn by lot (a fault or a mirror of some percent), takes its time, or depends
	// on the order in which istiod heard of things.
	Chance bool
}

// Way finds where a request goes in; it is asked of Envoy there.
func (j *Judge) Way(q Request, decided Outcome) (Way, error) {
	spec, at, err := q.proxy()
	if err != nil {
		return Way{}, err
	}
	p, err := j.World.Proxy(spec)
	if err != nil {
		return Way{}, err
	}
	out := Way{Proxy: p, Listener: decided.Trace.Listener, Request: complete(q, p, at)}
	for _, d := range decided.Destinations {
		out.Chance = out.Chance || j.World.Hidden(d.Host)
	}
	if s := decided.Settings; s != nil {
		out.Chance = out.Chance || s.Fault != nil
		for _, m := range s.Mirrors {
			out.Chance = out.Chance || m.Percent < 100
			if p.Cluster(m.Cluster) != nil && !(&walk{proxy: p, seen: seen(q)}).unserved(m.Cluster) {
				out.Copies++
			}
		}
	}
	return out, nil
}
