package serve

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"conformance/internal/decide"
	"conformance/internal/world"
)

// Two HTTPS servers for the same name, told apart by a namespace alone, give two filter chains with one
// match; a plain server stands beside them on another port.
const overlapping = `
{apiVersion: v1, kind: Pod, metadata: {name: gw, namespace: a, labels: {istio: gw}}, spec: {containers: [{name: c, image: c}]}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: gw, namespace: a}
spec:
  selector: {istio: gw}
  servers:
  - {port: {number: 8443, name: https-a, protocol: HTTPS}, hosts: ["a/a.example.com"], tls: {mode: SIMPLE, credentialName: c}}
  - {port: {number: 8443, name: https-b, protocol: HTTPS}, hosts: ["b/a.example.com"], tls: {mode: SIMPLE, credentialName: c}}
  - {port: {number: 8080, name: http, protocol: HTTP}, hosts: ["*"]}`

func overlappingJob() Job {
	from := decide.From{Gateway: "a/gw"}
	return Job{
		World: &World{Spec: world.Spec{YAML: overlapping}}, Envoy: true,
		Requests: []decide.Request{
			{ID: "tls", From: from, Port: 8443, Authority: "a.example.com", Transport: "tls", SNI: "a.example.com"},
			{ID: "plain", From: from, Port: 8080, Authority: "a.example.com"},
		},
	}
}

func testEnvoy(t *testing.T) string {
	path := os.Getenv("JUDGE_ENVOY")
	if path == "" {
		t.Skip("JUDGE_ENVOY names no Envoy: make test sets it where envoy.sh finds one")
	}
	return path
}

func check(t *testing.T, answer Answer) {
	t.Helper()
	if answer.Result != Answered || answer.EnvoyError != "" || len(answer.Observations) != 2 {
		t.Fatalf("%s %q, Envoy: %q, %d observations", answer.Result, answer.Error, answer.EnvoyError, len(answer.Observations))
	}
	if end := answer.Observations[0].End; end != "refused" {
		t.Errorf("the overlapping listener: %s, want refused", end)
	}
	if plain := answer.Observations[1]; plain.End != "replied" || plain.Status != 404 {
		t.Errorf("the listener beside it: %s %d, want an answer of 404", plain.End, plain.Status)
	}
}

// A listener that Envoy refuses is answered as that, and the one beside it answers.
func TestListenerThatEnvoyRefuses(t *testing.T) {
	k := &Worker{Envoy: testEnvoy(t)}
	defer func() { _ = k.Close() }()
	check(t, k.Do(overlappingJob()))
	check(t, k.Do(overlappingJob()))
}

// An Envoy that dies half-way is replaced for the next job.
func TestEnvoyThatDies(t *testing.T) {
	k := &Worker{Envoy: testEnvoy(t)}
	defer func() { _ = k.Close() }()
	check(t, k.Do(overlappingJob()))
	pid := childEnvoy(t)
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(5 * time.Second); k.rig.Alive() && time.Now().Before(deadline); {
		time.Sleep(10 * time.Millisecond)
	}
	check(t, k.Do(overlappingJob()))
}

// An Envoy that cannot be started is said, and Istio's answers stay.
func TestEnvoyThatIsNotThere(t *testing.T) {
	k := &Worker{Envoy: filepath.Join(t.TempDir(), "none")}
	answer := k.Do(overlappingJob())
	if answer.Result != Answered || answer.EnvoyError == "" || len(answer.Outcomes) != 2 || len(answer.Observations) != 0 {
		t.Errorf("%s, Envoy: %q, %d outcomes, %d observations", answer.Result, answer.EnvoyError, len(answer.Outcomes), len(answer.Observations))
	}
}

// childEnvoy is the process that this one started last under the name of Envoy.
func childEnvoy(t *testing.T) int {
	t.Helper()
	all, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, file := range all {
		stat, err := os.ReadFile(file)
		if err != nil {
			continue // it has ended
		}
		// PID (NAME) STATE PARENT …, proc(5)
		_, behind, isEnvoy := strings.Cut(string(stat), " (envoy) ")
		if fields := strings.Fields(behind); isEnvoy && len(fields) > 1 && fields[1] == strconv.Itoa(os.Getpid()) && fields[0] != "Z" {
			found, _ = strconv.Atoi(filepath.Base(filepath.Dir(file)))
		}
	}
	if found == 0 {
		t.Fatal("no Envoy runs under this process")
	}
	return found
}
