package envoy

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"time"

	cluster "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	endpoint "github.com/envoyproxy/go-control-plane/envoy/config/endpoint/v3"
	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/durationpb"

	"conformance/internal/world"
)

// Rig is one Envoy with everything around it.
type Rig struct {
	ads       *ads
	upstreams *upstreams
	authority *authority

	// providers are those that the loaded filters ask, by cluster.
	providers map[string]provider

	process *exec.Cmd
	folder  string
	said    *output
	gone    chan struct{}

	port      uint32 // of every listener
	addresses int    // handed out so far
	requests  int
}

const bootstrap = `
node: {id: judge, cluster: judge}
dynamic_resources:
  ads_config: {api_type: GRPC, transport_api_version: V3, grpc_services: [{envoy_grpc: {cluster_name: xds}}]}
  cds_config: {ads: {}, resource_api_version: V3}
  lds_config: {ads: {}, resource_api_version: V3}
static_resources:
  clusters:
  - name: xds
    type: STATIC
    typed_extension_protocol_options:
      envoy.extensions.upstreams.http.v3.HttpProtocolOptions:
        "@type": type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions
        explicit_http_config: {http2_protocol_options: {}}
    load_assignment:
      cluster_name: xds
      endpoints: [{lb_endpoints: [{endpoint: {address: {socket_address: {address: 127.0.0.1, port_value: %s}}}}]}]
layered_runtime:
  layers:
  - name: istio
    static_layer:
      # Istio's bootstrap sets these two (tools/packaging/common/envoy_bootstrap.json).
      envoy.reloadable_features.http_reject_path_with_fragment: false
      re2.max_program_size.error_level: 32768
`

// Start starts an Envoy and waits until it asks for its configuration.
func Start(binary string) (*Rig, error) {
	r := &Rig{said: &output{}, gone: make(chan struct{})}
	var err error
	if r.ads, err = newADS(); err != nil {
		return nil, err
	}
	if r.upstreams, err = newUpstreams(); err != nil {
		return nil, errors.Join(err, r.Stop())
	}
	if r.authority, err = newAuthority(); err != nil {
		return nil, errors.Join(err, r.Stop())
	}
	if r.folder, err = os.MkdirTemp("", "judge-envoy-"); err != nil {
		return nil, errors.Join(err, r.Stop())
	}
	r.port = r.upstreams.port + 1
	if r.port > 65000 {
		r.port = r.upstreams.port - 1
	}
	_, port, err := net.SplitHostPort(r.ads.address)
	if err != nil {
		return nil, errors.Join(err, r.Stop())
	}
	file := filepath.Join(r.folder, "bootstrap.yaml")
	if err := os.WriteFile(file, []byte(fmt.Sprintf(bootstrap, port)), 0o600); err != nil {
		return nil, errors.Join(err, r.Stop())
	}
	r.process = exec.Command(binary, "-c", file, "--concurrency", "1", "-l", "error", "--disable-hot-restart",
		"--drain-time-s", "1", "--drain-strategy", "immediate")
	r.process.Stdout, r.process.Stderr = r.said, r.said
	if err := r.process.Start(); err != nil {
		r.process = nil
		return nil, errors.Join(err, r.Stop())
	}
	go func() {
		_ = r.process.Wait()
		close(r.gone)
	}()
	select {
	case <-r.ads.ready:
		return r, nil
	case <-r.gone:
		return nil, errors.Join(fmt.Errorf("Envoy ended: %s", r.said), r.Stop())
	case <-time.After(timeout):
		return nil, errors.Join(fmt.Errorf("Envoy does not ask for its configuration: %s", r.said), r.Stop())
	}
}

// Alive tells whether the process still runs.
func (r *Rig) Alive() bool {
	select {
	case <-r.gone:
		return false
	default:
		return true
	}
}

// Stop ends Envoy and what stands around it.
func (r *Rig) Stop() error {
	if r.process != nil && r.Alive() {
		_ = r.process.Process.Kill()
		<-r.gone
	}
	if r.ads != nil {
		r.ads.stop()
	}
	if r.upstreams != nil {
		r.upstreams.stop()
	}
	if r.folder == "" {
		return nil
	}
	return os.RemoveAll(r.folder)
}

// Loaded is the configuration of one proxy in Envoy.
type Loaded struct {
	addresses map[string]string     // listener → its address
	refused   map[string]*Rejection // listener → why Envoy does not take it
}

