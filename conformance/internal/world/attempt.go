package world

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
)

// attempt stands in for *testing.T in Istio's test code: a fatal error ends the goroutine that met it.
type attempt struct {
	mu      sync.Mutex
	err     error
	cleanup []func()
}

func (a *attempt) fail(err error) {
	a.mu.Lock()
	if a.err == nil {
		a.err = err
	}
	a.mu.Unlock()
}

func (a *attempt) Fail()                             { a.Fatal("failed") }
func (a *attempt) FailNow()                          { a.Fatal("failed") }
func (a *attempt) Fatal(args ...any)                 { a.fail(errors.New(fmt.Sprint(args...))); runtime.Goexit() }
func (a *attempt) Fatalf(format string, args ...any) { a.Fatal(fmt.Sprintf(format, args...)) }
func (a *attempt) Skip(args ...any)                  { a.Fatal(args...) }
func (a *attempt) Log(...any)                        {}
func (a *attempt) Logf(string, ...any)               {}
func (a *attempt) Helper()                           {}
func (a *attempt) TempDir() string                   { return os.TempDir() }
func (a *attempt) Cleanup(f func()) {
	a.mu.Lock()
	a.cleanup = append(a.cleanup, f)
	a.mu.Unlock()
}

// Panic is a panic of Istio's own code.
type Panic struct {
	Value any
	Stack string
}

func (p *Panic) Error() string { return fmt.Sprintf("panic: %v", p.Value) }

// run calls f and returns what ended it early: a fatal error of the test code, or a *Panic.
func (a *attempt) run(f func()) error {
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() {
			if value := recover(); value != nil {
				a.fail(&Panic{value, istioFrames(string(debug.Stack()))})
			}
		}()
		f()
	}()
	<-done
	a.mu.Lock()
	defer a.mu.Unlock()
	err := a.err
	a.err = nil
	return err
}

// istioFrames keeps the functions of Istio of a stack, innermost first.
func istioFrames(stack string) string {
	var frames []string
	for _, line := range strings.Split(stack, "\n") {
		if name, _, found := strings.Cut(line, "("); found && strings.HasPrefix(line, "istio.io/") {
			frames = append(frames, name)
		}
	}
	return strings.Join(frames, " < ")
}

func (a *attempt) close() error {
	a.mu.Lock()
	cleanup := a.cleanup
	a.cleanup = nil
	a.mu.Unlock()
	return (&attempt{}).run(func() {
		for i := len(cleanup) - 1; i >= 0; i-- {
			cleanup[i]()
		}
	})
}
