package envoy

import (
	"bufio"
	"bytes"
	cryptotls "crypto/tls"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"conformance/internal/decide"
)

// Observation is what Envoy did with one request, as the client and the upstreams saw it.
type Observation struct {
	ID string `json:"id,omitempty"`
	// End is `replied`, `opaque` (the bytes reached an upstream and were answered), `closed` (accepted, then
	// closed without a word), `reset`, `refused` (Envoy does not take the listener, or the route configuration that the connection comes to) or `none` (istiod sends no
	// listener for it).
	End      string              `json:"end"`
	Status   int                 `json:"status,omitempty"`
	Details  string              `json:"details,omitempty"` // %RESPONSE_CODE_DETAILS% of a reply that Envoy made
	Route    string              `json:"route,omitempty"`
	Location string              `json:"location,omitempty"`
	Body     string              `json:"body,omitempty"`
	Headers  map[string][]string `json:"headers,omitempty"` // of the response, names in lower case
	Arrivals []Arrival           `json:"arrivals,omitempty"`
	Error    string              `json:"error,omitempty"`
}

// patience is how long a mirrored request may take to arrive.
const patience = 200 * time.Millisecond

// Ask sends one request to the listener that takes it; the destination of the connection is told to Envoy
// by the PROXY protocol. copies is how many mirrors are expected.
func (r *Rig) Ask(loaded *Loaded, listener string, q decide.Request, copies int) Observation {
	if rejection := loaded.refused[listener]; rejection != nil {
		return Observation{ID: q.ID, End: "refused", Error: rejection.Message}
	}
	address := loaded.addresses[listener]
	if address == "" {
		return Observation{ID: q.ID, End: "none"}
	}
	q, err := q.WithTokens()
	if err != nil {
		return Observation{ID: q.ID, End: "none", Error: err.Error()}
	}
	r.answer(q.Providers)
	r.requests++
	id := strconv.Itoa(r.requests)
	out := r.exchange(address, q, id)
	out.ID = q.ID
	arrived := 0
	if out.End == "replied" && out.Details == "" {
		arrived = 1
	}
	wait := time.Duration(0)
	if copies > 0 {
		wait = patience
	}
	out.Arrivals = r.upstreams.of(id, arrived+copies, wait)
	return out
}

func (r *Rig) exchange(address string, q decide.Request, id string) Observation {
	connection, err := dial(net.JoinHostPort(address, strconv.Itoa(int(r.port))), q.IP)
	if err != nil {
		return Observation{End: "reset", Error: err.Error()}
	}
	defer func() { _ = connection.Close() }()
	_ = connection.SetDeadline(time.Now().Add(timeout))
	source := q.IP
	if source == "" {
		source = "10.244.250.200"
	}
	if _, err := fmt.Fprintf(connection, "PROXY TCP4 %s %s 33333 %d\r\n", source, q.Address, q.Port); err != nil {
		return Observation{End: "reset", Error: err.Error()}
	}
	var stream io.ReadWriter = connection
	if q.Transport != "plaintext" {
		secured, err := r.secure(connection, q)
		if err != nil {
			return handshake(err)
		}
		stream = secured
	}
	if q.Protocol == "tcp" {
		return opaque(stream)
	}
	if _, err := stream.Write(line(q, id)); err != nil {
		return Observation{End: "reset", Error: err.Error()}
	}
	return reply(stream, q.Method)
}

// dial retries for a moment: Envoy answers a configuration before its worker listens. A source in 127.0.0.0/8
// is the peer's own address, which the PROXY protocol does not change.
func dial(address, source string) (net.Conn, error) {
	dialer := net.Dialer{Timeout: time.Second}
	if ip := net.ParseIP(source); ip != nil && ip.IsLoopback() && ip.To4() != nil {
		dialer.LocalAddr = &net.TCPAddr{IP: ip}
	}
	for deadline := time.Now().Add(3 * time.Second); ; time.Sleep(500 * time.Microsecond) {
		connection, err := dialer.Dial("tcp4", address)
		if err == nil || time.Now().After(deadline) {
			return connection, err
		}
	}
}

// line is the request as bytes: libraries would normalise it.
func line(q decide.Request, id string) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s %s HTTP/1.1\r\nHost: %s\r\n", q.Method, q.Path, q.Authority)
	names := make([]string, 0, len(q.Headers))
	for name := range q.Headers {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		for _, value := range q.Headers[name] {
			fmt.Fprintf(&b, "%s: %s\r\n", name, value)
		}
	}
	fmt.Fprintf(&b, "%s: %s\r\nConnection: close\r\n\r\n", idHeader, id)
	return b.Bytes()
}

func (r *Rig) secure(connection net.Conn, q decide.Request) (net.Conn, error) {
	config := &cryptotls.Config{
		InsecureSkipVerify: true, // the identity of the server is not under test
		ServerName:         q.SNI,
		NextProtos:         decide.Offered(q),
	}
	if q.Transport == "mtls" {
		own, err := r.authority.issue("spiffe://" + q.Principal)
		if err != nil {
			return nil, err
		}
		config.Certificates = []cryptotls.Certificate{own.pair}
	}
	secured := cryptotls.Client(connection, config)
	return secured, secured.Handshake()
}

// handshake tells a TLS hello that was answered in plaintext from one that was refused.
func handshake(err error) Observation {
	var header cryptotls.RecordHeaderError
	if ok := asRecordHeader(err, &header); ok {
		if strings.HasPrefix(string(header.RecordHeader[:]), "HTTP/") {
			return Observation{End: "replied", Status: 400, Details: "the bytes of a TLS hello to an HTTP codec"}
		}
		return Observation{End: "opaque", Error: err.Error()}
	}
	return Observation{End: "reset", Error: err.Error()}
}

func asRecordHeader(err error, into *cryptotls.RecordHeaderError) bool {
	header, ok := err.(cryptotls.RecordHeaderError)
	if ok {
		*into = header
	}
	return ok
}

func opaque(stream io.ReadWriter) Observation {
	if _, err := stream.Write([]byte("\x01\x02 some bytes\n")); err != nil {
		return Observation{End: "reset", Error: err.Error()}
	}
	answer, err := bufio.NewReader(stream).ReadString('\n')
	name, found := strings.CutPrefix(strings.TrimSpace(answer), "CLUSTER ")
	switch {
	case strings.HasPrefix(answer, "HTTP/1.1 400"):
		return Observation{End: "replied", Status: 400}
	case found:
		return Observation{End: "opaque", Arrivals: []Arrival{{Cluster: name}}}
	case err != nil && err != io.EOF:
		return Observation{End: "reset", Error: err.Error()}
	}
	return Observation{End: "closed"}
}

func reply(stream io.Reader, method string) Observation {
	response, err := http.ReadResponse(bufio.NewReader(stream), &http.Request{Method: method})
	if err != nil {
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			return Observation{End: "closed", Error: err.Error()}
		}
		return Observation{End: "reset", Error: err.Error()}
	}
	body, err := io.ReadAll(response.Body)
	out := Observation{
		End: "replied", Status: response.StatusCode, Details: response.Header.Get(detailsHeader), Route: response.Header.Get(routeHeader),
		Location: response.Header.Get("Location"), Body: string(body), Headers: map[string][]string{},
	}
	// A filter before the router may answer in the place of the route.
	if out.Route == refusedRoute && out.Details == "direct_response" {
		return Observation{End: "refused", Error: out.Body}
	}
	if err != nil {
		out.Error = err.Error()
	}
	for name, lines := range response.Header {
		if name != detailsHeader && name != routeHeader {
			out.Headers[strings.ToLower(name)] = lines
		}
	}
	return out
}
