package canonical

import (
	"fmt"
	"slices"

	jwt "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/jwt_authn/v3"
)

// Tokens are the settings of a JWT filter. Providers are named by their place in the list.
type Tokens struct {
	Providers       []Provider    `json:"providers"`
	Requires        []Requirement `json:"requires"` // of each route match, in order
	BypassPreflight bool          `json:"bypassPreflight,omitempty"`
}

// Provider is whose tokens are good, where they are looked for, and what they leave behind.
type Provider struct {
	Issuer         string     `json:"issuer,omitempty"`
	Audiences      []string   `json:"audiences,omitempty"`
	Keys           string     `json:"keys,omitempty"` // inline
	Locations      []Location `json:"locations,omitempty"`
	Forward        bool       `json:"forward,omitempty"`
	PayloadHeader  string     `json:"payloadHeader,omitempty"`
	Claims         []ClaimTo  `json:"claims,omitempty"`
	SpaceDelimited []string   `json:"spaceDelimited,omitempty"`
}

// Location is where a token is looked for.
type Location struct {
	In     string `json:"in"` // header, query, cookie
	Name   string `json:"name"`
	Prefix string `json:"prefix,omitempty"`
}

// ClaimTo is a header that carries a claim.
type ClaimTo struct {
	Header string `json:"header"`
	Claim  string `json:"claim"`
}

// Requirement is exactly one of its members; Missing lets requests without a token pass.
type Requirement struct {
	Any      []Requirement `json:"any,omitempty"`
	All      []Requirement `json:"all,omitempty"`
	Provider *int          `json:"provider,omitempty"`
	Missing  bool          `json:"missing,omitempty"`
}

func (r *reader) tokens(filter *jwt.JwtAuthentication) *Tokens {
	r.known(filter, "providers", "rules", "bypass_cors_preflight")
	out := &Tokens{BypassPreflight: filter.GetBypassCorsPreflight()}
	for i := range len(filter.GetProviders()) {
		provider := filter.GetProviders()[fmt.Sprintf("origins-%d", i)]
		if provider == nil {
			r.unread["a provider that is not named origins-N"] = true
			continue
		}
		out.Providers = append(out.Providers, r.provider(provider))
	}
	for _, rule := range filter.GetRules() {
		if rule.GetMatch().GetPrefix() != "/" {
			r.unread["a requirement for some requests alone"] = true
		}
		out.Requires = append(out.Requires, r.requirement(rule.GetRequires()))
	}
	return out
}

func (r *reader) provider(p *jwt.JwtProvider) Provider {
	r.known(p, "issuer", "audiences", "local_jwks", "forward", "from_headers", "from_params", "from_cookies", "forward_payload_header",
		"payload_in_metadata", "normalize_payload_in_metadata", "claim_to_headers", "clear_route_cache")
	out := Provider{
		Issuer: p.GetIssuer(), Audiences: slices.Sorted(slices.Values(p.GetAudiences())), Keys: p.GetLocalJwks().GetInlineString(), Forward: p.GetForward(),
		PayloadHeader:  p.GetForwardPayloadHeader(),
		SpaceDelimited: slices.Sorted(slices.Values(p.GetNormalizePayloadInMetadata().GetSpaceDelimitedClaims())),
	}
	if p.GetPayloadInMetadata() != "payload" {
		r.unread["payload_in_metadata "+p.GetPayloadInMetadata()] = true
	}
	for _, h := range p.GetFromHeaders() {
		out.Locations = append(out.Locations, Location{"header", h.GetName(), h.GetValuePrefix()})
	}
	for _, name := range p.GetFromParams() {
		out.Locations = append(out.Locations, Location{In: "query", Name: name})
	}
	for _, name := range p.GetFromCookies() {
		out.Locations = append(out.Locations, Location{In: "cookie", Name: name})
	}
	for _, c := range p.GetClaimToHeaders() {
		out.Claims = append(out.Claims, ClaimTo{c.GetHeaderName(), c.GetClaimName()})
	}
	return out
}

func (r *reader) requirement(q *jwt.JwtRequirement) Requirement {
	switch requires := q.GetRequiresType().(type) {
	case *jwt.JwtRequirement_ProviderName:
		var place int
		if _, err := fmt.Sscanf(requires.ProviderName, "origins-%d", &place); err == nil {
			return Requirement{Provider: &place}
		}
	case *jwt.JwtRequirement_RequiresAny:
		return Requirement{Any: r.requirements(requires.RequiresAny.GetRequirements())}
	case *jwt.JwtRequirement_RequiresAll:
		return Requirement{All: r.requirements(requires.RequiresAll.GetRequirements())}
	case *jwt.JwtRequirement_AllowMissing:
		return Requirement{Missing: true}
	}
	r.unread[fmt.Sprintf("requirement %T", q.GetRequiresType())] = true
	return Requirement{}
}

func (r *reader) requirements(all []*jwt.JwtRequirement) []Requirement {
	out := make([]Requirement, 0, len(all))
	for _, one := range all {
		out = append(out, r.requirement(one))
	}
	return out
}
