// Package serve answers a stream of jobs, one JSON document a line.
package serve

import (
	"conformance/internal/canonical"
	"conformance/internal/decide"
	"conformance/internal/envoy"
	"conformance/internal/verdict"
	"conformance/internal/world"
)

// Job is one line of input. Every part that is given is answered.
type Job struct {
	ID    string `json:"id,omitempty"`
	World *World `json:"world,omitempty"`
	// Dump names what to express of each proxy: listeners, routes, clusters, inbound.
	Dump     []string          `json:"dump,omitempty"`
	Proxies  []world.ProxySpec `json:"proxies,omitempty"`
	Requests []decide.Request  `json:"requests,omitempty"`
	// Raw also prints, per proxy, the messages as istiod would send them.
	Raw bool `json:"raw,omitempty"`
	// Envoy also puts the requests to a real Envoy.
	Envoy bool `json:"envoy,omitempty"`

	Analyze  *verdict.Analysis   `json:"analyze,omitempty"`
	Validate *verdict.Validation `json:"validate,omitempty"`
}

// World is a mesh under feature flags. Flags are the environment of istiod: they hold for a process, so
// each set of flags is judged by processes of its own.
type World struct {
	world.Spec
	Flags map[string]string `json:"flags,omitempty"`
}

// Result says how far a job came. Only `answered` carries answers that may be used.
type Result string

// The results of a job.
const (
	Answered Result = "answered" // possibly with refused objects, and with requests that are unjudged
	Refused  Result = "refused"  // istiod does not take the world
	Panicked Result = "panicked" // istiod's own code panicked
	Invalid  Result = "invalid"  // the job cannot be read
	Died     Result = "died"     // the process that judged ended, or took too long
)

// Answer is one line of output.
type Answer struct {
	ID       string             `json:"id,omitempty"`
	Istio    string             `json:"istio"`
	Result   Result             `json:"result"`
	Error    string             `json:"error,omitempty"`
	Stack    string             `json:"stack,omitempty"`
	Refused  []world.Refusal    `json:"refused,omitempty"`
	Configs  []canonical.Config `json:"configs,omitempty"`
	Raw      []map[string]any   `json:"raw,omitempty"`
	Outcomes []decide.Outcome   `json:"outcomes,omitempty"`
	// Observations are Envoy's, one for each request. EnvoyError is why there are none.
	Observations []envoy.Observation `json:"observations,omitempty"`
	EnvoyError   string              `json:"envoyError,omitempty"`
	Messages     []verdict.Message   `json:"messages,omitempty"`
	Verdicts     []verdict.Verdict   `json:"verdicts,omitempty"`
	Seconds      map[string]float64  `json:"seconds,omitempty"`
}
