// Package decide answers what becomes of one request at one proxy, in the words that Meshproof uses for
// requests and outcomes (src/dataplane/request.ts).
package decide

import (
	"encoding/json"
	"fmt"
	"strings"

	"conformance/internal/world"
)

// Request is a request in full. Path is bytes as sent, Authority the Host header as sent, Address the
// dialled address (default: what the mesh's DNS gives).
type Request struct {
	ID        string           `json:"id,omitempty"`
	From      From             `json:"from"`
	To        string           `json:"to,omitempty"` // NAMESPACE/POD: the server's inbound side alone
	Protocol  string           `json:"protocol,omitempty"`
	Address   string           `json:"address,omitempty"`
	Port      uint32           `json:"port"`
	Authority string           `json:"authority,omitempty"`
	Method    string           `json:"method,omitempty"`
	Path      string           `json:"path,omitempty"`
	Headers   map[string]Lines `json:"headers,omitempty"`
	Transport string           `json:"transport,omitempty"` // plaintext (default), tls, mtls
	SNI       string           `json:"sni,omitempty"`
	ALPN      string           `json:"alpn,omitempty"`
	Principal string           `json:"principal,omitempty"` // without spiffe://
	IP        string           `json:"ip,omitempty"`
	RemoteIP  string           `json:"remoteIp,omitempty"`
	Tokens    []Token          `json:"tokens,omitempty"`
	Now       string           `json:"now,omitempty"`
	// Providers are the answers of those of CUSTOM policies, by name: allow, deny, error.
	Providers map[string]string `json:"providers,omitempty"`
}

// Token is a bearer token.
type Token struct {
	Claims    map[string]any `json:"claims"`
	Signature string         `json:"signature"` // good, broken
	In        string         `json:"in,omitempty"`
}

// Lines are the lines of one header: a text, or a list of texts.
type Lines []string

// UnmarshalJSON reads one line or a list of them.
func (l *Lines) UnmarshalJSON(b []byte) error {
	var one string
	if err := json.Unmarshal(b, &one); err == nil {
		*l = Lines{one}
		return nil
	}
	var many []string
	if err := json.Unmarshal(b, &many); err != nil {
		return fmt.Errorf("a header is a text or a list of texts: %w", err)
	}
	*l = many
	return nil
}

// From is where a request starts: a pod, or the gateway or waypoint it arrives at. Both are named by
// pod, NAMESPACE/NAME.
type From struct {
	Outside   bool   `json:"-"`
	Namespace string `json:"namespace,omitempty"`
	Pod       string `json:"pod,omitempty"`
	Gateway   string `json:"gateway,omitempty"`
	Waypoint  string `json:"waypoint,omitempty"`

	ServiceAccount string            `json:"serviceAccount,omitempty"`
	Labels         map[string]string `json:"labels,omitempty"`
}

// UnmarshalJSON reads "outside" or a caller.
func (f *From) UnmarshalJSON(b []byte) error {
	var word string
	if err := json.Unmarshal(b, &word); err == nil {
		if word != "outside" {
			return fmt.Errorf("from %q: want \"outside\" or an object", word)
		}
		f.Outside = true
		return nil
	}
	type plain From
	return json.Unmarshal(b, (*plain)(f))
}

// side is the half of a proxy that a request meets.
type side int

const (
	outbound side = iota
	inbound
	gateway
)

// Spec names the proxy that decides.
func (q Request) Spec() (world.ProxySpec, error) {
	spec, _, err := q.proxy()
	return spec, err
}

// proxy is the proxy that decides, and the half of it.
func (q Request) proxy() (world.ProxySpec, side, error) {
	switch {
	case q.To != "":
		return world.ProxySpec{Pod: q.To}, inbound, nil
	case q.From.Gateway != "":
		return world.ProxySpec{Type: "gateway", Pod: q.From.Gateway}, gateway, nil
	case q.From.Waypoint != "":
		return world.ProxySpec{}, 0, fmt.Errorf("requests at waypoints are not built")
	case q.From.Outside:
		return world.ProxySpec{}, 0, fmt.Errorf("a request from outside needs `to` or a gateway")
	case q.From.Pod != "":
		pod := q.From.Pod
		if !strings.Contains(pod, "/") {
			pod = q.From.Namespace + "/" + pod
		}
		return world.ProxySpec{Pod: pod}, outbound, nil
	}
	return world.ProxySpec{
		Namespace: q.From.Namespace, ServiceAccount: q.From.ServiceAccount, Labels: q.From.Labels,
		Name: "any", Address: "10.255.255.254",
	}, outbound, nil
}
