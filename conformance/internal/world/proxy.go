package world

import (
	"encoding/json"
	"fmt"
	"slices"

	cluster "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	endpoint "github.com/envoyproxy/go-control-plane/envoy/config/endpoint/v3"
	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"

	"istio.io/istio/pilot/pkg/model"
	"istio.io/istio/pilot/test/xdstest"
	istiocluster "istio.io/istio/pkg/cluster"
	"istio.io/istio/pkg/config/host"
	"istio.io/istio/pkg/config/visibility"
	_ "istio.io/istio/pkg/config/xds" // registers every Envoy type that istiod sends
	"istio.io/istio/pkg/network"
	"istio.io/istio/pkg/spiffe"
)

// Minor is the Istio minor that is linked, as `1.31`; set by the build.
var Minor = "0.0"

// ProxySpec names a proxy: by its pod, or by its properties.
type ProxySpec struct {
	Name           string            `json:"name,omitempty"` // default: the pod
	Type           string            `json:"type,omitempty"` // sidecar (default), gateway, waypoint
	Pod            string            `json:"pod,omitempty"`  // NAMESPACE/NAME
	Namespace      string            `json:"namespace,omitempty"`
	Labels         map[string]string `json:"labels,omitempty"`
	ServiceAccount string            `json:"serviceAccount,omitempty"`
	Address        string            `json:"address,omitempty"`
	IstioVersion   string            `json:"istioVersion,omitempty"` // of the proxy; default: the linked minor
	Network        string            `json:"network,omitempty"`
	Cluster        string            `json:"cluster,omitempty"`
	Interception   string            `json:"interceptionMode,omitempty"`
}

// Proxy is a proxy with what istiod sends it.
type Proxy struct {
	Name      string
	Node      *model.Proxy
	Listeners []*listener.Listener
	Routes    []*route.RouteConfiguration
	Clusters  []*cluster.Cluster

	world     *World
	endpoints map[string]*endpoint.ClusterLoadAssignment
	byName    map[string]*cluster.Cluster
}

var types = map[string]model.NodeType{
	"": model.SidecarProxy, "sidecar": model.SidecarProxy, "gateway": model.Router, "waypoint": model.Waypoint,
}

// Proxy compiles what istiod sends to a proxy; each is compiled once a world.
func (w *World) Proxy(spec ProxySpec) (*Proxy, error) {
	key, err := json.Marshal(spec)
	if err != nil {
		return nil, err
	}
	if known := w.proxies[string(key)]; known != nil {
		return known, nil
	}
	node, err := w.node(spec)
	if err != nil {
		return nil, err
	}
	p := &Proxy{Name: spec.Name, world: w}
	if p.Name == "" {
		p.Name = spec.Pod
	}
	if err := w.attempt.run(func() {
		p.Node = w.server.SetupProxy(node)
		p.Listeners = w.server.Listeners(p.Node)
		p.Routes = w.routes(p.Node, p.Listeners)
		p.Clusters = w.server.Clusters(p.Node)
	}); err != nil {
		return nil, err
	}
	p.byName = make(map[string]*cluster.Cluster, len(p.Clusters))
	for _, c := range p.Clusters {
		p.byName[c.Name] = c
	}
	w.proxies[string(key)] = p
	return p, nil
}

// GatewaysFirst compiles the gateways among proxies before any sidecar is. In a namespace without a Sidecar
// istiod gives a gateway the scope that it made for a sidecar there, if it has made one, and else the
// gateway's own; the first also knows services of the namespace that are not exported to it but that its
// VirtualServices name. Source: pilot/pkg/model/push_context.go doGetSidecarScope, sidecar.go
// collectImportedServices.
//
// What is wrong with a proxy is said when it is asked itself.
func (w *World) GatewaysFirst(all []ProxySpec) {
	for _, spec := range all {
		if kind := types[spec.Type]; kind == model.Router || kind == model.Waypoint {
			_, _ = w.Proxy(spec)
		}
	}
}

// routes builds the route configurations that the listeners name, each once, as Envoy subscribes to them.
// The list that Istio's tests take from listeners has a name twice where two listeners share it, and the
// second of two sniffed configurations comes out empty: the first one claims the virtual host.
func (w *World) routes(node *model.Proxy, listeners []*listener.Listener) []*route.RouteConfiguration {
	var names []string
	for _, name := range xdstest.ExtractRoutesFromListeners(listeners) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	resources, _ := w.server.ConfigGen.BuildHTTPRoutes(node, &model.PushRequest{Push: w.server.PushContext()}, names)
	out := make([]*route.RouteConfiguration, 0, len(resources))
	for _, r := range resources {
		config := &route.RouteConfiguration{}
		if err := r.GetResource().UnmarshalTo(config); err != nil {
			w.attempt.Fatal(err)
		}
		out = append(out, config)
	}
	return out
}

