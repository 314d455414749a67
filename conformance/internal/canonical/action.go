package canonical

import (
	"fmt"
	"slices"
	"strings"

	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
)

// Action is forward, redirect, direct-response or none (a route that Envoy refuses).
type Action struct {
	Kind string `json:"kind"`

	Destinations     []Destination `json:"destinations,omitempty"`
	ClusterNotFound  int           `json:"clusterNotFound,omitempty"`
	PathRewrite      *PathRewrite  `json:"pathRewrite,omitempty"`
	AuthorityRewrite string        `json:"authorityRewrite,omitempty"`

	Redirect *Redirect `json:"redirect,omitempty"`
	Response *Response `json:"response,omitempty"`
	Settings Settings  `json:"settings"`
}

// Destination is a cluster; Weight is 1 for a single one.
type Destination struct {
	Cluster          string            `json:"cluster"`
	Weight           uint32            `json:"weight"`
	Headers          *HeaderOperations `json:"headers,omitempty"`
	AuthorityRewrite string            `json:"authorityRewrite,omitempty"`
}

// PathRewrite replaces the matched prefix (the whole path of an exact or regex match), or substitutes.
type PathRewrite struct {
	Kind         string `json:"kind"`
	Value        string `json:"value,omitempty"`
	Pattern      string `json:"pattern,omitempty"`
	Substitution string `json:"substitution,omitempty"`
}

// Redirect is Envoy's RedirectAction.
type Redirect struct {
	Status        int    `json:"status"`
	Scheme        string `json:"scheme,omitempty"`
	Host          string `json:"host,omitempty"`
	Port          uint32 `json:"port,omitempty"`
	Path          string `json:"path,omitempty"`
	PrefixRewrite string `json:"prefixRewrite,omitempty"`
}

// Response is a direct response.
type Response struct {
	Status uint32 `json:"status"`
	Body   string `json:"body,omitempty"`
}

// RedirectStatus is the status of Envoy's redirect response code.
var RedirectStatus = map[route.RedirectAction_RedirectResponseCode]int{
	route.RedirectAction_MOVED_PERMANENTLY:  301,
	route.RedirectAction_FOUND:              302,
	route.RedirectAction_SEE_OTHER:          303,
	route.RedirectAction_TEMPORARY_REDIRECT: 307,
	route.RedirectAction_PERMANENT_REDIRECT: 308,
}

// NotFoundStatus is the status for a request to a cluster that does not exist.
func NotFoundStatus(a *route.RouteAction) int {
	switch a.GetClusterNotFoundResponseCode() {
	case route.RouteAction_NOT_FOUND:
		return 404
	case route.RouteAction_INTERNAL_SERVER_ERROR:
		return 500
	}
	return 503
}

// ActionOf expresses the action of one route.
func ActionOf(e *route.Route) (Action, []string) {
	r := newReader()
	a := r.action(e)
	return a, r.list()
}

func (r *reader) action(e *route.Route) Action {
	settings := r.settings(e)
	switch a := e.GetAction().(type) {
	case *route.Route_Route:
		return r.forward(a.Route, settings)
	case *route.Route_Redirect:
		r.known(a.Redirect, "host_redirect", "port_redirect", "path_redirect", "prefix_rewrite", "scheme_redirect", "https_redirect", "response_code", "strip_query")
		redirect := &Redirect{
			Status: RedirectStatus[a.Redirect.GetResponseCode()], Scheme: a.Redirect.GetSchemeRedirect(), Host: a.Redirect.GetHostRedirect(),
			Port: a.Redirect.GetPortRedirect(), Path: a.Redirect.GetPathRedirect(), PrefixRewrite: a.Redirect.GetPrefixRewrite(),
		}
		if a.Redirect.GetHttpsRedirect() {
			redirect.Scheme = "https"
		}
		if a.Redirect.GetStripQuery() {
			r.unread["RedirectAction.strip_query"] = true
		}
		return Action{Kind: "redirect", Redirect: redirect, Settings: settings}
	case *route.Route_DirectResponse:
		r.known(a.DirectResponse, "status", "body")
		return Action{Kind: "direct-response", Response: &Response{a.DirectResponse.GetStatus(), text(a.DirectResponse.GetBody())}, Settings: settings}
	case nil:
		return Action{Kind: "none", Settings: settings}
	}
	r.unread[fmt.Sprintf("Route %T", e.GetAction())] = true
	return Action{Kind: "unknown", Settings: settings}
}

