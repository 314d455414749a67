// Command judge links Istio's control plane and answers, as JSON lines, what Istio says about worlds:
// compiled configuration, decisions, analysis messages, validation verdicts. See ../../README.md.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	_ "conformance/internal/quiet" // before anything of Istio's

	"istio.io/istio/pkg/log"

	"conformance/internal/decide"
	"conformance/internal/serve"
	"conformance/internal/world"
)

const usage = `usage: judge COMMAND
  serve [-workers N] [-timeout D] [-envoy PATH]
            answer one job a line until input ends
  version   the versions that are linked, as JSON
  flags     the feature flags that istiod reads, as JSON
  keys      the JSON Web Key Set of the key that signs tokens
`

func main() {
	command := ""
	if len(os.Args) > 1 {
		command = os.Args[1]
	}
	var err error
	switch command {
	case "serve":
		err = serveJobs(os.Args[2:])
	case "work":
		err = work(os.Args[2:], os.Stdin, os.Stdout)
	case "version":
		err = json.NewEncoder(os.Stdout).Encode(world.Versions())
	case "flags":
		err = json.NewEncoder(os.Stdout).Encode(world.Flags())
	case "keys":
		var keys string
		if keys, err = decide.PublicKeys(); err == nil {
			fmt.Println(keys)
		}
	default:
		fmt.Fprint(os.Stderr, usage)
		os.Exit(2)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "judge:", err)
		os.Exit(1)
	}
}

func serveJobs(args []string) error {
	options := flag.NewFlagSet("serve", flag.ExitOnError)
	workers := options.Int("workers", 1, "processes for each set of feature flags")
	timeout := options.Duration("timeout", time.Minute, "for one job")
	envoy := options.String("envoy", "", "an Envoy of the minor that belongs to this Istio")
	recycle := options.Int("recycle", 1500, "jobs after which a process is replaced")
	if err := options.Parse(args); err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	s := serve.Supervisor{Command: []string{self, "work", "-envoy", *envoy}, Workers: *workers, Timeout: *timeout, Recycle: *recycle}
	return s.Serve(os.Stdin, os.Stdout)
}

// work answers a line with a line, in this process.
func work(args []string, in io.Reader, out io.Writer) (err error) {
	options := flag.NewFlagSet("work", flag.ExitOnError)
	envoy := options.String("envoy", "", "")
	if err := options.Parse(args); err != nil {
		return err
	}
	silence()
	worker := &serve.Worker{Envoy: *envoy}
	defer func() { err = errors.Join(err, worker.Close()) }()
	reader, writer := bufio.NewReaderSize(in, 1<<20), bufio.NewWriterSize(out, 1<<20)
	for {
		line, err := reader.ReadBytes('\n')
		if len(line) > 1 {
			job, problem := serve.Read(line)
			answer := serve.Answer{ID: job.ID, Istio: world.Minor, Result: serve.Invalid}
			if problem != nil {
				answer.Error = problem.Error()
			} else {
				answer = worker.Do(job)
			}
			if err := json.NewEncoder(writer).Encode(answer); err != nil {
				return err
			}
			if err := writer.Flush(); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// silence turns istiod's logs off, or sends those of JUDGE_LOG (error, info, debug) to standard error.
func silence() {
	levels := map[string]log.Level{"error": log.ErrorLevel, "info": log.InfoLevel, "debug": log.DebugLevel}
	level, asked := levels[os.Getenv("JUDGE_LOG")]
	if !asked {
		level = log.NoneLevel
	}
	options := log.DefaultOptions()
	options.OutputPaths = []string{"stderr"}
	options.SetDefaultOutputLevel("all", level)
	for _, scope := range log.Scopes() {
		scope.SetOutputLevel(level)
	}
	if err := log.Configure(options); err != nil {
		fmt.Fprintln(os.Stderr, "judge: log:", err)
	}
}
