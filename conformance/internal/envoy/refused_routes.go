package envoy

import (
	"context"
	"errors"

	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	hcm "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	"google.golang.org/protobuf/proto"
)

const (
	// refusedRoute is the name of the one route of a route configuration that stands for a refused one.
	refusedRoute = "judge.refused"
	// refusedStatus is a status that nothing else gives.
	refusedStatus = 599
	// longest is how much of Envoy's reason is kept: Envoy bounds inline bodies.
	longest = 1000
)

// withoutRefusedRoutes replaces the route configurations that Envoy refuses by one that says so. istiod
// sends them apart from listeners, so that a bad one spoils the chains that name it alone; here they stand
// inline, and would spoil the listener. It reports whether there was one.
func (r *Rig) withoutRefusedRoutes(ctx context.Context, l *listener.Listener) (bool, error) {
	found := false
	for _, c := range append(l.GetFilterChains()[:len(l.GetFilterChains()):len(l.GetFilterChains())], l.GetDefaultFilterChain()) {
		for _, f := range c.GetFilters() {
			manager := &hcm.HttpConnectionManager{}
			if !f.GetTypedConfig().MessageIs(manager) {
				continue
			}
			if err := f.GetTypedConfig().UnmarshalTo(manager); err != nil {
				return false, err
			}
			if manager.GetRouteConfig() == nil {
				continue
			}
			rejection, err := r.alone(ctx, l, c, f)
			if err != nil {
				return false, err
			}
			if rejection == nil {
				continue
			}
			manager.RouteSpecifier = &hcm.HttpConnectionManager_RouteConfig{RouteConfig: saysRefused(manager.GetRouteConfig().GetName(), rejection)}
			f.ConfigType = &listener.Filter_TypedConfig{TypedConfig: pack(manager)}
			found = true
		}
	}
	return found, nil
}

// alone asks Envoy to take one connection manager in a listener without any match, and without TLS.
func (r *Rig) alone(ctx context.Context, l *listener.Listener, c *listener.FilterChain, f *listener.Filter) (*Rejection, error) {
	probe := &listener.Listener{
		Name: l.GetName() + " alone", Address: socket(r.nextAddress(), r.port), StatPrefix: "probe",
		FilterChains: []*listener.FilterChain{{Name: c.GetName(), Filters: []*listener.Filter{f}}},
	}
	err := r.ads.push(ctx, listenerType, []proto.Message{probe})
	var rejection *Rejection
	if errors.As(err, &rejection) {
		return rejection, nil
	}
	return nil, err
}

func saysRefused(name string, rejection *Rejection) *route.RouteConfiguration {
	why := rejection.Message
	if len(why) > longest {
		why = why[:longest]
	}
	return &route.RouteConfiguration{Name: name, VirtualHosts: []*route.VirtualHost{{Name: refusedRoute, Domains: []string{"*"}, Routes: []*route.Route{{
		Name:  refusedRoute,
		Match: &route.RouteMatch{PathSpecifier: &route.RouteMatch_Prefix{Prefix: "/"}},
		Action: &route.Route_DirectResponse{DirectResponse: &route.DirectResponseAction{
			Status: refusedStatus, Body: &core.DataSource{Specifier: &core.DataSource_InlineString{InlineString: why}},
		}},
	}}}}}
}
