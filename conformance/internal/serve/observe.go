package serve

import (
	"errors"
	"fmt"
	"time"

	"conformance/internal/decide"
	"conformance/internal/envoy"
	"conformance/internal/world"
)

// observe puts the requests of a job to Envoy, proxy by proxy.
func (k *Worker) observe(job Job, judge *decide.Judge, answer *Answer) {
	started := time.Now()
	defer func() { answer.Seconds["envoy"] = time.Since(started).Seconds() }()
	observations, err := k.observed(job, judge, answer.Outcomes)
	if err != nil {
		answer.EnvoyError = err.Error()
		return
	}
	answer.Observations = observations
}

func (k *Worker) observed(job Job, judge *decide.Judge, outcomes []decide.Outcome) ([]envoy.Observation, error) {
	if k.Envoy == "" {
		return nil, errors.New("no Envoy was named: judge serve -envoy PATH")
	}
	ways := make([]decide.Way, len(job.Requests))
	listeners := map[*world.Proxy]map[string]bool{}
	var proxies []*world.Proxy
	out := make([]envoy.Observation, len(job.Requests))
	for i, q := range job.Requests {
		way, err := judge.Way(q, outcomes[i])
		if err != nil {
			out[i] = envoy.Observation{ID: q.ID, End: "none", Error: err.Error()}
			continue
		}
		if way.Chance {
			out[i] = envoy.Observation{ID: q.ID, End: "none", Error: "what happens is drawn by lot"}
			continue
		}
		ways[i] = way
		if listeners[way.Proxy] == nil {
			listeners[way.Proxy] = map[string]bool{}
			proxies = append(proxies, way.Proxy)
		}
		listeners[way.Proxy][way.Listener] = true
	}
	for _, p := range proxies {
		loaded, err := k.load(p, listeners[p])
		if err != nil {
			return nil, err
		}
		for i, way := range ways {
			if way.Proxy == p {
				out[i] = k.rig.Ask(loaded, way.Listener, way.Request, way.Copies)
			}
		}
	}
	return out, nil
}

// load configures Envoy; one that has died is replaced, once.
func (k *Worker) load(p *world.Proxy, listeners map[string]bool) (*envoy.Loaded, error) {
	for attempt := 0; ; attempt++ {
		if k.rig != nil && !k.rig.Alive() {
			if err := k.rig.Stop(); err != nil {
				return nil, err
			}
			k.rig = nil
		}
		if k.rig == nil {
			rig, err := envoy.Start(k.Envoy)
			if err != nil {
				return nil, err
			}
			k.rig = rig
		}
		loaded, err := k.rig.Load(p, listeners)
		if err == nil || attempt > 0 || k.rig.Alive() {
			if err != nil {
				err = fmt.Errorf("proxy %s: %w", p.Name, err)
			}
			return loaded, err
		}
	}
}
