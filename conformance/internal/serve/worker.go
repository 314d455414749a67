package serve

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	"istio.io/istio/pilot/pkg/model"

	"conformance/internal/canonical"
	"conformance/internal/decide"
	"conformance/internal/envoy"
	"conformance/internal/world"
)

// Read decodes one line; a field that no job has is an error, so that a misspelt one is not ignored.
func Read(line []byte) (Job, error) {
	var job Job
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(&job)
	return job, err
}

// Worker answers jobs in this process.
type Worker struct {
	// Envoy is the path of an Envoy of the minor that belongs to the linked Istio; "" where there is none.
	Envoy string

	rig *envoy.Rig
}

// Close ends the Envoy that was started.
func (k *Worker) Close() error {
	if k.rig == nil {
		return nil
	}
	return k.rig.Stop()
}

// Do answers one job.
func (k *Worker) Do(job Job) (answer Answer) {
	answer = Answer{ID: job.ID, Istio: world.Minor, Result: Answered, Seconds: map[string]float64{}}
	if err := statements(job, &answer); err != nil {
		answer.fail(err)
		return answer
	}
	if job.World == nil {
		if job.Analyze == nil && job.Validate == nil {
			answer.Result, answer.Error = Invalid, "the job has no world, and nothing to analyze or to validate"
		}
		return answer
	}
	started := time.Now()
	w, err := world.Open(job.World.Spec)
	answer.Seconds["open"] = time.Since(started).Seconds()
	if err != nil {
		answer.fail(err)
		return answer
	}
	defer func() {
		if err := w.Close(); err != nil && answer.Result == Answered {
			answer.fail(fmt.Errorf("closing the world: %w", err))
		}
	}()
	answer.Refused = w.Refused
	w.GatewaysFirst(asked(job))
	if err := dump(job, w, &answer); err != nil {
		answer.fail(err)
		return answer
	}
	started = time.Now()
	judge := decide.New(w)
	defer func() {
		if job.Envoy && answer.Result == Answered {
			k.observe(job, judge, &answer)
		}
	}()
	for _, q := range job.Requests {
		outcome, err := judge.Decide(q)
		var panicked *world.Panic
		if errors.As(err, &panicked) {
			answer.fail(err)
			return answer
		}
		if err != nil {
			outcome = decide.Outcome{ID: q.ID, Outcome: "unknown", Destinations: []decide.Destination{}, Reason: err.Error(), Unjudged: []string{err.Error()}}
		}
		answer.Outcomes = append(answer.Outcomes, outcome)
	}
	answer.Seconds["decide"] = time.Since(started).Seconds()
	return answer
}

// asked are the proxies of a job: those that are compiled, and those that requests meet.
func asked(job Job) []world.ProxySpec {
	all := slices.Clone(job.Proxies)
	for _, q := range job.Requests {
		// What is wrong with a request is said when it is asked.
		if spec, err := q.Spec(); err == nil {
			all = append(all, spec)
		}
	}
	return all
}

func (a *Answer) fail(err error) {
	a.Result, a.Error = Refused, err.Error()
	var panicked *world.Panic
	if errors.As(err, &panicked) {
		a.Result, a.Stack = Panicked, panicked.Stack
	}
	a.Configs, a.Outcomes, a.Raw = nil, nil, nil
}

// statements are the answers that need no world: analysis messages and validation verdicts.
func statements(job Job, answer *Answer) error {
	if job.Analyze != nil {
		started := time.Now()
		messages, err := job.Analyze.Run()
		answer.Seconds["analyze"] = time.Since(started).Seconds()
		if err != nil {
			return fmt.Errorf("analyze: %w", err)
		}
		answer.Messages = messages
	}
	if job.Validate != nil {
		started := time.Now()
		verdicts, err := job.Validate.Run()
		answer.Seconds["validate"] = time.Since(started).Seconds()
		if err != nil {
			return fmt.Errorf("validate: %w", err)
		}
		answer.Verdicts = verdicts
	}
	return nil
}

func dump(job Job, w *world.World, answer *Answer) error {
	started := time.Now()
	defer func() { answer.Seconds["compile"] = time.Since(started).Seconds() }()
	if len(job.Dump) == 0 && !job.Raw {
		return nil
	}
	for _, spec := range job.Proxies {
		p, err := w.Proxy(spec)
		if err != nil {
			return err
		}
		config := canonical.Config{Proxy: p.Name}
		for _, part := range job.Dump {
			var unread []string
			switch part {
			case "listeners":
				config.Listeners, unread = canonical.Listeners(p.Listeners)
			case "routes":
				config.RouteConfigs, unread = canonical.Routes(p.Routes)
			case "inbound":
				if p.Node.Type == model.Router {
					config.Inbound, unread = canonical.Guards(p.Listeners)
				} else {
					config.Inbound, unread = canonical.Inbounds(p.Listeners)
				}
			case "clusters":
				endpoints, err := p.Endpoints()
				if err != nil {
					return err
				}
				config.Clusters, unread = canonical.Clusters(p.Clusters, endpoints)
			default:
				return fmt.Errorf("dump %q: want listeners, routes, clusters or inbound", part)
			}
			config.Unread = append(config.Unread, unread...)
		}
		slices.Sort(config.Unread)
		config.Unread = slices.Compact(config.Unread)
		if len(job.Dump) > 0 {
			answer.Configs = append(answer.Configs, config)
		}
		if job.Raw {
			raw, err := sent(p)
			if err != nil {
				return err
			}
			answer.Raw = append(answer.Raw, raw)
		}
	}
	return nil
}

// sent is what istiod sends, as protobuf JSON with the fields' own names.
func sent(p *world.Proxy) (map[string]any, error) {
	endpoints, err := p.Endpoints()
	if err != nil {
		return nil, err
	}
	var failed error
	out := map[string]any{"proxy": p.Name}
	add := func(part string, m proto.Message) {
		b, err := protojson.MarshalOptions{UseProtoNames: true}.Marshal(m)
		if err != nil {
			failed = err
		}
		list, _ := out[part].([]json.RawMessage)
		out[part] = append(list, b)
	}
	for _, m := range p.Listeners {
		add("listeners", m)
	}
	for _, m := range p.Routes {
		add("routes", m)
	}
	for _, m := range p.Clusters {
		add("clusters", m)
	}
	for _, m := range endpoints {
		add("endpoints", m)
	}
	return out, failed
}
