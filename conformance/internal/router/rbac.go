package router

import (
	"fmt"
	"maps"
	"net/netip"
	"slices"

	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	rbac "github.com/envoyproxy/go-control-plane/envoy/config/rbac/v3"
	uritemplate "github.com/envoyproxy/go-control-plane/envoy/extensions/path/match/uri_template/v3"
)

// Policy is the first policy of an RBAC filter that matches, by name as Envoy keeps them ordered;
// "" where none does.
func (r *Request) Policy(rules *rbac.RBAC) string {
	policies := rules.GetPolicies()
	for _, name := range slices.Sorted(maps.Keys(policies)) {
		policy := policies[name]
		if policy.GetCondition() != nil || policy.GetCheckedCondition() != nil {
			r.Skip("CEL condition of an RBAC policy")
		}
		if anyOf(policy.GetPermissions(), r.permission) && anyOf(policy.GetPrincipals(), r.principal) {
			return name
		}
	}
	return ""
}

func anyOf[T any](all []T, holds func(T) bool) bool { return slices.ContainsFunc(all, holds) }

func allOf[T any](all []T, holds func(T) bool) bool {
	return !slices.ContainsFunc(all, func(each T) bool { return !holds(each) })
}

func (r *Request) permission(p *rbac.Permission) bool {
	switch rule := p.GetRule().(type) {
	case *rbac.Permission_Any:
		return rule.Any
	case *rbac.Permission_AndRules:
		return allOf(rule.AndRules.GetRules(), r.permission)
	case *rbac.Permission_OrRules:
		return anyOf(rule.OrRules.GetRules(), r.permission)
	case *rbac.Permission_NotRule:
		return !r.permission(rule.NotRule)
	case *rbac.Permission_Header:
		return r.HTTP && r.apart().header(rule.Header)
	case *rbac.Permission_UrlPath:
		return r.HTTP && r.stringMatch(rule.UrlPath.GetPath(), r.Path)
	case *rbac.Permission_UriTemplate:
		template := &uritemplate.UriTemplateMatchConfig{}
		if err := rule.UriTemplate.GetTypedConfig().UnmarshalTo(template); err != nil {
			return r.Skip("URI template: " + err.Error())
		}
		return r.HTTP && r.fullMatch(templatePattern(template.GetPathTemplate()), r.Path)
	case *rbac.Permission_DestinationIp:
		return contains(rule.DestinationIp, r.Address)
	case *rbac.Permission_DestinationPort:
		return r.Port == rule.DestinationPort
	case *rbac.Permission_DestinationPortRange:
		return int64(r.Port) >= int64(rule.DestinationPortRange.GetStart()) && int64(r.Port) < int64(rule.DestinationPortRange.GetEnd())
	case *rbac.Permission_RequestedServerName:
		return r.stringMatch(rule.RequestedServerName, r.SNI)
	case *rbac.Permission_Metadata: //nolint:staticcheck // Istio sends it for experimental.envoy.filters
		m := rule.Metadata
		return r.metadata(m.GetFilter(), keys(m.GetPath()), m.GetValue(), m.GetInvert())
	case *rbac.Permission_SourcedMetadata:
		m := rule.SourcedMetadata.GetMetadataMatcher()
		return r.metadata(m.GetFilter(), keys(m.GetPath()), m.GetValue(), m.GetInvert())
	}
	return r.Skip(fmt.Sprintf("permission %T", p.GetRule()))
}

func (r *Request) principal(p *rbac.Principal) bool {
	switch identifier := p.GetIdentifier().(type) {
	case *rbac.Principal_Any:
		return identifier.Any
	case *rbac.Principal_AndIds:
		return allOf(identifier.AndIds.GetIds(), r.principal)
	case *rbac.Principal_OrIds:
		return anyOf(identifier.OrIds.GetIds(), r.principal)
	case *rbac.Principal_NotId:
		return !r.principal(identifier.NotId)
	case *rbac.Principal_Authenticated_:
		if r.Principal == "" {
			return false
		}
		name := identifier.Authenticated.GetPrincipalName()
		return name == nil || r.stringMatch(name, r.Principal)
	case *rbac.Principal_FilterState:
		state := identifier.FilterState
		if state.GetKey() == "io.istio.peer_principal" {
			return r.Principal != "" && r.stringMatch(state.GetStringMatch(), r.Principal)
		}
	case *rbac.Principal_DirectRemoteIp:
		return contains(identifier.DirectRemoteIp, r.Source)
	case *rbac.Principal_RemoteIp:
		return contains(identifier.RemoteIp, r.Remote)
	case *rbac.Principal_Header:
		return r.HTTP && r.apart().header(identifier.Header)
	case *rbac.Principal_UrlPath:
		return r.HTTP && r.stringMatch(identifier.UrlPath.GetPath(), r.Path)
	case *rbac.Principal_Metadata: //nolint:staticcheck // Istio sends it for request principals and claims
		m := identifier.Metadata
		return r.metadata(m.GetFilter(), keys(m.GetPath()), m.GetValue(), m.GetInvert())
	case *rbac.Principal_SourcedMetadata:
		m := identifier.SourcedMetadata.GetMetadataMatcher()
		return r.metadata(m.GetFilter(), keys(m.GetPath()), m.GetValue(), m.GetInvert())
	}
	return r.Skip(fmt.Sprintf("principal %T", p.GetIdentifier()))
}

// apart is the request with the lines of a header tested one by one: since the fix of CVE-2026-26308
// RBAC does so in every Envoy minor that is served (guard rbac_match_headers_individually), while routes
// do so only since 1.39.
func (r *Request) apart() *Request {
	if r.HeaderLinesApart {
		return r
	}
	if r.unjudged == nil {
		r.unjudged = map[string]bool{}
	}
	copied := *r
	copied.HeaderLinesApart = true
	return &copied
}

func contains(r *core.CidrRange, address string) bool {
	ip, err := netip.ParseAddr(address)
	if err != nil {
		return false
	}
	base, err := netip.ParseAddr(r.GetAddressPrefix())
	if err != nil {
		return false
	}
	prefix, err := base.Prefix(int(r.GetPrefixLen().GetValue()))
	return err == nil && prefix.Contains(ip.Unmap())
}
