package router

import (
	"fmt"
	"regexp"
	"strings"
	"sync"

	matcher "github.com/envoyproxy/go-control-plane/envoy/type/matcher/v3"
)

var compiled sync.Map // pattern → *regexp.Regexp, nil where RE2 refuses it

// fullMatch is RE2's FullMatch. Go's regexp is RE2's syntax; what Go refuses is not judged.
func (r *Request) fullMatch(pattern, value string) bool {
	cached, known := compiled.Load(pattern)
	if !known {
		expression, err := regexp.Compile(`\A(?:` + pattern + `)\z`)
		if err != nil {
			expression = nil
		}
		cached, _ = compiled.LoadOrStore(pattern, expression)
	}
	expression, ok := cached.(*regexp.Regexp)
	if !ok || expression == nil {
		return r.Skip("regular expression " + pattern)
	}
	return expression.MatchString(value)
}

// stringMatch is envoy.type.matcher.v3.StringMatcher.
func (r *Request) stringMatch(m *matcher.StringMatcher, value string) bool {
	fold := func(s string) string {
		if m.GetIgnoreCase() {
			return strings.ToLower(s)
		}
		return s
	}
	switch pattern := m.GetMatchPattern().(type) {
	case *matcher.StringMatcher_Exact:
		return fold(value) == fold(pattern.Exact)
	case *matcher.StringMatcher_Prefix:
		return strings.HasPrefix(fold(value), fold(pattern.Prefix))
	case *matcher.StringMatcher_Suffix:
		return strings.HasSuffix(fold(value), fold(pattern.Suffix))
	case *matcher.StringMatcher_Contains:
		return strings.Contains(fold(value), fold(pattern.Contains))
	case *matcher.StringMatcher_SafeRegex:
		return r.fullMatch(pattern.SafeRegex.GetRegex(), value)
	}
	return r.Skip(fmt.Sprintf("string matcher %T", m.GetMatchPattern()))
}

// MatchString is a string matcher on a value that is not part of the request.
func (r *Request) MatchString(m *matcher.StringMatcher, value string) bool {
	return r.stringMatch(m, value)
}
