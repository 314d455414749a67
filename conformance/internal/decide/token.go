package decide

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	jwt "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/jwt_authn/v3"
)

// What becomes of the tokens that a provider finds. Any other text is a failure that is answered 401.
const (
	good          = ""
	missing       = "missing"
	unknownIssuer = "unknown issuer"
	wrongAudience = "audience"
)

// tokenReading is one pass of the JWT filter over a request.
type tokenReading struct {
	walk   *walk
	filter *jwt.JwtAuthentication
	seen   map[string]string // provider → status
	by     string            // provider whose token is good
	token  *Token
}

// authenticate follows the JWT filter; false where it ends the request.
func (w *walk) authenticate(f *jwt.JwtAuthentication) bool {
	if f.GetBypassCorsPreflight() && w.isPreflight() {
		return true
	}
	r := &tokenReading{walk: w, filter: f, seen: map[string]string{}}
	w.written = map[string]*string{}
	for _, rule := range f.GetRules() {
		status := r.requirement(rule.GetRequires())
		if status == good {
			r.passed()
			return true
		}
		w.written = nil
		w.out.DecidedBy = &DecidedBy{Filter: "jwt_authn"}
		w.out.Status = 401
		if status == wrongAudience {
			w.out.Status = 403
			w.end("denied", status)
			return false
		}
		w.end("unauthenticated", status)
		return false
	}
	return true
}

func (w *walk) isPreflight() bool {
	some := func(name string) bool { return strings.Join(w.seen.Headers[name], "") != "" }
	return w.seen.Method == "OPTIONS" && some("origin") && some("access-control-request-method")
}

// requirement evaluates what is asked of tokens (source/extensions/filters/http/jwt_authn/verifier.cc).
func (r *tokenReading) requirement(q *jwt.JwtRequirement) string {
	switch requires := q.GetRequiresType().(type) {
	case *jwt.JwtRequirement_ProviderName:
		return r.provider(requires.ProviderName)
	case *jwt.JwtRequirement_RequiresAll:
		for _, one := range requires.RequiresAll.GetRequirements() {
			if status := r.requirement(one); status != good {
				return status
			}
		}
		return good
	case *jwt.JwtRequirement_RequiresAny:
		return r.any(requires.RequiresAny.GetRequirements())
	}
	r.walk.seen.Skip(fmt.Sprintf("requirement %T", q.GetRequiresType()))
	return good
}

// any is met by one requirement; `allow_missing` is met where none of the providers beside it finds a token.
func (r *tokenReading) any(all []*jwt.JwtRequirement) string {
	allowed, absent := false, true
	told := missing
	for _, one := range all {
		if one.GetAllowMissing() != nil {
			allowed = true
			continue
		}
		status := r.requirement(one)
		if status == good {
			return good
		}
		if status != missing {
			absent = false
		}
		if (status != missing && status != unknownIssuer) || told == missing {
			told = status
		}
	}
	if allowed && absent {
		return good
	}
	return told
}

func (r *tokenReading) provider(name string) string {
	if status, known := r.seen[name]; known {
		return status
	}
	// Headers are cleaned of what a provider writes when it is looked at, and no sooner.
	r.clean(r.filter.GetProviders()[name])
	status := r.verify(name, r.filter.GetProviders()[name])
	r.seen[name] = status
	return status
}

// verify judges every token that the provider finds; all have to be good
// (source/extensions/filters/http/jwt_authn/authenticator.cc).
func (r *tokenReading) verify(name string, p *jwt.JwtProvider) string {
	found, malformed := r.find(p)
	if malformed {
		return "malformed"
	}
	if len(found) == 0 {
		return missing
	}
	if len(found) > 1 {
		r.walk.seen.Skip("several tokens for one provider")
	}
	token := found[0]
	if !readable(token.Claims) {
		return "malformed"
	}
	if issuer := p.GetIssuer(); issuer != "" && token.Claims["iss"] != issuer {
		return unknownIssuer
	}
	now := float64(time.Now().Unix())
	if at, err := time.Parse(time.RFC3339, r.walk.request.Now); err == nil {
		now = float64(at.Unix())
	}
	if exp, ok := token.Claims["exp"].(float64); ok && exp+60 < now {
		return "expired"
	}
	if nbf, ok := token.Claims["nbf"].(float64); ok && nbf > now+60 {
		return "not yet valid"
	}
	if !audienceAllowed(p.GetAudiences(), token.Claims["aud"]) {
		return wrongAudience
	}
	if !r.holdsKey(p) {
		return "no key"
	}
	if token.Signature != "good" {
		return "signature"
	}
	r.by, r.token = name, token
	return good
}