func text(body *core.DataSource) string {
	if inline := body.GetInlineBytes(); len(inline) > 0 {
		return string(inline)
	}
	return body.GetInlineString()
}

func (r *reader) forward(a *route.RouteAction, settings Settings) Action {
	// append_x_forwarded_host and max_grpc_timeout follow the mesh configuration and the timeout;
	// idle_timeout is set for inbound routes alone.
	r.known(a, "cluster", "weighted_clusters", "cluster_not_found_response_code", "prefix_rewrite", "regex_rewrite", "host_rewrite_literal",
		"timeout", "max_grpc_timeout", "retry_policy", "request_mirror_policies", "hash_policy", "append_x_forwarded_host", "max_stream_duration",
		"metadata_match")
	out := Action{Kind: "forward", ClusterNotFound: NotFoundStatus(a), AuthorityRewrite: a.GetHostRewriteLiteral(), Settings: settings}
	switch {
	case a.GetRegexRewrite() != nil:
		out.PathRewrite = &PathRewrite{
			Kind: "regex", Pattern: a.GetRegexRewrite().GetPattern().GetRegex(), Substitution: a.GetRegexRewrite().GetSubstitution(),
		}
	case a.GetPrefixRewrite() != "":
		out.PathRewrite = &PathRewrite{Kind: "prefix", Value: a.GetPrefixRewrite()}
	}
	if name := a.GetCluster(); name != "" {
		out.Destinations = []Destination{{Cluster: name, Weight: 1}}
	}
	for _, c := range a.GetWeightedClusters().GetClusters() {
		r.known(c, "name", "weight", "host_rewrite_literal", "request_headers_to_add", "request_headers_to_remove",
			"response_headers_to_add", "response_headers_to_remove")
		out.Destinations = append(out.Destinations, Destination{
			c.GetName(), c.GetWeight().GetValue(),
			r.headers(c.GetRequestHeadersToAdd(), c.GetRequestHeadersToRemove(), c.GetResponseHeadersToAdd(), c.GetResponseHeadersToRemove()),
			c.GetHostRewriteLiteral(),
		})
	}
	return out
}

// HeaderOperations are applied to the request before, and to the response after, the upstream.
type HeaderOperations struct {
	Request  *HeaderOperation `json:"request,omitempty"`
	Response *HeaderOperation `json:"response,omitempty"`
}

// HeaderOperation is what a list of operations comes to, names in lower case: Envoy removes first and
// then sets and adds in order, so that a later `set` undoes what came before it. Set replaces the lines
// of a header by these, Add appends these.
type HeaderOperation struct {
	Set    map[string][]string `json:"set,omitempty"`
	Add    map[string][]string `json:"add,omitempty"`
	Remove []string            `json:"remove,omitempty"`
}

func (r *reader) headers(requestAdd []*core.HeaderValueOption, requestRemove []string, responseAdd []*core.HeaderValueOption, responseRemove []string) *HeaderOperations {
	request, response := r.operation(requestAdd, requestRemove), r.operation(responseAdd, responseRemove)
	if request == nil && response == nil {
		return nil
	}
	return &HeaderOperations{request, response}
}

func (r *reader) operation(add []*core.HeaderValueOption, remove []string) *HeaderOperation {
	if len(add) == 0 && len(remove) == 0 {
		return nil
	}
	out := &HeaderOperation{Set: map[string][]string{}, Add: map[string][]string{}}
	for _, name := range remove {
		out.Remove = append(out.Remove, strings.ToLower(name))
	}
	slices.Sort(out.Remove)
	out.Remove = slices.Compact(out.Remove)
	for _, option := range add {
		name, value := strings.ToLower(option.GetHeader().GetKey()), option.GetHeader().GetValue()
		switch option.GetAppendAction() {
		case core.HeaderValueOption_APPEND_IF_EXISTS_OR_ADD:
			if replaced := out.Set[name]; replaced != nil {
				out.Set[name] = append(replaced, value)
			} else {
				out.Add[name] = append(out.Add[name], value)
			}
		case core.HeaderValueOption_OVERWRITE_IF_EXISTS_OR_ADD:
			out.Set[name] = []string{value}
			delete(out.Add, name)
		default:
			r.unread["HeaderValueOption "+option.GetAppendAction().String()] = true
		}
	}
	return out
}
