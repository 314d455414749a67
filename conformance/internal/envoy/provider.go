package envoy

import (
	"context"
	"fmt"
	"io"
	"net"

	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	extauthz "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/ext_authz/v3"
	netextauthz "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/ext_authz/v3"
	hcm "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	upstreamhttp "github.com/envoyproxy/go-control-plane/envoy/extensions/upstreams/http/v3"
	auth "github.com/envoyproxy/go-control-plane/envoy/service/auth/v3"
	status "google.golang.org/genproto/googleapis/rpc/status"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/peer"
	grpcstatus "google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/anypb"

	"conformance/internal/decide"
)

// provider is a service that CUSTOM policies ask.
type provider struct {
	name string
	grpc bool
}

// providersOf finds the providers that the filters of listeners ask, by cluster.
func providersOf(all []*listener.Listener) map[string]provider {
	out := map[string]provider{}
	for _, l := range all {
		for _, c := range append(l.GetFilterChains(), l.GetDefaultFilterChain()) {
			for _, f := range c.GetFilters() {
				message, err := f.GetTypedConfig().UnmarshalNew()
				if err != nil {
					continue
				}
				switch filter := message.(type) {
				case *netextauthz.ExtAuthz:
					cluster := filter.GetGrpcService().GetEnvoyGrpc().GetClusterName()
					out[cluster] = provider{decide.Provider(filter.GetFilterEnabledMetadata()), true}
				case *hcm.HttpConnectionManager:
					inHTTP(filter, out)
				}
			}
		}
	}
	return out
}

func inHTTP(m *hcm.HttpConnectionManager, out map[string]provider) {
	for _, f := range m.GetHttpFilters() {
		filter := &extauthz.ExtAuthz{}
		if f.GetTypedConfig().UnmarshalTo(filter) != nil {
			continue
		}
		name := decide.Provider(filter.GetFilterEnabledMetadata())
		if grpc := filter.GetGrpcService().GetEnvoyGrpc(); grpc != nil {
			out[grpc.GetClusterName()] = provider{name, true}
		} else {
			out[filter.GetHttpService().GetServerUri().GetCluster()] = provider{name, false}
		}
	}
}

// answer sets what the providers say to the next request; one that is not named agrees.
func (r *Rig) answer(answers map[string]string) {
	r.upstreams.mu.Lock()
	defer r.upstreams.mu.Unlock()
	r.upstreams.answers = map[string]string{}
	for cluster, provider := range r.providers {
		r.upstreams.answers[cluster] = "allow"
		if said := answers[provider.name]; said != "" {
			r.upstreams.answers[cluster] = said
		}
	}
}

func (r *Rig) portOf(cluster string) uint32 {
	if r.providers[cluster].grpc {
		return r.upstreams.grpcPort
	}
	return r.upstreams.port
}

// protocolOf tells Envoy to speak HTTP/2 to providers over gRPC.
func (r *Rig) protocolOf(cluster string) map[string]*anypb.Any {
	if !r.providers[cluster].grpc {
		return nil
	}
	return map[string]*anypb.Any{"envoy.extensions.upstreams.http.v3.HttpProtocolOptions": pack(&upstreamhttp.HttpProtocolOptions{
		UpstreamProtocolOptions: &upstreamhttp.HttpProtocolOptions_ExplicitHttpConfig_{ExplicitHttpConfig: &upstreamhttp.HttpProtocolOptions_ExplicitHttpConfig{
			ProtocolConfig: &upstreamhttp.HttpProtocolOptions_ExplicitHttpConfig_Http2ProtocolOptions{Http2ProtocolOptions: &core.Http2ProtocolOptions{}},
		}},
	})}
}

// check answers the question of an ext_authz filter over HTTP; false where the provider hangs up.
func check(to io.Writer, answer string) bool {
	lines := map[string]string{"allow": "200 OK", "deny": "403 Forbidden"}
	line, ok := lines[answer]
	if !ok {
		return false
	}
	_, err := fmt.Fprintf(to, "HTTP/1.1 %s\r\ncontent-length: 0\r\n\r\n", line)
	return err == nil
}

func (u *upstreams) serveProviders() error {
	l, err := net.Listen("tcp4", "0.0.0.0:0")
	if err != nil {
		return err
	}
	u.grpcPort = uint32(l.Addr().(*net.TCPAddr).Port)
	u.grpc = grpc.NewServer()
	auth.RegisterAuthorizationServer(u.grpc, u)
	go func() { _ = u.grpc.Serve(l) }()
	return nil
}

// Check is envoy.service.auth.v3.Authorization.
func (u *upstreams) Check(ctx context.Context, _ *auth.CheckRequest) (*auth.CheckResponse, error) {
	p, ok := peer.FromContext(ctx)
	if !ok {
		return nil, grpcstatus.Error(codes.Internal, "nobody asks")
	}
	host, _, err := net.SplitHostPort(p.LocalAddr.String())
	if err != nil {
		return nil, err
	}
	u.mu.Lock()
	answer := u.answers[u.clusters[host]]
	u.mu.Unlock()
	switch answer {
	case "deny":
		return &auth.CheckResponse{Status: &status.Status{Code: int32(codes.PermissionDenied)}}, nil
	case "error":
		return nil, grpcstatus.Error(codes.Unavailable, "the provider is not there")
	}
	return &auth.CheckResponse{Status: &status.Status{Code: int32(codes.OK)}}, nil
}
