package router

import (
	"fmt"

	matcher "github.com/envoyproxy/go-control-plane/envoy/type/matcher/v3"
)

func keys(segments []*matcher.MetadataMatcher_PathSegment) []string {
	all := make([]string, 0, len(segments))
	for _, s := range segments {
		all = append(all, s.GetKey())
	}
	return all
}

// metadata looks a value up in the dynamic metadata and matches it; an absent value is null.
func (r *Request) metadata(filter string, path []string, m *matcher.ValueMatcher, invert bool) bool {
	value := r.Metadata[filter]
	for _, key := range path {
		object, ok := value.(map[string]any)
		if !ok {
			value = nil
			break
		}
		value = object[key]
	}
	return r.value(m, value) != invert
}

// value is envoy.type.matcher.v3.ValueMatcher over JSON.
func (r *Request) value(m *matcher.ValueMatcher, value any) bool {
	switch pattern := m.GetMatchPattern().(type) {
	case *matcher.ValueMatcher_StringMatch:
		text, ok := value.(string)
		return ok && r.stringMatch(pattern.StringMatch, text)
	case *matcher.ValueMatcher_BoolMatch:
		truth, ok := value.(bool)
		return ok && truth == pattern.BoolMatch
	case *matcher.ValueMatcher_PresentMatch:
		return (value != nil) == pattern.PresentMatch
	case *matcher.ValueMatcher_ListMatch:
		list, ok := value.([]any)
		if !ok {
			return false
		}
		for _, element := range list {
			if r.value(pattern.ListMatch.GetOneOf(), element) {
				return true
			}
		}
		return false
	case *matcher.ValueMatcher_OrMatch:
		for _, alternative := range pattern.OrMatch.GetValueMatchers() {
			if r.value(alternative, value) {
				return true
			}
		}
		return false
	}
	return r.Skip(fmt.Sprintf("value matcher %T", m.GetMatchPattern()))
}

// MatchMetadata matches what filters before have left.
func (r *Request) MatchMetadata(m *matcher.MetadataMatcher) bool {
	return r.metadata(m.GetFilter(), keys(m.GetPath()), m.GetValue(), m.GetInvert())
}
