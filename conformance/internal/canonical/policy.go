package canonical

import (
	"fmt"

	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	rbac "github.com/envoyproxy/go-control-plane/envoy/config/rbac/v3"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	uritemplate "github.com/envoyproxy/go-control-plane/envoy/extensions/path/match/uri_template/v3"
	matcher "github.com/envoyproxy/go-control-plane/envoy/type/matcher/v3"
)

// Policy is one policy of an RBAC filter: it matches where some permission and some principal hold.
type Policy struct {
	Permissions []Node `json:"permissions"`
	Principals  []Node `json:"principals"`
}

// Node is a condition: exactly one member is set. An empty list of All holds, one of Any does not.
type Node struct {
	All  *[]Node `json:"all,omitempty"`
	Any  *[]Node `json:"any,omitempty"`
	Not  *Node   `json:"not,omitempty"`
	Atom *Atom   `json:"atom,omitempty"`
}

// Atom compares one attribute with one pattern.
type Atom struct {
	Of   string   `json:"of"` // principal, source-ip, remote-ip, destination-ip, port, sni, path, header, claim, metadata
	Name string   `json:"name,omitempty"`
	Path []string `json:"path,omitempty"`
	// Is tells exact, prefix, suffix, contains, regex, template, cidr, present.
	Is    string `json:"is"`
	Value string `json:"value,omitempty"`
	Fold  bool   `json:"fold,omitempty"`
	List  bool   `json:"list,omitempty"` // the value is looked for in a list
}

func all(nodes ...Node) Node {
	if nodes == nil {
		nodes = []Node{}
	}
	return Node{All: &nodes}
}
func oneOf(nodes []Node) Node { return Node{Any: &nodes} }
func not(node Node) Node      { return Node{Not: &node} }

func (r *reader) policies(rules *rbac.RBAC) map[string]Policy {
	if rules == nil {
		return nil
	}
	r.known(rules, "action", "policies")
	out := map[string]Policy{}
	for name, policy := range rules.GetPolicies() {
		r.known(policy, "permissions", "principals")
		out[name] = Policy{each(policy.GetPermissions(), r.permission), each(policy.GetPrincipals(), r.principal)}
	}
	return out
}

func each[T any](from []T, read func(T) Node) []Node {
	out := make([]Node, 0, len(from))
	for _, one := range from {
		out = append(out, read(one))
	}
	return out
}

func (r *reader) permission(p *rbac.Permission) Node {
	switch rule := p.GetRule().(type) {
	case *rbac.Permission_Any:
		return all()
	case *rbac.Permission_AndRules:
		return all(each(rule.AndRules.GetRules(), r.permission)...)
	case *rbac.Permission_OrRules:
		return oneOf(each(rule.OrRules.GetRules(), r.permission))
	case *rbac.Permission_NotRule:
		return not(r.permission(rule.NotRule))
	case *rbac.Permission_Header:
		return r.headerAtom(rule.Header)
	case *rbac.Permission_UrlPath:
		return r.text(Atom{Of: "path"}, rule.UrlPath.GetPath())
	case *rbac.Permission_UriTemplate:
		template := &uritemplate.UriTemplateMatchConfig{}
		if err := rule.UriTemplate.GetTypedConfig().UnmarshalTo(template); err != nil {
			return r.lost("URI template: " + err.Error())
		}
		return Node{Atom: &Atom{Of: "path", Is: "template", Value: template.GetPathTemplate()}}
	case *rbac.Permission_DestinationIp:
		return block("destination-ip", rule.DestinationIp)
	case *rbac.Permission_DestinationPort:
		return Node{Atom: &Atom{Of: "port", Is: "exact", Value: fmt.Sprint(rule.DestinationPort)}}
	case *rbac.Permission_RequestedServerName:
		return r.text(Atom{Of: "sni"}, rule.RequestedServerName)
	case *rbac.Permission_Metadata: //nolint:staticcheck // Istio sends it for experimental.envoy.filters
		return r.metadataAtom(rule.Metadata)
	case *rbac.Permission_SourcedMetadata:
		return r.metadataAtom(rule.SourcedMetadata.GetMetadataMatcher())
	}
	return r.lost(fmt.Sprintf("permission %T", p.GetRule()))
}

