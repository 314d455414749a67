package serve

import (
	"os"
	"strings"
	"testing"

	_ "conformance/internal/quiet"

	"istio.io/istio/pkg/log"

	"conformance/internal/decide"
	"conformance/internal/verdict"
	"conformance/internal/world"
)

func TestMain(m *testing.M) {
	for _, scope := range log.Scopes() {
		scope.SetOutputLevel(log.NoneLevel)
	}
	os.Exit(m.Run())
}

func TestWorldThatIstiodRefuses(t *testing.T) {
	for name, spec := range map[string]world.Spec{
		"YAML":        {YAML: "a: [1"},
		"mesh config": {MeshConfig: "defaultConfig: [1]"},
	} {
		if answer := (&Worker{}).Do(Job{World: &World{Spec: spec}}); answer.Result != Refused || answer.Error == "" {
			t.Errorf("%s: %s %q, want refused with a reason", name, answer.Result, answer.Error)
		}
	}
}

// A Gateway whose hosts are `*/*` and a later one with a namespace: istiod of 1.30 and 1.31 shortens the
// list to `*` and then writes behind its end (pilot/pkg/model/gateway.go sanitizeServerHostNamespace).
// The next world is answered all the same.
func TestWorldThatIstiodPanicsOver(t *testing.T) {
	const gateway = `
{apiVersion: v1, kind: Pod, metadata: {name: gw, namespace: a, labels: {istio: gw}}, spec: {containers: [{name: c, image: c}]}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: gw, namespace: a}
spec: {selector: {istio: gw}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*/*", "./a.example.com"]}]}`
	job := Job{World: &World{Spec: world.Spec{YAML: gateway}}, Proxies: []world.ProxySpec{{Pod: "a/gw", Type: "gateway"}}, Dump: []string{"routes"}}
	answer := (&Worker{}).Do(job)
	if answer.Result != Panicked || !strings.Contains(answer.Stack, "istio.io/istio/pilot") {
		t.Errorf("%s %q %q, want panicked with Istio's frames", answer.Result, answer.Error, answer.Stack)
	}
	job.World.YAML = strings.ReplaceAll(gateway, `"*/*", `, "")
	if answer := (&Worker{}).Do(job); answer.Result != Answered {
		t.Errorf("the world after it: %s %q", answer.Result, answer.Error)
	}
}

func TestObjectsThatTheWebhookRefuses(t *testing.T) {
	const bad = `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: bad, namespace: a}
spec: {hosts: [x]}`
	for _, admission := range []bool{true, false} {
		answer := (&Worker{}).Do(Job{World: &World{Spec: world.Spec{YAML: bad, Admission: admission}}})
		if answer.Result != Answered || len(answer.Refused) != 1 || answer.Refused[0].LeftOut != admission {
			t.Errorf("admission %v: %s %+v", admission, answer.Result, answer.Refused)
		}
	}
}

func TestRequestThatCannotBeAsked(t *testing.T) {
	answer := (&Worker{}).Do(Job{World: &World{}, Requests: []decide.Request{{ID: "1", From: decide.From{Namespace: "a", Pod: "none"}, Port: 80}}})
	if answer.Result != Answered || len(answer.Outcomes) != 1 || answer.Outcomes[0].Outcome != "unknown" || len(answer.Outcomes[0].Unjudged) == 0 {
		t.Errorf("%+v", answer)
	}
}

func TestStatements(t *testing.T) {
	const text = `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: v, namespace: a}
spec: {hosts: [x], gateways: [none], http: [{route: [{destination: {host: x}}], surprise: 1}]}`
	answer := (&Worker{}).Do(Job{Analyze: &verdict.Analysis{YAML: text}, Validate: &verdict.Validation{YAML: text}})
	if answer.Result != Answered || len(answer.Verdicts) != 1 {
		t.Fatalf("%+v", answer)
	}
	if v := answer.Verdicts[0]; !v.Webhook || !v.Schema || len(v.SchemaErrors) == 0 {
		t.Errorf("verdict %+v, want an unknown field refused by the schema", v)
	}
	codes := map[string]bool{}
	for _, m := range answer.Messages {
		codes[m.Code] = true
	}
	if !codes["IST0101"] {
		t.Errorf("messages %+v, want IST0101 (the gateway is not there)", answer.Messages)
	}
}
