package envoy

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"net/textproto"
	"strconv"
	"strings"
	"sync"
	"time"

	"google.golang.org/grpc"
)

// Arrival is a request as an upstream received it.
type Arrival struct {
	Cluster   string              `json:"cluster"`
	Method    string              `json:"method"`
	Path      string              `json:"path"`
	Authority string              `json:"authority"`
	Headers   map[string][]string `json:"headers"`
}

// idHeader marks a request, so that its copies are found again.
const idHeader = "X-Judge-Id"

// upstreams stand behind every cluster: one listener on all of 127/8, which tells clusters apart by the
// address that was dialled.
type upstreams struct {
	listener net.Listener
	port     uint32

	grpc     *grpc.Server // of providers that are asked over gRPC
	grpcPort uint32

	mu       sync.Mutex
	clusters map[string]string // address → cluster
	arrivals map[string][]Arrival
	answers  map[string]string // cluster of a provider → allow, deny, error
}

func newUpstreams() (*upstreams, error) {
	l, err := net.Listen("tcp4", "0.0.0.0:0")
	if err != nil {
		return nil, err
	}
	u := &upstreams{listener: l, port: uint32(l.Addr().(*net.TCPAddr).Port), clusters: map[string]string{}, arrivals: map[string][]Arrival{}}
	if err := u.serveProviders(); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	go u.serve()
	return u, nil
}

func (u *upstreams) stop() {
	u.grpc.Stop()
	_ = u.listener.Close()
}

// address gives the n-th cluster of the current configuration an address.
func (u *upstreams) address(n int, cluster string) string {
	address := fmt.Sprintf("127.2.%d.%d", n/250, n%250+1)
	u.mu.Lock()
	u.clusters[address] = cluster
	u.mu.Unlock()
	return address
}

func (u *upstreams) forget() {
	u.mu.Lock()
	clear(u.clusters)
	clear(u.arrivals)
	u.mu.Unlock()
}

// of waits until a request has arrived `count` times, or some time has gone by.
func (u *upstreams) of(id string, count int, patience time.Duration) []Arrival {
	for deadline := time.Now().Add(patience); ; time.Sleep(time.Millisecond) {
		u.mu.Lock()
		all := u.arrivals[id]
		u.mu.Unlock()
		if len(all) >= count || time.Now().After(deadline) {
			return all
		}
	}
}

func (u *upstreams) serve() {
	for {
		c, err := u.listener.Accept()
		if err != nil {
			return // closed by stop
		}
		go u.one(c)
	}
}

// one answers requests with 200, and bytes that are not HTTP with the name of the cluster.
func (u *upstreams) one(c net.Conn) {
	defer func() { _ = c.Close() }()
	host, _, _ := net.SplitHostPort(c.LocalAddr().String())
	u.mu.Lock()
	cluster := u.clusters[host]
	u.mu.Unlock()
	_ = c.SetDeadline(time.Now().Add(timeout))
	reader := bufio.NewReader(c)
	first, err := reader.Peek(1)
	if err != nil {
		return
	}
	if first[0] < 'A' || first[0] > 'Z' {
		_, _ = fmt.Fprintf(c, "CLUSTER %s\n", cluster)
		return
	}
	for {
		request, err := receive(reader)
		if err != nil {
			return
		}
		u.mu.Lock()
		answer := u.answers[cluster]
		u.mu.Unlock()
		if answer != "" && request.headers.Get(idHeader) == "" {
			if !check(c, answer) {
				return
			}
			continue
		}
		u.arrived(cluster, request)
		reply := "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"
		if _, err := c.Write([]byte(reply)); err != nil {
			return
		}
	}
}

// received is a request as its bytes say it: libraries refuse targets that Envoy passes on.
type received struct {
	method, target string
	headers        textproto.MIMEHeader
}

func receive(from *bufio.Reader) (received, error) {
	text := textproto.NewReader(from)
	line, err := text.ReadLine()
	if err != nil {
		return received{}, err
	}
	method, rest, _ := strings.Cut(line, " ")
	target, _, _ := strings.Cut(rest, " ")
	headers, err := text.ReadMIMEHeader()
	if err != nil {
		return received{}, err
	}
	length, _ := strconv.ParseInt(headers.Get("Content-Length"), 10, 64)
	_, err = io.CopyN(io.Discard, from, length)
	return received{method, target, headers}, err
}

func (u *upstreams) arrived(cluster string, request received) {
	headers := map[string][]string{}
	for name, lines := range request.headers {
		if name != idHeader && name != "Host" {
			headers[strings.ToLower(name)] = lines
		}
	}
	id := request.headers.Get(idHeader)
	u.mu.Lock()
	u.arrivals[id] = append(u.arrivals[id], Arrival{cluster, request.method, request.target, request.headers.Get("Host"), headers})
	u.mu.Unlock()
}