func (w *World) node(spec ProxySpec) (*model.Proxy, error) {
	kind, known := types[spec.Type]
	if !known {
		return nil, fmt.Errorf("proxy type %q: want sidecar, gateway or waypoint", spec.Type)
	}
	if spec.Pod != "" {
		pod := w.pods[spec.Pod]
		if pod == nil {
			return nil, fmt.Errorf("the world has no pod %q", spec.Pod)
		}
		spec.Namespace, spec.Labels, spec.ServiceAccount, spec.Address = pod.Namespace, pod.Labels, pod.Spec.ServiceAccountName, pod.Status.PodIP
		if spec.Name == "" {
			spec.Name = pod.Name
		}
	}
	spec.Namespace = or(spec.Namespace, "default")
	spec.ServiceAccount = or(spec.ServiceAccount, "default")
	spec.Cluster = or(spec.Cluster, "Kubernetes")
	spec.IstioVersion = or(spec.IstioVersion, Minor+".0")
	node := &model.Proxy{
		Type: kind, ID: spec.Name + "." + spec.Namespace, ConfigNamespace: spec.Namespace, Labels: spec.Labels,
		VerifiedIdentity: &spiffe.Identity{TrustDomain: w.mesh.GetTrustDomain(), Namespace: spec.Namespace, ServiceAccount: spec.ServiceAccount},
		Metadata: &model.NodeMetadata{
			Namespace: spec.Namespace, Labels: spec.Labels, ServiceAccount: spec.ServiceAccount, IstioVersion: spec.IstioVersion,
			ClusterID: istiocluster.ID(spec.Cluster), InterceptionMode: model.TrafficInterceptionMode(spec.Interception), Network: network.ID(spec.Network),
		},
	}
	if spec.Address != "" {
		node.IPAddresses = []string{spec.Address}
	}
	return node, nil
}

func or(value, otherwise string) string {
	if value == "" {
		return otherwise
	}
	return value
}

// Cluster is the cluster of that name, nil where istiod sends none.
func (p *Proxy) Cluster(name string) *cluster.Cluster { return p.byName[name] }

// RouteConfiguration is the route configuration of that name, nil where istiod sends none.
func (p *Proxy) RouteConfiguration(name string) *route.RouteConfiguration {
	for _, r := range p.Routes {
		if r.Name == name {
			return r
		}
	}
	return nil
}

// Endpoints are the load assignments of the EDS clusters, by cluster; they are made on first use.
func (p *Proxy) Endpoints() (map[string]*endpoint.ClusterLoadAssignment, error) {
	if p.endpoints != nil {
		return p.endpoints, nil
	}
	var all []*endpoint.ClusterLoadAssignment
	if err := p.world.attempt.run(func() { all = p.world.server.Endpoints(p.Node) }); err != nil {
		return nil, err
	}
	p.endpoints = make(map[string]*endpoint.ClusterLoadAssignment, len(all))
	for _, a := range all {
		p.endpoints[a.ClusterName] = a
	}
	return p.endpoints, nil
}

// Resolve is the address that the mesh's DNS gives this proxy for a host: that of the service with this
// name, or with this name completed by the search path of the proxy's namespace; "" where there is none.
func (p *Proxy) Resolve(name string) string {
	namespace := p.Node.ConfigNamespace
	for _, candidate := range []string{
		name + "." + namespace + ".svc." + Domain, name + ".svc." + Domain, name + "." + Domain, name,
	} {
		service := p.world.server.Env().ServiceDiscovery.GetService(host.Name(candidate))
		if service == nil {
			continue
		}
		if address := service.GetAddressForProxy(p.Node); address != "" && address != "0.0.0.0" {
			return address
		}
	}
	return ""
}

// Hidden tells a service that is exported to no namespace (`~`). istiod may or may not know endpoints of
// it, by the order in which it heard of the service and of its endpoints.
func (w *World) Hidden(name string) bool {
	service := w.server.Env().ServiceDiscovery.GetService(host.Name(name))
	return service != nil && service.Attributes.ExportTo.Contains(visibility.None)
}