func (r *reader) principal(p *rbac.Principal) Node {
	switch identifier := p.GetIdentifier().(type) {
	case *rbac.Principal_Any:
		return all()
	case *rbac.Principal_AndIds:
		return all(each(identifier.AndIds.GetIds(), r.principal)...)
	case *rbac.Principal_OrIds:
		return oneOf(each(identifier.OrIds.GetIds(), r.principal))
	case *rbac.Principal_NotId:
		return not(r.principal(identifier.NotId))
	case *rbac.Principal_Authenticated_:
		if identifier.Authenticated.GetPrincipalName() == nil {
			return Node{Atom: &Atom{Of: "principal", Is: "present"}}
		}
		return r.text(Atom{Of: "principal"}, identifier.Authenticated.GetPrincipalName())
	case *rbac.Principal_DirectRemoteIp:
		return block("source-ip", identifier.DirectRemoteIp)
	case *rbac.Principal_RemoteIp:
		return block("remote-ip", identifier.RemoteIp)
	case *rbac.Principal_Header:
		return r.headerAtom(identifier.Header)
	case *rbac.Principal_Metadata: //nolint:staticcheck // Istio sends it for request principals and claims
		return r.metadataAtom(identifier.Metadata)
	case *rbac.Principal_SourcedMetadata:
		return r.metadataAtom(identifier.SourcedMetadata.GetMetadataMatcher())
	}
	return r.lost(fmt.Sprintf("principal %T", p.GetIdentifier()))
}

// lost is a condition that these words do not express; it is noted, and holds nowhere.
func (r *reader) lost(what string) Node {
	r.unread[what] = true
	return oneOf([]Node{})
}

func block(of string, c *core.CidrRange) Node {
	return Node{Atom: &Atom{Of: of, Is: "cidr", Value: fmt.Sprintf("%s/%d", c.GetAddressPrefix(), c.GetPrefixLen().GetValue())}}
}

func (r *reader) headerAtom(h *route.HeaderMatcher) Node {
	r.known(h, "name", "string_match", "present_match", "safe_regex_match")
	atom := Atom{Of: "header", Name: h.GetName()}
	switch match := h.GetHeaderMatchSpecifier().(type) {
	case *route.HeaderMatcher_PresentMatch:
		atom.Is = "present"
		if !match.PresentMatch {
			return not(Node{Atom: &atom})
		}
		return Node{Atom: &atom}
	case *route.HeaderMatcher_StringMatch:
		return r.text(atom, match.StringMatch)
	case *route.HeaderMatcher_SafeRegexMatch: //nolint:staticcheck // 1.30 sends it
		atom.Is, atom.Value = "regex", match.SafeRegexMatch.GetRegex()
		return Node{Atom: &atom}
	}
	return r.lost(fmt.Sprintf("header %T", h.GetHeaderMatchSpecifier()))
}

func (r *reader) metadataAtom(m *matcher.MetadataMatcher) Node {
	r.known(m, "filter", "path", "value", "invert")
	atom := Atom{Of: "metadata", Name: m.GetFilter()}
	for _, segment := range m.GetPath() {
		atom.Path = append(atom.Path, segment.GetKey())
	}
	if atom.Name == "envoy.filters.http.jwt_authn" && len(atom.Path) > 0 && atom.Path[0] == "payload" {
		atom.Of, atom.Name, atom.Path = "claim", "", atom.Path[1:]
	}
	node := r.valueNode(atom, m.GetValue())
	if m.GetInvert() {
		return not(node)
	}
	return node
}

func (r *reader) valueNode(atom Atom, m *matcher.ValueMatcher) Node {
	switch pattern := m.GetMatchPattern().(type) {
	case *matcher.ValueMatcher_StringMatch:
		return r.text(atom, pattern.StringMatch)
	case *matcher.ValueMatcher_ListMatch:
		atom.List = true
		return r.valueNode(atom, pattern.ListMatch.GetOneOf())
	case *matcher.ValueMatcher_OrMatch:
		return oneOf(each(pattern.OrMatch.GetValueMatchers(), func(one *matcher.ValueMatcher) Node { return r.valueNode(atom, one) }))
	case *matcher.ValueMatcher_PresentMatch:
		atom.Is = "present"
		if !pattern.PresentMatch {
			return not(Node{Atom: &atom})
		}
		return Node{Atom: &atom}
	}
	return r.lost(fmt.Sprintf("value %T", m.GetMatchPattern()))
}

func (r *reader) text(atom Atom, m *matcher.StringMatcher) Node {
	atom.Fold = m.GetIgnoreCase()
	switch pattern := m.GetMatchPattern().(type) {
	case *matcher.StringMatcher_Exact:
		atom.Is, atom.Value = "exact", pattern.Exact
	case *matcher.StringMatcher_Prefix:
		atom.Is, atom.Value = "prefix", pattern.Prefix
	case *matcher.StringMatcher_Suffix:
		atom.Is, atom.Value = "suffix", pattern.Suffix
	case *matcher.StringMatcher_Contains:
		atom.Is, atom.Value = "contains", pattern.Contains
	case *matcher.StringMatcher_SafeRegex:
		atom.Is, atom.Value = "regex", pattern.SafeRegex.GetRegex()
	default:
		return r.lost(fmt.Sprintf("string %T", m.GetMatchPattern()))
	}
	return Node{Atom: &atom}
}
