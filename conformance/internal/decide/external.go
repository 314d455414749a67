package decide

import (
	"strings"

	rbac "github.com/envoyproxy/go-control-plane/envoy/config/rbac/v3"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	extauthz "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/ext_authz/v3"
	netextauthz "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/ext_authz/v3"
	matcher "github.com/envoyproxy/go-control-plane/envoy/type/matcher/v3"

	"conformance/internal/router"
)

// shadow evaluates rules that are not enforced and leaves their verdict in the metadata
// (source/extensions/filters/http/rbac/rbac_filter.cc).
func (w *walk) shadow(rules *rbac.RBAC, filter, prefix string) {
	if rules == nil {
		return
	}
	policy := w.seen.Policy(rules)
	allowed := policy != ""
	if rules.GetAction() == rbac.RBAC_DENY {
		allowed = !allowed
	}
	left, ok := w.seen.Metadata[filter].(map[string]any)
	if !ok {
		left = map[string]any{}
		w.seen.Metadata[filter] = left
	}
	left[prefix+"shadow_engine_result"] = map[bool]string{true: "allowed", false: "denied"}[allowed]
	if policy != "" {
		left[prefix+"shadow_effective_policy_id"] = policy
	}
}

// askHTTP follows an ext_authz filter; false where it ends the request.
func (w *walk) askHTTP(f *extauthz.ExtAuthz) bool {
	name, answer := w.ask(f.GetFilterEnabledMetadata())
	switch {
	case name == "" || answer == "allow" || (answer == "error" && f.GetFailureModeAllow()) || !w.routed():
		return true
	case answer == "error":
		w.out.Status = 403
		if code := int(f.GetStatusOnError().GetCode()); code != 0 {
			w.out.Status = code
		}
	case answer == "deny":
		w.out.Status = 403
	}
	w.out.Provider = name
	w.out.DecidedBy = &DecidedBy{Filter: "ext_authz", Action: "CUSTOM"}
	w.end("delegated", answer)
	return false
}

// routed tells whether a route takes the request: else no provider is asked
// (source/extensions/filters/http/ext_authz/ext_authz.cc skipCheckForRoute).
func (w *walk) routed() bool {
	if w.config == nil {
		return false
	}
	host := router.VirtualHost(w.config, w.request.Authority)
	if host == nil {
		return false
	}
	if host.GetRequireTls() == route.VirtualHost_ALL && w.seen.Scheme != "https" {
		return true
	}
	chosen, _ := w.seen.Route(host)
	return chosen != nil
}

func (w *walk) askTCP(f *netextauthz.ExtAuthz) bool {
	name, answer := w.ask(f.GetFilterEnabledMetadata())
	switch {
	case name == "" || answer == "allow" || (answer == "error" && f.GetFailureModeAllow()):
		return true
	case answer == "":
		w.out.Provider = name
		w.end("delegated", "")
	default:
		w.end("closed", answer)
	}
	w.out.DecidedBy = &DecidedBy{Filter: "ext_authz", Action: "CUSTOM"}
	return false
}

// ask names the provider that a filter asks, "" where it does not, and its answer, "" where the request says none.
func (w *walk) ask(enabled *matcher.MetadataMatcher) (name, answer string) {
	if enabled == nil {
		w.seen.Skip("a provider that is always asked")
	}
	if !w.seen.MatchMetadata(enabled) {
		return "", ""
	}
	name = Provider(enabled)
	return name, w.request.Providers[name]
}

// Provider is the name that the prefix of a policy's name carries.
func Provider(enabled *matcher.MetadataMatcher) string {
	return strings.TrimSuffix(strings.TrimPrefix(enabled.GetValue().GetStringMatch().GetPrefix(), "istio-ext-authz-"), "-")
}