// Load replaces Envoy's configuration by that of a proxy; only the named listeners are loaded.
func (r *Rig) Load(p *world.Proxy, names map[string]bool) (*Loaded, error) {
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	r.upstreams.forget()
	r.providers = providersOf(p.Listeners)
	clusters, err := r.clusters(p)
	if err != nil {
		return nil, err
	}
	if err := r.ads.push(ctx, clusterType, clusters); err != nil {
		return nil, err
	}
	loaded := &Loaded{map[string]string{}, map[string]*Rejection{}}
	var wanted []proto.Message
	var order []string
	for _, l := range p.Listeners {
		if !names[l.GetName()] {
			continue
		}
		accepted, err := r.acceptable(p, l, r.nextAddress(), r.port)
		if err != nil {
			return nil, err
		}
		loaded.addresses[l.GetName()] = accepted.GetAddress().GetSocketAddress().GetAddress()
		wanted, order = append(wanted, accepted), append(order, l.GetName())
	}
	err = r.ads.push(ctx, listenerType, wanted)
	var rejection *Rejection
	if errors.As(err, &rejection) {
		return loaded, r.separate(ctx, wanted, order, loaded)
	}
	return loaded, err
}

// separate finds the listeners that Envoy refuses: a bad one may keep others from being taken. One that
// only holds a bad route configuration is taken with the others of its route configurations.
func (r *Rig) separate(ctx context.Context, wanted []proto.Message, order []string, loaded *Loaded) error {
	var good []proto.Message
	for i, l := range wanted {
		l := l.(*listener.Listener)
		// A listener that was refused together with others gets another address: the first may be in use.
		address := r.nextAddress()
		l.Address = socket(address, r.port)
		l.Name += " again"
		loaded.addresses[order[i]] = address
		err := r.ads.push(ctx, listenerType, append(good[:len(good):len(good)], l))
		var rejection *Rejection
		if errors.As(err, &rejection) {
			replaced, failed := r.withoutRefusedRoutes(ctx, l)
			if failed != nil {
				return failed
			}
			if replaced {
				l.Name += " and again"
				loaded.addresses[order[i]] = r.nextAddress()
				l.Address = socket(loaded.addresses[order[i]], r.port)
				err = r.ads.push(ctx, listenerType, append(good[:len(good):len(good)], l))
			}
		}
		switch {
		case errors.As(err, &rejection):
			loaded.refused[order[i]] = rejection
			delete(loaded.addresses, order[i])
		case err != nil:
			return err
		default:
			good = append(good, l)
		}
	}
	return r.ads.push(ctx, listenerType, good)
}

// nextAddress is a loopback address that no listener had before, so that none waits for another to drain.
func (r *Rig) nextAddress() string {
	n := r.addresses % (250 * 250)
	r.addresses++
	return fmt.Sprintf("127.1.%d.%d", n/250, n%250+1)
}

// clusters are those that istiod sends to the proxy, each with one endpoint that stands for all; with
// none where istiod has none.
func (r *Rig) clusters(p *world.Proxy) ([]proto.Message, error) {
	assignments, err := p.Endpoints()
	if err != nil {
		return nil, err
	}
	out := make([]proto.Message, 0, len(p.Clusters))
	for i, c := range p.Clusters {
		assignment := &endpoint.ClusterLoadAssignment{ClusterName: c.GetName()}
		if serves(c, assignments[c.GetName()]) {
			assignment.Endpoints = []*endpoint.LocalityLbEndpoints{{LbEndpoints: []*endpoint.LbEndpoint{{
				HostIdentifier: &endpoint.LbEndpoint_Endpoint{Endpoint: &endpoint.Endpoint{Address: socket(r.upstreams.address(i, c.GetName()), r.portOf(c.GetName()))}},
			}}}}
		}
		out = append(out, &cluster.Cluster{
			Name: c.GetName(), ClusterDiscoveryType: &cluster.Cluster_Type{Type: cluster.Cluster_STATIC},
			ConnectTimeout: durationpb.New(2 * time.Second), LoadAssignment: assignment,
			TypedExtensionProtocolOptions: r.protocolOf(c.GetName()),
		})
	}
	return out, nil
}

// serves tells whether istiod's cluster reaches anything: an address by EDS, or one of its own.
func serves(c *cluster.Cluster, a *endpoint.ClusterLoadAssignment) bool {
	if c.GetName() == "BlackHoleCluster" {
		return false
	}
	if c.GetType() != cluster.Cluster_EDS || c.GetClusterType() != nil {
		return true
	}
	for _, locality := range a.GetEndpoints() {
		if len(locality.GetLbEndpoints()) > 0 {
			return true
		}
	}
	return false
}

// output keeps the last words of a process.
type output struct {
	mu   sync.Mutex
	text []byte
}

func (o *output) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.text = append(o.text, b...)
	if len(o.text) > 4000 {
		o.text = o.text[len(o.text)-4000:]
	}
	return len(b), nil
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return strings.TrimSpace(string(o.text))
}
