package canonical

import (
	"slices"
	"strings"

	cluster "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	endpoint "github.com/envoyproxy/go-control-plane/envoy/config/endpoint/v3"
)

// Cluster is a cluster with its addresses, and how they are treated where it leads out of the proxy.
type Cluster struct {
	Name      string     `json:"name"`
	Type      string     `json:"type"`
	Endpoints []Endpoint `json:"endpoints,omitempty"`
	Upstream  *Upstream  `json:"upstream,omitempty"`
}

// Endpoint is an address of a cluster.
type Endpoint struct {
	Address string `json:"address"`
	Port    uint32 `json:"port"`
}

var clusterTypes = map[cluster.Cluster_DiscoveryType]string{
	cluster.Cluster_STATIC: "static", cluster.Cluster_STRICT_DNS: "strict-dns", cluster.Cluster_LOGICAL_DNS: "logical-dns",
	cluster.Cluster_EDS: "eds", cluster.Cluster_ORIGINAL_DST: "original-dst",
}

// Clusters expresses clusters, sorted by name, with the endpoints that EDS gives them.
func Clusters(all []*cluster.Cluster, assignments map[string]*endpoint.ClusterLoadAssignment) ([]Cluster, []string) {
	r := newReader()
	out := make([]Cluster, 0, len(all))
	for _, c := range all {
		e := Cluster{Name: c.GetName(), Type: clusterTypes[c.GetType()]}
		if c.GetClusterType() != nil {
			e.Type = "dynamic-forward-proxy"
		}
		assignment := c.GetLoadAssignment()
		if e.Type == "eds" {
			assignment = assignments[c.GetName()]
		}
		e.Endpoints = endpoints(assignment)
		if strings.HasPrefix(e.Name, "outbound|") {
			upstream := r.upstream(c)
			e.Upstream = &upstream
		}
		out = append(out, e)
	}
	return sorted(out, func(c Cluster) string { return c.Name }), r.list()
}

func endpoints(a *endpoint.ClusterLoadAssignment) []Endpoint {
	var out []Endpoint
	for _, locality := range a.GetEndpoints() {
		for _, e := range locality.GetLbEndpoints() {
			address := e.GetEndpoint().GetAddress().GetSocketAddress()
			out = append(out, Endpoint{address.GetAddress(), address.GetPortValue()})
		}
	}
	slices.SortFunc(out, func(a, b Endpoint) int {
		if a.Address != b.Address {
			return compareText(a.Address, b.Address)
		}
		return int(a.Port) - int(b.Port)
	})
	return out
}

func compareText(a, b string) int {
	if a < b {
		return -1
	}
	return 1
}
