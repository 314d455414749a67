package serve

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"
)

// talk runs jobs through workers that are a shell script; each line of it answers one job.
func talk(t *testing.T, script string, jobs ...string) []Answer {
	t.Helper()
	s := Supervisor{Command: []string{"sh", "-c", script}, Workers: 1, Timeout: 2 * time.Second, Recycle: 100}
	var out bytes.Buffer
	if err := s.Serve(strings.NewReader(strings.Join(jobs, "\n")+"\n"), &out); err != nil {
		t.Fatal(err)
	}
	var answers []Answer
	for _, text := range strings.Split(strings.TrimSpace(out.String()), "\n") {
		var a Answer
		if err := json.Unmarshal([]byte(text), &a); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		answers = append(answers, a)
	}
	return answers
}

const echo = `while read -r line; do case "$line" in
*die*) echo "panic: out of mind" >&2; exit 1;;
*hang*) sleep 60;;
*) id=$(echo "$line" | sed 's/.*"id":"\([^"]*\)".*/\1/'); echo "{\"id\":\"$id\",\"result\":\"answered\",\"istio\":\"$FLAG\"}";;
esac; done`

func TestWorkerThatDiesCostsOneJob(t *testing.T) {
	answers := talk(t, echo, `{"id":"1"}`, `{"id":"die"}`, `{"id":"2"}`)
	if len(answers) != 3 {
		t.Fatalf("%d answers, want 3", len(answers))
	}
	for i, want := range []Result{Answered, Died, Answered} {
		if answers[i].Result != want {
			t.Errorf("job %s: %s, want %s", answers[i].ID, answers[i].Result, want)
		}
	}
	if !strings.Contains(answers[1].Error, "out of mind") {
		t.Errorf("the cause is lost: %q", answers[1].Error)
	}
}

func TestWorkerThatHangsCostsOneJob(t *testing.T) {
	answers := talk(t, echo, `{"id":"hang"}`, `{"id":"2"}`)
	if answers[0].Result != Died || answers[1].Result != Answered {
		t.Errorf("answers %+v, want died, answered", answers)
	}
}

func TestLineThatCannotBeReadIsAnswered(t *testing.T) {
	answers := talk(t, echo, `{"id":"1","wordl":{}}`, `not JSON`, `{"id":"2"}`)
	var invalid, answered int
	for _, a := range answers {
		switch a.Result {
		case Invalid:
			invalid++
		case Answered:
			answered++
		}
	}
	if invalid != 2 || answered != 1 {
		t.Errorf("%d invalid, %d answered; want 2, 1: %+v", invalid, answered, answers)
	}
}

func TestFlagsHaveProcessesOfTheirOwn(t *testing.T) {
	answers := talk(t, echo,
		`{"id":"1","world":{"yaml":"","flags":{"FLAG":"on"}}}`, `{"id":"2"}`, `{"id":"3","world":{"yaml":"","flags":{"FLAG":"off"}}}`)
	got := map[string]string{}
	for _, a := range answers {
		got[a.ID] = a.Istio
	}
	if got["1"] != "on" || got["2"] != "" || got["3"] != "off" {
		t.Errorf("flags seen %v", got)
	}
}
