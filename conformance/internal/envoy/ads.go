// Package envoy puts requests to a real Envoy that has been sent what istiod sends.
//
// One process serves thousands of worlds: it is configured over ADS by this program, one proxy at a time,
// each with listeners on loopback addresses of its own.
package envoy

import (
	"context"
	"fmt"
	"net"
	"sync"
	"time"

	discovery "github.com/envoyproxy/go-control-plane/envoy/service/discovery/v3"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"
)

const (
	clusterType  = "type.googleapis.com/envoy.config.cluster.v3.Cluster"
	listenerType = "type.googleapis.com/envoy.config.listener.v3.Listener"
)

// ads is an aggregated discovery service for one Envoy.
type ads struct {
	discovery.UnimplementedAggregatedDiscoveryServiceServer

	address string
	server  *grpc.Server
	replies chan *discovery.DiscoveryRequest

	mu      sync.Mutex
	stream  discovery.AggregatedDiscoveryService_StreamAggregatedResourcesServer
	ready   chan struct{} // closed when Envoy has connected
	version int
}

func newADS() (*ads, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	a := &ads{address: l.Addr().String(), server: grpc.NewServer(), replies: make(chan *discovery.DiscoveryRequest, 64), ready: make(chan struct{})}
	discovery.RegisterAggregatedDiscoveryServiceServer(a.server, a)
	go func() { _ = a.server.Serve(l) }() // ends with Stop
	return a, nil
}

func (a *ads) stop() { a.server.Stop() }

// StreamAggregatedResources hands Envoy's requests on; responses are sent by push.
func (a *ads) StreamAggregatedResources(stream discovery.AggregatedDiscoveryService_StreamAggregatedResourcesServer) error {
	a.mu.Lock()
	a.stream = stream
	select {
	case <-a.ready:
	default:
		close(a.ready)
	}
	a.mu.Unlock()
	for {
		request, err := stream.Recv()
		if err != nil {
			return err
		}
		if request.GetResponseNonce() == "" {
			continue // a subscription; both are answered by the next push
		}
		select {
		case a.replies <- request:
		case <-stream.Context().Done():
			return stream.Context().Err()
		}
	}
}

// push sends the whole state of one type and waits for Envoy's answer: nil, or why it refuses.
func (a *ads) push(ctx context.Context, typeURL string, resources []proto.Message) error {
	a.mu.Lock()
	a.version++
	version := fmt.Sprint(a.version)
	stream := a.stream
	a.mu.Unlock()
	response := &discovery.DiscoveryResponse{TypeUrl: typeURL, VersionInfo: version, Nonce: version}
	for _, r := range resources {
		packed, err := anypb.New(r)
		if err != nil {
			return err
		}
		response.Resources = append(response.Resources, packed)
	}
	if err := stream.Send(response); err != nil {
		return fmt.Errorf("Envoy's stream: %w", err)
	}
	for {
		select {
		case reply := <-a.replies:
			if reply.GetResponseNonce() != version {
				continue
			}
			if detail := reply.GetErrorDetail(); detail != nil {
				return &Rejection{detail.GetMessage()}
			}
			return nil
		case <-ctx.Done():
			return fmt.Errorf("Envoy does not answer a configuration: %w", ctx.Err())
		}
	}
}

// Rejection is Envoy's reason for not taking a configuration.
type Rejection struct{ Message string }

func (r *Rejection) Error() string { return "Envoy refuses: " + r.Message }

// timeout bounds every exchange with Envoy.
const timeout = 10 * time.Second
