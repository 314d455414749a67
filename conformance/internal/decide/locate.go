package decide

import (
	"net/url"
	"strings"

	jwt "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/jwt_authn/v3"
)

// location is where a token stands.
type location struct{ in, name, prefix string }

// location reads `header:NAME:PREFIX`, `query:NAME`, `cookie:NAME`; the default is Authorization: Bearer.
func (t Token) location() location {
	if t.In == "" {
		return location{"header", "authorization", "Bearer "}
	}
	kind, rest, _ := strings.Cut(t.In, ":")
	if kind != "header" {
		return location{in: kind, name: rest}
	}
	name, prefix, _ := strings.Cut(rest, ":")
	return location{kind, strings.ToLower(name), prefix}
}

func locations(p *jwt.JwtProvider) []location {
	var out []location
	for _, h := range p.GetFromHeaders() {
		out = append(out, location{"header", strings.ToLower(h.GetName()), h.GetValuePrefix()})
	}
	for _, name := range p.GetFromParams() {
		out = append(out, location{in: "query", name: name})
	}
	for _, name := range p.GetFromCookies() {
		out = append(out, location{in: "cookie", name: name})
	}
	if len(out) == 0 {
		out = []location{{"header", "authorization", "Bearer "}, {in: "query", name: "access_token"}}
	}
	return out
}

// find is what a provider takes for a token; malformed where it is none
// (source/extensions/filters/http/jwt_authn/extractor.cc).
func (r *tokenReading) find(p *jwt.JwtProvider) (found []*Token, malformed bool) {
	w := r.walk
	for _, place := range locations(p) {
		var here []*Token
		for i := range w.request.Tokens {
			token := &w.request.Tokens[i]
			at := token.location()
			switch {
			case at == place:
				here = append(here, token)
			case at.in == place.in && at.name == place.name:
				// Another prefix: Envoy finds the prefix or not, and may take what is left for a token.
				if strings.HasPrefix(at.prefix, place.prefix) || place.prefix == "" {
					w.seen.Skip("a token behind another prefix")
				}
			}
		}
		if len(here) == 0 && r.other(place) {
			malformed = true
		}
		if len(here) > 1 {
			w.seen.Skip("several tokens in one place")
		}
		found = append(found, here...)
	}
	return found, malformed
}

// other tells text in a place that is no token.
func (r *tokenReading) other(place location) bool {
	w := r.walk
	switch place.in {
	case "header":
		text := strings.Join(w.seen.Headers[place.name], ",")
		return text != "" && strings.HasPrefix(text, place.prefix)
	case "query":
		values, err := url.ParseQuery(w.seen.Query)
		return err == nil && values.Has(place.name)
	}
	for _, line := range w.seen.Headers["cookie"] {
		for _, one := range strings.Split(line, ";") {
			if name, _, _ := strings.Cut(strings.TrimSpace(one), "="); name == place.name {
				return true
			}
		}
	}
	return false
}
