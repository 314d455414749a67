package serve

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"time"

	"conformance/internal/world"
)

// Supervisor shares jobs out to worker processes, one pool for each set of feature flags. A worker that
// ends or hangs costs the one job it had: the job is answered with that, and a new worker is started.
type Supervisor struct {
	Command []string      // starts a worker that answers a line with a line
	Workers int           // processes for each set of flags
	Timeout time.Duration // for one job
	Recycle int           // jobs after which a worker is replaced, as istiod's fakes leak a little

	results chan []byte
	pools   map[string]chan line
	group   sync.WaitGroup
}

type line struct {
	id   string
	text []byte
}

// Serve answers every line of in, in the order in which answers are ready.
func (s *Supervisor) Serve(in io.Reader, out io.Writer) error {
	s.results, s.pools = make(chan []byte, s.Workers), map[string]chan line{}
	var readError error
	go func() {
		readError = s.dispatch(in)
		for _, pool := range s.pools {
			close(pool)
		}
		s.group.Wait()
		close(s.results)
	}()
	buffered := bufio.NewWriterSize(out, 1<<20)
	for result := range s.results {
		if _, err := buffered.Write(append(result, '\n')); err != nil {
			return err
		}
		if len(s.results) == 0 {
			if err := buffered.Flush(); err != nil {
				return err
			}
		}
	}
	return errors.Join(buffered.Flush(), readError)
}

func (s *Supervisor) dispatch(in io.Reader) error {
	reader := bufio.NewReaderSize(in, 1<<20)
	for {
		text, err := reader.ReadBytes('\n')
		if strings.TrimSpace(string(text)) != "" {
			job, problem := Read(text)
			if problem != nil {
				s.answer(Answer{ID: job.ID, Istio: world.Minor, Result: Invalid, Error: "the job cannot be read: " + problem.Error()})
			} else {
				var flags map[string]string
				if job.World != nil {
					flags = job.World.Flags
				}
				s.pool(flags) <- line{job.ID, text}
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func (s *Supervisor) answer(a Answer) {
	text, err := json.Marshal(a)
	if err != nil {
		text, _ = json.Marshal(Answer{ID: a.ID, Istio: world.Minor, Result: Died, Error: "the answer cannot be written: " + err.Error()})
	}
	s.results <- text
}

// pool is the queue of the workers with these flags; they are started on first use.
func (s *Supervisor) pool(flags map[string]string) chan line {
	var environment []string
	for _, name := range slices.Sorted(maps.Keys(flags)) {
		environment = append(environment, name+"="+flags[name])
	}
	key := strings.Join(environment, "\n")
	if known := s.pools[key]; known != nil {
		return known
	}
	queue := make(chan line)
	s.pools[key] = queue
	for range s.Workers {
		s.group.Add(1)
		go func() {
			defer s.group.Done()
			s.work(queue, environment)
		}()
	}
	return queue
}

// work keeps one worker alive over a queue.
func (s *Supervisor) work(queue chan line, environment []string) {
	var w *worker
	defer func() {
		if w != nil {
			w.stop()
		}
	}()
	for job := range queue {
		if w != nil && w.done >= s.Recycle {
			w.stop()
			w = nil
		}
		if w == nil {
			started, err := start(s.Command, environment)
			if err != nil {
				s.answer(Answer{ID: job.id, Istio: world.Minor, Result: Died, Error: "no worker: " + err.Error()})
				continue
			}
			w = started
		}
		text, err := w.ask(job.text, s.Timeout)
		if err != nil {
			s.answer(Answer{ID: job.id, Istio: world.Minor, Result: Died, Error: err.Error()})
			w.stop()
			w = nil
			continue
		}
		s.results <- text
	}
}

// worker is one child process.
type worker struct {
	command *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
	errors  *tail
	done    int
}

func start(command, environment []string) (*worker, error) {
	c := exec.Command(command[0], command[1:]...)
	c.Env = append(os.Environ(), environment...)
	c.WaitDelay = time.Second // a child of the worker may hold its pipes open
	w := &worker{command: c, errors: &tail{}}
	c.Stderr = w.errors
	var err error
	if w.in, err = c.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := c.StdoutPipe()
	if err != nil {
		return nil, err
	}
	w.out = bufio.NewReaderSize(out, 1<<20)
	return w, c.Start()
}

// ask sends one line and waits for one; a worker that does not answer in time is killed by stop.
func (w *worker) ask(text []byte, timeout time.Duration) ([]byte, error) {
	type reply struct {
		text []byte
		err  error
	}
	replies := make(chan reply, 1)
	go func() {
		if _, err := w.in.Write(text); err != nil {
			replies <- reply{nil, err}
			return
		}
		answer, err := w.out.ReadBytes('\n')
		replies <- reply{answer, err}
	}()
	w.done++
	select {
	case r := <-replies:
		if r.err != nil {
			_ = w.command.Process.Kill()
			_ = w.command.Wait()
			return nil, fmt.Errorf("the judge's process ended: %s", w.errors)
		}
		return r.text[:len(r.text)-1], nil
	case <-time.After(timeout):
		return nil, fmt.Errorf("no answer after %s", timeout)
	}
}

// stop ends the process: asked first, killed when it does not go.
func (w *worker) stop() {
	_ = w.in.Close()
	gone := make(chan struct{})
	go func() {
		_ = w.command.Wait()
		close(gone)
	}()
	select {
	case <-gone:
	case <-time.After(2 * time.Second):
		_ = w.command.Process.Kill()
		<-gone
	}
}

// tail keeps the first words of what a process says on standard error: a Go panic names its cause first.
type tail struct {
	mu   sync.Mutex
	text []byte
}

func (t *tail) Write(b []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if room := 2000 - len(t.text); room > 0 {
		t.text = append(t.text, b[:min(room, len(b))]...)
	}
	return len(b), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return strings.TrimSpace(string(t.text))
}
