// Package canonical turns what istiod sends into the words of Meshproof's compiled configuration
// (src/dataplane/config.ts), sorted where Envoy does not care about order, so that two compilers can be
// compared exactly.
//
// A field that these words do not express and that is set is never dropped in silence: it is listed in
// Unread.
package canonical

import (
	"cmp"
	"maps"
	"slices"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// Config is what one proxy is sent.
type Config struct {
	Proxy        string        `json:"proxy"`
	Listeners    []Listener    `json:"listeners,omitempty"`
	RouteConfigs []RouteConfig `json:"routeConfigs,omitempty"`
	Clusters     []Cluster     `json:"clusters,omitempty"`
	Inbound      *Inbound      `json:"inbound,omitempty"`
	Unread       []string      `json:"unread,omitempty"`
}

// reader collects what it could not express.
type reader struct {
	unread map[string]bool
}

func newReader() *reader { return &reader{unread: map[string]bool{}} }

func (r *reader) list() []string { return slices.Sorted(maps.Keys(r.unread)) }

// known states which fields of a message the caller expresses, or knows not to change what becomes of a
// request; every other field that is set is noted.
func (r *reader) known(m proto.Message, fields ...protoreflect.Name) {
	reflected := m.ProtoReflect()
	reflected.Range(func(field protoreflect.FieldDescriptor, _ protoreflect.Value) bool {
		if !slices.Contains(fields, field.Name()) {
			r.unread[string(reflected.Descriptor().Name())+"."+string(field.Name())] = true
		}
		return true
	})
}

func sorted[T any](all []T, name func(T) string) []T {
	slices.SortStableFunc(all, func(a, b T) int { return cmp.Compare(name(a), name(b)) })
	return all
}