// readable tells payloads whose registered claims have their types (jwt_verify_lib jwt.cc).
func readable(claims map[string]any) bool {
	for name, value := range claims {
		switch name {
		case "iss", "sub", "jti":
			if _, ok := value.(string); !ok {
				return false
			}
		case "iat", "nbf", "exp":
			if number, ok := value.(float64); !ok || number < 0 {
				return false
			}
		case "aud":
			if list, ok := value.([]any); ok {
				if slices.ContainsFunc(list, func(one any) bool { _, ok := one.(string); return !ok }) {
					return false
				}
			} else if _, ok := value.(string); !ok {
				return false
			}
		}
	}
	return true
}

// holdsKey tells the keys that were given to the world from those that istiod puts where it finds none.
func (r *tokenReading) holdsKey(p *jwt.JwtProvider) bool {
	var keys struct {
		Keys []struct {
			Kid string `json:"kid"`
		} `json:"keys"`
	}
	if err := json.Unmarshal([]byte(p.GetLocalJwks().GetInlineString()), &keys); err != nil {
		return false
	}
	for _, key := range keys.Keys {
		if key.Kid == JudgeKey {
			return true
		}
	}
	return false
}

func audienceAllowed(allowed []string, given any) bool {
	if len(allowed) == 0 {
		return true
	}
	plain := func(s string) string {
		s = strings.TrimPrefix(strings.TrimPrefix(s, "https://"), "http://")
		return strings.TrimSuffix(s, "/")
	}
	var held []any
	switch value := given.(type) {
	case string:
		held = []any{value}
	case []any:
		held = value
	}
	for _, a := range allowed {
		for _, h := range held {
			if text, ok := h.(string); ok && plain(text) == plain(a) {
				return true
			}
		}
	}
	return false
}

// passed leaves the payload of the good token, and the headers made of it.
func (r *tokenReading) passed() {
	if r.token == nil {
		return
	}
	p := r.filter.GetProviders()[r.by]
	payload := map[string]any{}
	for name, value := range r.token.Claims {
		payload[name] = value
	}
	for _, name := range p.GetNormalizePayloadInMetadata().GetSpaceDelimitedClaims() {
		if text, ok := payload[name].(string); ok {
			var words []any
			for _, word := range strings.Fields(text) {
				words = append(words, word)
			}
			payload[name] = words
		}
	}
	r.walk.seen.Metadata["envoy.filters.http.jwt_authn"] = map[string]any{p.GetPayloadInMetadata(): payload}
	place := r.token.location()
	if place.in == "header" && !p.GetForward() {
		r.write(place.name, nil)
	}
	if name := p.GetForwardPayloadHeader(); name != "" {
		text := encoded(r.token.Claims)
		r.write(strings.ToLower(name), &text)
		r.walk.seen.Uncertain(strings.ToLower(name))
	}
	for _, c := range p.GetClaimToHeaders() {
		if text, ok := claimText(r.token.Claims, c.GetClaimName()); ok {
			r.write(strings.ToLower(c.GetHeaderName()), &text)
		}
	}
}

func (r *tokenReading) clean(p *jwt.JwtProvider) {
	if name := p.GetForwardPayloadHeader(); name != "" {
		r.write(strings.ToLower(name), nil)
	}
	for _, c := range p.GetClaimToHeaders() {
		r.write(strings.ToLower(c.GetHeaderName()), nil)
	}
}

func (r *tokenReading) write(name string, value *string) {
	r.walk.written[name] = value
	if value == nil {
		delete(r.walk.seen.Headers, name)
		return
	}
	r.walk.seen.Headers[name] = []string{*value}
}

func claimText(claims map[string]any, path string) (string, bool) {
	var value any = claims
	for _, name := range strings.Split(path, ".") {
		object, ok := value.(map[string]any)
		if !ok {
			return "", false
		}
		value = object[name]
	}
	switch v := value.(type) {
	case string:
		return v, true
	case bool:
		return fmt.Sprint(v), true
	case float64:
		return strings.TrimSuffix(fmt.Sprintf("%.0f", v), ".0"), v == float64(int64(v))
	case map[string]any, []any:
		return encoded(v), true
	}
	return "", false
}

func encoded(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		return ""
	}
	return base64.StdEncoding.EncodeToString(text)
}
