package decide

import (
	"strconv"

	"conformance/internal/canonical"
)

// Outcome is what becomes of a request.
type Outcome struct {
	ID           string              `json:"id,omitempty"`
	Outcome      string              `json:"outcome"`
	Status       int                 `json:"status,omitempty"`
	Destinations []Destination       `json:"destinations"`
	Path         string              `json:"path,omitempty"`      // as the upstream receives it
	Authority    string              `json:"authority,omitempty"` // as the upstream receives it
	Redirect     *canonical.Redirect `json:"redirect,omitempty"`
	Location     string              `json:"location,omitempty"` // the whole header of a redirect
	Response     *canonical.Response `json:"response,omitempty"`
	Transport    string              `json:"transport,omitempty"`
	Settings     *canonical.Settings `json:"settings,omitempty"`
	Trace        Trace               `json:"trace"`
	DecidedBy    *DecidedBy          `json:"decidedBy,omitempty"`
	Provider     string              `json:"provider,omitempty"` // who decides a delegated request
	Headers      map[string]*string  `json:"headers,omitempty"`  // that the token filter set, or took away (null)
	Reason       string              `json:"reason,omitempty"`
	Unjudged     []string            `json:"unjudged,omitempty"`
}

// Destination is one share of the traffic; shares are whole numbers without a common divisor.
type Destination struct {
	Host    string `json:"host"`
	Subset  string `json:"subset,omitempty"`
	Port    int    `json:"port"`
	Weight  int    `json:"weight"`
	Missing bool   `json:"missing,omitempty"`
}

// Trace is the way through the proxy's configuration.
type Trace struct {
	Listener    string `json:"listener,omitempty"`
	Chain       string `json:"chain,omitempty"`
	RouteConfig string `json:"routeConfig,omitempty"`
	VirtualHost string `json:"virtualHost,omitempty"`
	Route       string `json:"route,omitempty"`
	RouteIndex  *int   `json:"routeIndex,omitempty"`
}

// DecidedBy names the filter and the policy that ended a request, or let it pass.
type DecidedBy struct {
	Filter string `json:"filter"`
	Action string `json:"action,omitempty"`
	Policy string `json:"policy,omitempty"` // Envoy's name: ns[NAMESPACE]-policy[NAME]-rule[INDEX]
}

// Clusters that istiod makes for traffic it knows nothing about.
const (
	passthroughCluster = "PassthroughCluster"
	blackHoleCluster   = "BlackHoleCluster"
)

func destinations(all []canonical.Destination, missing func(string) bool) []Destination {
	divisor := 0
	for _, d := range all {
		divisor = gcd(divisor, int(d.Weight))
	}
	out := make([]Destination, 0, len(all))
	for _, d := range all {
		e := Destination{Host: d.Cluster, Weight: int(d.Weight), Missing: missing(d.Cluster)}
		if divisor > 0 {
			e.Weight /= divisor
		}
		if _, port, subset, host, ok := canonical.Parts(d.Cluster); ok {
			e.Host, e.Subset = host, subset
			e.Port, _ = strconv.Atoi(port)
		}
		out = append(out, e)
	}
	return out
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
