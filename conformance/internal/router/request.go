// Package router evaluates Envoy configuration on one request, as Envoy's documentation and source say.
//
// It is our own reading of Envoy. Its tests compare it with Istio's simulation of listeners, filter
// chains, virtual hosts and paths, and with truth tables written by hand; package envoy asks real Envoy
// the same requests. What it meets and does not evaluate goes to Unjudged, and such an answer must not
// be used.
package router

import (
	"maps"
	"slices"
	"strings"
)

// Request is what Envoy's matchers see of one request on one connection.
type Request struct {
	Method    string
	Scheme    string
	Authority string // as sent, with or without port
	Path      string // without query and fragment
	Query     string // without `?`
	HasQuery  bool   // the path was sent with a `?`
	Headers   map[string][]string

	Principal string // URI SAN of the peer certificate, "" without one
	SNI       string
	Source    string // TCP peer
	Remote    string // after x-forwarded-for
	Address   string // destination of the connection
	Port      uint32
	HTTP      bool

	// Metadata is dynamic metadata by filter, as the JWT filter writes it.
	Metadata map[string]any

	// HeaderLinesApart tells Envoy 1.39 and later, where a value matcher tests each line of a header on
	// its own, from earlier ones, which join the lines by a comma.
	HeaderLinesApart bool

	unjudged  map[string]bool
	uncertain map[string]bool // headers
}

// Skip notes that something was met and not evaluated. It is false, so that matchers can return it.
func (r *Request) Skip(what string) bool {
	if r.unjudged == nil {
		r.unjudged = map[string]bool{}
	}
	r.unjudged[what] = true
	return false
}

// Unjudged is what was met and not evaluated, sorted.
func (r *Request) Unjudged() []string { return slices.Sorted(maps.Keys(r.unjudged)) }

// SetTarget takes a request target as sent: path, query, fragment. Envoy drops the fragment (Istio's
// bootstrap sets http_reject_path_with_fragment=false).
func (r *Request) SetTarget(target string) {
	target, _, _ = strings.Cut(target, "#")
	r.Path, r.Query, r.HasQuery = strings.Cut(target, "?")
}

// Target is `:path`: the path with its query.
func (r *Request) Target() string {
	if r.HasQuery {
		return r.Path + "?" + r.Query
	}
	return r.Path
}

// lines are the values of a header or pseudo header, one a line.
func (r *Request) lines(name string) ([]string, bool) {
	switch name = strings.ToLower(name); name {
	case ":method":
		return []string{r.Method}, true
	case ":scheme":
		return []string{r.Scheme}, true
	case ":authority", "host":
		return []string{r.Authority}, true
	case ":path":
		return []string{r.Target()}, true
	}
	if r.uncertain[name] {
		r.Skip("the text of header " + name)
	}
	lines, present := r.Headers[name]
	return lines, present
}

// Uncertain makes every condition on a header unjudged: its text is known to Envoy alone.
func (r *Request) Uncertain(name string) {
	if r.uncertain == nil {
		r.uncertain = map[string]bool{}
	}
	r.uncertain[name] = true
}
